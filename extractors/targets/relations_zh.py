"""Which number belongs to which noun: 分别, 由A提高到B, lists of both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.targets.bounds_zh import clause_end, clause_start
from extractors.targets.comparators_zh import comparator_named
from extractors.targets.doings_zh import noun_of
from extractors.targets.grants_zh import PAID
from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.members_zh import members
from extractors.targets.nominals_zh import done_to
from extractors.targets.predicates_zh import leading_verb
from extractors.targets.quantities_zh import Quantity
from extractors.targets.statement import Comparator

_FROM = re.compile(
    r"(?:(?<![自理经缘])由|从(?![业事化江容]))(?:[\u4e00-\u9fff]{0,8}(?:19|20)\d\d年(?:底|末)?的?[\u4e00-\u9fff]{0,8}|上年的?[\u4e00-\u9fff]{0,4}"
    r"|[“\"]?(?:十[一二三四五]?|[八九])五[”\"]?(?:时期|期)?末?的?[\u4e00-\u9fff]{0,4}|[\u4e00-\u9fff]{1,12})?(?:不足|不到|约|近)?$"
)
_BETWEEN_TARGETS = re.compile(r"^[、和与及，]?(?:以及)?$")
# What may stand before 分别 where the nouns stand further in front.
_BARE = re.compile(
    '预计|预期|将|力争|同比|同口径|(?:相?比|相?较)(?:上年|去年|[“"]?.{1,2}五[”"]?时期|(?:19|20)\\d\\d年)(?:末|底|同期)?|也|都|\\s'
)
# Behind the nouns these say when, or against what.
_TIME_TAIL = re.compile(
    '(?<=..)(?:(?:相?比|相?较于?|与|同)(?:(?:19|20)\\d\\d年|上年|去年|[“"]?十[一二三四]?五[”"]?(?:时期)?)(?:末|底|同期)?'
    "(?:相比)?|近?[0-9一二两三四五六七八九十]{1,2}年(?:来|间)?|累计|年均|同比|(?:19|20)\\d\\d年)$"
)
_MORE_THAN = ("超", "超过", "约", "近", "逾")
# 从目前的23%再提高超1个百分点: the rise, and where it begins.
_RISEN = re.compile("(?:再|进一步)(?:提高|提升|增加|增长|下降|降低|减少)(?:超过?|约|近|逾)?[0-9.]{1,8}个?百?[分点个]")
_MERGED = re.compile(
    "([\\u4e00-\\u9fff]{2,14}?)((?:(?:整合|优化|调整|合并|精简|压减|缩减|撤并|重组|归并|减少|压缩){1,2})[为至到成])"
)
_SHORTEST = 3
_TWO = 2
_MOST = 16  # members that a row can have; a longer one is a table or damage
_TAKEN = re.compile("^(?:[^，把将]{0,14})[把将](?=[「“\u4e00-\u9fff]{3})(?!军|来)")
_WITH = re.compile("(?:较|比(?![重例值率]))[^，。；]{2,36}的(?:约|近)?$")
_CHANGED = re.compile(
    "[\u4e00-\u9fff]{0,3}?(?:大幅|稍为|略有?|明显|有所|进一步|显著|再)?"
    "(?:提高|提升|增加|增长|下降|减少|上升|降低|扩大|缩短|(?<=[幅为有显所步著略])[高低多少])"
)
_CHANGED_NEXT = re.compile("[，,](?:大|再)?(?:减少?|增加?|增长|下降|提高|降低)(?=[约近0-9])")
_BY_SHARE = re.compile("(?:按照?|以)[^，。；]{2,14}的$")
_GIVEN = re.compile("(给予|奖励|补助|补贴|资助|安排|拨付)")
# 到2015年和2020年: as many years as numbers.
_EACH_YEAR = re.compile(
    r"(?:[到至在]|截至)?(?:(?:19|20)\d\d年(?:底|末)?[、和与及]{1,2}[到至]?){1,4}(?:19|20)\d\d年(?:底|末)?"
)
_YEARS = re.compile("(?:19|20)\\d\\d(?=年)")
_YEAR = re.compile(r"(?:19|20)\d\d年(?:底|末)?的?|到|至")


@dataclass(frozen=True, slots=True)
class Shared:
    """What one quantity has from the construction it stands in.

    Attributes:
        subject: Noun phrase of the whole construction.
        verb, verb_class: Its verb.
        indicator: This quantity's member of the noun phrase, None for the whole of it.
        base_value: The A of 'from A to B'.
        is_base: Whether the quantity is such an A itself.
        comparator, comparator_text: A comparator that stands once for all of them.
        refers: Place of the quantity whose indicator this one speaks of again: A 3、B 5，分别增长6%、7%.
        year: This quantity's year, where the row has one for each: 到2015年和2020年分别达到….
    """

    subject: str = ""
    verb: str | None = None
    verb_class: str | None = None
    indicator: str | None = None
    base_value: float | None = None
    is_base: bool = False
    comparator: Comparator | None = None
    comparator_text: str | None = None
    refers: int | None = None
    year: int | None = None


def relations(sentence: str, items: list[Quantity]) -> dict[int, Shared]:
    """Finds the constructions; keys are places in `items`."""
    found: dict[int, Shared] = {}
    position = 0
    ends = _run_ends(sentence, items)
    while position < len(items):
        if _is_compared_with(sentence, items[position]):
            found[position] = Shared(is_base=True)
            position += 1
            continue
        taken = _from_to(sentence, items, position, found, ends) or _respectively(
            sentence, items, position, found, ends
        )
        position += max(1, taken)
    return found


def _is_compared_with(sentence: str, item: Quantity) -> bool:
    """较去年公布的31万个略有增加: what the change is measured from."""
    before = _WITH.search(sentence, max(0, item.start - 40), item.start)
    changed = _CHANGED.match(sentence, item.end) or _CHANGED_NEXT.match(sentence, item.end)
    return before is not None and changed is not None


def _run_ends(sentence: str, items: list[Quantity]) -> list[int]:
    """Where the row of quantities that each begins, with nothing but 、 and 和 between them, ends (exclusive)."""
    ends = list(range(1, len(items) + 1))
    for place in range(len(items) - 2, -1, -1):
        between = sentence[items[place].end : items[place + 1].start]
        # 分别增至37座、14座，6部作品获奖: a new clause counts something else.
        behind = sentence[items[place + 1].end : items[place + 1].end + 1]
        counts = "，" in between and behind not in ("", *"，。；、和与及")
        # 8%、超过10%: each may have a comparator of its own.
        word = word_list("comparators", "before").ending(between, len(between))
        if not counts and _BETWEEN_TARGETS.match(between[: -len(word)] if word else between):
            ends[place] = ends[place + 1]
    return ends


def _from_to(sentence: str, items: list[Quantity], first: int, found: dict[int, Shared], ends: list[int]) -> int:
    item = items[first]
    lead = _FROM.search(sentence, max(0, item.start - 28), item.start)
    if lead and _RISEN.match(sentence, item.end):
        found[first] = Shared(is_base=True)
        return 1
    if lead is None:
        return _merged(sentence, items, first, found)
    start = clause_start(sentence, lead.start())
    last = ends[first]
    if last >= len(items):
        return 0
    between = sentence[items[last - 1].end : items[last].start]
    verb = _to_verb(between)
    if verb is None:
        return 0
    stop = ends[last]
    count = last - first
    if stop - last < count:
        return 0
    if first and items[first - 1].end > start:
        start = items[first - 1].end
    subject = _TAKEN.sub("", sentence[start : lead.start()].lstrip("、和与及"))
    if not subject and start >= _SHORTEST and sentence[start - 1] in "，,":
        earlier = sentence[clause_start(sentence, start - 1) : start - 1]
        subject = earlier if not any(one.isdigit() for one in earlier) else ""  # 每人排放量，从5吨增加为11吨
    shared = "分别" in subject
    subject = subject.replace("分别", "")
    names = members(subject, count) if shared and count > 1 else None
    for offset in range(count):
        found[first + offset] = Shared(is_base=True)
        name = names[offset] if names else None
        found[last + offset] = Shared(subject, verb, "reach", name, items[first + offset].number.value)
    return 2 * count


def _merged(sentence: str, items: list[Quantity], first: int, found: dict[int, Shared]) -> int:
    """188个园区整合优化为120个: from A to B without 从."""
    if first + 1 >= len(items) or items[first].measure.text != items[first + 1].measure.text:
        return 0
    change = _MERGED.fullmatch(sentence[items[first].end : items[first + 1].start])
    if change is None:
        return 0
    noun = change.group(1)
    found[first] = Shared(is_base=True)
    found[first + 1] = Shared(noun, change.group(2), "reach", noun, items[first].number.value)
    return 2


def _to_verb(between: str) -> str | None:
    """The verb of 由A …到B; None where other things stand between."""
    if len(between) > 16 or re.search("[，；。]", between.strip("，")):
        return None
    text = between.strip("，")
    rest = _YEAR.sub("", text)
    for at in range(len(text)):
        word = verbs().at(text, at)
        if word and verbs().meaning[word] in ("increase_by", "reduce_by") and text[at + len(word) :] in _MORE_THAN:
            return None  # 从23%再提高超1个百分点
        if word and (verbs().meaning[word] == "reach" or text[at + len(word) :].startswith(("到", "至", "为"))):
            return word if verbs().meaning[word] == "reach" else text[at : at + len(word) + 1]
    return text if rest == "" and text in ("到", "至") else None


def _respectively(sentence: str, items: list[Quantity], first: int, found: dict[int, Shared], ends: list[int]) -> int:
    item = items[first]
    start = clause_start(sentence, item.start)
    if first and items[first - 1].end > start:
        start = items[first - 1].end
    part = sentence[start : item.start]
    place = part.rfind("分别")
    last = ends[first]
    count = last - first
    if count > _MOST:
        return 0
    changed = _bare_change(part)
    if changed and (again := _grown_again(items, first, count, part, found)) is not None:
        for offset in range(count):
            found[first + offset] = Shared(verb=changed, verb_class=verbs().meaning[changed], refers=again + offset)
        return count
    if place < 0:
        return _pair(sentence, items, first, count, part, found)
    told = _EACH_YEAR.search(sentence, max(0, start - 30), item.start)
    years = tuple(map(int, _YEARS.findall(told.group()))) if told else ()
    subject = part[:place].replace(told.group() if told else "，", "").lstrip("、和与及")
    again = first >= count > 1 and clause_start(sentence, items[first - 1].end) < start and not _BARE.sub("", subject)
    again = (
        again
        and items[first - 1].end + 1 >= start
        and all(items[first - k].end > start - 90 for k in range(1, count + 1))
    )
    if not _BARE.sub("", subject).strip("，、 ") and start >= 2:
        # 居民收入和企业利润，分别增长…: the nouns stand before the comma.
        subject = sentence[clause_start(sentence, start - 1) : start - 1]
        if first and items[first - 1].end > start - len(subject):
            subject = ""  # 增长7%，分别高于…: that clause has a number of its own
    verb = _verb_behind(part[place + 2 :]) or _verb_behind(part[:place][-8:])
    if count < 2 or subject.startswith("按"):
        return 0  # 按投资额的10%、5%分别给予…: what it goes by is no member
    verb_class = verbs().meaning.get(verb) if verb else None
    if given := _GIVEN.match(part[place + 2 :]):
        verb, verb_class = given.group(1), "build"
    behind = sentence[items[last - 1].end : clause_end(sentence, items[last - 1].end)]
    if _BY_SHARE.match(part[place + 2 :]):
        names = _shares_given(subject, count, behind)
    else:
        names = _members(_without_tail(subject, verb), count, noun_of(behind) if given else "")
    years = years if names is None and len(years) == count else ()
    # 分别超过8万元、4万元: the comparator stands once for all.
    table = word_list("comparators", "before")
    word = table.ending(sentence, item.start, start)
    compared = comparator_named(table.meaning[word]) if word else None
    for offset in range(count):
        found[first + offset] = Shared(
            subject,
            verb,
            verb_class,
            names[offset] if names else None,
            comparator=compared,
            comparator_text=word if compared else None,
            refers=first + offset - count if again else None,
            year=years[offset] if years else None,
        )
    return count


def _members(subject: str, count: int, grant: str) -> list[str] | None:
    """The members of a row; of what is given for each, its name with what is given: 对A、B分别给予3万元、2万元奖励."""
    if grant not in word_list("verbs", "grants").meaning or not subject.startswith("对"):
        return members(subject, count)
    names = members(subject[1:], count)
    return [f"{name}{grant}" for name in names] if names else None


def _shares_given(subject: str, count: int, behind: str) -> list[str] | None:
    """对东部、西部分别按投资的30%、60%给予补助: the share that each is given."""
    paid = PAID.match(behind)
    names = members(subject.rpartition("对")[2], count) if paid else None
    return [f"{name}{paid.group(1)}比例" for name in names] if paid and names else None


def _pair(sentence: str, items: list[Quantity], first: int, count: int, part: str, found: dict[int, Shared]) -> int:
    """城乡居民收入增长5%、8%: a collective name and as many numbers, without 分别."""
    if (again := _compared_again(items, first, count, part)) is not None:
        for offset in range(count):
            found[first + offset] = Shared(refers=again + offset)
        return count
    if made := _made_in_row(sentence, items, first, count, part):
        for offset, (done, thing) in enumerate(made):
            found[first + offset] = Shared(part, done, verbs().meaning[done], done_to(done, thing))
        return count
    same = count > 1 and len({items[first + k].measure.symbol for k in range(count)}) == 1
    named = part.startswith(tuple(vocabulary("verbs")["collective"]))
    # A率和B率提升7%和13%: as many members as numbers, both joined by 和.
    paired = count == 2 and re.fullmatch("[^，、和]{2,16}和[^，、和的]{2,24}", part) is not None
    paired = paired and sentence[items[first].end : items[first + 1].start] == "和"
    if not same or not (named or paired):
        return 0
    if sentence[items[first + count - 1].end : items[first + count - 1].end + 1] not in ("", "，", "。", "；"):
        return 0
    verb = _verb_behind(part[-8:])
    subject = _without_tail(part, verb)
    names = members(subject, count)
    if names is None or verb is None:
        return 0
    for offset in range(count):
        found[first + offset] = Shared(subject, verb, verbs().meaning.get(verb), names[offset])
    return count


def _made_in_row(
    sentence: str, items: list[Quantity], first: int, count: int, part: str
) -> list[tuple[str, str]] | None:
    """改造供热、燃气、排水管网8公里、6公里、3公里: as many things as numbers behind one verb, the head once."""
    last = items[first + count - 1]
    same = count > _TWO and len({items[first + k].measure.text for k in range(count)}) == 1
    if not same or sentence[last.end : last.end + 1] not in ("", "，", "。", "；"):
        return None
    verb, rest = leading_verb(part)
    things = rest.split("、")
    if verb not in word_list("verbs", "told").meaning and verb not in word_list("verbs", "attributive").meaning:
        return None
    if verb is None or len(things) != count or len(things[-1]) <= _TWO or "和" in rest:
        return None
    head = things[-1][_TWO:]
    shared = all(len(one) % _TWO == 0 and len(one) <= 2 * _TWO for one in things[:-1]) and len(head) >= _TWO
    return [(verb, one if one.endswith(head) or not shared else one + head) for one in things]


def _bare_change(part: str) -> str | None:
    """The verb of change that a clause consists of: 同比增长."""
    verb = _BARE.sub("", part.strip("，、 "))
    return verb if verbs().meaning.get(verb) in ("increase_by", "reduce_by") else None


def _grown_again(items: list[Quantity], first: int, count: int, part: str, found: dict[int, Shared]) -> int | None:
    """A和B分别达到2万元、7千元，增长6%、11%: as many changes as there were members before."""
    if not first >= count > 1:
        return None
    near = items[first - 1].end > items[first].start - len(part) - 3
    members_before = all(first - k in found and found[first - k].indicator for k in range(1, count + 1))
    return first - count if near and members_before else None


def _compared_again(items: list[Quantity], first: int, count: int, part: str) -> int | None:
    """分别增长10%和14%，高于全国1和2个百分点: as many numbers again, of the same members in order."""
    comparing = part.lstrip("，、").startswith(tuple(vocabulary("verbs")["comparing"]))
    near = first >= count > 1 and items[first - 1].end > items[first].start - len(part) - 3
    return first - count if comparing and near else None


def _without_tail(subject: str, verb: str | None) -> str:
    subject = subject[: -len(verb)] if verb and subject.endswith(verb) else subject
    while time := _TIME_TAIL.search(subject):
        subject = subject[: time.start()]
    return subject


def _verb_behind(text: str) -> str | None:
    """The longest verb of level or change in a short stretch."""
    best = None
    for at in range(min(len(text), 12)):
        word = verbs().at(text, at)
        if word and verbs().meaning[word] != "build" and (best is None or len(word) > len(best)):
            best = word
    if best is None and text.startswith(("完成", "建成", "新建")):
        return text[:2]
    return best
