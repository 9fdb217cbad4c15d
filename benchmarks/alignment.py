"""How right passages in two languages are paired, beside Gale and Church's lengths alone, and how the time grows.

    python benchmarks/alignment.py [--release DIR] [--skip-time]

The first table counts links between single sentences against the hand-made pairs of the reference excerpt with facing
columns: a passage of one Chinese sentence and two English ones is two links. The passages are read from a release, or
made here from the reference text. nltk's Gale-Church aligner, if installed (`uv pip install --group peers`), is given
the sentences of each article and how many English letters one Chinese character makes.

The second table is the CPU time and the memory of pairing made-up texts without a single heading, of 1, 2, 4 and 8
times the length; the growth beside it is 2 for a cost that is linear. The third is the same for the
statements of two made editions, of which some differ. Ends with 1 where a figure falls short.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import time
import tracemalloc
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
GOLD = SHARED / "gold/parallel.jsonl"
TEXTS = SHARED / "sources/text"
FACING = "cn-15fyp-recommendations-excerpt"
LETTERS_PER_CHARACTER = 5.2
MOST_GROWTH = 2.6
"""From one length to the double, with room for the noise of a shared machine."""

REPEATS = 2

Link = tuple[str, str]


@dataclass(frozen=True)
class Score:
    """How two sets of links agree."""

    right: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        """Of what was found, what is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of what is right, what was found."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Figure:
    """One line of the table; `floor` is the least F1 that is accepted, null for a peer."""

    name: str
    score: Score
    floor: float | None = None


def squeezed(text: str) -> str:
    """A sentence without blanks and hyphens, which editions print as lines happen to end."""
    return re.sub(r"[\s\u00ad-]", "", text)


def gold_articles() -> list[dict[str, list[list[str]]]]:
    """For each article the pairs of the reference: lists of Chinese and of English sentences."""
    lines = map(json.loads, GOLD.read_text(encoding="utf-8").splitlines())
    return [
        {"zh": [pair["zh"] for pair in line["alignment"]], "en": [pair["en"] for pair in line["alignment"]]}
        for line in lines
        if line.get("alignment")
    ]


def gold_links(articles: Iterable[dict[str, list[list[str]]]]) -> set[Link]:
    """Every sentence with each one that it is paired with."""
    return {
        (squeezed(zh), squeezed(en))
        for article in articles
        for ours, theirs in zip(article["zh"], article["en"], strict=True)
        for zh in ours
        for en in theirs
    }


def links_of(passages: Iterable[Link], true: set[Link]) -> set[Link]:
    """The links between sentences of the reference that passages make; other text is not judged."""
    zh, en = {a for a, _b in true}, {b for _a, b in true}
    return {
        (a, b)
        for text_zh, text_en in ((squeezed(p), squeezed(q)) for p, q in passages)
        for a in zh
        if _holds(text_zh, a)
        for b in en
        if _holds(text_en, b)
    }


def _holds(passage: str, sentence: str) -> bool:
    return sentence in passage or passage in sentence


def passages_made() -> list[Link]:
    """The passages of the reference excerpt, made here."""
    from extractors.pipeline import extract
    from flows.collection import read_folder
    from flows.engines import read_with

    entry = next(e for e in read_folder(TEXTS, use_lock=False).entries if e.source.id == FACING)
    rows = extract(read_with(entry.path, "auto"), entry.source).rows["parallel_texts"]
    return [(row.text_zh or "", row.text_en or "") for row in rows]  # type: ignore[union-attr]


def passages_published(release: Path) -> list[Link]:
    """The passages of the reference excerpt in a release."""
    csv.field_size_limit(1 << 30)
    with (release / "data/parallel_texts.csv").open(encoding="utf-8-sig", newline="") as file:
        return [(row["text_zh"], row["text_en"]) for row in csv.DictReader(file) if row["document_id"] == FACING]


def sentence_links(release: Path | None = None) -> Figure:
    """Links between sentences, of a release or made here."""
    true = gold_links(gold_articles())
    found = links_of(passages_published(release) if release else passages_made(), true)
    return Figure("sentence links", Score(len(true & found), len(found), len(true)), 0.95)


def sentence_links_by_length() -> Figure | None:
    """The same by nltk's Gale-Church aligner, article by article; null where it is not installed."""
    if not find_spec("nltk"):
        return None
    from nltk.translate.gale_church import LanguageIndependent, align_blocks  # type: ignore[import-not-found]

    class Told(LanguageIndependent):  # type: ignore[misc]
        AVERAGE_CHARACTERS = LETTERS_PER_CHARACTER

    articles = gold_articles()
    found: set[Link] = set()
    for article in articles:
        zh, en = ([squeezed(s) for group in article[side] for s in group] for side in ("zh", "en"))
        found |= {(zh[i], en[j]) for i, j in align_blocks([len(s) for s in zh], [len(s) for s in en], Told)}
    true = gold_links(articles)
    return Figure("sentence links, nltk Gale-Church", Score(len(true & found), len(found), len(true)))


MADE = (
    ("到{a}年建成水库{b}座，漏损率降至{c}%。", "Build {b} reservoirs by {a} and cut leakage to {c}%."),
    ("农村住户安装水表。", "Meters are to be installed in rural households."),
    ("硬化村道{b}公里，公交通达所有乡镇。", "Pave {b} kilometers of village roads. Buses will reach every township."),
    ("培训教师{d}人。改善学校食堂。", "Train {d} teachers and improve the canteens of schools."),
    ("新增病床{d}张，每千人口医生达到{c}名。", "Add {d} hospital beds and reach {c} doctors for every 1,000 people."),
    ("保护湿地和森林，森林覆盖率达到{c}%。", "Protect wetlands and forests, with {c}% of the land under forest."),
    ("发展海洋渔业。", "Develop marine fisheries."),
    ("鼓励企业创新，研发投入增长{c}%以上。", "Encourage firms to innovate. Spending on it shall grow by over {c}%."),
)  # fmt: skip


