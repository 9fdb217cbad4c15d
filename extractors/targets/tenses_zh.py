"""Whether a Chinese quantity is done already or to come: by its clause, its sentence, its paragraph and its titles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.targets.lexicon_zh import verbs, vocabulary, word_list
from extractors.targets.predicates_zh import leading_verb
from extractors.targets.statement import Context, Period
from extractors.targets.titles_zh import sense_of, title_year

# A part of the year in which a document of one year is written: 截至今年6月底, 1—7月份.
THIS_YEAR = re.compile(
    r"截[至止]到?今年|今年以来|今年(?:上半年|前三季度|一季度|前[0-9一二三四五六七八九十]{1,2}个?月)|(?<![0-9])(?<![0-9]年)1月?[-—－–至][0-9]{1,2}月|^[上下]半年|^前三季度|^一季度"
)
# A verb with 了, unless the text tells what it sets out itself.
_PERFECTIVE = re.compile(
    "[\u4e00-\u9fff]{2}(?<![为除极罢免受])(?<!明确|提出|制定|确定|设定|部署|规划|描绘|绘就|设置|细化|安排)了(?![解望如结断然却不])"
)
# An exact figure in a statement without a verb, or with 为.
_EXACT = re.compile(r"(?:\d{3}|\d\.\d)[\d.]*[万亿]{0,2}(?:元|人|吨|公顷|‰|%|％|户|家|个)")
# A figure as it is measured, not as it is set.
_MEASURED = re.compile(
    r"(?<![0-9.])[1-9][0-9]{3,8}[1-9](?![0-9.])|[0-9]\.[0-9]{2}|[0-9]{2}\.[0-9](?:[%％]|[万亿])|历史(?:最[高低好]|新高|新低|性)"
)
_SPAN = re.compile(r"(?:19|20)\d\d年?[-—–~～至](?:19|20)\d\d年")
_FROM_YEAR = re.compile(r"从(?:19|20)\d\d年[到至](?:19|20)\d\d年")
_YEAR_TO_YEAR = re.compile(
    r"[从由][\u4e00-\u9fff]{0,8}(?:19|20)\d\d年[^，。；]{1,24}，?[^，。；0-9]{0,6}[到至为](?:19|20)\d\d年的?[约近]?[0-9]"
)
_ALREADY = re.compile("(?<![早而得业不])已经?")
_COUNTED = re.compile("的[\u4e00-\u9fff]{2,14}[0-9]")  # 包括已建成的通道24个
_THERE = re.compile("连同.{0,12}现有|^目前|^现有|^全[国省市区县]现有|^截[至止]")
# What is ahead in a clause: 将, 要, 到2030年 with what it asks for.
_AHEAD = re.compile(
    r"(?<![即])将(?!军|领|近|其|全国|[\u4e00-\u9fff]{0,12}(?:纳入了|列入了))|(?<![需主重必首紧只不])要(?![素求点闻件地道塞害领是])|拟(?![合态])|"
    r"(?<![动度资产展年林子])计划(?!生育|总投资|投资|内|外|单列|的|数|任务)|年度?计划(?=[新开建改完实培引发推]|投(?!资))|规划到|力争|争取|确保|预计|预期(?!寿命)|今后|未来|下一步|目标[是为：]|有望|需要|应当|不得"
)
_PLANNED = re.compile("(?<![动度资产展年林子])计划(?![》”的数]|任务)|年度?计划(?=[新开建改完实培引发推]|投(?!资))")
_ROUGHLY = re.compile("[%％点](?:左右|以上|以内)")
# How closely a budget was kept, and sums to the cent: accounts that were rendered.
_ACCOUNTS = re.compile(
    r"(?:为|占|完成)(?:年初|调整|全年|年度|年)?(?:预算数?|计划(?:投资)?|目标任务|目标|任务)(?:[0-9.]{1,12}[万亿]{0,2}[元吨]{0,2})?的[0-9]|(?<![0-9.])[0-9]{2,9}\.[0-9]{2}亿元"
)
_YEARS_RUNNING = re.compile(
    "连续(?:[2-9]|[1-9][0-9]|[二两三四五六七八九十]{1,2})年(?![^，。；]{0,24}的)|(?<![最未])近(?:[2-9]|10|[两二三四五六七八九十])年(?:来|间|年均|平均|，)"
)
# 对连续两年增长10%的企业, 符合…条件的: which ones are meant, not what was.
_MEANT = re.compile(
    "(?:^|[，。；：、])(?:对|向|给予|支持|鼓励|凡|符合)[^，。；]{0,60}连续"
    "|连续[^，。；]{0,40}的(?:企业|单位|项目|个人|农户|机构|地区|可|给予|，)"
)
_SINCE = re.compile('(?:十[一二三四五六]?|[七八九])五[”"]?以来')
_DIGIT = re.compile("[0-9]|[一二三四五六七八九十百千万]{3}")
# Some months of a year, at the beginning of a clause or behind a noun: 项目1-3月累计完成.
_MONTHS = re.compile("(?<![0-9年])1?[-—－–至][2-9]1?月份?(?:累计|，|[\u4e00-\u9fff]{0,8}(?:完成|增长|下降|实现))")
# How much of a plan is carried out.
_KEPT = re.compile(
    r"(?:为|占|完成)(?:全年|年度|年)?(?:计划(?:投资)?|投资计划|目标任务|任务)(?:[0-9.]{1,12}[万亿]{0,2}[元吨]{0,2})?的[0-9.]{1,8}[%％]"
    r"(?!以上|左右|以内)"
)
_AS_OF_NOW = re.compile("截[至止]到?(?:今年|目前)")
_AS_OF = re.compile(r"截[至止]到?(?P<year>(?:19|20)\d\d)年(?P<month>[0-9]{1,2}月|上半年)?")
_BARE_YEAR = re.compile(
    r"(?<![到至从由比较于和与、—\-－–～~0-9“])(?P<year>(?:19|20)\d\d)年"
    r"(?=[，,\u4e00-\u9fff])(?![前以之]|底前|末前)"
)
_COMPARED_YEAR = re.compile(r"(?:比|较|相比|相较于?)(?P<year>(?:19|20)\d\d)年")


# 由14.63万公里增至16.5万公里、增长12.8%: who plans states a level or its growth, who reports both.
_GROWN_TO = re.compile(
    r"[由从][^，。；]{1,24}[到至]的?[^，。；、]{1,16}[、，](?:累计)?(?:增长|增加|下降|提高|减少|降低)[0-9]{1,4}\.[0-9]"
)
_IN_FULL = re.compile("已经?(?:超过?|达到?|突破)[约近]?[0-9]|(?:圆满|超额|胜利|顺利|提前)完成|^全年共|全面完成年初")
# 比十年前.
_YEARS_AGO = re.compile("(?:比|较|与)(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})年(?:之|以)?前")
# What is ahead in a clause of its own, whatever the rest of the sentence tells: 明年预计, 将可提供.
_NEXT = re.compile(
    "(?:明年|后年|下一步|下一年)[^，。；]{0,6}(?:预计|计划|将|拟|要|可)|(?:预计|计划|将|拟)(?:在|于)?(?:明年|后年)|"
    "(?:^|[，；、])(?:预计)?将(?:可|会|要|新增|建成|达到?|提供|再)"
)


@dataclass(frozen=True, slots=True)
class Tense:
    """Whether something is done, the rule that says so, and its words.

    `apart` where only the clause says so, so that a year printed for the rest of the sentence is none of its own.
    """

    past: bool
    rule: str
    cue: str | None = None
    apart: bool = False


def tense_of(sentence: str, clause: str, context: Context, explicit: int | None, named: Period | None) -> Tense:
    """Whether the quantity of a clause is done already.

    Args:
        sentence: The sentence.
        clause: The clause of the quantity in it.
        context: What stands around the sentence.
        explicit: The year printed for the quantity, null where there is none.
        named: The period that the sentence names in front of it, null where it names none.
    """
    if (word := _done_already(clause)) and not _AHEAD.search(clause):
        return Tense(True, "past_word", word, apart=f"{explicit}年" not in clause)
    of_year = context.plan_start is not None and context.plan_end in (None, context.plan_start)
    if of_year and not _AHEAD.search(clause) and (word := _of_months(sentence, clause)):
        return Tense(True, "past_word", word)
    announcing = says(sentence, "announcing")
    future = says(sentence, "future_words") or announcing or _planned(sentence)
    if explicit is not None and context.plan_start is not None:
        return _dated(sentence, clause, context, explicit, future)
    if named is not None and context.plan_start is not None and not announcing:
        return _in_period(sentence, clause, named, future, context)
    sense, nested = sense_of(context.section_titles)
    if sense == "past":
        reviewed = title_year(context.section_titles)
        later = explicit is not None and reviewed is not None and explicit > reviewed
        return Tense(not later and not announcing, "review_title", announcing)
    if future:
        return Tense(False, "future_word", future)
    if ahead := _NEXT.search(clause):
        return Tense(False, "future_word", ahead.group())
    if word := _looks_back(sentence, clause, planned=sense == "plan" or _ahead(context.period, context.plan_end)):
        return Tense(True, "past_word", word)
    if explicit is None and (word := _year_behind(sentence, clause, context.plan_start)):
        return Tense(True, "year_behind", word)
    if _told(sentence, clause, context.period, sense):
        return Tense(True, "paragraph_looks_back")
    if sense == "mixed":
        return Tense(not nested, "mixed_title")
    if sense == "plan":
        return Tense(False, "plan_title")
    return _without_titles(sentence, context, explicit)


def _dated(sentence: str, clause: str, context: Context, explicit: int, future: str | None) -> Tense:
    """A year is printed for the quantity in a document with a period of its own."""
    start, end = context.plan_start or explicit, context.plan_end or explicit
    if explicit < start or explicit > end or future:
        return Tense(explicit < start, "year_against_plan", f"{explicit}年")
    if word := _past_word(sentence, "perfective") or _done_in(clause):
        return Tense(True, "perfective", word)  # 到2024年，用水量下降了15%
    sense, _nested = sense_of(context.section_titles)
    if sense is None and (word := says(sentence, "compared_with_last_year")):
        return Tense(True, "reporting_word", word)
    if sense == "past":
        return Tense(True, "review_title")
    word = _as_of(sentence, explicit, start, end) or _compared_with_year_before(sentence, explicit)
    if word := word or _in_midst(sentence, explicit, end) or _from_year_to_year(sentence, explicit, end):
        return Tense(True, "year_reported", word)
    return Tense(False, "year_against_plan", f"{explicit}年")


def _as_of(sentence: str, year: int, start: int, end: int) -> str | None:
    """截至2024年底: a count taken, unless at the very end of a plan of several years."""
    for found in _AS_OF.finditer(sentence):
        if int(found["year"]) == year and (found["month"] or year < end or start == end):
            return found.group()
    return None


def _compared_with_year_before(sentence: str, year: int) -> str | None:
    """2024年为3个，比2023年增加1个."""
    bare = any(int(found["year"]) == year for found in _BARE_YEAR.finditer(sentence))
    compared = next((found for found in _COMPARED_YEAR.finditer(sentence) if int(found["year"]) == year - 1), None)
    return compared.group() if bare and compared and not _AHEAD.search(sentence) else None


def _from_year_to_year(sentence: str, year: int, end: int) -> str | None:
    """从2020年到2023年，占比由15.9%提升至17.9%: both years are named, and the last is not the plan's."""
    if year >= end or _AHEAD.search(sentence) or _ROUGHLY.search(sentence):
        return None
    found = _FROM_YEAR.search(sentence) or _YEAR_TO_YEAR.search(sentence)
    measured = found and f"{year}年" in found.group() and _MEASURED.search(sentence, found.start())
    return found.group() if found and measured else None


