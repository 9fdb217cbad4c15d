"""Blanks where none belong: doubled, before punctuation, inside brackets, around hyphens, inside Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.repair.edits import Edit
from extractors.repair.words import Vocabulary

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CJK_PUNCTUATION = "，。、；：？！）》」』】〕"

# At most so many blanks are a slip; more are columns or the indents of headings run together.
_DOUBLED = re.compile(r"(?<=\S) {2,3}(?=\S)")
_BEFORE_PUNCTUATION = re.compile(r"(?<=[\w)\]”’\"'%ÓÕ-]) {1,2}(?=[,;:!?](?:[\s”’\"')\]Ó]|$)|\.(?:[\s”’\"')\]Ó]|$))")
# Without any of these a line need not be searched; few lines have one.
_SUSPECTS = (" ,", " ;", " :", " .", " !", " ?", "( ", "[ ", "“ ", "Ò ", " )", " ]", " ”")
# Empty brackets `( )` stand for a sign and stay.
_AFTER_OPENING = re.compile(r"(?<=[(\[“]) {1,2}(?=[^\s)\]”])|(?:(?<=^Ò)|(?<=[\s(]Ò)) (?=\w)")
_BEFORE_CLOSING = re.compile(r"(?<=[^\s(\[“]) {1,2}(?=[)\]”])")
_PERCENT_CLOSE = re.compile(r"\d%")
_PERCENT = re.compile(r"(?<=\d) (?=%)")
_BLANK_DIGIT = re.compile(r" \d")
_CODE = re.compile(r"\b([A-Z][A-Za-z]{0,3}) (\d[\d.]*)\b")
_CHAIN = re.compile(r"(?<![\w-])[A-Za-z0-9]++(?:(?: {1,2}-|-) {0,2}[A-Za-z0-9]++)+")
_AT_HYPHEN = re.compile(r"( *- *)")
_ONE_SIDED = re.compile(r"[a-z] -[a-z]|[a-z]- (?!and\b|or\b|to\b)[a-z]")
_AFTER_CJK_PUNCTUATION = re.compile(rf"(?<=[{_CJK_PUNCTUATION}]) +(?=[{HAN}0-9“《（])")
_SPACED_LABEL = re.compile(rf"^([{HAN}])([ \u3000]+)([{HAN}])(?=[:：]|\s*$)")
_LETTER_SPACED = re.compile(rf"(?<![{HAN}])[{HAN}](?: [{HAN}]){{3,}}(?![{HAN}])")
_TWO_SIDED = re.compile(r"(?<![A-Za-z])([a-z]++) - ([a-z]++)(?![A-Za-z])")
_LEAST_ONE_SIDED = 5
_LEAST_PROVEN = 3
# How far ahead the second half of `mid- and long-term` may stand.
_AHEAD = 80
_NUMERALS = frozenset("一二三四五六七八九十百千万亿零〇甲乙丙丁")

_COORDINATORS = frozenset({"and", "or", "to", "nor", "but", "as"})
# Words that open or close a clause and are no part of a compound: a dash stands beside them.
_NO_PARTS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "we", "it", "they", "he", "she", "you", "i", "his",
    "her", "its", "our", "their", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will",
    "would", "can", "could", "must", "should", "may", "might", "which", "who", "whom", "whose", "where", "when",
    "while", "because", "if", "then", "than",
})  # fmt: skip
# Tabs stay: readers set them between the cells of a table.
_ODD_BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")


def odd_blanks(line: str) -> Iterator[Edit]:
    """Blanks of other code points become plain ones, characters without width go."""
    for match in _ODD_BLANK.finditer(line):
        yield Edit(match.start(), match.end(), " ", "odd_blank", "blank_of_other_code_point")
    for match in _INVISIBLE.finditer(line):
        yield Edit(match.start(), match.end(), "", "odd_blank", "character_without_width")


def around_punctuation(line: str) -> Iterator[Edit]:
    """Blanks before punctuation, behind opening and before closing brackets."""
    if not any(pair in line for pair in _SUSPECTS):
        return
    for match in _BEFORE_PUNCTUATION.finditer(line):
        yield Edit(match.start(), match.end(), "", "space_before_punct", "blank_before_punctuation")
    for match in _AFTER_OPENING.finditer(line):
        yield Edit(match.start(), match.end(), "", "paren_space", "blank_behind_opening_bracket")
    for match in _BEFORE_CLOSING.finditer(line):
        yield Edit(match.start(), match.end(), "", "paren_space", "blank_before_closing_bracket")


def sets_percent_apart(lines: Iterable[str]) -> bool:
    """Whether `10 %` is how the document prints per cent (as in SI and in many languages) and no slip."""
    apart = close = 0
    for line in lines:
        if "%" in line:
            apart += len(_PERCENT.findall(line))
            close += len(_PERCENT_CLOSE.findall(line))
    return apart > close


def percents(line: str) -> Iterator[Edit]:
    """Blanks between a number and its per cent sign."""
    for match in _PERCENT.finditer(line):
        yield Edit(match.start(), match.end(), "", "odd_space_in_token", "blank_before_per_cent")


def doubled(line: str) -> Iterator[Edit]:
    """Two or three blanks between words of an alphabet; in a row of figures or between cell bars they are columns."""
    if "  " not in line:
        return
    gaps = list(_DOUBLED.finditer(line))
    if any(_is_figure(line[gap.start() - 1]) and _is_figure(line[gap.end()]) for gap in gaps):
        return
    for gap in gaps:
        before, after = line[gap.start() - 1], line[gap.end()]
        if "|" not in (before, after) and not is_cjk(before) and not is_cjk(after):
            yield Edit(gap.start(), gap.end(), " ", "double_space", "doubled_blank")


def _is_figure(char: str) -> bool:
    return char.isdigit() or char in "-—–<>≤≥*%"


def codes(line: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """`O 3` where the document elsewhere writes `O3`."""
    if not _BLANK_DIGIT.search(line):
        return
    for match in _CODE.finditer(line):
        code = (match[1] + match[2]).rstrip(".")
        if vocabulary.codes[code]:
            start = match.end(1)
            yield Edit(start, start + 1, "", "odd_space_in_token", "code_split_by_blank")


def breaks_hyphens(lines: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether a text layer sets blanks at hyphens, so that ` - ` within words is no dash.

    Blanks at one side show it, and so do blanks at both sides where the text has most of these words with a plain
    hyphen elsewhere.
    """
    count = proven = apart = 0
    for line in lines:
        if "- " in line or " -" in line:
            count += len(_ONE_SIDED.findall(line))
            if count >= _LEAST_ONE_SIDED:
                return True
            if " - " in line:
                pairs = [m[0].replace(" ", "") for m in _TWO_SIDED.finditer(line) if m[2] not in _COORDINATORS]
                apart += len(pairs)
                proven += sum(pair in vocabulary.compounds for pair in pairs)
    return proven >= _LEAST_PROVEN and 2 * proven >= apart


