"""What a Chinese quantity means: target, project, limit or fact; direction; change; wording."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.targets.clauses_zh import Frame
from extractors.targets.comparators_zh import Comparison
from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.quantities_zh import Quantity
from extractors.targets.statement import Direction, Kind, Wording

# Verbs of reach inside a subject: 惠及居民30万户 is a level.
_REACHING = re.compile(
    "拥有|惠及|覆盖|受益|带动|服务(?!中心|站|点|机构|平台|设施|业|网|队|区|综合|驿站|大厅|窗口|项目|企业|品牌|型|联合|联盟|团|示范)"
)


# 争取上级资金3亿元 is what is done, and no wish.
_FUNDS_WON = re.compile("争取到?(?=[^，。；]{0,10}(?:资金|债券|项目|支持|指标|额度))")


def kind_and_direction(
    found: Frame,
    item: Quantity,
    compared: Comparison,
    past: bool,
    clause: str,
    before: tuple[Kind, Direction] | None = None,
    name: str = "",
) -> tuple[Kind, Direction, str]:
    """Target, project, limit or fact, with its direction and the name of the rule that says so.

    Args:
        found: The clause.
        item: The quantity.
        compared: How it is compared.
        past: Whether it is done already.
        clause: The text of the clause.
        before: What the quantity before in the sentence means, for a part of it and for the next of a list.
        name: The indicator, for a clause that does not name it again.
    """
    kind, direction, rule = _future(found, item, compared, clause)
    if kind == "target" and direction == "reach" and _part_of_limit(compared, clause, before, name):
        kind, direction, rule = "limit", "maintain", "bound_as_before"
    if before and found.verb is None and not found.behind and direction in ("reach", "build"):
        part = clause.lstrip("，、").startswith("其中")
        listed = found.listed and not compared.before and not _is_metric(found.subject)
        share = item.measure.symbol in ("%", "‰") and before[0] == "project"  # 资金3亿元，其中60%用于县域
        if (
            (part or listed)
            and not share
            and before[0] in ("target", "project")
            and before[1] in ("reach", "build", "add")
        ):
            kind, direction, rule = *before, "as_before"
    return ("fact", "none", "past") if past else (kind, direction, rule)


def _part_of_limit(compared: Comparison, clause: str, before: tuple[Kind, Direction] | None, name: str) -> bool:
    """耕地不低于10万亩，其中水田不低于2万亩: a bound of a part is one as well."""
    if not clause.lstrip("，、").startswith("其中") or compared.comparator not in ("ge", "le"):
        return False
    floored = name.endswith(tuple(vocabulary("comparators")["floor_levels"]))
    return floored or (before is not None and before[0] == "limit")


def _future(found: Frame, item: Quantity, compared: Comparison, clause: str) -> tuple[Kind, Direction, str]:
    if item.number.value == 0 and item.measure.symbol is None:
        return "target", "reach", "zero"
    if item.number.form == "doubling":
        return "target", "increase_by", "doubling"
    if _is_limit(found, compared, clause):
        return "limit", "maintain", "bound"
    verb_class = None if found.verb in vocabulary("verbs")["summing"] else found.verb_class
    amount = item.measure.symbol not in ("%", "pp", "‰", "times", "ratio")
    if verb_class in ("increase_by", "reduce_by"):
        if item.measure.symbol == "count" and item.measure.counted and found.verb in ("增加", "增", "增长"):
            return "project", "add", "things_added"  # 学位增加400万个
        if amount and (found.behind or found.verb == "改善") and found.verb in vocabulary("verbs")["improving"]:
            return "project", "build", "things_improved"
        if amount and (found.verb_first or found.behind):
            changed: tuple[Kind, Direction] = (
                ("project", "add") if verb_class == "increase_by" else ("target", "reduce_by")
            )
            return *changed, "things_changed"
        return "target", "increase_by" if verb_class == "increase_by" else "reduce_by", f"verb_{verb_class}"
    if verb_class in ("cap", "keep"):
        return "target", "maintain", f"verb_{verb_class}"
    if verb_class == "add" and amount:
        return "project", "add", "verb_add"
    if found.verb == "实现" and item.measure.counted and found.behind:
        return "project", "build", "things_changed"  # 实现5家机构转型
    if verb_class == "build" and found.verb_first and found.subject.endswith(("人数", "人次", "总量", "总数")):
        return "target", "reach", "level"  # 接待旅游总人数9.6亿人次
    if verb_class == "build" and amount:
        return "project", "build", "verb_build"
    growth = vocabulary("verbs")["growth_nouns"]
    subject = found.subject.rstrip("年均")
    for noun, direction in growth.items():
        if subject.endswith(noun):
            return "target", direction, "growth_noun"
    if verb_class == "reach" or not amount or (verb_class is None and not found.behind):
        added = "新增" in found.subject and amount and verb_class is None
        if verb_class is None and (counted := _counted(replace(found, verb_class=None), item, compared)):
            return *counted, "counted_things"
        done = _is_activity(subject) and amount and verb_class is None
        if done:
            return "project", "build", "activity"
        return ("target", "add", "added_noun") if added else ("target", "reach", "level")
    return "project", "build", "counted_behind"


def _counted(found: Frame, item: Quantity, compared: Comparison) -> tuple[Kind, Direction] | None:
    """Counted things to come are a project: 疏解企业80家; a metric noun or a bound makes a level of the number."""
    symbol = item.measure.symbol
    if symbol is None or symbol in ("%", "pp", "‰", "times", "ratio", "CNY") or _is_metric(found.subject):
        return None
    rate = "/" in symbol or found.subject.startswith("每") or _REACHING.search(found.subject) is not None
    if compared.before or rate or found.verb_class not in (None, "build"):
        return None
    if not item.measure.counted and not _inner_verb(found.subject):
        return None
    return ("project", "add") if re.search("新增(?![和、及与])", found.subject) else ("project", "build")


def _is_metric(subject: str) -> bool:
    return subject.rstrip("的年均约近共").endswith(tuple(vocabulary("verbs")["metric_ends"]))


def _inner_verb(subject: str) -> bool:
    """Whether something is done inside a noun phrase: 重点县建设果菜基地."""
    table = verbs()
    for place in range(len(subject) - 3):
        verb = table.at(subject, place)
        if verb and len(verb) > 1 and table.meaning[verb] in ("build", "add") and len(subject) > place + len(verb) + 1:
            return subject[place + len(verb)] not in "的性力区率"
    return False


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
            return Comparison(name, word, compared.lead, compared.end, word, "word_before_verb")
    floor = any(word in found.behind or word in clause for word in vocabulary("comparators")["floor_nouns"])
    if floor:
        return Comparison("ge", compared.text, compared.lead, compared.end, compared.before, "red_line")
    if found.verb_class == "cap":
        return Comparison("le", found.verb, compared.lead, compared.end, found.verb, "controlled_at")
    return compared


def wording(sentence_part: str) -> tuple[Wording, str | None]:
    """Hard, soft or neutral, by the words of the clause and the one before; and the word."""
    sentence_part = _FUNDS_WON.sub("", sentence_part)
    if word := word_list("meaning", "soft").inside(sentence_part):
        return "soft", word
    word = word_list("meaning", "hard").inside(sentence_part)
    return ("hard" if word else "neutral"), word
