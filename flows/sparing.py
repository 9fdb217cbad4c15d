"""Processes of our own do not pay for libraries that others only ask for in case they are there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder


class _Without(MetaPathFinder):
    def __init__(self, module: str) -> None:
        self._module = module

    def find_spec(self, fullname: str, _path: object = None, _target: object = None) -> None:
        if fullname == self._module:
            raise ModuleNotFoundError("spared", name=fullname)


@contextmanager
def _without(module: str) -> Iterator[None]:
    """Let whoever imports a module meanwhile believe that it is not installed."""
    finder = _Without(module)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def spare_pandas() -> None:
    """Let pyarrow believe that there is no pandas, for a process of our own that makes no data frames.

    `pyarrow.array` asks whether it was given a pandas object, and imports pandas to find out: one second of CPU and
    60 MB a process. It asks once and remembers; afterwards `import pandas` works as ever, only `Table.to_pandas`
    does not.
    """
    if "pandas" not in sys.modules:
        with _without("pandas"):
            import pyarrow as pa

            pa.array([None])


def spare_numpy() -> None:
    """Let pint believe that there is no numpy, for a process of our own that converts single values.

    pint would import it in case somebody converts an array: as much again as its own import takes. It remembers, and
    whatever else needs numpy gets it.
    """
    if "numpy" not in sys.modules:
        with _without("numpy"):
            import pint  # noqa: F401 -- what it finds while it is imported is what is meant