def _in_midst(sentence: str, year: int, end: int) -> str | None:
    """2024年，运输量达到898.2万吨，相比2020年增长…: a year before the plan's last, and what it was like before."""
    compared = next((found for found in _COMPARED_YEAR.finditer(sentence) if int(found["year"]) < year < end), None)
    if compared is None or _AHEAD.search(sentence) or _ROUGHLY.search(sentence):
        return None
    bare = any(int(found["year"]) == year for found in _BARE_YEAR.finditer(sentence))
    return compared.group() if bare and _EXACT.search(sentence) else None


def _year_behind(sentence: str, clause: str, start: int | None) -> str | None:
    """面积1万公顷，2019年人口20万人: an earlier year behind the number, where nothing is asked for."""
    found = _BARE_YEAR.search(sentence) if start is not None else None
    if found is None or start is None or int(found["year"]) >= start or sentence[found.start() - 1] != "，":
        return None
    return None if _AHEAD.search(sentence) or leading_verb(clause)[0] else found.group()


def _in_period(sentence: str, clause: str, named: Period, future: str | None, context: Context) -> Tense:
    sense = sense_of(context.section_titles)[0]
    ahead = future or _AHEAD.search(clause)
    if not named.past and not ahead and (word := _past_word(sentence, "perfective") or _done_in(clause)):
        return Tense(True, "perfective", word)
    if named.several and not named.past and not future and _told(sentence, clause, context.period, sense):
        return Tense(True, "paragraph_looks_back")
    if not named.past and not future and not _AHEAD.search(sentence) and (grown := _GROWN_TO.search(sentence)):
        return Tense(True, "level_and_growth", grown.group())
    reported = sense is None and THIS_YEAR.search(sentence) and not _AHEAD.search(sentence)
    if reported and (word := _compared(sentence)):
        return Tense(True, "reporting_word", word)  # 今年1至6月，…同比增长4%
    if reported and not future and not word_list("meaning", "hastening").at(sentence, 0):
        return Tense(True, "reporting_word", "今年")  # 今年上半年，…累计完成投资11亿元
    since = _SINCE.search(sentence) or _AS_OF_NOW.search(sentence)
    if since and not future and not _AHEAD.search(sentence):
        return Tense(True, "reporting_word", since.group())  # “十四五”以来，…累计达5万人
    return Tense(named.past, "named_period")


