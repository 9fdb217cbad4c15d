from __future__ import annotations

import ast
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from flows.code_identity import LIBRARIES, PACKAGES, code_hash

ROOT = Path(__file__).parents[2]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_library_that_reads_documents_counts_as_code() -> None:
    homes = packages_distributions()
    used = set()
    for path in (path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                used.add(node.module.split(".")[0])
    foreign = {plain(d) for name in used - sys.stdlib_module_names - set(PACKAGES) for d in homes.get(name, [name])}
    assert foreign <= {plain(library) for library in LIBRARIES}


def test_it_is_the_same_twice() -> None:
    assert code_hash() == code_hash.__wrapped__()
