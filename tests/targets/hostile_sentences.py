"""Made sentences that are hard to read in bounded time, drawn by a seed, and families of them that grow."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

Family = Callable[[int], str]

FAMILIES: dict[str, Family] = {
    "digits": lambda n: f"Build {'7' * 8 * n} parks by 2025.",
    "digits in groups": lambda n: f"Build {','.join(['123'] * 2 * n)} parks.",
    "points": lambda n: f"Build {'.'.join('1' * 4 * n)} parks.",
    "dashes": lambda n: f"Build {'1-' * 4 * n}5 parks.",
    "slashes": lambda n: f"Build {'5/' * 4 * n}6 parks.",
    "percent signs": lambda n: f"Raise it by 5{'%' * 8 * n} a year.",
    "blanks": lambda n: f"Build 5{' ' * 8 * n}parks, 30 km {' ' * 8 * n} is 5.",
    "nested brackets": lambda n: f"Build {'(' * 4 * n}5 parks{')' * 4 * n}.",
    "open brackets": lambda n: f"Build {'[(' * 4 * n}5 parks and 3% of it.",
    "number words": lambda n: f"Build {'one hundred twenty-five thousand ' * n}parks.",
    "scale words": lambda n: f"Build {'million billion ' * n}parks.",
    "ranges": lambda n: f"Build {'1 to ' * 2 * n}5 parks.",
    "a list": lambda n: f"We will build {', '.join(f'{i} parks' for i in range(n))} and 3 roads by 2025.",
    "respectively": lambda n: f"{', '.join(['A'] * n)} and B grow by {', '.join(['5%'] * n)} and 6% respectively.",
    "no punctuation": lambda n: "we will raise the share to 5 percent and lower the rate by 3 percent " * n,
    "from": lambda n: f"raise it {'from 5 to 6 percent ' * n}",
    "a long word": lambda n: f"{'a' * 16 * n} 5 parks",
    "quotation marks": lambda n: f"{'“5 “3% ' * 2 * n}parks”",
    "数字": lambda n: f"建设{'7' * 8 * n}个公园。",
    "数词": lambda n: f"建设{'三千一百二十万亿' * n}个公园。",
    "散开的数字": lambda n: f"建设{'1 ' * 4 * n}个公园。",
    "括号": lambda n: f"建设{'（' * 4 * n}5个公园{'）' * 4 * n}。",
    "开括号": lambda n: f"建设5个{'（' * 8 * n}公园，增长3%",
    "列举": lambda n: f"到2025年建设{'、'.join(f'{i}个公园' for i in range(n))}。",
    "分别": lambda n: f"{'、'.join(['产值'] * n)}分别增长{'、'.join(['5%'] * n)}。",
    "无标点": lambda n: "新建公园5个改造道路3公里提高比重到百分之五" * n,
    "由到": lambda n: f"比重{'由5%提高到6%' * n}",
    "范围": lambda n: f"建设{'1至' * 4 * n}5个公园",
    "比较": lambda n: f"{'比十五末' * 2 * n}，增长5%。",
    "换算": lambda n: f"1公顷{'合15亩' * 2 * n}。",
    "mixed scripts": lambda n: "新建 5 parks 个 and 三 千米 of 道路 percent 百分之 5 " * n,
}

_PIECES = (
    "we will", "build", "raise", "to", "from", "by", "and", "or", "respectively", "more than", "no less than", "about",
    "percent", "%", "percentage points", "million", "billion", "hundred", "dozen", "half", "double", "parks", "km",
    "hectares", "mu", "yuan", "per", "1,000 people", "a year", "the share of", "2025", "2030", "the 14th", "5G",
    "(", ")", "[", "]", "“", "”", ",", ";", ":", "-", "–", "/", ".", "5", "7.25", "1,234", "12", "three", "twenty-five",
    "新建", "改造",
    "提高到", "降低", "达到", "由", "至", "和", "、", "，", "；", "（", "）", "《", "》", "个", "座",
    "公里", "亩", "PM2.5", "万", "亿", "千", "十", "一", "三", "两", "半", "百分之", "个百分点",
    "以上", "左右", "不低于", "分别", "年均", "累计",
    "比重", "常住人口", "到2025年", "“十四五”", "翻一番", "每",
    "万人", "　", "\u00a0", "９", "％", "０．５", "①", "é", "ß", "😀",
)  # fmt: skip


def drawn(count: int, seed: int) -> Iterator[str]:
    """So many sentences of words, signs and numbers without sense; every tenth is one of the families."""
    chance = random.Random(seed)  # noqa: S311 -- the same sentences each time
    families = list(FAMILIES.values())
    for number in range(count):
        if number % 10 == 0:
            yield chance.choice(families)(chance.randint(1, 6))
            continue
        joint = chance.choice(("", " ", " "))
        words = chance.choices(_PIECES, k=chance.randint(1, 24))
        if chance.random() < 0.2:
            words.insert(chance.randrange(len(words)), chance.choice("0123456789([（") * chance.randint(20, 200))
        yield joint.join(words)
