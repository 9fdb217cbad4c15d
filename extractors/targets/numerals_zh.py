"""Chinese numerals and scale words: what a printed number is worth."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
# 兆 of money in Taiwan; elsewhere it is mega, and a part of the unit.
_BILLIONS = {"兆": 10**12}
_WIDE = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_BLANKS = str.maketrans("", "", " \u00a0\u2009")
_NUMERAL = re.compile("[〇零一二两三四五六七八九十百千万亿]{1,24}")
"""A numeral that says a quantity is shorter; without a bound, hostile text makes values that no float holds."""


def numeral_value(text: str) -> float | None:
    """What a Chinese numeral is worth: 一千二百 is 1200, 三点五 is 3.5, 二〇二五 is 2025.

    None where the characters are no well-formed numeral.
    """
    whole, point, decimals = text.partition("点")
    if point:
        head = numeral_value(whole)
        digits = decimals.rstrip("十百千万亿")
        if head is None or not digits or any(c not in DIGITS for c in digits):
            return None
        return float(f"{head:.0f}.{''.join(str(DIGITS[c]) for c in digits)}") * scale_value(decimals[len(digits) :])
    if not _NUMERAL.fullmatch(whole):
        return None
    if all(character in DIGITS for character in whole):
        if len(whole) > 1 and len(whole) != 4:
            return None
        return float("".join(str(DIGITS[character]) for character in whole))
    return _positional(whole)


def _positional(text: str) -> float:
    total, section, digit, last = 0, 0, 0, 1
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
            if character in "零〇":
                last = 10
        elif character in TENS:
            last = TENS[character]
            section += (digit or (1 if section == 0 or last == 10 else 0)) * last
            digit = 0
        else:
            last = MYRIADS[character]
            section += digit
            before = section if section or total else 1
            total = (total + before) * last if last == 10**8 else total + before * last
            section = digit = 0
    # 三千五 is 3500, 一万二 is 12000: a last digit stands one place below the last scale word.
    return float(total + section + digit * (last // 10 if last > 10 and digit else 1))


def digits_value(text: str, scale: float = 1.0) -> float:
    """What printed digits are worth, full-width ones and thousands separators too; exact before it is a float."""
    return float(Decimal(text.translate(_WIDE).replace(",", "").translate(_BLANKS)) * int(scale))


def scale_value(text: str) -> float:
    """What scale words behind digits multiply by: 万亿 is 1e12."""
    factor = 1.0
    if text[:1] == "十":
        return 10.0 * scale_value(text[1:])
    for character in text:
        factor *= TENS.get(character) or MYRIADS.get(character) or _BILLIONS.get(character, 1)
    return factor
