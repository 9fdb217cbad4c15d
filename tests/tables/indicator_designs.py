"""Designs of main-indicator tables, drawn by chance from a seed: what is printed, and the rows that it says."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from indicator_wording import CHINESE, ENGLISH, Item, Wording

LINES = ("grid", "open sides", "rows", "three", "none", "shaded")
CATEGORIES = ("middle", "top", "each", "row", "none")
UNITS = ("name", "column", "above")
ALIGNMENTS = ("left", "middle", "right")


@dataclass(frozen=True)
class Row:
    """One line as written: texts as printed, and what they mean."""

    category: str | None
    item: Item
    base: str = ""
    target: str = ""
    change: str = ""
    binding: bool = False
    base_value: float | None = None
    target_value: float | None = None
    target_comparator: str | None = None
    change_value: float | None = None
    change_comparator: str | None = None
    change_period: str | None = None
    change_is_percent: bool = False


@dataclass(frozen=True)
class Design:
    """How a table is printed."""

    seed: int
    wording: Wording
    years: tuple[int, int]
    lines: str
    categories: str
    units: str
    head_rows: int
    change: str | None  # heading of the change column
    attribute: bool
    numbers: str | None  # "1." "（1）" before the names, "column" for a column of their own
    brackets: str
    dash: str
    align: str
    year_form: str
    split: str | None  # "head again", "on"; null on one page
    split_at: int
    framed: bool
    notes: bool
    padding: float
    narrow: bool
    labelled: str
    font: str
    rows: tuple[Row, ...] = field(repr=False)


Expected = tuple[object, ...]
FIELDS = (
    "category", "indicator", "unit", "unit_text", "base_year", "base_value", "target_year", "target_value",
    "target_comparator", "change_value", "change_comparator", "change_period", "bindingness",
)  # fmt: skip


def design(seed: int) -> Design:
    """A table at random, the same for the same seed."""
    rng = random.Random(seed)  # noqa: S311 — repeatable drawings, no secrets
    wording = rng.choice((CHINESE, ENGLISH))
    end = rng.choice((2010, 2015, 2020, 2025, 2030, 2035))
    categories = rng.choice(CATEGORIES)
    units = rng.choices(UNITS, (6, 3, 1))[0]
    change = rng.choice((*wording.changes, None))
    lines = rng.choice(LINES)
    if categories in ("middle", "top") and lines in ("none", "shaded", "rows"):
        # Nothing shows how far a category reaches: it may only stand at the top of its rows.
        categories = rng.choice(("top", "row", "each"))
    brackets = rng.choice(("[]", "()", "（）", "［］", "〔〕", "【】") if wording.code == "zh" else ("[]", "()"))
    dash = rng.choice(wording.dashes)
    rows = _rows(rng, wording, categories, units, change, brackets, dash)
    framed = lines != "none" and rng.random() < 0.15
    return Design(
        seed=seed,
        wording=wording,
        years=(end - 5, end),
        lines=lines,
        categories=categories,
        units=units,
        head_rows=rng.choice((1, 1, 2)),
        change=change,
        attribute=rng.random() < 0.85,
        numbers=rng.choice((None, None, *wording.numbers, "column")),
        brackets=brackets,
        dash=dash,
        align=rng.choice(ALIGNMENTS),
        year_form=rng.choice(wording.year_forms),
        split=rng.choice((None, None, None, "head again", "on")) if not framed and len(rows) > 7 else None,
        split_at=rng.randrange(3, max(4, len(rows) - 2)),
        framed=framed,
        notes=rng.random() < 0.6,
        padding=rng.choice((3.0, 5.0, 8.0)),
        narrow=rng.random() < 0.35,
        labelled=rng.choice(wording.labels),
        font=rng.choice(wording.fonts),
        rows=rows,
    )


def _rows(
    rng: random.Random, wording: Wording, categories: str, units: str, change: str | None, brackets: str, dash: str
) -> tuple[Row, ...]:
    rows: list[Row] = []
    groups = rng.sample(wording.groups, rng.randrange(3, len(wording.groups) + 1))
    for name, items in groups:
        own = [i for i in items if units != "above" or (i.unit == "%" and i.factor == 1)]
        taken = rng.sample(own, min(len(own), rng.choice((1, 2, 3, 4, 5))))
        category = None if categories == "none" else name
        rows += [_row(rng, wording, category, item, change, brackets, dash) for item in taken]
    return tuple(rows)


def _row(
    rng: random.Random, wording: Wording, category: str | None, item: Item, change: str | None, brackets: str, dash: str
) -> Row:
    kind = rng.random()
    binding = rng.random() < 0.4
    missing = rng.choice((dash, dash, ""))
    plain = Row(category, item, missing, missing, missing, binding)
    if item.grows and change:
        text, value, comparator = _compared(rng, wording, round(rng.uniform(2, 12), 1))
        base = round(rng.uniform(2, 12), 1)
        shown = rng.random() < 0.5
        return replace(
            plain,
            base=str(base) if shown else missing,
            base_value=base if shown else None,
            change=text,
            change_value=value,
            change_comparator=comparator,
            change_period=_period(change, wording),
        )
    if item.falls and change:
        value = rng.choice((10.0, 13.5, 15.0, 18.0, 8.0))
        return replace(
            plain,
            change=f"{brackets[0]}{value:g}{brackets[1]}",
            change_value=value,
            change_comparator="eq",
            change_period="cumulative",
        )
    base = _number(rng, item)
    target, value, comparator = _compared(rng, wording, round(base * rng.uniform(0.8, 1.4), 2), item.whole)
    row = replace(
        plain,
        base=_printed(base),
        base_value=base,
        target=target,
        target_value=value,
        target_comparator=comparator,
    )
    if change and kind < 0.55:
        amount = round(abs(value - base), 2)
        cumulative = "cumulative" in _kinds(change, wording)
        if kind < 0.3:
            text, period = f"{brackets[0]}{amount:g}{brackets[1]}", "cumulative"
        else:
            text, period = (
                f"{amount:g}",
                "annual" if "annual" in _kinds(change, wording) or not cumulative else "cumulative",
            )
        percent = period == "annual" and change in wording.rates
        row = replace(
            row,
            change=text,
            change_value=amount,
            change_comparator="eq",
            change_period=period,
            change_is_percent=percent,
        )
    return row


def _kinds(change: str, wording: Wording) -> set[str]:
    return {kind for kind, words in wording.periods.items() if any(w in change.lower() for w in words)}


def _period(change: str, wording: Wording) -> str:
    return "cumulative" if _kinds(change, wording) == {"cumulative"} else "annual"


def _number(rng: random.Random, item: Item) -> float:
    low, high = item.reach
    value = rng.uniform(low, high)
    return float(round(value)) if item.whole else round(value, rng.choice((1, 1, 2)))


def _printed(value: float) -> str:
    return f"{value:,.0f}" if value >= 10000 and value == int(value) else f"{value:g}"


def _compared(rng: random.Random, wording: Wording, value: float, whole: bool = False) -> tuple[str, float, str]:
    value = float(round(value)) if whole else value
    form, comparator = rng.choice(wording.comparisons) if rng.random() < 0.25 else ("{}", "eq")
    return form.format(_printed(value)), value, comparator


def expected(d: Design) -> list[Expected]:
    """The records that the table is to give, in the order of `FIELDS`."""
    out: list[Expected] = []
    for row in d.rows:
        item = row.item
        scale = 1.0 if row.change_is_percent else item.factor
        unit_text = item.printed_unit
        out.append(
            (
                row.category,
                item.name,
                item.unit,
                unit_text,
                d.years[0] if row.base_value is not None else None,
                _times(row.base_value, item.factor),
                d.years[1] if row.target_value is not None else None,
                _times(row.target_value, item.factor),
                row.target_comparator,
                _times(row.change_value, scale) if d.change else None,
                row.change_comparator if d.change else None,
                row.change_period if d.change else None,
                ("binding" if row.binding else "anticipated") if d.attribute else None,
            )
        )
    return out


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else float(f"{value * factor:.12g}")
