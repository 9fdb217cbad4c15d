"""Is a release folder still what was published?"""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from publishers import catalog, storage


def verify(release: Path) -> tuple[str, ...]:
    """What is wrong with a release; empty when all is well.

    Checks every file against SHA256SUMS, that no file is missing or surplus, and that a dataset's CSV and Parquet
    have the same fields and number of rows.

    Raises:
        UsageError: There is no SHA256SUMS to check against.
    """
    listed = catalog.read_sums(release)
    there = {p.relative_to(release).as_posix() for p in release.rglob("*") if p.is_file()} - {catalog.SUMS}
    problems = [f"{name} is missing" for name in sorted(listed.keys() - there)]
    problems += [f"{name} is not listed in {catalog.SUMS}" for name in sorted(there - listed.keys())]
    problems += [
        f"{name} is not as it was published"
        for name in sorted(there & listed.keys())
        if storage.file_sha256(release / name) != listed[name]
    ]
    return (*problems, *_pairs(release))


def _pairs(release: Path) -> list[str]:
    data = release / "data"
    names = sorted({p.stem for p in data.glob("*.parquet")} | {p.stem for p in data.glob("*.csv")})
    return [problem for name in names if (problem := _pair(data / f"{name}.parquet", data / f"{name}.csv"))]


def _pair(parquet: Path, table: Path) -> str | None:
    if not (parquet.is_file() and table.is_file()):
        return f"{parquet.stem} is not there both as Parquet and as CSV"
    try:
        header = pq.ParquetFile(parquet)
        have = (header.schema_arrow.names, header.metadata.num_rows)
    except (pa.ArrowInvalid, OSError):
        return f"data/{parquet.name} cannot be read"
    csv.field_size_limit(1 << 30)
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        fields = next(rows, [])
        count = sum(1 for _ in rows)
    if (fields, count) != have:
        return f"{parquet.stem}: Parquet has {have[1]} rows of {len(have[0])} fields, CSV {count} of {len(fields)}"
    return None
