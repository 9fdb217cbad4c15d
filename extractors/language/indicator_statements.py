"""Which indicator a statement gives a value of: a level, what is added to it, or neither of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from extractors.language.indicator_names import vocabulary
from extractors.language.indicator_vocabulary import KnownIndicator, identify
from extractors.records import NumericTarget
from extractors.targets.units import units

_CHANGING = ("add", "increase_by", "reduce_by")
_CHANGED = ("annual", "cumulative")
_STEADY = frozenset(("share", "rate", "ratio", "factor", "time", "concentration"))
"""Quantities that have a level at a date; of all others something comes anew every year, if it is no stock."""

_CLAUSE = {"zh": re.compile(r"[，；。：,;]"), "en": re.compile(r"[;:]|[,.](?!\d)")}
_PIECE = {"zh": re.compile(r"[，；。：、,;]"), "en": re.compile(r"[;:]|[,.](?!\d)")}
_OF_WHICH = re.compile(r"^\s*(?:其中|of which|including|of them)")
_MARK_REACH = 6
_BLANKS = re.compile(r"\s+")
_BY = re.compile(r"\bby (?:about |around |nearly |almost |over |more than |at least |some )?$", re.IGNORECASE)
_NUMBERS = re.compile(r"\d[\d.,]*+(?![A-Za-z])")
"""Of a name as 5G the digit is no number."""

_OPPOSITE = (frozenset(("ge", "gt")), frozenset(("le", "lt")))


def with_target_indicators(targets: Iterable[NumericTarget], title: str = "") -> list[NumericTarget]:
    """Targets with their indicators' ids and labels.

    Args:
        targets: Those of one document.
        title: The document's title, which tells which region's they are.

    Returns:
        The same targets in their order. A name that one sentence gives two values of one year is two indicators'
        or two owners', so that neither has an id.
    """
    found = [with_indicator(target, title) for target in targets]
    doubted = _doubted(found)
    return [replace(t, indicator_id=None, indicator_label_en=None) if n in doubted else t for n, t in enumerate(found)]


def with_indicator(target: NumericTarget, title: str = "") -> NumericTarget:
    """A target with its indicator's id and label; null for a change of what is known only as a level."""
    named = _named(target, target.indicator, title)
    if named is None:
        # 'Newly listed companies' need no entry of their own; of what is no stock nothing is added.
        bare = _words(target.language, "addition", "addition_named").sub(" ", target.indicator)
        named = _named(target, bare, title) if bare != target.indicator else None
        named = named if named and named.added else None
    found = _meant(named, target) if named else None
    return replace(target, indicator_id=found.id, indicator_label_en=found.label_en) if found else target


def _named(target: NumericTarget, name: str, title: str) -> KnownIndicator | None:
    return identify(name, target.language, target.unit, target.scope, target.direction, title)


def _meant(named: KnownIndicator, target: NumericTarget) -> KnownIndicator | None:
    """What a statement is about whose name is an indicator's."""
    if named.says == "change":
        return named
    unit = units().get(target.unit or "")
    quantity = unit.quantity if unit else ""
    if quantity == "difference of shares":
        return None
    if named.says == "work":
        return None if target.direction in ("increase_by", "reduce_by") else named
    if named.added is not None:
        return _stock(named, target)
    if target.direction in _CHANGING or _adds(target, whole_clause=False):
        return None
    if target.change_period not in _CHANGED or target.direction != "none":
        return named
    return named if quantity not in _STEADY and not _changes(target) and not _sums(target) else None


def _stock(named: KnownIndicator, target: NumericTarget) -> KnownIndicator | None:
    if target.direction in ("add", "build", "increase_by"):
        return named.added
    if target.direction == "reduce_by":
        return None
    past = target.change_period in _CHANGED and target.direction == "none"
    if _adds(target, whole_clause=past):
        return named.added
    # 'Built 30' of a fact may be all there are or those of a year.
    return None if past else named


