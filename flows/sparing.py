"""Processes that only write Parquet and CSV do not pay for pandas."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder


class _NoPandas(MetaPathFinder):
    def find_spec(self, fullname: str, _path: object = None, _target: object = None) -> None:
        if fullname == "pandas":
            raise ModuleNotFoundError("spared", name=fullname)


def spare_pandas() -> None:
    """Let pyarrow believe that there is no pandas, for a process of our own that makes no data frames.

    `pyarrow.array` asks whether it was given a pandas object, and imports pandas to find out: one second of CPU and
    60 MB a process. It asks once and remembers; afterwards `import pandas` works as ever, only `Table.to_pandas`
    does not.
    """
    if "pandas" in sys.modules:
        return
    finder = _NoPandas()
    sys.meta_path.insert(0, finder)
    try:
        import pyarrow as pa

        pa.array([None])
    finally:
        sys.meta_path.remove(finder)
