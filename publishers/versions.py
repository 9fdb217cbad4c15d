"""How a release differs from the one before, and the version that this makes it.

Semantic versions for data: MAJOR when a field is removed, renamed or retyped, a key changes, or rows vanish whose
source is still there; MINOR when rows, sources or fields are added or a source leaves; PATCH when values are
corrected. Rows of `quarantine` may come and go without breaking anyone: they were never published.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import pyarrow as pa

from publishers.formats import cells
from publishers.rights import document_columns

FIRST = "1.0.0"
Level = Literal["major", "minor", "patch"]
Key = tuple[str, ...]
_NOT_PUBLISHED = "quarantine"
_SOURCES = "documents"
_SHOWN = 3
"""How many reasons of one weight are told in full."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that both releases have, with the fields whose values differ, as CSV says them: (field, old, new)."""

    key: Key
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """How one dataset differs from the release before.

    Attributes:
        dataset: Its name.
        is_new: Whether the release before had no such dataset.
        is_gone: Whether this release has none.
        key_changed: Whether another set of fields makes the key.
        fields_added, fields_removed, fields_retyped: Names of fields.
        added, removed: Keys of rows, as CSV says them, in their order.
        vanished: Those of `removed` whose sources are all still there.
        changed: Rows with the same key and other values.
    """

    dataset: str
    is_new: bool = False
    is_gone: bool = False
    key_changed: bool = False
    fields_added: tuple[str, ...] = ()
    fields_removed: tuple[str, ...] = ()
    fields_retyped: tuple[str, ...] = ()
    added: tuple[Key, ...] = ()
    removed: tuple[Key, ...] = ()
    vanished: tuple[Key, ...] = ()
    changed: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between two releases, by dataset, and the sources that came and went.

    `stand_ins` are documents that can no longer be read, each with the release whose rows stand in; `mended` are
    those of which that was so and that are read again.
    """

    differences: tuple[Difference, ...]
    sources_added: tuple[str, ...]
    sources_gone: tuple[str, ...]
    stand_ins: tuple[tuple[str, str], ...] = ()
    mended: tuple[str, ...] = ()


def compare(
    before: Mapping[str, pa.Table],
    after: Mapping[str, pa.Table],
    keys_before: Mapping[str, Sequence[str]],
    keys_after: Mapping[str, Sequence[str]],
) -> Comparison:
    """Compares the tables of two releases; both must have `documents`."""
    old, new = (set(t[_SOURCES].column("document_id").to_pylist()) for t in (before, after))
    found = []
    for name in sorted({*before, *after}):
        if name not in before:
            keys = tuple(rows_by_key(after[name], keys_after[name]))
            found.append(Difference(name, is_new=True, added=keys))
        elif name not in after:
            found.append(Difference(name, is_gone=True))
        else:
            key_changed = list(keys_before.get(name, keys_after[name])) != list(keys_after[name])
            found.append(_difference(name, before[name], after[name], keys_after[name], new, key_changed=key_changed))
    was, now = _stand_ins(before[_SOURCES]), _stand_ins(after[_SOURCES])
    return Comparison(
        tuple(found),
        tuple(sorted(new - old)),
        tuple(sorted(old - new)),
        tuple((name, now[name]) for name in sorted(now.keys() - was.keys())),
        tuple(sorted((was.keys() - now.keys()) & new)),
    )


def _stand_ins(documents: pa.Table) -> dict[str, str]:
    """Documents whose rows are of an earlier release, with that release."""
    if "rows_from_version" not in documents.column_names:
        return {}
    pairs = zip(*(documents.column(n).to_pylist() for n in ("document_id", "rows_from_version")), strict=True)
    return {name: version for name, version in pairs if version}


def rows_by_key(table: pa.Table, key: Sequence[str]) -> dict[Key, tuple[str, ...]]:
    """Each row as its CSV cells, by its key."""
    columns = {name: cells(table.column(name), name) for name in table.column_names}
    keys = zip(*(columns[name] for name in key), strict=True)
    rows = zip(*columns.values(), strict=True)
    return dict(zip(keys, rows, strict=True))


def _difference(
    name: str, before: pa.Table, after: pa.Table, key: Sequence[str], sources: set[str], *, key_changed: bool
) -> Difference:
    had, has = before.schema, after.schema
    shared = [n for n in had.names if n in has.names]
    fields = Difference(
        name,
        key_changed=key_changed or not set(key) <= set(shared),
        fields_added=tuple(n for n in has.names if n not in had.names),
        fields_removed=tuple(n for n in had.names if n not in has.names),
        fields_retyped=tuple(n for n in shared if had.field(n).type != has.field(n).type),
    )
    left, right = before.select(shared), after.select(shared)
    if fields.key_changed or left.equals(right):
        return fields
    old, new = rows_by_key(left, key), rows_by_key(right, key)
    removed = tuple(k for k in old if k not in new)
    where = [shared.index(column) for column in document_columns(shared)]
    return replace(
        fields,
        added=tuple(k for k in new if k not in old),
        removed=removed,
        vanished=tuple(k for k in removed if all(old[k][i] in sources or not old[k][i] for i in where)),
        changed=tuple(_changed(k, old[k], row, shared) for k, row in new.items() if k in old and old[k] != row),
    )


def _changed(key: Key, old: tuple[str, ...], new: tuple[str, ...], names: Sequence[str]) -> Changed:
    return Changed(key, tuple((n, a, b) for n, a, b in zip(names, old, new, strict=True) if a != b))


def decide(comparison: Comparison) -> tuple[Level, str]:
    """The level of the step and its reason, a sentence or two."""
    breaks, growth, readings = _breaks(comparison), _growth(comparison), _readings(comparison)
    if breaks:
        return "major", " ".join([_sentence(breaks), *readings])
    if growth:
        return "minor", " ".join([_sentence(growth), *readings])
    told: set[Key] = {(name,) for name in (*(name for name, _ in comparison.stand_ins), *comparison.mended)}
    corrected = [(d.dataset, _corrections(d, told)) for d in comparison.differences]
    held = [d for d in comparison.differences if d.dataset == _NOT_PUBLISHED and (d.added or d.removed)]
    reasons = [f"values of {_count(n, 'row')} of {name} were corrected" for name, n in corrected if n]
    reasons += ["other rows are held back in quarantine" for _ in held]
    if not reasons and not readings:
        reasons = ["the files are written in another way, with the same values"]
    return "patch", " ".join([*readings, *([_sentence(reasons)] if reasons else [])])


def _corrections(d: Difference, told: set[Key]) -> int:
    """Changed rows; that a document is no longer read, or again, is told in other words and corrects nothing."""
    return sum(1 for c in d.changed if d.dataset != _SOURCES or c.key not in told)


def _readings(comparison: Comparison) -> list[str]:
    """Which documents are no longer read, and which are again; CHANGES.md has them all."""
    lost, mended = comparison.stand_ins, comparison.mended
    said = [f"{name} could not be read; its rows of {version} stand in." for name, version in lost[:_SHOWN]]
    if len(lost) > _SHOWN:
        said.append(f"So do earlier rows of {_count(len(lost) - _SHOWN, 'other document')}.")
    said += [f"{name} could be read again." for name in mended[:_SHOWN]]
    if len(mended) > _SHOWN:
        said.append(f"So could {_count(len(mended) - _SHOWN, 'other document')}.")
    return said


def _breaks(comparison: Comparison) -> list[str]:
    said = []
    for d in comparison.differences:
        if d.is_gone:
            said.append(f"the dataset {d.dataset} is gone")
        if d.key_changed:
            said.append(f"the key of {d.dataset} changed")
        if d.fields_removed:
            said.append(f"{d.dataset} lost {_names(d.fields_removed)}")
        if d.fields_retyped:
            said.append(f"the type of {_names(d.fields_retyped)} of {d.dataset} changed")
        if d.vanished and d.dataset != _NOT_PUBLISHED:
            said.append(f"{_count(len(d.vanished), 'row')} of {d.dataset} vanished though their source is still there")
    return said


def _growth(comparison: Comparison) -> list[str]:
    said = []
    if comparison.sources_added:
        said.append(f"{_count(len(comparison.sources_added), 'source')} came in")
    if comparison.sources_gone:
        said.append(f"{_count(len(comparison.sources_gone), 'source')} left")
    for d in comparison.differences:
        if d.is_new:
            said.append(f"the dataset {d.dataset} is new")
        if d.fields_added:
            said.append(f"{d.dataset} has the new {_names(d.fields_added)}")
        if d.added and not d.is_new and d.dataset not in (_NOT_PUBLISHED, _SOURCES):
            said.append(f"{_count(len(d.added), 'row')} of {d.dataset} came in")
    return said


def _names(names: Sequence[str]) -> str:
    return f"field{'s' if len(names) > 1 else ''} {', '.join(names)}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _sentence(reasons: Sequence[str]) -> str:
    """The first reasons as one sentence; CHANGES.md has them all."""
    shown = list(reasons[:_SHOWN])
    if len(reasons) > len(shown):
        shown.append(f"{_count(len(reasons) - len(shown), 'other change')} of this weight")
    text = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"{text[0].upper()}{text[1:]}."


def bump(version: tuple[int, int, int], level: Level) -> str:
    """The version that follows."""
    major, minor, patch = version
    if level == "major":
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if level == "minor" else f"{major}.{minor}.{patch + 1}"
