"""What a Chinese quantity means: target, project, limit or fact; direction; change; wording."""

from __future__ import annotations

from extractors.targets.clauses_zh import Frame
from extractors.targets.comparators_zh import Comparison
from extractors.targets.lexicon_zh import vocabulary, word_list
from extractors.targets.quantities_zh import Quantity
from extractors.targets.statement import Direction, Kind, Wording


def kind_and_direction(
    found: Frame, item: Quantity, compared: Comparison, past: bool, clause: str
) -> tuple[Kind, Direction]:
    """Target, project, limit or fact, with its direction."""
    kind, direction = _future(found, item, compared, clause)
    return ("fact", "none") if past else (kind, direction)


def _future(found: Frame, item: Quantity, compared: Comparison, clause: str) -> tuple[Kind, Direction]:
    if item.number.value == 0 and item.measure.symbol is None:
        return "target", "reach"
    if item.number.form == "doubling":
        return "target", "increase_by"
    if _is_limit(found, compared, clause):
        return "limit", "maintain"
    verb_class = found.verb_class
    amount = item.measure.symbol not in ("%", "pp", "‰", "times", "ratio")
    if verb_class in ("increase_by", "reduce_by"):
        if item.measure.symbol == "count" and item.measure.counted and found.verb in ("增加", "增", "增长"):
            return "project", "add"  # 学位增加400万个: things that are added
        if amount and found.behind and found.verb in vocabulary("verbs")["improving"]:
            return "project", "build"
        if amount and (found.verb_first or found.behind):
            return ("project", "add") if verb_class == "increase_by" else ("target", "reduce_by")
        return "target", "increase_by" if verb_class == "increase_by" else "reduce_by"
    if verb_class in ("cap", "keep"):
        return "target", "maintain"
    if verb_class == "add" and amount:
        return "project", "add"
    if verb_class == "build" and amount:
        return "project", "build"
    growth = vocabulary("verbs")["growth_nouns"]
    subject = found.subject.rstrip("年均")
    for noun, direction in growth.items():
        if subject.endswith(noun):
            return "target", direction
    if verb_class == "reach" or not amount or (verb_class is None and not found.behind):
        added = "新增" in found.subject[:8] and amount and verb_class is None
        done = _is_activity(subject) and amount and verb_class is None
        if done:
            return "project", "build"
        return "target", "add" if added else "reach"
    return "project", "build"


def _is_activity(subject: str) -> bool:
    return subject.endswith(tuple(vocabulary("verbs")["activities"]))


def _is_limit(found: Frame, compared: Comparison, clause: str) -> bool:
    if any(word in found.behind or word in clause for word in vocabulary("comparators")["floor_nouns"]):
        return True
    if found.subject.endswith(tuple(vocabulary("comparators")["bound_nouns"])):
        return True
    if compared.before in ("不少于", "不低于", "不小于") and found.subject.endswith(
        tuple(vocabulary("comparators")["floor_levels"])
    ):
        return True
    if found.verb_class == "cap" or compared.before in vocabulary("comparators")["limits_before"]:
        return True
    return compared.comparator == "le" and found.verb_class != "reach" and not found.behind


def comparator_of(found: Frame, compared: Comparison, clause: str) -> Comparison:
    """A red line is a floor although no word says so; what is controlled at a level may not pass it."""
    if compared.comparator != "eq":
        return compared
    for word, name in vocabulary("comparators")["before_verb"].items():
        if word in found.adverbs:
            return Comparison(name, word, compared.lead, compared.end, word)
    floor = any(word in found.behind or word in clause for word in vocabulary("comparators")["floor_nouns"])
    if floor:
        return Comparison("ge", compared.text, compared.lead, compared.end, compared.before)
    if found.verb_class == "cap":
        return Comparison("le", found.verb, compared.lead, compared.end, found.verb)
    return compared


def wording(sentence_part: str) -> Wording:
    """Hard, soft or neutral, by the words of the clause and the one before."""
    if word_list("meaning", "soft").inside(sentence_part):
        return "soft"
    return "hard" if word_list("meaning", "hard").inside(sentence_part) else "neutral"
