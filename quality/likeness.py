"""Whether two printed things are the same: words, numbers and sentences, in English and Chinese."""

from __future__ import annotations

import math
import re
from collections import Counter

# A Chinese character is a word of its own; Latin words and numbers stay whole.
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+(?:[.,]\d+)*")
_WHITE = re.compile(r"\s+")
_UNIT_SIGN = re.compile(r"(?:%|％|‰|per ?cent|percentage points?)$")


def same_words(left: object, right: object) -> bool:
    """Whether two values print alike but for white space and case; null and empty are one."""
    return _bare(left) == _bare(right)


def close(left: object, right: object) -> bool:
    """Whether two values are the same number, or both missing."""
    a, b = _number(left), _number(right)
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=1e-9)


def same_number(left: str, right: str) -> bool:
    """Whether two number expressions print alike, a unit sign at the end aside."""
    return _UNIT_SIGN.sub("", _bare(left)) == _UNIT_SIGN.sub("", _bare(right))


def overlap(left: str | None, right: str | None) -> float:
    """Share of words that two texts have in common (F1 over bags of words), from 0 to 1."""
    a, b = _tokens(left), _tokens(right)
    if not a or not b:
        return float(a == b)
    common = sum((a & b).values())
    return 2 * common / (a.total() + b.total())


def interrupted(sentence: str | None, quote: str | None) -> bool:
    """Whether a quote is the sentence with something else inside, as a page's foot and the next one's head."""
    whole, longer = (_TOKEN.findall((text or "").lower()) for text in (sentence, quote))
    if not whole or len(longer) <= len(whole):
        return False
    ahead = next((i for i, word in enumerate(whole) if word != longer[i]), len(whole))
    rest = whole[ahead:]
    return 0 < ahead < len(whole) and longer[len(longer) - len(rest) :] == rest


def _tokens(text: str | None) -> Counter[str]:
    return Counter(_TOKEN.findall((text or "").lower()))


def _bare(value: object) -> str:
    return "" if value is None else _WHITE.sub("", str(value)).lower()


def _number(value: object) -> float | None:
    if value is None or value == "":
        return None
    try:
        number = float(str(value))
    except ValueError:
        return None
    return None if math.isnan(number) else number
