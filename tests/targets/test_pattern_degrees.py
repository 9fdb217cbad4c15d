"""No regular expression of the rules for targets backtracks without bound."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from tests.targets.pattern_degrees import NESTED, degree

# Every pattern that a module of the rules compiles: on import, in a cached function, or when it is first used.
_COLLECT = """
import importlib, inspect, json, pkgutil, re, sys

def caller():
    frame = sys._getframe(2)
    while frame and frame.f_code.co_filename.endswith(("re/__init__.py", "functools.py")):
        frame = frame.f_back
    return frame.f_code.co_filename if frame else ""

compiled, found = re._compile, {}

def spy(pattern, flags=0):
    if "extractors/targets" in caller().replace("\\\\", "/") and isinstance(pattern, str):
        found[pattern, int(flags)] = caller().replace("\\\\", "/").rpartition("/")[2]
    return compiled(pattern, flags)

re._compile = spy
import extractors.targets
names = [f"extractors.targets.{m.name}" for m in pkgutil.iter_modules(extractors.targets.__path__)]
for module in map(importlib.import_module, names):
    for function in list(vars(module).values()):
        if hasattr(function, "cache_info") and not inspect.signature(function).parameters:
            function()
from extractors.targets.glosses import explains
from tests.targets.hostile_sentences import drawn
from tests.targets.test_hostile_sentences import READERS, Context
for language, read in READERS.items():
    explains("", language)
    for sentence in drawn(400, seed=4):
        read(sentence, Context(language, 2021, 2025, ("Goals",)))
print(json.dumps([[name, pattern, flags] for (pattern, flags), name in found.items()]))
"""


@pytest.fixture(scope="module")
def patterns(request: pytest.FixtureRequest) -> list[tuple[str, str, int]]:
    done = subprocess.run(
        [sys.executable, "-c", _COLLECT], capture_output=True, text=True, check=True, cwd=request.config.rootpath
    )
    return [(name, pattern, flags) for name, pattern, flags in json.loads(done.stdout)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\d+(?:,\d{3})*km", 0),
        (r"[^,]+,", 0),
        (r".*foo", 1),
        (r"\s*[a-z ]*\s*x", 2),
        (r"(?:a+)+b", NESTED),
        (r"(?:a|b+)*c", NESTED),
        (r"(?:\d+,?)*x", NESTED),
        (r"(?:\w+\s?)*$", NESTED),
    ],
)
def test_degrees_tell_what_is_known_of_patterns(pattern: str, expected: int) -> None:
    assert degree(pattern, 0) == expected


def test_all_modules_with_patterns_are_seen(patterns: list[tuple[str, str, int]]) -> None:
    assert len(patterns) > 80
    assert {"numbers_en.py", "numbers_zh.py", "sentences.py", "glosses.py"} <= {name for name, _, _ in patterns}
    assert all(re.compile(pattern, flags) for _, pattern, flags in patterns)


def test_no_pattern_backtracks_without_bound(patterns: list[tuple[str, str, int]]) -> None:
    assert [(name, pattern[:80]) for name, pattern, flags in patterns if degree(pattern, flags) > 2] == []
