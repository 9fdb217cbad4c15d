"""Rows of `crosswalk` for the places that the editions of a work name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extractors.identity import Ids
from extractors.language.editions import Edition
from extractors.language.links import precedence
from extractors.language.place_chinese import ChinesePlaces
from extractors.language.place_links import pair_names
from extractors.language.place_names import PlaceName, place_names
from extractors.language.place_sounds import ABBREVIATIONS
from extractors.language.place_units import passages_between, stretches
from extractors.language_records import CrosswalkLink, ParallelText

_BY_POSITION = 0.5
_SEPARATORS = "、，及和与至经"
_MEMBER = range(2, 9)  # characters of one place in a Chinese list

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _InChinese:
    """What an English name is called in the Chinese edition: its raw span there, and whether it sounds like it."""

    span: Span
    score: float
    sounds: bool


def link_places(family: Sequence[Edition], passages: Sequence[ParallelText]) -> tuple[CrosswalkLink, ...]:
    """The same places in every two editions of a work, the one of more authority on the left.

    English editions are compared by items and sections; with a Chinese one by items and aligned passages. What only
    its position in a list links `differs` in its name, unless the Chinese shows that a translation of less authority
    has it right.

    Args:
        family: The editions, sorted by id.
        passages: Their aligned passages.
    """
    chinese = [e for e in family if "zh" in _languages(e)]
    english = [e for e in family if "en" in _languages(e)]
    told: dict[tuple[str, Span], _InChinese] = {}
    links: list[CrosswalkLink] = []
    for zh in chinese:
        for en in english:
            if zh.id != en.id or len(_languages(zh)) > 1:
                found = dict(_named(zh, en, passages))
                told |= {(en.id, span): there for span, there in found.items()}
                links += _with_chinese(zh, en, found)
    for left, right in combinations(sorted(english, key=lambda e: precedence(e.source)), 2):
        links += _with_english(left, right, told)
    return tuple(links)


def _languages(edition: Edition) -> set[str]:
    return {tag.split("-")[0] for tag in edition.source.language}


def _named(zh: Edition, en: Edition, passages: Sequence[ParallelText]) -> Iterator[tuple[Span, _InChinese]]:
    """English names that the Chinese edition has too, by raw span."""
    there, here = stretches(zh, "zh"), stretches(en, "en")
    units = [(there[key], text) for key, text in here.items() if key[0] == "box" and key[-1] and key in there]
    for chinese, english in [*units, *passages_between(zh, en, passages)]:
        names = place_names(english.text)
        if not names:
            continue
        places = ChinesePlaces(chinese.text)
        found = {at: place for at, name in enumerate(names) if (place := places.find(name))}
        for at, name in enumerate(names):
            place, sounds = found.get(at), True
            if place is None:
                place, sounds = _by_position(at, names, found, chinese.text), False
            if place is not None:
                yield english.raw_span(name.start, name.end), _InChinese(chinese.raw_span(*place[:2]), place[2], sounds)


def _by_position(
    at: int, names: Sequence[PlaceName], found: dict[int, tuple[int, int, float]], text: str
) -> tuple[int, int, float] | None:
    """The one member of the Chinese list between those of the names before and behind."""
    before, behind = found.get(at - 1), found.get(at + 1)
    if before is None or behind is None or len({names[n].series for n in (at - 1, at, at + 1)}) > 1:
        return None
    between = text[before[1] : behind[0]]
    member = between.strip(_SEPARATORS)
    if len(member) not in _MEMBER or any(c in _SEPARATORS for c in member) or between == member:
        return None
    start = before[1] + between.index(member)
    return start, start + len(member), _BY_POSITION


def _with_chinese(zh: Edition, en: Edition, found: dict[Span, _InChinese]) -> Iterator[CrosswalkLink]:
    zh_first = precedence(zh.source) <= precedence(en.source)
    ids = Ids(zh.id if zh_first else en.id)
    # An official translation may use a name that is customary and sounds like nothing in Chinese.
    may_differ = en.source.authority not in ("official", "official_translation")
    for span, there in sorted(found.items()):
        short = {ABBREVIATIONS.get(character) for character in zh.text[slice(*there.span)]}
        difference = "name" if may_differ and not there.sounds and en.text[slice(*span)] not in short else None
        sides = (zh, there.span), (en, span)
        yield _link(ids, *(sides if zh_first else sides[::-1]), difference, there.score)


def _with_english(left: Edition, right: Edition, told: dict[tuple[str, Span], _InChinese]) -> Iterator[CrosswalkLink]:
    ids = Ids(left.id)
    mine, theirs = stretches(left, "en"), stretches(right, "en")
    for key, here in mine.items():
        there = theirs.get(key)
        if there is None:
            continue
        for pair in pair_names(place_names(here.text), place_names(there.text)):
            one = here.raw_span(pair.left.start, pair.left.end)
            other = there.raw_span(pair.right.start, pair.right.end)
            wrong = pair.how == "position" and not _excused(
                (left, told.get((left.id, one))), (right, told.get((right.id, other)))
            )
            yield _link(ids, (left, one), (right, other), "name" if wrong else None, pair.score)


def _excused(one: tuple[Edition, _InChinese | None], other: tuple[Edition, _InChinese | None]) -> bool:
    """Whether two names that sound unlike are one place all the same.

    An edition of more authority may use a customary name; then the other one only has to sound like the Chinese.
    """
    (_, here), (_, there) = one, other
    if here and there and here.sounds and there.sounds:
        return here.span[0] < there.span[1] and there.span[0] < here.span[1]
    (above, _), (below, said) = sorted((one, other), key=lambda side: precedence(side[0].source))
    return bool(said and said.sounds) and above.source.authority != below.source.authority


def _link(
    ids: Ids, left: tuple[Edition, Span], right: tuple[Edition, Span], difference: str | None, score: float
) -> CrosswalkLink:
    (one, here), (other, there) = left, right
    left_text, right_text = _words(one.text[slice(*here)]), _words(other.text[slice(*there)])
    return CrosswalkLink(
        link_id=ids.make("l", "place", left_text, other.id, right_text),
        link_kind="place",
        left_document_id=one.id,
        left_id=None,
        left_text=left_text,
        right_document_id=other.id,
        right_id=None,
        right_text=right_text,
        agreement="differs" if difference else "same",
        difference=difference and f"{difference}: {left_text} / {right_text}",
        score=round(score, 3),
        left_char_start=here[0],
        left_char_end=here[1],
        right_char_start=there[0],
        right_char_end=there[1],
    )


def _words(raw: str) -> str:
    return " ".join(raw.split())
