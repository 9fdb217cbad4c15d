"""Which rows are one fact, and which of them is the row to count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.identity import squeeze
from extractors.language.editions import Edition
from extractors.language.links import Linked, link_columns, precedence
from extractors.language.target_links_values import same_values
from extractors.records import NumericTarget
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


def _facts(
    targets: Sequence[NumericTarget], sources: Mapping[str, Source], edges: Iterable[tuple[str, str]]
) -> dict[str, Fact]:
    groups = {t.target_id: [t] for t in targets}
    for a, b in [*_repeats(targets), *edges]:
        first, second = groups[a], groups[b]
        if first is not second and not _contradict(first, second):
            first += second
            for target in second:
                groups[target.target_id] = first
    found: dict[str, Fact] = {}
    at = {t.target_id: n for n, t in enumerate(targets)}
    for name, group in groups.items():
        primary = min(group, key=lambda t: (*_rank(t, sources[t.document_id]), at[t.target_id]))
        found[name] = Fact(_fact_id(primary), primary.target_id == name)
    return found


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