def _without_titles(sentence: str, context: Context, explicit: int | None) -> Tense:
    running = context.period
    if context.plan_start is not None and running is not None and running.past and explicit is None:
        return Tense(True, "running_period")
    if context.plan_start is None and (word := _year_told(sentence)):
        return Tense(True, "year_reported", word)
    if context.plan_start is not None or explicit is not None:
        return Tense(False, "plan_document")
    if word := says(sentence, "weakly_past"):
        return Tense(True, "past_word", word)
    return _reported(sentence)


def _of_months(sentence: str, clause: str) -> str | None:
    """1—3月累计完成投资8亿元, 占年度计划的30%: what a part of a year has brought, in a document of that year."""
    kept = _KEPT.search(clause) or (None if _AHEAD.search(sentence) or _planned(sentence) else _KEPT.search(sentence))
    found = _MONTHS.search(clause) or kept
    return found.group() if found else None


@lru_cache(maxsize=32)
def _planned(sentence: str) -> str | None:
    """计划新开工: the verb, and not 年度计划的30%."""
    found = _PLANNED.search(sentence)
    return found.group() if found else None


def looks_back(sentence: str, titles: tuple[str, ...]) -> bool:
    """Whether a sentence says itself that it tells of results."""
    if says(sentence, "future_words") or _planned(sentence) or says(sentence, "announcing") or _AHEAD.search(sentence):
        return False
    planned = sense_of(titles)[0] == "plan"
    return _looks_back(sentence, sentence, planned) is not None