def made_text(copies: int) -> tuple[str, str]:
    """A text and its translation: the same paragraph so many times, with other numbers in each."""

    def paragraphs(side: int) -> Iterator[str]:
        for n in range(copies):
            numbers = {"a": 2020 + n % 30, "b": 11 + n, "c": 3 + n % 60 / 10, "d": 1200 + 7 * n}
            joint = "" if side == 0 else " "
            yield joint.join(pair[side].format(**numbers) for pair in MADE)

    return "\n\n".join(paragraphs(0)), "\n\n".join(paragraphs(1))


@dataclass(frozen=True)
class Cost:
    """What pairing texts of a length costs."""

    sentences: int
    seconds: float
    megabytes: float
    paired: float


def cost(copies: int) -> Cost:
    """CPU seconds and megabytes of pairing a made text; and the share of its paragraphs' sentences that it pairs."""
    from extractors.language.align_stretches import Side
    from extractors.language.align_texts import pair_texts
    from extractors.mapped import MappedText
    from extractors.structure.model import Block

    zh, en = (
        Side((), (), tuple(Block(MappedText.of(p), "prose", language) for p in text.split("\n\n")))
        for language, text in zip(("zh", "en"), made_text(copies), strict=True)
    )
    seconds = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        paired = pair_texts(zh, en)
        seconds = min(seconds, time.process_time() - start)
    tracemalloc.start()
    pair_texts(zh, en)
    megabytes = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    there = sum(len(p.zh) for p in paired.passages)
    return Cost(there + paired.left_zh, seconds, megabytes, there / (there + paired.left_zh))


def costs(copies: int = 16) -> list[Cost]:
    """Costs of 1, 2, 4 and 8 times a length; a first run, not counted, loads the words."""
    cost(2)
    return [cost(copies * times) for times in (1, 2, 4, 8)]


def statement_costs(copies: int = 200) -> list[Cost]:
    """Costs of matching the statements of made editions without sections, of 1, 2, 4 and 8 times a length."""
    from made_statements import matched

    numbers = {"a": 2030, "b": 24, "c": 7.5, "d": 1300}
    sentences = [(zh.format(**numbers), en.format(**numbers)) for zh, en in MADE]
    matched(sentences, 1)
    return [Cost(*matched(sentences, copies * times)) for times in (1, 2, 4, 8)]


def shortfalls(figures: Iterable[Figure]) -> list[str]:
    """The figures under their floor, each in words."""
    return [
        f"{f.name}: F1 {f.score.f1:.4f} is below {f.floor}"
        for f in figures
        if f.floor is not None and f.score.f1 < f.floor
    ]


def places(release: Path | None = None) -> Figure:
    """Places that both English editions of the reference name, linked in a release or here."""
    from edition_links import place_pairs

    return Figure("place pairs", Score(*place_pairs(release)), 0.9)


def targets(release: Path | None = None) -> Figure:
    """Statements of the Chinese and of the English plan, linked in a release or here."""
    from edition_targets import target_pairs

    return Figure("numeric targets, Chinese and English", Score(*target_pairs(release)), 0.95)


def contradictions(release: Path | None = None) -> Figure:
    """Known disagreements on a value, unit or comparator, told in a release or here; only what is missing counts."""
    from edition_targets import contradictions as told

    right, true, _missing = told(release)
    return Figure("disagreements told", Score(right, right, true), 1.0)


def figures(release: Path | None = None) -> list[Figure]:
    """Every figure against the reference; peers last."""
    ours = (sentence_links(release), places(release), targets(release), contradictions(release))
    found = (*ours, sentence_links_by_length())
    return [f for f in found if f is not None]


def print_costs(found: Iterable[Cost], what: str = "sentences") -> list[str]:
    """Print the table of costs; what grows faster than it may, each in words."""
    print(f"\n{what:>10} {'CPU s':>8} {'growth':>7} {'MB':>7} {'growth':>7} {'paired':>7}")
    missed: list[str] = []
    before: Cost | None = None
    for now in found:
        slower, larger = (now.seconds / before.seconds, now.megabytes / before.megabytes) if before else (0.0, 0.0)
        row = f"{now.sentences:10} {now.seconds:8.2f} {slower:7.2f} {now.megabytes:7.1f} {larger:7.2f}"
        print(f"{row} {now.paired:7.3f}")
        if max(slower, larger) > MOST_GROWTH:
            missed.append(f"{now.sentences} {what}: time grew {slower:.2f} times, memory {larger:.2f} times")
        before = now
    return missed


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--release", type=Path, help="a release to score, instead of pairing here")
    parser.add_argument("--skip-time", action="store_true")
    arguments = parser.parse_args()
    missed: list[str] = []
    if GOLD.is_file():
        table = figures(arguments.release)
        print(f"{'':36} {'precision':>9} {'recall':>9} {'F1':>9} {'links':>6} {'floor':>6}")
        for f in table:
            s = f.score
            floor = "" if f.floor is None else f"{f.floor:.2f}"
            print(f"{f.name:36} {s.precision:9.4f} {s.recall:9.4f} {s.f1:9.4f} {s.true:6} {floor:>6}")
        missed += shortfalls(table)
    else:
        print("the reference documents are not beside the project: no figures", file=sys.stderr)
    if not arguments.skip_time:
        missed += print_costs(costs())
        missed += print_costs(statement_costs(), "statements")
    for line in missed:
        print(line, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
