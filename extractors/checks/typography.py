"""Marks and letters that a text writes in two ways, and passages that are no writing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from extractors.checks.material import LONGEST_SPAN, Finding, Material, span_of

_APOSTROPHES = re.compile(r"(?<![\w'’])([A-Z][a-z]+)(['’])([a-z]{2,})(?![\w'’])")
_CLITICS = frozenset({"ll", "re", "ve"})
_SEPARATED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])")
_PLAIN = re.compile(r"(?<![\w.,/:\-–—])\d{4,9}(?:\.\d+)?(?![\w/:\-–—])")
_UNIT_BEHIND = re.compile(r" ?(?:%|[a-z]{2,}|°)")
_CODE_BEFORE = re.compile(r"(?:\b(?:[Nn]o|[Nn]umber|[Bb]ox|[Cc]ode|ISO|GB)\b\.? ?|[A-Z#$€£¥]|[A-Z]{2,} |[0-9] )$")
_YEAR = range(1800, 2101)
_LEAST_SEPARATED = 5
_HABIT = 0.8

_ODD_TOKEN = re.compile(r"(?=[^\s]*[!#$*+<=>?@\\^_`{|}~][^\s]*[!\"#$%&*+;<=>?@\\^_`{|}~])[!-~]{4,}")
_SIGNS = frozenset('!"#$%&*+;<=>?@\\^_`{|}~')
_ADDRESS = re.compile(r"https?:|www\.|@\w+\.|\.(?:com|org|cn|gov|net|html?)\b")
_WORD = re.compile(r"[^\W\d_]{4}|[一-鿿]")
_LEAST_SORTS = 4
_MOST_LETTERS = 0.5


def typography(material: Material) -> Iterator[Finding]:
    """Apostrophes of two kinds in one name, numbers without the document's separator, garbled passages."""
    yield from _apostrophes(material)
    yield from _separators(material)
    yield from _garbled(material)


def _apostrophes(material: Material) -> Iterator[Finding]:
    places: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for block in material.in_language("en"):
        for m in _APOSTROPHES.finditer(block.text.text):
            if m[3] not in _CLITICS:
                places[m[1] + "'" + m[3]][m[2]].append(span_of(block.text, m.start(), m.end()))
    for name, kinds in sorted(places.items()):
        if len(kinds) == 2:
            rare, usual = sorted(kinds, key=lambda k: (len(kinds[k]), k))
            (start, end), (other_start, other_end) = kinds[rare][0], kinds[usual][0]
            yield Finding(
                check="apostrophe_two_ways",
                message=f"{name} is written {len(kinds[rare])} times with {rare} and {len(kinds[usual])} times with "
                f"{usual}: the same name, two strings.",
                start=start,
                end=end,
                value=rare,
                other_value=usual,
                other_start=other_start,
                other_end=other_end,
            )


def _separators(material: Material) -> Iterator[Finding]:
    english = material.in_language("en")
    separated = sum(len(_SEPARATED.findall(b.text.text)) for b in english)
    plain = [(b, m) for b in english for m in _PLAIN.finditer(b.text.text) if _wants_separator(m)]
    if separated < _LEAST_SEPARATED or separated < _HABIT * (separated + len(plain)):
        return
    for block, match in plain:
        start, end = span_of(block.text, match.start(), match.end())
        whole, dot, part = match[0].partition(".")
        right = f"{int(whole):,}{dot}{part}"
        message = f"{match[0]} has no separator of thousands; {separated} other numbers have one."
        yield Finding("thousands_separator", message, start, end, value=match[0], other_value=right)


def _wants_separator(match: re.Match[str]) -> bool:
    whole, dot, _ = match[0].partition(".")
    text = match.string
    # A quantity has its unit behind it; an axis, a box number or a code has not.
    if (
        whole.startswith("0")
        or not _UNIT_BEHIND.match(text, match.end())
        or _CODE_BEFORE.search(text, 0, match.start())
    ):
        return False
    return bool(dot) or (int(whole) not in _YEAR and len(whole) >= 5)


def _garbled(material: Material) -> Iterator[Finding]:
    """Neighbouring tokens of signs, in the raw text: paragraphs of them may be kept out of the outline."""
    text = material.document.text
    run: list[tuple[int, int]] = []
    for match in _ODD_TOKEN.finditer(text):
        if _ADDRESS.search(match[0]):
            continue
        if run and _WORD.search(text, run[-1][1], match.start()):
            yield from _garbled_finding(text, run)
            run = []
        run.append(match.span())
    yield from _garbled_finding(text, run)


def _garbled_finding(text: str, run: list[tuple[int, int]]) -> Iterator[Finding]:
    passage = text[run[0][0] : run[-1][1]] if run else ""
    # Code and its names are mostly letters.
    letters = sum(c.isalpha() for c in passage)
    if _signs(passage) >= _LEAST_SORTS and letters <= _MOST_LETTERS * len(passage):
        start, end = run[0][0], run[-1][1]
        message = f"{end - start} characters are no writing: they are not those printed."
        yield Finding("garbled_passage", message, start, min(end, start + LONGEST_SPAN))


def _signs(text: str) -> int:
    """How many sorts of signs that words do not have; a rule of one sign is no writing gone wrong."""
    return sum(sign in _SIGNS for sign in set(text))
