"""How far a Chinese statement is to be trusted, and the name of the rule that gave it."""

from __future__ import annotations

import re

from extractors.targets.clauses_zh import Frame
from extractors.targets.lexicon_zh import verbs
from extractors.targets.phrases_zh import clean
from extractors.targets.quantities_zh import Quantity
from extractors.targets.relations_zh import Shared

# Left-overs in an indicator that show that its clause was not understood.
_ODD = re.compile(
    "[，。；：]|(?:达到(?!或)|提高到|增长(?!贡献|$)|突破|控制在|保持(?!率))|^[的了为将以]|[的为将]$|了(?!解)"
)


def rule_of(framed: Frame, link: Shared | None, item: Quantity) -> str:
    """The construction that a statement was read from."""
    if link is not None:
        return "zh.from_to" if link.base_value is not None else "zh.respectively"
    if item.number.form == "doubling":
        return "zh.doubling"
    if framed.behind:
        return "zh.counted" if framed.verb else "zh.counted_bare"
    if framed.verb_first:
        return "zh.verb_noun_number"
    if framed.verb:
        return "zh.noun_verb_number"
    return "zh.noun_number"


def _inner_verbs(name: str) -> int:
    """How many verbs of building and adding stand inside a name: each may be a predicate that was not cut off."""
    table = verbs()
    found = (table.at(name, place) or "" for place in range(1, len(name) - 1))
    return sum(len(word) > 1 and table.meaning[word] in ("build", "add") for word in found)


def confidence(
    framed: Frame, item: Quantity, inherited: bool, measured: str, in_section: bool
) -> tuple[float, tuple[str, ...]]:
    """Lower where less was printed, or the name looks as if more than a noun were in it; with the doubts.

    The weights come from records read by eye (benchmarks/audit): what share of those with such a name were wrong.
    """
    inner = _inner_verbs(measured)
    doubts = (
        ("no_verb", 0.04, framed.verb is None),
        ("no_unit", 0.1, item.measure.symbol is None),
        ("numeral", 0.1, item.number.form in ("zh", "half")),
        ("verb_of_list", 0.03, inherited),
        ("no_noun", 0.05, not clean(framed.subject) and not framed.behind),
        ("counted", 0.02, item.measure.counted),
        ("short_name", 0.2, len(measured) < 3),
        ("brief_name", 0.08, len(measured) == 3),
        ("long_name", 0.05, len(measured) > 12),
        ("endless_name", 0.05, len(measured) > 24),
        ("enumeration", 0.04, "、" in measured),
        ("verb_leads_name", 0.04, len(verbs().at(measured, 0) or "") > 1),
        ("verb_in_name", 0.06, inner > 0),
        ("verbs_in_name", 0.08, inner > 1),
        ("figure_in_name", 0.12, any("0" <= one <= "9" for one in measured)),
        ("odd_words", 0.15, _ODD.search(measured) is not None),
        ("no_section", 0.05, not in_section),
    )
    value = 0.97 - sum(weight for _name, weight, there in doubts if there)
    return round(max(0.3, value), 2), tuple(name for name, _weight, there in doubts if there)
