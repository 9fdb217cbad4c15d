"""CHANGES.md: what a release changed, in plain words, with a few rows of each kind as examples.

Only fields that are facts are shown, so that no passage can reach the page, neither of a source whose rights
forbid it nor of an earlier release for own use. What comes from a document is shown as code: it cannot be markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from publishers.marks import NOT_FOR_REDISTRIBUTION
from publishers.versions import Changed, Comparison, Difference, Key, rows_by_key

if TYPE_CHECKING:
    from schemas.contract import Dataset

EXAMPLES = 5
_WIDTH = 60
_TELLING = ("document_id", "indicator", "title", "caption", "number_text", "value", "unit", "target_year", "outcome")

NOTES = """\
## Reading the files

Parquet holds every value exactly. In CSV a text cell that a spreadsheet could take for a formula (it begins with
`=`, `+`, `-` or `@`, or with a tab or line break) has an apostrophe before it; numbers and printed dashes have none.
"""


def first_page(version: str, reason: str, counts: Mapping[str, int], mark: str) -> bytes:
    """The page of a first release: how many rows each dataset has."""
    lines = [*_head(version, reason, mark), "| dataset | rows |", "|---|---:|"]
    lines += [f"| {name} | {counts[name]:,} |" for name in sorted(counts)]
    return _page(lines)


def changes_page(
    version: str,
    reason: str,
    comparison: Comparison,
    before: Mapping[str, pa.Table],
    after: Mapping[str, pa.Table],
    datasets: Mapping[str, Dataset],
    *,
    previous: str,
    mark: str,
) -> bytes:
    """The page of a release that follows another."""
    lines = [*_head(version, reason, mark), f"Compared with {previous}.", "", *_sources(comparison)]
    lines += ["| dataset | rows | added | removed | changed |", "|---|---:|---:|---:|---:|"]
    for d in comparison.differences:
        rows = after[d.dataset].num_rows if d.dataset in after else 0
        lines.append(f"| {d.dataset} | {rows:,} | {len(d.added):,} | {len(d.removed):,} | {len(d.changed):,} |")
    for d in comparison.differences:
        lines += _dataset(d, before.get(d.dataset), after.get(d.dataset), datasets.get(d.dataset))
    return _page(lines)


def _head(version: str, reason: str, mark: str) -> list[str]:
    lines = [f"# Release {version}", "", reason, ""]
    if mark == NOT_FOR_REDISTRIBUTION:
        lines += ["**Not for redistribution**: made for own use, without regard to the rights of its sources.", ""]
    return lines


def _page(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n\n" + NOTES).encode("utf-8")


def _sources(comparison: Comparison) -> list[str]:
    lines = []
    for word, ids in (("came in", comparison.sources_added), ("left", comparison.sources_gone)):
        if ids:
            lines += [f"Sources that {word}: {', '.join(code(i) for i in ids)}.", ""]
    for name, version in comparison.stand_ins:
        lines += [f"{code(name)} could not be read; its rows of {version} stand in.", ""]
    for name in comparison.mended:
        lines += [f"{code(name)} could be read again.", ""]
    return lines


def _dataset(d: Difference, before: pa.Table | None, after: pa.Table | None, dataset: Dataset | None) -> list[str]:
    lines = list(_fields(d))
    key = dataset.primary_key if dataset else ()
    facts = {f.name for f in dataset.fields if f.rights == "facts"} if dataset else set()
    for word, keys, table in (("Added", d.added, after), ("Removed", d.removed, before)):
        if keys and table is not None:
            lines += ["", f"{word}{_share(keys)}:", "", *_examples(keys, table, key, facts)]
    if d.changed:
        lines += ["", f"Changed{_share(d.changed)}:", "", *(_change(c, facts) for c in d.changed[:EXAMPLES])]
    return ["", f"## {d.dataset}", *lines] if lines else []


def _fields(d: Difference) -> Iterator[str]:
    said = (
        (d.is_new, "A new dataset."),
        (d.is_gone, "This dataset is no longer published."),
        (d.key_changed, "Another set of fields makes the key, so rows are not compared."),
        (d.fields_added, f"New fields: {', '.join(d.fields_added)}."),
        (d.fields_removed, f"Fields no longer published: {', '.join(d.fields_removed)}."),
        (d.fields_retyped, f"Fields of another type: {', '.join(d.fields_retyped)}."),
    )
    for holds, sentence in said:
        if holds:
            yield from ("", sentence)


def _share(rows: Sequence[object]) -> str:
    return f", {EXAMPLES} of {len(rows):,}" if len(rows) > EXAMPLES else ""


def _examples(keys: Sequence[Key], table: pa.Table, key: Sequence[str], facts: set[str]) -> Iterator[str]:
    rows = rows_by_key(table, key)
    for one in keys[:EXAMPLES]:
        row = dict(zip(table.column_names, rows[one], strict=True))
        told = [f"{n} {code(row[n])}" for n in _TELLING if n in facts and n not in key and row.get(n)]
        yield f"* {_key(one)}" + (f": {', '.join(told)}" if told else "")


def _change(changed: Changed, facts: set[str]) -> str:
    told = [
        f"{name} {code(old)} → {code(new)}" if name in facts else f"{name} (a passage, not shown)"
        for name, old, new in changed.fields[:4]
    ]
    more = len(changed.fields) - len(told)
    return f"* {_key(changed.key)}: {', '.join(told)}" + (f" and {more} more" if more else "")


def _key(key: Key) -> str:
    return " / ".join(code(part) for part in key)


def code(text: str) -> str:
    """A cell as inline code: one line, at most 60 characters, without a character that could end the code."""
    text = re.sub(r"\s+", " ", text).strip().replace("`", "'") or "null"
    return f"`{text if len(text) <= _WIDTH else text[: _WIDTH - 1] + '…'}`"
