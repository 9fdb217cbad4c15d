"""A table as Parquet and as CSV: the same rows, and the same bytes on every machine and in every process.

**CSV and formulas.** A spreadsheet runs a cell that begins with ``=``, ``+``, ``-``, ``@`` (in some locales their
full-width forms), also after a tab or line break. What a document says must never be run, so such a text cell
has an apostrophe before it in CSV: ``=1+1`` is written ``'=1+1``. Parquet is always exact.

* A plain number (``-13.5``) and signs alone (``--``, the printed dash of an empty cell) hold nothing that can be
  run and are written as they are, so figures and `*_text` fields need no care.
* A text that itself begins with apostrophes and then such a sign gets one more. So the rule can be turned back
  without loss: `unguarded` takes one apostrophe away from exactly the cells that `guarded` gave one, and
  `read_csv` reads a whole file back.
"""

from __future__ import annotations

import io
import json
import math
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from extractors.errors import ContractError

ROWS_IN_A_GROUP = 65_536
"""Fixed, because the place of the row groups is part of a file's bytes."""

_BLANK = r"[\s\u200b\u200e\u200f\u2060\ufeff]"
_SIGN = r"[-=+@＝＋－＠]"
_HARMLESS = re.compile(rf"(?:(?!=|＝|@|＠){_SIGN}|{_BLANK})*\Z|[-+]\d+(?:\.\d+)?(?:[eE][-+]?\d+)?%?\Z")
_FORMULA = re.compile(rf"{_BLANK}*{_SIGN}|[\t\r\n]")
_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')


def _hazardous(text: str) -> bool:
    return bool(_FORMULA.match(text)) and not _HARMLESS.match(text)


def guarded(text: str) -> str:
    """The text as a CSV cell holds it: with an apostrophe before it where a spreadsheet could run it."""
    return "'" + text if _hazardous(text.lstrip("'")) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _hazardous(cell.lstrip("'")) else cell


def ordered(table: pa.Table, key: Sequence[str]) -> pa.Table:
    """The rows sorted by key, in one chunk, so that neither the order of work nor its batches shows."""
    indices = pc.sort_indices(table, sort_keys=[(name, "ascending") for name in key])
    return table.take(indices).combine_chunks()


def parquet_bytes(table: pa.Table) -> bytes:
    """A Parquet file (zstd, version 2.6, data page 1.0) with the schema's field metadata."""
    sink = pa.BufferOutputStream()
    pq.write_table(
        table,
        sink,
        compression="zstd",
        version="2.6",
        data_page_version="1.0",
        row_group_size=ROWS_IN_A_GROUP,
        store_schema=True,
    )
    return bytes(sink.getvalue())


def csv_bytes(table: pa.Table) -> bytes:
    """A CSV file: UTF-8 without BOM, LF, null empty, an empty text ``""``, a header line of field names."""
    lines = io.StringIO()
    lines.write(",".join(_text_cell(name) for name in table.column_names) + "\n")
    columns = [cells(table.column(name), name) for name in table.column_names]
    if columns:
        lines.writelines(",".join(row) + "\n" for row in zip(*columns, strict=True))
    return lines.getvalue().encode("utf-8")


def cells(column: pa.ChunkedArray, name: str) -> list[str]:
    """What CSV holds for each value of a column; equal cells mean equal values.

    Raises:
        ContractError: A number is not finite; missing is null, never a magic value.
    """
    kind = column.type
    if column.null_count == len(column):
        return [""] * len(column)
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return _each(column.to_numpy(zero_copy_only=False).tolist(), _text_cell)
    if pa.types.is_floating(kind):
        return _each(column.to_pylist(), lambda value: _float_cell(value, name))
    if pa.types.is_nested(kind):
        return [_json_cell(value, kind) for value in column.to_pylist()]
    return _each(column.cast(pa.string()).to_numpy(zero_copy_only=False).tolist(), _text_cell)


def _each(values: list[Any], cell: Callable[[Any], str]) -> list[str]:
    # Most columns hold few different values, and looking one up costs a tenth of writing it.
    known = {value: cell(value) for value in set(values)}
    return [known[value] for value in values]


def _text_cell(value: str | None) -> str:
    if value is None:
        return ""
    value = guarded(value)
    if not value or _QUOTED.search(value):
        return '"' + value.replace('"', '""') + '"'
    return value


def _float_cell(value: float | None, name: str) -> str:
    if value is None:
        return ""
    if not math.isfinite(value):
        raise ContractError(f"the field {name} holds {value}", remedy="Write null where a value is missing.")
    return repr(value)


def _json_cell(value: object, kind: pa.DataType) -> str:
    if value is None:
        return ""
    if pa.types.is_map(kind):
        value = dict(value)  # type: ignore[call-overload]
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return _text_cell(text)


def read_csv(data: bytes, schema: pa.Schema) -> pa.Table:
    """The table that `csv_bytes` wrote, apostrophes taken away again.

    Args:
        data: A CSV file of a release.
        schema: The dataset's schema, for instance that of the Parquet file beside it.
    """
    import pyarrow.csv as pacsv

    plain = {f.name: pa.string() if _as_text(f.type) else f.type for f in schema}
    table = pacsv.read_csv(
        io.BytesIO(data),
        read_options=pacsv.ReadOptions(use_threads=False, block_size=max(len(data) + 1, 1024)),
        parse_options=pacsv.ParseOptions(newlines_in_values=True, ignore_empty_lines=False),
        convert_options=pacsv.ConvertOptions(
            column_types=plain, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
        ),
    )
    return pa.Table.from_arrays([_column(table.column(f.name), f.type) for f in schema], schema=schema)


def _as_text(kind: pa.DataType) -> bool:
    return bool(pa.types.is_nested(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _column(column: pa.ChunkedArray, kind: pa.DataType) -> pa.Array:
    if not _as_text(kind):
        return column.combine_chunks()
    texts: Iterable[str | None] = column.to_pylist()
    if not pa.types.is_nested(kind):
        return pa.array([None if t is None else unguarded(t) for t in texts], kind)
    values = [None if t is None else json.loads(unguarded(t)) for t in texts]
    if pa.types.is_map(kind):
        values = [None if v is None else list(v.items()) for v in values]
    return pa.array(values, kind)