def reports(sentence: str) -> bool:
    """Whether a sentence tells beyond doubt of results: compared with the year before, carried out in full, with 了."""
    if looks_ahead(sentence):
        return False
    return any((_compared(sentence), _IN_FULL.search(sentence), _PERFECTIVE.search(sentence)))


def looks_ahead(sentence: str) -> bool:
    """Whether a sentence says that it tells of what is to come."""
    return any((_AHEAD.search(sentence), says(sentence, "future_words"), _planned(sentence)))


def year_told(sentence: str, plan_start: int | None, plan_end: int | None) -> int | None:
    """The year that a sentence reports on, within a document's period: 截至2024年底, 2021年…比2020年."""
    if plan_start is None or looks_ahead(sentence.replace("预计", "")):
        return None
    end = plan_end or plan_start
    if end == plan_start and THIS_YEAR.search(sentence):
        return plan_start
    for found in (*_AS_OF.finditer(sentence), *_BARE_YEAR.finditer(sentence)):
        year = int(found["year"])
        if year < plan_start or _as_of(sentence, year, plan_start, end) or _compared_with_year_before(sentence, year):
            return year
    return None


def _ahead(period: Period | None, plan_end: int | None) -> bool:
    """Whether the running text speaks of what is to come; the whole period of a plan has a part behind it."""
    return period is not None and not period.past and (period.one_year or period.end != plan_end)


