"""English number expressions: digits, number words, scale words and ranges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.targets.tokens_en import TOKEN, Token, glued, tokens_of
from extractors.targets.vocabulary_en import words, wordset

__all__ = ["TOKEN", "Number", "Token", "glued", "may_hold_number", "numbers_of", "tokens_of"]

DIGITS = re.compile(r"((?:\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d+(?:,\d{3}(?!\d))*)(?:\.\d+)?)([A-Za-z][A-Za-z\d]*[²³]?)?")
FRACTION_BEFORE = {"by", "than", "almost", "nearly", "about", "around", "over"}  # "by a third", not "to a third party"
FRACTION_BEHIND = {
    "by",
    "in",
    "from",
    "to",
    "and",
    "compared",
    "over",
    "between",
    "before",
    "relative",
    "until",
    "within",
}
CURRENCY_SIGNS = {"$", "€", "£", "¥", "₹"}
SCALES_OF_MONEY = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}  # "£380m"
SHARE_BEFORE = {",", "(", "that", "least", "than", "almost", "nearly", "about", "around", "over", "for", "to", "and"}
SPELLED = 20  # tokens looked back over for what a short form stands for
COUNT_NEAR = 12  # tokens from 'number of' to its value
BEFORE_BASE = {"the", "a", "its", "their", "present", "current", "existing", "previous", "initial", "about", "around"}
DIVISORS = {"1000", "10000", "100000", "1000000"}  # "19.9/100000"
ORDINAL_SUFFIXES = {"st", "nd", "rd", "th"}
_DIGIT = re.compile(r"\d")
_WORD = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression of the tokens [first, last).

    Attributes:
        value, value_max: Scale expanded; `value_max` only for a range.
        form: `digits`, `words`, `fraction`, `relation` (double), `ordinal`, `code` or `vague`.
        suffix: Letters glued to digits ("20km"), which may be a unit.
    """

    first: int
    last: int
    value: float
    form: str
    value_max: float | None = None
    suffix: str = ""


@cache
def _table(key: str) -> dict[str, float]:
    return {word: float(value) for word, value in words("numbers")[key].items()}


@cache
def _folds() -> dict[str, float]:
    """'thirtyfold': so many times."""
    numbers = {**_table("units"), **_table("tens"), **_table("scales")}
    return {f"{word}fold": value for word, value in numbers.items() if value > 1}


@cache
def _number_words() -> frozenset[str]:
    """Every word that a number expression begins with."""
    table = words("numbers")
    keys = ("units", "tens", "scales", "fractions", "relations", "vague", "ordinals")
    return frozenset(word for key in keys for word in table[key]) | _folds().keys()


def may_hold_number(sentence: str) -> bool:
    """Whether a sentence has a digit or a number word at all; most have none and need no reading."""
    return bool(_DIGIT.search(sentence)) or not _number_words().isdisjoint(_WORD.findall(sentence.lower()))


def numbers_of(tokens: list[Token]) -> list[Number]:
    """All number expressions, in order and without overlap."""
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number = _single(tokens, at)
        if number is None:
            at += 1
            continue
        if number.form in ("digits", "words") and not (number.value_max is not None):
            number = _share(tokens, number) or _range(tokens, number)
        found.append(number)
        at = number.last
    return found


def _single(tokens: list[Token], at: int) -> Number | None:
    token = tokens[at]
    low = token.low
    if low in _number_words() or low in ("a", "an"):
        return _word(tokens, at)
    if low.isalpha() or not _DIGIT.search(low):
        return None
    return _digits(tokens, at) if low[0].isdigit() else Number(at, at + 1, 0.0, "code")


def _word(tokens: list[Token], at: int) -> Number | None:
    """The number expression that begins with a number word or an article."""
    low = tokens[at].low
    if low in _table("relations") or low in _folds():
        return Number(at, at + 1, _table("relations").get(low) or _folds()[low], "relation")
    if low in wordset("numbers", "ordinals") and low not in _table("fractions"):
        return Number(at, at + 1, 0.0, "ordinal")
    if low in ("a", "an"):
        return _article(tokens, at)
    if low in _table("units") or low in _table("tens"):
        return _spelled(tokens, at)
    if low in _table("scales") and at and tokens[at - 1].low == "per":
        return Number(at, at + 1, _table("scales")[low], "words")
    if low in wordset("numbers", "vague") or low in _table("scales"):
        return Number(at, at + 1, 0.0, "vague")
    if low in _table("fractions"):
        value = _table("fractions")[low]
        return Number(
            at,
            at + 1,
            value,
            "fraction" if low == "half" else "ordinal" if low in wordset("numbers", "ordinals") else "vague",
        )
    return None


