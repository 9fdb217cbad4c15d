"""Which rows are one fact, and which of them is the row to count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.identity import Ids, squeeze
from extractors.language.editions import Edition
from extractors.language.links import Linked, link_columns, precedence
from extractors.language.links_indicators import row_id
from extractors.language.target_links_values import same_values
from extractors.records import Indicator, NumericTarget
from extractors.source import Source


@dataclass(frozen=True, slots=True)
class Fact:
    """The statement that a target is one edition of, and whether this is the row to count."""

    fact_id: str
    is_primary: bool


def with_own_facts(edition: Edition) -> list[NumericTarget]:
    """The targets of one document as facts of their own.

    Prose that repeats a line of a table is the same fact, and so is what the other language of the document says.
    """
    found = _facts(edition.targets, {edition.id: edition.source}, _edges(link_columns(edition)))
    return [
        replace(t, fact_id=found[t.target_id].fact_id, is_primary=found[t.target_id].is_primary)
        for t in edition.targets
    ]


def facts(family: Sequence[Edition], linked: Iterable[Linked]) -> Mapping[str, Fact]:
    """The facts of a family, by target id.

    Links hold over any number of editions, the surest first. Two statements of one document in one language are never
    made one by links unless they give the same value.
    """
    columns = [two for edition in family for two in link_columns(edition)]
    targets = [t for edition in family for t in edition.targets]
    return _facts(targets, {e.id: e.source for e in family}, _edges([*columns, *linked]))


def _edges(linked: Iterable[Linked]) -> list[tuple[str, str]]:
    pairs = [(p.score, p.left.target_id, p.right.target_id) for two in linked for p in two.targets.pairs]
    return [(a, b) for _, a, b in sorted(pairs, key=lambda p: (-p[0], p[1], p[2]))]


def with_own_line_facts(edition: Edition) -> list[Indicator]:
    """The lines of one document's main-indicator tables as facts of their own, or of both its languages."""
    found = _line_facts((edition,), link_columns(edition))
    own = (found[row_id(row)] for row in edition.indicators)
    return [
        replace(row, fact_id=fact.fact_id, is_primary=fact.is_primary)
        for row, fact in zip(edition.indicators, own, strict=True)
    ]


def line_facts(family: Sequence[Edition], linked: Iterable[Linked]) -> Mapping[str, Fact]:
    """The facts of the lines of a family's main-indicator tables, by what links call a line."""
    columns = [two for edition in family for two in link_columns(edition)]
    return _line_facts(family, [*columns, *linked])


def _line_facts(family: Sequence[Edition], linked: Iterable[Linked]) -> dict[str, Fact]:
    names: dict[str, tuple[tuple[int, str], str]] = {}
    for edition in family:
        ids = Ids(edition.id)
        for row in edition.indicators:
            name = ids.make("f", row.table_id.rpartition("-")[2], row.category, row.indicator)
            names[row_id(row)] = precedence(edition.source), name
    at = {line: n for n, line in enumerate(names)}
    pairs = sorted((-p.score, row_id(p.left), row_id(p.right)) for two in linked for p in two.rows)
    found: dict[str, Fact] = {}
    for group in _groups(names, [(a, b) for _, a, b in pairs], lambda one, other: False):
        # Lines of tables are linked one to one, so that a document gives no fact two lines in one language.
        primary = min(group, key=lambda line: (names[line][0], at[line]))
        found |= {line: Fact(names[primary][1], line == primary) for line in group}
    return found


def _facts(
    targets: Sequence[NumericTarget], sources: Mapping[str, Source], edges: Iterable[tuple[str, str]]
) -> dict[str, Fact]:
    named = {t.target_id: t for t in targets}
    at = {name: n for n, name in enumerate(named)}
    found: dict[str, Fact] = {}

    def apart(first: Sequence[str], second: Sequence[str]) -> bool:
        return _contradict([named[name] for name in first], [named[name] for name in second])

    for group in _groups(named, [*_repeats(targets), *edges], apart):
        primary = min(group, key=lambda name: (*_rank(named[name], sources[named[name].document_id]), at[name]))
        found |= {name: Fact(_fact_id(named[primary]), name == primary) for name in group}
    return found


def _groups(
    names: Iterable[str], edges: Iterable[tuple[str, str]], apart: Callable[[Sequence[str], Sequence[str]], bool]
) -> list[list[str]]:
    """What edges join over any number of steps, unless it must stay apart; in the order of the first of each."""
    groups = {name: [name] for name in names}
    for a, b in edges:
        first, second = groups[a], groups[b]
        if first is not second and not apart(first, second):
            # The shorter one is moved, so that the cost stays near linear.
            longer, shorter = (first, second) if len(first) >= len(second) else (second, first)
            longer += shorter
            groups.update(dict.fromkeys(shorter, longer))
    return list({id(group): group for group in groups.values()}.values())


def _rank(target: NumericTarget, source: Source) -> tuple[int, str, int, bool]:
    """Who is counted first: the edition of more authority, its first language, a table before the prose."""
    languages = [language[:2] for language in source.language]
    place = languages.index(target.language[:2]) if target.language[:2] in languages else len(languages)
    return (*precedence(source), place, target.element != "table")


def _fact_id(primary: NumericTarget) -> str:
    """The primary row's words again: it changes only when a document of more authority joins the family."""
    return f"{primary.document_id}-f-{primary.target_id.rpartition('-')[2]}"


def _contradict(first: Sequence[NumericTarget], second: Sequence[NumericTarget]) -> bool:
    """Whether one document says two things there in one language."""
    known = {(t.document_id, t.language): t for t in first}
    there = ((t, known.get((t.document_id, t.language))) for t in second)
    return any(other is not None and not same_values(t, other) for t, other in there)


def _repeats(targets: Sequence[NumericTarget]) -> Iterator[tuple[str, str]]:
    """Lines of tables and the prose of the same document that repeats them."""
    lines: dict[tuple[object, ...], list[NumericTarget]] = {}
    for target in targets:
        if target.element == "table":
            for name in _names(target):
                lines.setdefault(_told(target, name), []).append(target)
    for target in targets:
        if target.element == "table" or target.scope:
            continue
        for name in _names(target):
            same = {t.target_id: t for t in lines.get(_told(target, name), ())}
            # Two lines that would do are none: only what is sure is joined.
            if len(same) == 1:
                yield next(iter(same)), target.target_id
                break


def _names(target: NumericTarget) -> tuple[str, ...]:
    own = squeeze(target.indicator).lower()
    return (target.indicator_id, own) if target.indicator_id else (own,)


def _told(target: NumericTarget, name: str) -> tuple[object, ...]:
    """Everything that must agree; comparators need not: tables print > for what prose calls 以上."""
    return (
        target.document_id,
        target.language,
        name,
        target.value,
        target.value_max,
        target.unit,
        target.target_year,
        target.reference_year,
        target.direction in ("increase_by", "reduce_by", "add"),
    )