def _told(sentence: str, clause: str, period: Period | None, sense: str | None) -> bool:
    """Whether the paragraph looks back, and this sentence asks for nothing up to the clause."""
    if period is None or not period.told or not period.past:
        return False
    if _AHEAD.search(sentence, 0, sentence.find(clause) + len(clause)):
        return False
    return sense != "plan" or not (word_list("meaning", "hastening").at(sentence, 0) or leading_verb(sentence[:24])[0])


def _looks_back(sentence: str, clause: str, planned: bool) -> str | None:
    word = _past_word(sentence, "past_words") or _past_word(sentence, "perfective") or _done_in(clause)
    if word:
        return word
    if _AHEAD.search(sentence):
        return None
    if perfect := _PERFECTIVE.search(sentence):
        return perfect.group()
    if planned:
        return None
    years = None if _MEANT.search(sentence) else _YEARS_RUNNING.search(sentence)
    accounts = None if leading_verb(sentence[:24])[0] else _ACCOUNTS.search(sentence)
    if accounts:
        return accounts.group()
    return _compared(sentence) or (years.group() if years else None) or _counted_already(sentence)


def _done_already(clause: str) -> str | None:
    """目前已通车的, 已累计改造: already with a verb that is no attribute of what is to be done."""
    if there := _THERE.search(clause):
        return there.group()
    for found in _ALREADY.finditer(clause):
        at = found.end()
        while adverb := word_list("meaning", "already_adverbs").at(clause, at):
            at += len(adverb)
        end = at + len(verbs().at(clause, at) or clause[at : at + 2])
        counts = _COUNTED.match(clause, end) and not clause[: found.start()].strip("，、其中包括")
        if counts or "的" not in clause[at : end + 3]:
            return clause[found.start() : end]
    return None


def _compared(sentence: str) -> str | None:
    """同比 of something reported; 同比增长6%左右 is a goal."""
    if _ROUGHLY.search(sentence):
        return None
    ago = _YEARS_AGO.search(sentence)
    return ago.group() if ago else says(sentence, "compared_with_last_year")


def _counted_already(sentence: str) -> str | None:
    # 促进境外已上市新药上市 reports nothing.
    counted = _DIGIT.search(sentence) and not word_list("meaning", "hastening").at(sentence, 0)
    return _done_already(sentence) if counted else None


def _done_in(clause: str) -> str | None:
    found = _PERFECTIVE.search(clause)
    return found.group() if found else None


@lru_cache(maxsize=32)
def _past_word(sentence: str, cue: str) -> str | None:
    """A word of the past; 已建成的 alone says only which things are meant."""
    for word in vocabulary("meaning")[cue]:
        if word in sentence and (word[0] != "已" or sentence.count(word) > sentence.count(f"{word}的")):
            if word[0] in "去上" and not re.search(f"(?<![由从比较与同]){word}", sentence):
                continue  # 由上年末的30万人增至35万人: what is compared with
            return str(word)
    return None


@lru_cache(maxsize=32)
def says(sentence: str, cue: str) -> str | None:
    """The first word of a list of meaning_zh.yaml that stands in the sentence."""
    return word_list("meaning", cue).inside(sentence)


@lru_cache(maxsize=32)
def _year_told(sentence: str) -> str | None:
    """2021年比例为99.42%; 从2017年的18降至2021年的13: exact figures of a year, where nothing is asked for."""
    if _AHEAD.search(sentence) or _ROUGHLY.search(sentence) or says(sentence, "future_words"):
        return None
    if found := _YEAR_TO_YEAR.search(sentence):
        return found.group()
    bare = _BARE_YEAR.search(sentence) or _SPAN.search(sentence)
    return bare.group() if bare and _MEASURED.search(sentence, bare.end()) else None


@lru_cache(maxsize=32)
def _reported(sentence: str) -> Tense:
    """A statistical report: comparisons with the year before, exact figures, and no wish."""
    if word := says(sentence, "reporting"):
        return Tense(True, "reporting_word", word)
    exact = _EXACT.search(sentence)
    if exact is not None and not says(sentence, "wishes"):
        return Tense(True, "exact_figure", exact.group())
    return Tense(False, "no_sign_of_the_past")
