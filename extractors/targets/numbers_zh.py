"""Every number expression of a Chinese sentence: its span and value, or why it can be no quantity."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.targets.lexicon_zh import word_list
from extractors.targets.numerals_zh import digits_value, numeral_value, scale_value

_D = r"[0-9０-９]"
# 330 000 is printed with blanks in Hong Kong.
_DIGITS = rf"(?:{_D}{{1,3}}(?:[ \u00a0\u2009]{_D}{{3}})+(?!{_D})|{_D}+(?:[,，]{_D}{{3}}(?!{_D}))*(?:[.．]{_D}+)?)"
# 千 and 百 before a unit belong to it: 500万千瓦, 5百分点.
# 兆 of money in Taiwan; elsewhere it is mega.
_BILLIONS = r"兆(?=[多余]?(?:新台币|[美港日欧]?元))"
_SCALE = rf"(?:[十百千万]?亿亿|[百千]?万亿|[十百千]亿|[十百千]万|{_BILLIONS}|万|亿|千(?![瓦米克伏卡赫帕])|百(?!分)|十)"
_NUMERALS = "〇零一二两三四五六七八九十百千万亿"
_N = rf"[{_NUMERALS}]"
_DATE = (
    rf"(?:19|20){_D}{{2}}[-/–—]{_D}{{2}}年?度?[至到](?:19|20){_D}{{2}}[-/–—]{_D}{{2}}(?:年度?)?|"
    rf"(?:19|20){_D}{{2}}[-/–—]{_D}{{2}}(?:年?[至到](?:19|20){_D}{{2}}[-/–—]{_D}{{2}})?(?:财政|学)?年度?"
    rf"|(?:(?:19|20){_D}{{2}}年?\s?(?:[-—－–～~至到、和]|——)\s?)?(?:19|20){_D}{{2}}\s?(?:年度?)"
    rf"(?:{_D}{{1,2}}月(?:{_D}{{1,2}}日)?)?"
    rf"|(?:19|20){_D}{{2}}[-/.]{_D}{{1,2}}[-/.]{_D}{{1,2}}(?:\s{_D}{{1,2}}[:：]{_D}{{2}})?"
    rf"|(?<!{_D})(?:19|20){_D}{{2}}[-—－–～~至](?:19|20){_D}{{2}}(?!{_D})"
    rf"|{_D}{{1,2}}[-—－–～~至]{_D}{{1,2}}月份?|{_D}{{1,2}}月(?:{_D}{{1,2}}日)?(?:份|底|末|起|上旬|中旬|下旬)?|{_D}{{1,2}}日"
    rf"|{_D}{{1,2}}[时点:：]{_D}{{1,2}}分|(?<=[上下中]午){_D}{{1,2}}[时点]半?|(?<=晚上){_D}{{1,2}}[时点]半?"
    rf"|一[〇零一][〇零一二三四五六七八九]年度?|(?<!{_D})1[01]{_D}年(?:度|底|{_D}{{1,2}}月底?)|[一二][〇零九0○][〇零一二三四五六七八九0○]{{2}}年|二十[一二]?世纪|{_D}{{1,2}}世纪|{_D}{{2}}年代"
    rf"|[一二三四五六七八九十]{{1,3}}月(?:[一二三四五六七八九十]{{1,3}}日)?(?:份|底|末|起)"
)
_PLAN = (
    r"第[一二三四五六七八九十]{1,3}个(?:五年|[一二两]?百年)(?:规划|计划)?"
    r"|[“\"'‘]?(?:十[一二三四五六七八九]?|[一二三四五六七八九])五[”\"'’]?(?=[”\"'’]|时期|规划|计划|期间|以来|末|初|收官|开局|主要|前)"
)
_CODE = (
    rf"{_D}+[A-Za-z]{{1,8}}{_D}+[A-Za-z0-9]*|[A-Za-z][A-Za-z_]{{0,12}}[-_+]?{_D}+(?:\.{_D}+)?[A-Za-z]*|(?<![0-9.]){_D}{{1,4}}(?:G(?!W)|K\b|A(?![A-Za-z])|D(?![A-Za-z]))(?:级|\b|(?=[\u4e00-\u9fff]))"
    rf"|{_D}+(?:[+＋×/]{_D}+)+(?:[+＋×/]?[A-Za-zN])?|{_D}+[+＋](?:[A-Za-zN]|(?=[\u4e00-\u9fff])){_D}*"
)
# GB/T 19001—2016
_STANDARD = (
    r"[A-Z]{2,5}(?:/[A-Z]{1,2})?\s?[0-9]{2,6}(?:\.[0-9]+)?\s?[—－–-]{1,2}\s?(?:19|20)[0-9]{2}"
    r"|[A-Z]{2,5}/[TZ]\s?[0-9]{2,6}"
)
_ORDINAL = rf"第(?:{_D}+(?:\.{_D}+)?|{_N}+)|{_D}+号|{_N}+号"
_LIST = (
    rf"(?<![0-9.０-９]){_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{2,3}}(?![0-9.％%万亿])|"
    rf"^[\s　]*{_D}{{1,2}}(?:[.．]{_D}{{1,2}}){{2,4}}(?!{_D})"
    rf"|^[\s　]*{_D}{{1,2}}[.．]{_D}{{1,2}}(?=[\u4e00-\u9fff][^，。；]{{0,24}}$)(?![万亿千百十个亩倍元])"
    rf"|^[\s　#*·•—-]*(?:[（(][{_NUMERALS}0-9０-９]{{1,4}}[)）]|[{_NUMERALS}]{{1,3}}、|{_D}{{1,2}}[.．、](?!{_D}))"
    rf"|[（(][一二三四五六七八九十]{{1,3}}[)）]|[（(]{_D}{{1,2}}[)）]|[①-⑳]|(?<![\u4e00-\u9fff])[一二三四五六七八九十]{{1,3}}是|[；;。，：][一二三四五六七八九十]是|其[一二三四五]"
)
_TOKEN = re.compile(
    rf"(?P<list>{_LIST})|(?P<plan>{_PLAN})|(?P<date>{_DATE})"
    rf"|(?P<percent>(?:百|千|万)分之(?:{_DIGITS}|{_N}+(?:点{_N}+)?))"
    rf"|(?P<fraction>[二三四五六七八九十]分之[一二三四五六七八九]|[三四五]分[一二三](?![之致般定流线万亿千百十]))"
    rf"|(?P<doubling>翻了?(?:[一两二三四]|{_D})番多?|翻了?[番倍](?!计划|工程|行动)|(?<=实现)倍增(?=[，。；、]|$))"
    r"|(?P<tenths>[一二三四五六七八九1-9]成[一二三四五六七八九半1-9](?![0-9.%万亿]))"
    rf"|(?P<parts>{_D}+(?:\.{_D}+)?(?:[∶:：]{_D}+(?:\.{_D}+)?){{2,4}})"
    rf"|(?P<slash>(?<=[占的达近超约过至到量数额])[1-9]/[2-9](?![0-9/]))"
    rf"|(?P<per>{_DIGITS}(?=/10万))"
    rf"|(?P<ordinal>{_ORDINAL})|(?P<code>{_STANDARD}|{_CODE})"
    rf"|(?P<ratio>{_DIGITS}[∶:：]{_DIGITS})"
    rf"|(?P<half>一半|半数)"
    rf"|(?P<digits>{_DIGITS})(?P<more1>[多余])?(?P<scale>{_SCALE})?(?P<rest>(?<=[万亿]){_D}{{1,5}}[万千百]?)?(?P<more>[多余](?![元吨]?[\u4e00-\u9fff]?分)(?:(?<=[千万][多余])[万亿])?)?"
    rf"|(?P<vague>(?:[数几]|上)[十百千万亿]+|几(?=[个项家条座])|若干|一大?批|一系列|一些|多个|许多)"
    rf"|(?P<zh>{_N}+(?:点[一二三四五六七八九零〇]+(?![\u4e00-\u9fff]?[钟])(?:万亿|[十百千]?[万亿])?)?)(?P<zmore>[多余]万?亿?)?"
)
_QUOTED = re.compile(r"[“‘『「\"]([^“”‘’\"』」]{1,24})[”’』」\"]")
# 电话：010-66550000: how someone is reached; 手机12000部 are things.
_CALLED = re.compile(
    "(?:电话|手机|传真|热线|邮编|邮政编码|账号|帐号|信用代码)(?:号码?)?[：:为是\\s]{0,2}"
    "(?P<code>[（(+]?[0-9][0-9\\s()（）转—－/-]{3,30}[0-9])(?![0-9]|\\s?[部台万亿户个元家人张块次件%])"
)
# 分别增长0.5%、-1.1%.
_NEGATIVE = re.compile("[、，为是和及（][-－−]$")
_PLAN_INSIDE = re.compile(r"(?:十[一二三四五六七八九]?|[一二三四五六七八九])五")
_REASONS = {
    "parts": "named_concept",
    "list": "list_or_heading_number",
    "plan": "plan_name",
    "date": "date",
    "ordinal": "ordinal",
    "code": "code",
}
_ANY = re.compile(rf"[0-9０-９{_NUMERALS}①-⑳]|一半|翻番|翻倍|翻了番|倍增|半数")


@dataclass(frozen=True, slots=True)
class Number:
    """One number expression.

    Attributes:
        start, end: Its span, scale words and per-cent signs in.
        value, value_max: Worth with scale words expanded; the high end of a range.
        form: `digits`, `zh`, `percent`, `doubling`, `half`, `ratio` or `none`.
        more: Whether 多 or 余 says that it is a little more.
        reason: Why it is no quantity, where that is sure from its form alone.
    """

    start: int
    end: int
    value: float
    form: str
    value_max: float | None = None
    scale: float = 1.0
    more: bool = False
    reason: str | None = None


def has_number(sentence: str) -> bool:
    """Whether there is anything to read at all."""
    return _ANY.search(sentence) is not None


def numbers(sentence: str) -> list[Number]:
    """Every number expression in order of place; ranges are not joined yet."""
    names = iter(sorted((*_names_in_quotes(sentence), *_codes_called(sentence))))
    name = next(names, None)
    found: list[Number] = []
    for match in _TOKEN.finditer(sentence):
        number = _number(match)
        while name is not None and name[1] <= match.start():
            name = next(names, None)
        if name is not None and name[0] <= match.start() and number.reason is None:
            number = replace(number, reason=name[2])
        if number.form == "digits" and _NEGATIVE.search(sentence, max(0, number.start - 2), number.start):
            number = replace(number, start=number.start - 1, value=-number.value)
        found.append(number)
    return found


def _names_in_quotes(sentence: str) -> list[tuple[int, int, str]]:
    """Quoted words with numbers are names: “一老一小”, “51020”, “十四五”."""
    if "“" not in sentence and '"' not in sentence and "‘" not in sentence and "「" not in sentence:
        return []
    return [
        (match.start(), match.end(), "plan_name" if _PLAN_INSIDE.fullmatch(match.group(1)) else "named_concept")
        for match in _QUOTED.finditer(sentence)
        if not (len(match.group(1)) > 14 and "%" in match.group(1))
    ]


def _codes_called(sentence: str) -> list[tuple[int, int, str]]:
    """Telephone, fax, postal and account numbers."""
    return [(*match.span("code"), "code") for match in _CALLED.finditer(sentence)]


def _number(match: re.Match[str]) -> Number:
    kind = match.lastgroup or ""
    start, end = match.span()
    groups = match.groupdict()
    for name, reason in _REASONS.items():
        if groups[name] is not None:
            return Number(start, end, 0.0, "none", reason=reason)
    if groups["percent"] is not None:
        return _percent(groups["percent"], start, end)
    if groups["fraction"] is not None:
        below, _, above = groups["fraction"].replace("分之", "分").partition("分")
        share = 100 * (numeral_value(above) or 0) / (numeral_value(below) or 1)
        return Number(start, end, share, "percent")
    if groups["doubling"] is not None:
        return _doubling(groups["doubling"], start, end)
    if groups["tenths"] is not None:
        whole, _, part = groups["tenths"].partition("成")
        tens, rest = (5.0 if one == "半" else numeral_value(one) or digits_value(one) for one in (whole, part))
        return Number(start, end, 10 * tens + rest, "percent")
    if groups["ratio"] is not None:
        return _ratio(groups["ratio"], start, end)
    if groups["half"] is not None:
        return Number(start, end, 50.0, "half")
    if groups["vague"] is not None:
        return Number(start, end, 0.0, "none", reason="vague")
    if groups["slash"] is not None:
        above, below = groups["slash"].split("/")
        return Number(start, end, 100 * int(above) / int(below), "percent")
    if groups["per"] is not None:
        return Number(start, end, digits_value(groups["per"]), "digits")
    if groups["digits"] is not None:
        return _with_scale(groups, start, end)
    del kind
    value = numeral_value(groups["zh"])
    if value is None:
        return Number(start, end, 0.0, "none", reason="part_of_name")
    more = groups["zmore"] or ""
    return Number(start, end, value * scale_value(more[1:]), "zh", more=bool(more))


def _doubling(text: str, start: int, end: int) -> Number:
    """翻两番 is four times; 翻番, 翻倍 and 倍增 are twice."""
    more = text.endswith("多")
    printed = text.strip("翻了番倍增多")
    times = (numeral_value(printed) or digits_value(printed)) if printed else 1.0
    return Number(start, end - more, 2.0 ** min(times, 60), "doubling", more=more)


def _percent(text: str, start: int, end: int) -> Number:
    base, _, printed = text.partition("分之")
    value = numeral_value(printed)
    worth = value if value is not None else (digits_value(printed) if printed[0] not in _NUMERALS else 0.0)
    return Number(start, end, worth * {"百": 1.0, "千": 0.1, "万": 0.01}[base], "percent")


def _ratio(text: str, start: int, end: int) -> Number:
    left, right = re.split("[∶:：]", text, maxsplit=1)
    below = digits_value(right)
    return Number(start, end, digits_value(left) / below if below else 0.0, "ratio")


def _with_scale(groups: dict[str, str | None], start: int, end: int) -> Number:
    scale = scale_value(groups["scale"] or "")
    value = digits_value(groups["digits"] or "0", scale)
    rest = groups["rest"]
    if rest:
        tail = rest.rstrip("万千百")
        value += digits_value(tail) * scale_value(rest[len(tail) :])
    if (later := groups["more"]) and len(later) > 1:
        value *= scale_value(later[1:])  # 4万多亿
        scale *= scale_value(later[1:])
    more = bool(groups["more"] or groups["more1"])
    return Number(start, end, value, "digits", scale=scale, more=more)


def is_idiom(sentence: str, number: Number) -> bool:
    """Whether a Chinese numeral is a part of a word: 统一, 百姓, 千方百计."""
    table = word_list("exclusions", "idioms")
    for back in range(min(4, number.start) + 1):
        word = table.at(sentence, number.start - back)
        if word and len(word) >= back + (number.end - number.start):
            return True
    return False