def hyphens(line: str, vocabulary: Vocabulary, broken: bool) -> Iterator[Edit]:
    """Blanks before or behind the hyphens of a compound: `well -off`, `fault- tolerant`, `mid - and`.

    `broken` says whether the document sets such blanks often.
    """
    if "- " not in line and " -" not in line:
        return
    for chain in _CHAIN.finditer(line):
        if " " not in chain[0]:
            continue
        pieces = _AT_HYPHEN.split(chain[0])
        read, places, at = list(pieces), [chain.start()], chain.start()
        for piece in pieces:
            at += len(piece)
            places.append(at)
        for k in range(1, len(pieces), 2):
            if pieces[k] != "-":
                rest = line[places[k + 1] : places[k + 1] + _AHEAD]
                read[k] = _read_hyphen(pieces[k - 1], pieces[k], pieces[k + 1], rest, vocabulary, broken) or pieces[k]
        changed = [k for k in range(1, len(pieces), 2) if read[k] != pieces[k]]
        if changed:
            first, last = changed[0] - 1, changed[-1] + 2
            repaired = "".join(read[first:last])
            yield Edit(places[first], places[last], repaired, "hyphen_space", "blank_at_hyphen")


def _read_hyphen(left: str, gap: str, right: str, rest: str, vocabulary: Vocabulary, broken: bool) -> str | None:
    """What to read for the hyphen and the blanks around it; null to leave them."""
    if left.isdigit() and right.isdigit():
        return None
    behind = gap.endswith(" ")
    if behind and right.lower() in _COORDINATORS:
        # A suspended hyphen keeps the blank behind it; with none to come it would be a dash.
        return "- " if gap[0] == " " and re.search(r"\w ?-", rest) else None
    known = f"{left}-{right}".lower() in vocabulary.compounds
    if right[0].isdigit():
        return "-" if known else None
    if behind and gap[0] == " ":
        parts = left.islower() and right.islower() and not {left, right} & _NO_PARTS
        return "-" if known or (broken and parts) else None
    return "-"


def in_chinese(line: str) -> Iterator[Edit]:
    """Blanks behind Chinese punctuation, in labels set wide and in letter-spaced titles."""
    for match in _AFTER_CJK_PUNCTUATION.finditer(line):
        yield Edit(match.start(), match.end(), "", "cjk_punct_space", "blank_behind_chinese_punctuation")
    if label := _SPACED_LABEL.match(line):
        yield Edit(label.start(2), label.end(2), "", "abstract_odd_space", "label_set_wide")
    for match in _LETTER_SPACED.finditer(line):
        if not _NUMERALS.intersection(match[0]):
            yield Edit(match.start(), match.end(), match[0].replace(" ", ""), "abstract_odd_space", "title_set_wide")


def is_cjk(char: str) -> bool:
    """Whether a character is Chinese script or its punctuation."""
    return "\u3000" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uff60"