def _article(tokens: list[Token], at: int) -> Number | None:
    """'a dozen', 'a hundred', 'a third'."""
    if at + 1 >= len(tokens):
        return None
    low = tokens[at + 1].low
    if low in _table("scales"):
        value, last = _scaled(tokens, at + 2, _table("scales")[low])
        return Number(at, last, value, "words")
    if low not in _table("fractions"):
        return None
    behind = tokens[at + 2].low if at + 2 < len(tokens) else "."
    by = at > 0 and tokens[at - 1].low in FRACTION_BEFORE and (not behind.isalpha() or behind in FRACTION_BEHIND)
    return Number(at, at + 2, _table("fractions")[low], "fraction") if by or behind == "of" else None


def _share(tokens: list[Token], part: Number) -> Number | None:
    """'one in three cars', '3 out of 4 children', 'nine out of every ten': a share of what follows."""
    at = part.last
    outof = at + 1 < len(tokens) and tokens[at].low == "out" and tokens[at + 1].low == "of"
    if part.last != part.first + 1 or not (outof or (at < len(tokens) and tokens[at].low == "in")):
        return None
    at += 2 if outof else 1
    at += at < len(tokens) and tokens[at].low in ("every", "each")
    whole = _single(tokens, at) if at + 1 < len(tokens) else None
    if whole is None or whole.form not in ("digits", "words") or not part.value < whole.value <= 100 or whole.suffix:
        return None
    spelled = part.form == "words" and whole.form == "words"
    opens = part.first == 0 or tokens[part.first - 1].low in SHARE_BEFORE
    thing = tokens[whole.last].low if whole.last < len(tokens) else "."
    if not (thing.isalpha() and (outof or spelled or (opens and thing.endswith("s")))):
        return None
    return Number(part.first, whole.last, part.value / whole.value, "share")


def _digits(tokens: list[Token], at: int) -> Number:
    match = DIGITS.fullmatch(tokens[at].text)
    if match is None:
        return Number(at, at + 1, 0.0, "code")
    if len(match.group(1)) > 40:  # no quantity is printed with so many digits; and a float has an end
        return Number(at, at + 1, 0.0, "code")
    value, suffix = float(match.group(1).replace(",", "")), (match.group(2) or "")
    if suffix.lower() in ORDINAL_SUFFIXES:
        return Number(at, at + 1, value, "ordinal")
    signed = at > 0 and (tokens[at - 1].text in CURRENCY_SIGNS or tokens[at - 1].low in words("units")["before"])
    if signed and suffix.lower() in SCALES_OF_MONEY:
        return Number(at, at + 1, round(value * SCALES_OF_MONEY[suffix.lower()], 2), "digits")
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if suffix == "m" and (behind.endswith("s") or behind == "people") and behind.isalpha():
        return Number(at, at + 1, value * 1e6, "digits")  # "5m jobs"
    if suffix == "m" and _counted_before(tokens, at):
        return Number(at, at + 1, value * 1e6, "digits")
    if suffix.lower() in _table("scales"):
        return Number(at, at + 1, value * _table("scales")[suffix.lower()], "digits")
    if period := _split_year(tokens, at):
        return period
    if suffix:
        return Number(at, at + 1, value, "digits" if len(suffix) > 1 or suffix in "mtx" else "code", suffix=suffix)
    if (
        glued(tokens, at, at + 1)
        and tokens[at + 1].text in "/∶:"
        and at + 2 < len(tokens)
        and glued(tokens, at + 1, at + 2)
        and tokens[at + 2].text[0].isdigit()
    ):
        if tokens[at + 1].text == "/" and tokens[at + 2].text.replace(",", "") in DIVISORS:
            return Number(at, at + 1, value, "digits")
        return _colon_ratio(tokens, at) or Number(at, at + 3, 0.0, "code")
    value, last = _spaced(tokens, at, value)
    value, last = _scaled(tokens, last, value)
    value = _in_unit(tokens, last, value)
    return Number(at, last, value, "digits")


