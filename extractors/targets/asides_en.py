"""What stands in an English sentence beside it: list marks, glosses, conversions and periods in brackets."""

from __future__ import annotations

import re

from extractors.targets.numbers_en import Token
from extractors.targets.quantities_en import currency_before
from extractors.targets.vocabulary_en import unit_phrases, words, wordset

LONGEST_BRACKET = 60
LONGEST_CONVERSION = 12
LONGEST_UNIT = 5
MARKS = {"■", "□", "●", "○", "•", "·", "▪", "◆", "◇", "–", "—", "-", "*", "►", "▶", "➢", "✓", "√", ">", "_"}
GLUED = re.compile(r"\d[\d,.]*([a-z][a-z\d]*)")
ROMAN = set("ivx")
ODD = set("!?#&'\"*;:<>=@\\^`{|}~_")


def apart(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Part the sentence from what is said aside.

    Aside are: marks and numerals of a list, a translator's words in square brackets, originals in another script, a
    sum in another currency right behind a sum, and a period of years in parentheses.
    """
    main: list[Token] = []
    aside: list[Token] = []
    at = _first_word(tokens)
    while at < len(tokens):
        end = _aside_end(tokens, at)
        if end > at:
            aside += tokens[at:end]
            at = end
        else:
            main.append(tokens[at])
            at += 1
    return main, aside


def _first_word(tokens: list[Token]) -> int:
    """Where the sentence begins behind the marks of a list."""
    at = 0
    while at < len(tokens) and at < 6 and tokens[at].text in MARKS:
        at += 1
    return at


def _numbered(tokens: list[Token], at: int) -> bool:
    """'1)' at the beginning or behind a sign: the number of a member of a list."""
    if not tokens[at].text.isdigit() or len(tokens[at].text) > 2 or at + 1 >= len(tokens) or tokens[at + 1].text != ")":
        return False
    if at == 0:
        return True
    before, spaced = tokens[at - 1], tokens[at - 1].end < tokens[at].start
    return spaced and (before.text in ";:." or (before.low in ("and", "or") and tokens[at - 2].text in ";,"))


def _aside_end(tokens: list[Token], at: int) -> int:
    """The token behind what is said aside from `at` on, or `at` itself."""
    text = tokens[at].text
    if _numbered(tokens, at):
        return at + 2
    if text not in ("[", "(", "（"):
        return at
    end = _closing(tokens, at)
    if text == "[":
        return end
    if tokens[end - 1].text not in ")）":
        return at
    inside = tokens[at + 1 : end - 1]
    if _abbreviates(tokens, at, inside) or _repeats(tokens, at, inside):
        return end
    if _ages(inside) or (inside and inside[0].low == "it" and len(inside) <= LONGEST_CONVERSION):
        return end  # "(0–6 years)", "(it is now 8.3%)"
    if _foreign(inside) or _list_numeral(tokens, at, inside) or _years(inside) or _converts(tokens, at, inside):
        return end
    return at


def _closing(tokens: list[Token], at: int) -> int:
    depth = 0
    for place in range(at, min(at + LONGEST_BRACKET, len(tokens))):
        depth += (tokens[place].text in "[(（") - (tokens[place].text in "])）")
        if depth == 0:
            return place + 1
    return min(at + LONGEST_BRACKET, len(tokens))


def _abbreviates(tokens: list[Token], at: int, inside: list[Token]) -> bool:
    """'332 million tonnes (mt)': what the unit is called from here on."""
    if len(inside) != 1 or not inside[0].text.isalpha() or len(inside[0].text) > LONGEST_UNIT:
        return False
    return (
        inside[0].low in unit_phrases().heads
        and _measure_before([t.low for t in tokens[max(at - 8, 0) : at]]) is not None
    )


def _ages(inside: list[Token]) -> bool:
    """'(0–6 years)', '(15 years and above)', '(aged 25 to 34)': whose measure it is."""
    lows = [t.low for t in inside]
    spans = bool({"years", "yrs", "aged", "age", "ages"} & set(lows)) and any(low.isdigit() for low in lows)
    return spans and all(low.isdigit() or low in wordset("asides", "in_ages") for low in lows)


def _repeats(tokens: list[Token], at: int, inside: list[Token]) -> bool:
    """'four (4) months': the number once more."""
    if len(inside) != 1 or not at or not inside[0].text.isdigit():
        return False
    spelled = words("numbers")["units"].get(tokens[at - 1].low)
    return spelled is not None and float(spelled) == float(inside[0].text)


def _foreign(inside: list[Token]) -> bool:
    """Whether Chinese characters stand within the parenthesis."""
    return any("\u3400" <= token.text[0] <= "\u9fff" for token in inside[:12])


def _list_numeral(tokens: list[Token], at: int, inside: list[Token]) -> bool:
    """'(i)', '(xiv)', '(b)' at the beginning, behind a sign or before a clause."""
    if len(inside) != 1:
        return False
    low = inside[0].low
    opens = at == 0 or tokens[at - 1].text in ",;:.—–" or tokens[at - 1].low in ("and", "or")
    return opens and (len(low) == 1 or set(low) <= ROMAN) and low.isalpha()


def _years(inside: list[Token]) -> bool:
    """'(2016/17)', '(2012–17)', '(2021 to 2025)': the period that a plan or a value is of."""
    lows = [t.low for t in inside if t.text not in "-–—/"]
    digits = [low for low in lows if low.isdigit()]
    first = bool(digits) and len(digits[0]) == 4 and digits[0][:2] in ("19", "20")
    return first and len(digits) > 1 and all(low.isdigit() or low in ("to", "and") for low in lows)


def _converts(tokens: list[Token], at: int, inside: list[Token]) -> bool:
    """'2 trillion yuan ($300 billion)', 'USD 5 (KES 600)', '30 mu (2 hectares)': the same once more."""
    if not 0 < len(inside) <= LONGEST_CONVERSION or any(t.text in ODD for t in inside):
        return False
    money = _money(tokens, max(at - 7, 0), at) and _money([*inside], 0, len(inside))
    if money:
        return True
    size = _unit_before([t.low for t in inside], len(inside))
    before = _measure_before([t.low for t in tokens[max(at - 7, 0) : at]])
    if size is not None and before is not None and size == (len(inside), before[1]):
        return True  # "5 megawatts (MW)"
    if size is None or before is None or size[1] in ("%", "persons", "pp", "years") or size[1] == before[1]:
        return False
    return all(
        t.text[0].isdigit() or t.low in wordset("asides", "in_conversions") or t is inside[-1] for t in inside[:-1]
    )


def _money(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a sum of money stands in [first, last)."""
    digits = any(t.text[0].isdigit() for t in tokens[first:last])
    named = any(
        (found := unit_phrases().starting([tokens[i].low], 0)) and found[1] in wordset("units", "currencies")
        for i in range(first, last)
    )
    signed = any(currency_before(tokens, i) for i in range(first + 1, last) if tokens[i].text[0].isdigit())
    glued = any(t.low.rstrip("0123456789.,") in words("units")["before"] for t in tokens[first:last])
    return (digits and (named or signed or glued)) or glued


def _measure_before(lows: list[str]) -> tuple[int, str] | None:
    """The unit right before the end, or a per cent with a few words behind it: '8% wind (338 TWh)'."""
    for nouns in range(min(len(lows), 6)):
        found = _unit_before(lows, len(lows) - nouns)
        if found:
            return found if not nouns or (found[1] == "%" and all(w.isalpha() for w in lows[-nouns:])) else None
    return None


def _unit_before(lows: list[str], end: int) -> tuple[int, str] | None:
    """The unit of one or two words that ends before a place."""
    if end and (suffix := GLUED.fullmatch(lows[end - 1])) and (found := unit_phrases().starting([suffix.group(1)], 0)):
        return found  # "792TWh"
    for length in (1, 2):
        found = unit_phrases().starting(lows, end - length) if length <= end else None
        if found and found[0] == length:
            return found
    return None
