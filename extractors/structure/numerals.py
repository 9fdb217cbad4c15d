"""Numbers of headings, boxes and items: roman, arabic, number words and Chinese numerals as integers."""

from __future__ import annotations

import re
import unicodedata

_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|C")
_CHINESE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)}

NUMBER_WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[-\s]?(?:{'|'.join(_UNITS[:9])}))?|{'|'.join(reversed(_UNITS))})"
"""Pattern of an English number word below a hundred; longer words first, so that `six` does not eat `sixteen`."""

CHINESE_NUMBER = "[〇零一二三四五六七八九十百两]{1,6}"
"""Pattern of a Chinese numeral as headings print it."""


def integer(printed: str) -> int | None:
    """The number that a heading prints, or null where it prints none."""
    if printed in _CIRCLED:
        return _CIRCLED[printed]
    text = unicodedata.normalize("NFKC", printed).strip()
    if text.isascii() and text.isdigit():
        return int(text)
    if text and all(c in "〇零一二三四五六七八九十百两" for c in text):
        return _chinese(text)
    if text and _ROMAN_FORM.fullmatch(text.upper()):
        return _roman(text.upper())
    return _word(text.lower())


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    following = [*values[1:], 0]
    return sum(-a if b > a else a for a, b in zip(values, following, strict=True))


def _chinese(text: str) -> int | None:
    total = 0
    for sign, size in (("百", 100), ("十", 10)):
        if sign in text:
            before, text = text.split(sign, 1)
            before = before.strip("零〇")
            if len(before) > 1:
                return None
            total += (_CHINESE[before] if before else 1) * size
    text = text.strip("零〇")
    if len(text) > 1:
        return None
    return total + (_CHINESE[text] if text else 0)


def _word(text: str) -> int | None:
    if text in _UNITS:
        return _UNITS.index(text) + 1
    tens, _, unit = text.replace("-", " ").partition(" ")
    if tens in _TENS and unit in ("", *_UNITS[:9]):
        return (_TENS.index(tens) + 2) * 10 + (_UNITS.index(unit) + 1 if unit else 0)
    return None