def _split_year(tokens: list[Token], at: int) -> Number | None:
    """'2016-17', '2016/17', '2016/2017': a school, budget or plan year, which ends in the second one."""
    text = tokens[at].text
    if not (len(text) == 4 and text.isdigit() and text[:2] in ("19", "20") and glued(tokens, at, at + 1)):
        return None
    if at + 2 >= len(tokens) or tokens[at + 1].text not in "-–/‑" or not glued(tokens, at + 1, at + 2):
        return None
    behind = tokens[at + 2].text
    if not behind.isdigit() or len(behind) not in (2, 4):
        return None
    end = int(behind) if len(behind) == 4 else int(text[:2] + behind)
    if not 0 < end - int(text) <= (30 if len(behind) == 4 else 10) and not (behind == "00" and text.endswith("99")):
        return None
    return Number(at, at + 3, float(text), "digits", float(end if end > int(text) else int(text) + 1))


def _colon_ratio(tokens: list[Token], at: int) -> Number | None:
    """'from 54:1 to 40:1': a ratio, where a preposition of level stands before it; not the time 9:30."""
    divisor, before = tokens[at + 2].text, tokens[at - 1].low if at else ""
    if (
        tokens[at + 1].text == "/"
        or len(divisor) > 1
        or divisor == "0"
        or before not in ("to", "from", "at", "below", "of")
    ):
        return None
    return Number(at, at + 3, float(tokens[at].text.replace(",", "")) / int(divisor), "share")


def _spaced(tokens: list[Token], at: int, value: float) -> tuple[float, int]:
    """Join thousands set apart by single blanks: '6 500'."""
    last = at + 1
    if len(tokens[at].text) > 3 or not tokens[at].text.isdigit() or tokens[at].text[0] == "0":
        return value, last
    while last < len(tokens) and last - at < 5:
        text = tokens[last].text
        if not (len(text) == 3 and text.isdigit() and tokens[last].start == tokens[last - 1].end + 1):
            break
        value, last = value * 1000 + int(text), last + 1
    return value, last


def _scaled(tokens: list[Token], at: int, value: float) -> tuple[float, int]:
    """Multiply by the scale words that follow ("2 hundred thousand")."""
    if at < len(tokens) and tokens[at].text == "-" and at + 1 < len(tokens) and tokens[at + 1].low in _table("scales"):
        at += 1
    scales = _table("scales")
    while at < len(tokens) and (low := tokens[at].low.removesuffix("s")) in scales and value < 1e15:
        if low != tokens[at].low and tokens[at + 1 : at + 2] and tokens[at + 1].low == "of":
            break  # "5 thousands of"
        value *= scales[low]
        at += 1
    # 13.5 million is 13500000.0 and not a neighbour of it
    return float(f"{value:.15g}"), at  # without the dust of binary fractions


def _counted_before(tokens: list[Token], at: int) -> bool:
    """'the number of users from 7m to 40m': millions, and no metres."""
    near = [token.low for token in tokens[max(at - COUNT_NEAR, 0) : at]]
    return any(near[i : i + 2] == ["number", "of"] for i in range(len(near)))


def _in_unit(tokens: list[Token], at: int, value: float) -> float:
    """The value in the unit that a short form of a scale with its unit stands for: '69.7 MMT' are million tonnes."""
    unscaled = at > 0 and tokens[at - 1].low not in _table("scales")
    scale = words("units")["scaled"].get(tokens[at].low) if at < len(tokens) and unscaled else None
    if (
        scale
        and tokens[at].text == "MT"
        and "million" not in (token.low for token in tokens[max(at - SPELLED, 0) : at])
    ):
        return value  # metric tons, where nothing says that it stands for a million of them
    return float(f"{value * float(scale):.15g}") if scale else value


def _spelled(tokens: list[Token], at: int) -> Number:
    """'twenty-five', 'three hundred and twenty', 'two-thirds', 'two million'."""
    tens, ones, scales, fractions = _table("tens"), _table("units"), _table("scales"), _table("fractions")
    total, current, last = 0.0, 0.0, at
    while last < len(tokens):
        low = tokens[last].low
        if low in ones and (current == 0 or (20 <= current % 100 < 100 and current % 10 == 0) or current % 100 == 0):
            current += ones[low]
        elif low in tens and current % 100 == 0:
            current += tens[low]
        elif low in scales and last > at:
            if scales[low] >= 1000:
                total, current = total + max(current, 1) * scales[low], 0.0
            else:
                current = max(current, 1) * scales[low]
        elif low == "-" and last > at and glued(tokens, last - 1, last) and last + 1 < len(tokens):
            follower = tokens[last + 1].low
            if follower in fractions and follower != "half":
                return Number(at, last + 2, (total + current) * fractions[follower], "fraction")
            if not (follower in ones and tokens[last - 1].low in tens):
                break
        elif not (
            low == "and"
            and last > at
            and tokens[last - 1].low in scales
            and last + 1 < len(tokens)
            and tokens[last + 1].low in ones | tens
        ):
            whole_of = last + 1 < len(tokens) and tokens[last + 1].low == "of"
            whole_of = whole_of or (at > 0 and tokens[at - 1].low in ("by", "than"))  # "by one third"
            if low in fractions and (low.endswith("s") or whole_of) and last == at + 1:
                return Number(at, last + 1, current * fractions[low], "fraction")
            break
        last += 1
    return Number(at, last, total + current, "words")


