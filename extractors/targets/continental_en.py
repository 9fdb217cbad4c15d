"""Numbers printed with a decimal comma or with points between thousands: '7,5%', '1.234.567', '23.900'."""

from __future__ import annotations

import re

from extractors.targets.tokens_en import Token, glued
from extractors.targets.vocabulary_en import unit_phrases, words

_MAYBE = re.compile(r"\d,\d{1,2}(?![\d,])|\d\.\d{3}\.\d{3}(?!\d)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DASHES = {"-", "–", "—", "~"}


def in_plain_form(sentence: str, tokens: list[Token]) -> list[Token]:
    """Write such numbers as the others: '7.5', '1234567'; their places in the sentence stay.

    A comma before one or two digits is a decimal one where a unit or scale follows. A single point before three
    digits parts thousands only where another number of the sentence shows that points or commas are used so.
    """
    if not _MAYBE.search(sentence):
        return tokens
    found, shown = _joined(tokens)
    if not shown:
        return found
    return [
        t._replace(text=(plain := t.text.replace(".", "")), low=plain) if _THOUSANDS.fullmatch(t.text) else t
        for t in found
    ]


def _joined(tokens: list[Token]) -> tuple[list[Token], bool]:
    """The tokens with decimals behind a comma and further thousands behind a point joined, and whether any were."""
    found: list[Token] = []
    shown, at = False, 0
    while at < len(tokens):
        token, last = _thousands(tokens, at)
        text = token.text
        if last < len(tokens) and tokens[last].text == "," and _decimal(tokens, at, last):
            text, last = f"{text}.{tokens[last + 1].text}", last + 2
        shown = shown or text != tokens[at].text
        found.append(Token(token.start, tokens[last - 1].end, text, text.lower()) if last > at + 1 else tokens[at])
        at = last
    return found, shown


def _thousands(tokens: list[Token], at: int) -> tuple[Token, int]:
    """'1.234' '.' '567' as one token, and the place behind it; other tokens as they are."""
    token, last = tokens[at], at + 1
    if not _THOUSANDS.fullmatch(token.text):
        return token, last
    text = token.text.replace(".", "")
    while glued(tokens, last - 1, last) and glued(tokens, last, last + 1) and tokens[last].text == ".":
        if not (len(tokens[last + 1].text) == 3 and tokens[last + 1].text.isdigit()):
            break
        text, last = text + tokens[last + 1].text, last + 2
    decimal = last < len(tokens) and tokens[last].text == "," and _decimal(tokens, at, last)
    return (token._replace(text=text), last) if last > at + 1 or decimal else (token, at + 1)


def _decimal(tokens: list[Token], first: int, comma: int) -> bool:
    """Whether a comma parts a whole number from its decimals: one or two digits and a unit behind it."""
    if not (glued(tokens, comma - 1, comma) and glued(tokens, comma, comma + 1)):
        return False
    digits = tokens[comma + 1].text
    listed = first > 0 and tokens[first - 1].text == "," and glued(tokens, first - 1, first)
    if listed or not digits.isdigit() or len(digits) > 2 or not tokens[first].text.replace(".", "").isdigit():
        return False
    behind = tokens[comma + 2].low if comma + 2 < len(tokens) else ""
    if behind in _DASHES and comma + 5 < len(tokens) and tokens[comma + 4].text == ",":
        return _decimal(tokens, comma + 3, comma + 4)
    per_cent = [t.low for t in tokens[comma + 2 : comma + 4]] == ["per", "cent"]
    return per_cent or behind in words("numbers")["scales"] or behind in unit_phrases().heads - {"per"}
