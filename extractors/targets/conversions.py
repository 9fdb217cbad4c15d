"""The same size once more in another unit, in brackets: kept apart from the statement, and checked.

"6,670 hectares (100,000 mu)", "1.3 trillion jin [650 million tons]", 6670公顷（约合10万亩）: mostly a translator's
addition. It is no statement of its own, and where it does not say the same the source is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Document
from extractors.identity import Ids
from extractors.mapped import MappedText
from extractors.records import Discrepancy
from extractors.targets.numbers_en import numbers_of, tokens_of
from extractors.targets.numbers_zh import numbers
from extractors.targets.quantities_en import quantity
from extractors.targets.quantities_zh import quantities
from extractors.targets.units import in_si, units

_BRACKETED = re.compile(r"[(（\[［][^()（）\[\]［］]{0,24}[0-9０-９]")
_OPENING, _CLOSING = frozenset("(（[［"), frozenset(")）]］")
_LEADS_EN = {
    "about", "around", "approximately", "approx", "roughly", "nearly", "some", "or", "equal", "equivalent", "to",
    "i.e.", "=", "≈", "~", ".", ",", "that", "is",
}  # fmt: skip
_LEADS_ZH = re.compile(r"(?:相当于|折合|约合|合计|等于|约为|约|合|即|折|为|＝|=|≈)?\s?")
_MEASURED = {"length", "area", "volume", "mass", "energy", "power", "flow", "mass flow", "speed"}
"""What is converted; two shares, or a time in hours and in years, rather say two things."""

_COARSEST = 0.05
"""However many zeros a number ends in, they are not taken for rounding by more than this share of its value."""


@dataclass(frozen=True, slots=True)
class Size:
    """A printed quantity: span of its number, its value, and its unit's symbol."""

    start: int
    end: int
    value: float
    unit: str

    def rounding(self, sentence: str) -> float:
        """How far the value may be from the true one, in its unit: half of what its last printed digit is worth."""
        digits = re.match(r"[0-9,]*\.?[0-9]*", sentence[self.start : self.end])
        printed = digits.group().replace(",", "").strip(".") if digits else ""
        if not printed or not float(printed):
            return abs(self.value) * _COARSEST
        whole, _, decimals = printed.partition(".")
        scale = abs(self.value) / float(printed)
        zeros = 0 if decimals else len(whole) - len(whole.rstrip("0"))
        rounded = min(10.0**zeros / 2 * scale, abs(self.value) * _COARSEST)
        return max(rounded if zeros else 0.0, 10.0 ** -len(decimals) / 2 * scale)


@dataclass(frozen=True, slots=True)
class Conversion:
    """A size and, in brackets that end at `end`, the same in another unit."""

    first: Size
    second: Size
    end: int

    def expected(self) -> float:
        """The first size in the unit of the second."""
        si, _ = in_si(self.first.value, self.first.unit)
        one, _ = in_si(1.0, self.second.unit)
        return float(f"{(si or 0.0) / (one or 1.0):.15g}")

    def is_right(self, sentence: str) -> bool:
        """Whether both sizes are equal, as exactly as they are printed."""
        per_unit = abs(self.expected() / self.first.value)
        allowed = self.first.rounding(sentence) * per_unit + self.second.rounding(sentence)
        return abs(self.expected() - self.second.value) <= allowed * (1 + 1e-9)


def conversions(sentence: str, language: str) -> list[Conversion]:
    """Every conversion in brackets of a sentence, in order.

    Args:
        sentence: The sentence.
        language: `en` or `zh`.
    """
    if not _BRACKETED.search(sentence):
        return []
    pairs = _chinese(sentence) if language == "zh" else _english(sentence)
    return [one for one in pairs if one.first.value and _is_conversion(one.first.unit, one.second.unit)]


def discrepancy(wrong: Conversion, sentence: MappedText, document: Document, ids: Ids) -> Discrepancy:
    """The row that reports a wrong conversion.

    Args:
        wrong: The conversion.
        sentence: Its sentence.
        document: For its page.
        ids: Makes the row's id.
    """
    start, end = sentence.raw_span(wrong.first.start, wrong.end)
    printed = sentence.text[wrong.second.start : wrong.second.end]
    first = sentence.text[wrong.first.start : wrong.first.end]
    right = float(f"{wrong.expected():.6g}")
    return Discrepancy(
        discrepancy_id=ids.make("d", "translator_conversion", sentence.text[wrong.first.start : wrong.end]),
        check="translator_conversion",
        severity="error",
        document_id=ids.document_id,
        message=f"{first} {wrong.first.unit} are {right:,.15g} {wrong.second.unit}, not {printed}.",
        char_start=start,
        char_end=end,
        page=document.page_at(start),
        value=f"{wrong.second.value:.15g} {wrong.second.unit}",
        other_value=f"{right:.15g} {wrong.second.unit}",
    )


def _is_conversion(first: str, second: str) -> bool:
    one, other = units().get(first), units().get(second)
    if first == second or one is None or other is None:
        return False
    return one.quantity in _MEASURED and one.quantity == other.quantity and one.si_unit is not None


def _english(sentence: str) -> Iterator[Conversion]:
    tokens = tokens_of(sentence)
    lows = [token.low for token in tokens]
    found = [quantity(tokens, lows, number) for number in numbers_of(tokens)]
    for one, other in pairwise(found):
        opening, closing = one.unit_last, other.unit_last
        if one.unit_first == one.unit_last or other.unit_first == other.unit_last or closing >= len(tokens):
            continue
        between = lows[opening + 1 : other.number.first]
        bracketed = tokens[opening].text in _OPENING and tokens[closing].text in _CLOSING
        if bracketed and len(between) <= 4 and all(low in _LEADS_EN for low in between):
            sizes = [
                Size(tokens[q.number.first].start, tokens[q.number.last - 1].end, q.number.value, q.unit)
                for q in (one, other)
            ]
            if one.number.value_max is None and other.number.value_max is None:
                yield Conversion(sizes[0], sizes[1], tokens[closing].end)


def _chinese(sentence: str) -> Iterator[Conversion]:
    found = quantities(sentence, numbers(sentence))
    for one, other in pairwise(found):
        if sentence[one.end : one.end + 1] not in _OPENING or sentence[other.end : other.end + 1] not in _CLOSING:
            continue
        plain = one.number.value_max is None and other.number.value_max is None
        if plain and _LEADS_ZH.fullmatch(sentence, one.end + 1, other.start):
            sizes = [Size(q.start, q.number.end, q.number.value, q.measure.symbol or "") for q in (one, other)]
            yield Conversion(sizes[0], sizes[1], other.end + 1)