def _adds(target: NumericTarget, *, whole_clause: bool) -> bool:
    """Whether words of addition stand in the name or before the number."""
    said = f"{target.indicator} {target.counted_object or ''}"
    before = _before(target, whole_clause=whole_clause)
    named = _words(target.language, "addition", "addition_named", "renewal")
    return bool(named.search(said) or _words(target.language, "addition", "renewal").search(before))


def _changes(target: NumericTarget) -> bool:
    known = _words(target.language, "change", "moved")
    before = _before(target, whole_clause=False)
    return any(pattern.search(before) for pattern in (known, _BY)) or bool(known.search(target.indicator))


def _sums(target: NumericTarget) -> bool:
    words = vocabulary()[f"{_language(target.language)}_forms"]["sum"]
    said = f"{target.indicator} {_before(target, whole_clause=True)}"
    return any(word in said for word in words)


def _before(target: NumericTarget, *, whole_clause: bool) -> str:
    """What stands before the number in its clause, or in its member of a list.

    A clause of 'of which' goes on with what the clause before says of the whole.
    """
    if target.element == "table":
        return ""
    language = _language(target.language)
    text = target.quote[: max(0, target.number_char_start - target.char_start)]
    # Printed lines end anywhere; Chinese needs no blanks at all.
    text = _BLANKS.sub("" if language == "zh" else " ", text)
    clauses = _CLAUSE[language].split(text)
    # 'By 20 to 60': what is said of a number ends with it, but a Chinese list has one verb for all its members.
    listed = whole_clause and language == "zh"
    last = clauses[-1] if listed else _NUMBERS.split(_PIECE[language].split(text)[-1])[-1]
    return f"{clauses[-2]} {last}" if len(clauses) > 1 and _OF_WHICH.match(clauses[-1]) else last


def _doubted(targets: Sequence[NumericTarget]) -> set[int]:
    """Places of targets whose indicator has several values of one year in one sentence."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for n, t in enumerate(targets):
        if t.indicator_id and t.element != "table":
            year = t.target_year or t.reference_year
            told = (t.scope, t.unit, year, t.change_period, t.kind, t.direction)
            groups.setdefault((t.char_start, t.char_end, t.indicator_id, *told), []).append(n)
    return {n for places in groups.values() if _disagree([targets[p] for p in places]) for n in places}


def _disagree(targets: Sequence[NumericTarget]) -> bool:
    if len({(t.value, t.value_max) for t in targets}) < 2:
        return False
    bounds = all(any(t.comparator in side for t in targets) for side in _OPPOSITE)
    return not bounds and not _steps(targets)


def _steps(targets: Sequence[NumericTarget]) -> bool:
    """Whether every value but the highest is a mark that was passed: over 6 trillion, reaching 6.3."""
    *passed, _highest = sorted(targets, key=lambda t: t.value or 0.0)
    return len(targets) == 2 and all(t.comparator in _OPPOSITE[0] or _is_mark(t) for t in passed)


def _is_mark(target: NumericTarget) -> bool:
    behind = target.quote[max(0, target.number_char_end - target.char_start) :].lstrip()
    marks = vocabulary()[f"{_language(target.language)}_forms"]["marks"]
    return any(word in behind[:_MARK_REACH] for word in marks)


def _language(tag: str) -> str:
    return "zh" if tag.startswith("zh") else "en"


@cache
def _words(tag: str, *kinds: str) -> re.Pattern[str]:
    """Words of some kinds, unless what follows them makes them others or says that a level was reached."""
    forms = vocabulary()[f"{_language(tag)}_forms"]
    words = [word for kind in kinds for word in forms.get(kind, ())]
    any_word = "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))
    after = forms["level_after"]
    if _language(tag) == "zh":
        # 更新设备 and 创新建设 begin other words.
        return re.compile(rf"(?<![更创翻革高])(?:{any_word})(?![{''.join(after)}])")
    return re.compile(rf"(?<!value[ -])\b(?:{any_word})\b(?![ -](?:to|{'|'.join(after)})\b)", re.IGNORECASE)
