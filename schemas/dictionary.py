"""The data dictionary: every dataset, field, rule and unit in one page, written from the contracts.

`python -m schemas.dictionary` writes docs/data-dictionary.md; a test says when it is out of date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from extractors.targets.units import units
from schemas.contract import Constraints, Dataset, Field, load_all

PAGE = Path(__file__).parents[1] / "docs" / "data-dictionary.md"

_HEAD = """\
# Data dictionary

Written from `schemas/*.yaml` by `python -m schemas.dictionary`; change those, not this page.

* **Offsets** are code points of the raw text, the end exclusive: the snapshot decoded, byte-order mark removed, line \
ends untouched; for a PDF the text that the reader produced. Its hash is `documents.text_sha256`.
* **Places**: pages are 1-based and null for text without page marks. Regions are rectangles in points of the page as \
displayed, from the top left; null for text.
* **Values** are doubles with scale words expanded: 70 million kilowatts is 7e7 with unit `kW`.
* **Missing is null**, in CSV an empty field. Lists and structs are JSON in CSV.
* **Rights**: a field of `facts` is published for every source, of `quotes` for sources whose `redistribution` is \
`quotes` or `full`, of `full` for the latter only; elsewhere it is null.
* **Rules** of severity error put a row into `quarantine`; warnings are counted in the report.
"""


def render() -> str:
    """The whole page as Markdown."""
    datasets = load_all()
    parts = [_HEAD, _overview(datasets.values()), *map(_dataset, datasets.values()), _units()]
    return "\n".join(parts)


def _overview(datasets: Iterable[Dataset]) -> str:
    rows = ([f"[{d.name}](#{d.name})", _keys(d.primary_key), d.description] for d in datasets)
    return "\n".join(["## Datasets", "", *_table(("Dataset", "Key", "Meaning"), rows), ""])


def _dataset(dataset: Dataset) -> str:
    lines = [f"## {dataset.name}", "", dataset.description, "", f"Key: {_keys(dataset.primary_key)}.", ""]
    rows = (
        [f"`{name}`", kind, field.unit or "", field.rights + _above(field), _meaning(field)]
        for name, kind, field in _flat(dataset.fields)
    )
    lines += [*_table(("Field", "Type", "Unit", "Rights", "Meaning"), rows), ""]
    lines += [
        f"* `{k.fields[0]}` names `{k.dataset}.{k.reference[0]}`; where that row is in quarantine, "
        + ("the row follows it." if k.broken == "quarantine" else "the reference is cleared.")
        for k in dataset.foreign_keys
    ]
    lines += [f"* {e.severity}: `{e.name}` {e.description}" for e in dataset.expectations]
    return "\n".join([*lines, ""] if dataset.foreign_keys or dataset.expectations else lines)


def _flat(fields: Sequence[Field], prefix: str = "") -> Iterator[tuple[str, str, Field]]:
    """Fields and the members of nested ones, by the path that one writes."""
    for field in fields:
        path = prefix + field.name
        items = field.items
        yield path, f"array of {items.type}" if items else field.type, field
        if items and items.fields:
            yield from _flat(items.fields, f"{path}[].")
        yield from _flat(field.fields, f"{path}.")


def _meaning(field: Field) -> str:
    return " ".join([field.description, *_limits(field.constraints)])


def _limits(limits: Constraints) -> Iterator[str]:
    if limits.required:
        yield "Never null."
    if limits.unique:
        yield "Unique."
    if limits.enum:
        yield f"One of {', '.join(f'`{v}`' for v in limits.enum)}."
    if limits.pattern is not None:
        yield f"Looks like `{limits.pattern}`."
    if limits.minimum is not None:
        yield f"At least {limits.minimum}."
    if limits.maximum is not None:
        yield f"At most {limits.maximum}."


def _above(field: Field) -> str:
    return "" if field.rights_above_length is None else f" above {field.rights_above_length} characters"


def _units() -> str:
    rows = (
        [
            f"`{u.symbol}`",
            u.quantity,
            u.ucum and f"`{u.ucum}`",
            u.si_unit and f"`{u.si_unit}`",
            None if u.si_factor is None else repr(u.si_factor),
            ", ".join((*u.words_en[:2], *u.words_zh[:2])),
        ]
        for u in units().values()
    )
    head = ("Symbol", "Quantity", "UCUM", "SI unit", "SI factor", "Printed as, for instance")
    intro = "Mu and jin are not converted in `value`; `value_si` is the value times the SI factor."
    return "\n".join(["## Units", "", intro, "", *_table(head, rows), ""])


def _keys(names: Sequence[str]) -> str:
    return ", ".join(f"`{n}`" for n in names)


def _table(head: Sequence[str], rows: Iterable[Sequence[str | None]]) -> Iterator[str]:
    yield _line(head)
    yield _line(["---"] * len(head))
    for row in rows:
        yield _line([(cell or "").replace("|", "\\|") for cell in row])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(render(), encoding="utf-8", newline="\n")
