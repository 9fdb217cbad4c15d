"""Made-up words for pages with boxes: sentences, titles and captions in English and Chinese, at random with a seed."""

from __future__ import annotations

from random import Random

EN_NOUNS = (
    "rural roads", "flood walls", "village clinics", "grain stores", "solar parks", "training centres", "bus lines",
    "water pipes", "nature reserves", "data centres", "fishing ports", "seed banks", "county libraries", "wind farms",
)  # fmt: skip
EN_VERBS = ("Build", "Repair", "Extend", "Support", "Open", "Renew", "Plan", "Equip")
EN_ENDS = (
    "in the northern counties", "by the end of the period", "in towns without one", "along the main rivers",
    "with the help of all districts", "where demand is highest", "in line with local needs",
)  # fmt: skip
EN_TITLES = (
    "Rural Roads", "Flood Control", "Clean Energy", "Village Clinics", "Grain Stores", "Skills Training",
    "Water Supply", "Nature Reserves", "Digital Services", "Coastal Ports", "Seed Industry", "Public Transport",
    "Old Town Renewal", "Child Care", "Forest Belts", "Cold Chains", "Cross-Border Trade", "Elderly Care",
)  # fmt: skip
ZH_NOUNS = (
    "农村公路", "防洪堤坝", "乡镇卫生院", "粮食仓储设施", "光伏基地", "培训中心", "公交线路", "供水管网", "自然保护区",
    "数据中心", "渔港", "种质资源库", "公共图书馆", "海上风电场",
)  # fmt: skip
ZH_VERBS = ("新建", "改造", "扩建", "支持", "完善", "更新", "规划", "提升")
ZH_ENDS = (
    "提高公共服务水平", "完善基础设施网络", "增强防灾减灾能力", "推动城乡协调发展", "补齐民生短板", "健全长效管护机制",
    "形成一批示范项目", "带动沿线群众增收",
)  # fmt: skip
ZH_TITLES = (
    "农村公路建设", "防洪减灾", "清洁能源", "乡镇卫生院提升", "粮食仓储", "职业技能培训", "供水保障", "自然保护地",
    "数字政务", "沿海渔港", "现代种业", "公共交通", "老旧小区改造", "托育服务", "防护林体系", "冷链物流", "跨境贸易",
    "养老服务",
)  # fmt: skip


class Words:
    """What is written in one language.

    Args:
        language: `en` or `zh`.
        random: Where chance comes from.
    """

    def __init__(self, language: str, random: Random) -> None:
        self.language, self._random = language, random
        titles = list(ZH_TITLES if self.is_chinese else EN_TITLES)
        random.shuffle(titles)
        self._titles = titles

    @property
    def is_chinese(self) -> bool:
        """Whether it is written without blanks."""
        return self.language == "zh"

    def title(self) -> str:
        """A title not used before, as long as there are any."""
        self._titles.append(self._titles[0])
        return self._titles.pop(0)

    def sentence(self) -> str:
        """One sentence with a figure in it, as boxes and plans have them."""
        pick, count = self._random.choice, self._random.randint(2, 900)
        year = self._random.randint(2021, 2035)
        if self.is_chinese:
            start = pick((f"{pick(ZH_VERBS)}{pick(ZH_NOUNS)}{count}处", f"到{year}年，{pick(ZH_NOUNS)}达到{count}个"))
            middle = f"，{pick(ZH_VERBS)}{pick(ZH_NOUNS)}" if self._random.random() < 0.6 else ""
            return f"{start}{middle}，{pick(ZH_ENDS)}。"
        start = f"{pick(EN_VERBS)} {count} {pick(EN_NOUNS)}"
        middle = f" and {pick(EN_VERBS).lower()} {pick(EN_NOUNS)}" if self._random.random() < 0.6 else ""
        return f"{start}{middle} {pick((*EN_ENDS, f'by {year}'))}."

    def sentences(self, least: int, most: int) -> str:
        """So many sentences as one paragraph."""
        found = [self.sentence() for _ in range(self._random.randint(least, most))]
        return ("" if self.is_chinese else " ").join(found)

    def prose(self) -> str:
        """A paragraph outside boxes: it says what prose says."""
        pick = self._random.choice
        if self.is_chinese:
            opening = pick(("坚持统筹推进", "各地区要加快", "深入实施有关部署，持续推进", "加强组织领导，全面落实"))
            return f"{opening}{pick(ZH_NOUNS)}建设，{pick(ZH_ENDS)}。{self.sentences(1, 4)}"
        opening = pick(("All counties are to look after", "The province will go on with", "Work continues on"))
        return f"{opening} {pick(EN_NOUNS)}, and will report on them each year. {self.sentences(1, 4)}"
