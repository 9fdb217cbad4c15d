"""The members of a Chinese list of nouns, each with the head or the beginning that stands once."""

from __future__ import annotations

import re

from extractors.targets.lexicon_zh import vocabulary, word_list
from extractors.targets.phrases_zh import clean

_SPLIT = re.compile("[、和与及]|以及")
_SECTORS = re.compile("^(?:第)?([一二三](?:、?(?:第)?[一二三]){1,2})(?:次)?产(?:业)?")
_SUMMED = re.compile(
    "(?:[一二两三四五六七八九十]大?|[0-9]{1,2}[个大])(?:重点|主要|支柱)?(?:区域|地区|城市群|行业|产业|板块|城市|省份|流域)"
)
_RANK = re.compile("[^、]{1,4}?[级性型](?=[\u4e00-\u9fff]{2})")
_SHARE_TAIL = re.compile("(?:支持|占)[^、和与]{2,16}(?:比重|比例)$")
_TWO = 2
_HEADS = tuple("率量值额入比重数度积程耗放费资")


def members(subject: str, count: int) -> list[str] | None:
    """Splits 'A和B' for as many numbers as follow; shared beginnings and ends go to each.

    None where the phrase has not that many members.
    """
    whole = clean(subject)
    for name, each in vocabulary("verbs")["collective"].items():
        if len(each) == count and "贷" in name and (place := whole.find(name)) > 0:
            return [whole[:place] + member + whole[place + len(name) :] for member in each]  # 金融机构存、贷款余额
        if whole.startswith(name) and len(each) == count:
            return [member + whole[len(name) :] for member in each]
    if count == _TWO and whole.count("进出口") == 1 and not _SPLIT.search(whole):
        return [whole.replace("进出口", "进口"), whole.replace("进出口", "出口")]
    if whole.endswith("收支") and count == 2:
        return [f"{whole[:-1]}入", f"{whole[:-2]}支出"]
    if sectors := _SECTORS.match(whole):
        numerals = re.findall("[一二三]", sectors.group(1))
        return [f"第{one}产业{whole[sectors.end() :]}" for one in numerals] if len(numerals) == count else None
    if (summed := _SUMMED.search(whole)) and re.search("[、和与]", whole[: summed.start()]):
        whole = whole[: summed.start()] + whole[summed.end() :]  # 长三角、京津冀两大区域出口
    parts = [part for part in _SPLIT.split(whole) if part]
    if len(parts) > count:
        parts = _regroup(clean(subject), count) or parts
    if len(parts) != count:
        return None
    lead = next((word for word in vocabulary("verbs")["shared_leads"] if parts[0].startswith(word)), "")
    if not lead and parts[0].startswith("对") and not parts[0].startswith("对外"):
        lead = "对"
    tail = shared_tail(parts[-1])
    owned = bool(tail) and parts[-1].endswith(f"的{tail}")
    if owned:
        parts[-1] = parts[-1].removesuffix(f"的{tail}")  # 化学需氧量、氨氮的排放总量: all before 的 is the last name
    if (
        count == _TWO
        and not owned
        and parts[1] in word_list("verbs", "shared_tails").meaning
        and (own := shared_tail(parts[0]))
    ):
        parts[1] = parts[0][: -len(own)] + parts[1]  # 生猪存栏、出栏量
    named = []
    for position, part in enumerate(parts):
        mean = "人均" in lead and "人均" in part  # 城镇居民人均可支配收入和农民人均纯收入
        if position and lead and not mean and not part.startswith(lead[:2]):
            part = lead + part
        if owned:
            named.append(part + tail)
        else:
            named.append(part if position == count - 1 else _completed(part, parts[-1], tail))
    return named


def shared_tail(last: str) -> str:
    """The metric noun at the end of the last member, with what it is a share of: 支持民间项目比重, 建成率."""
    if share := _SHARE_TAIL.search(last):
        return share.group()
    word = word_list("verbs", "shared_tails").ending(last, len(last)) or ""
    if not word and last.endswith(("率", "额")) and len(last) > 4:
        word = last[-3:]
    return word if len(word) < len(last) else ""


def _completed(part: str, last: str, tail: str) -> str:
    """A member with the head that stands once, behind the last one; never twice, never cut inside a word."""
    forced = tail.endswith(("比重", "增速", "占比")) and not part.endswith(("率", "比重", "增速", "占比", "比例"))
    if _has_head(part) and not forced:
        return part
    # 国家级、省级保护区: what kind each is of.
    if part.endswith(("级", "性", "型")) and len(part) <= 5 and (rank := _RANK.match(last)):
        return part + last[rank.end() :]
    # 城镇居民和农村居民人均收入: what follows 居民 is shared.
    shared = last.find(part[-2:], 1) + 2
    rest = last[shared:] if 2 < shared < len(last) else ""
    if rest and not rest.startswith("”") and not re.search("[和与及、]", rest):
        return part + rest
    # 城镇和农村居民人均可支配收入, 食品、药品抽检合格率: short members swap places.
    parallel = tail in word_list("verbs", "shared_tails").meaning and len(last) - len(tail) <= len(part) + 1
    if parallel and not part.endswith(tail):
        return part + tail  # 蔬菜、中药材总产量: the last name is as long, and all behind it is shared
    swaps = len(part) == 2 or (len(part) == 3 and last[2:3] == part[2])
    whole_word = last[len(part) : len(part) + 1] not in tuple("性型化类物的")  # 氨氮、挥发性有机物
    if (
        swaps
        and whole_word
        and len(last) >= len(part) + 2
        and not forced
        and not re.search("[和与及、]", last[len(part) :])
    ):
        return part + last[len(part) :]
    return part if part.endswith(tail) else part + tail


def _has_head(text: str) -> bool:
    return not text.endswith("需氧量") and text.endswith((*_HEADS, "人次", "支出", "花费", "营收", "利润", "增速"))


def _regroup(text: str, count: int) -> list[str] | None:
    """Tries 、 alone, then 和 alone: 工业、农业用水和生活用水 has two members by 和."""
    for mark in ("、", "和", "与", "及"):
        parts = [part for part in text.split(mark) if part]
        if len(parts) == count:
            return parts
    return None