def _range(tokens: list[Token], low: Number) -> Number:
    """Join 'A to B', 'A–B' and 'between A and B' to one expression; a scale or unit given once counts for both."""
    at = low.last
    percent = _percent(tokens, at)
    at += percent
    if at + 1 >= len(tokens):
        return low
    if [t.low for t in tokens[at : at + 3]] == ["-", "to", "-"]:
        at += 2  # "5-to-6-percent"
    table = words("numbers")
    sign = tokens[at].text in table["range_signs"]
    coded = low.first > 1 and tokens[low.first - 1].low in words("units")["before"]
    lead_at = low.first - 1 - coded
    while lead_at > low.first - 4 and lead_at > 0 and tokens[lead_at].low in BEFORE_BASE:
        lead_at -= 1  # "from the present 5 to 8"
    lead = tokens[lead_at].low if low.first else ""
    word = tokens[at].low in table["range_words"] and lead not in ("from", "than")
    both = tokens[at].low == "and" and low.first and tokens[low.first - 1].low == "between"
    if not (sign or word or tokens[at].low == "and"):
        return low
    signed = low.first and tokens[low.first - 1].text in CURRENCY_SIGNS and tokens[at + 1].text in CURRENCY_SIGNS
    both = both or (signed and tokens[at].low == "and" and low.first > 1 and tokens[low.first - 2].low == "between")
    word = word and not (signed and low.first > 1 and tokens[low.first - 2].low in ("from", "than"))
    if not (sign or word or both):
        return low
    start = at + 1 + (_currency(tokens, at + 1) if sign or signed else 0)
    high = _single(tokens, start) if start < len(tokens) else None
    if high is None or high.form not in ("digits", "words") or high.suffix or low.suffix:
        return low
    if percent and not (sign or _percent(tokens, high.last)):
        return low  # "grew 7 percent to 47 trillion"
    if _year_like(tokens[low.first].text) and low.last == low.first + 1 and not _year_like(tokens[at + 1].text):
        return low  # "from 18 trillion in 2005 to 26 trillion"
    value = low.value
    if low.last == low.first + 1 and not percent and high.last > at + 2 and value < high.value and value < 1000:
        value = value * scale_of(tokens, at + 2, high.last)
    rises = word and lead == "by" and high.value > 5 * value and high.last > at + 2 and low.last > low.first + 1
    if value >= high.value or rises:  # "rose by 4 billion to 61 billion"
        return low
    return Number(low.first, high.last, value, low.form, high.value)


def _currency(tokens: list[Token], at: int) -> int:
    """How many tokens the sign or code of a currency takes at a place: '$', 'USD', 'US$'."""
    if at + 1 < len(tokens) and tokens[at + 1].text in CURRENCY_SIGNS and glued(tokens, at, at + 1):
        return 2
    coded = at < len(tokens) and tokens[at].low in words("units")["before"]
    return 1 if coded or (at < len(tokens) and tokens[at].text in CURRENCY_SIGNS) else 0


def _year_like(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and text[:2] in ("19", "20")


def _percent(tokens: list[Token], at: int) -> int:
    """How many tokens a per cent sign or word takes at a place, 0 where there is none."""
    if at < len(tokens) and tokens[at].low in ("%", "percent"):
        return 1
    return 2 if [t.low for t in tokens[at : at + 2]] == ["per", "cent"] else 0


def scale_of(tokens: list[Token], first: int, last: int) -> float:
    """The product of the scale words at the tokens [first, last)."""
    factor = 1.0
    for token in tokens[first:last]:
        factor *= _table("scales").get(token.low, 1.0)
    return factor
