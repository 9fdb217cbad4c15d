"""Made-up sentences of plans in English and Chinese, for documents that tests write at random."""

from __future__ import annotations

from pathlib import Path
from random import Random

import yaml

_WORDS = yaml.safe_load(Path(__file__).with_name("written_words.yml").read_text(encoding="utf-8"))
TITLES: dict[str, list[str]] = _WORDS["titles"]


def _numbers(random: Random) -> dict[str, str]:
    year = random.randint(2016, 2030)
    return {
        "n": f"{random.randint(2, 9999):,}" if random.random() < 0.5 else str(random.randint(2, 999)),
        "p": f"{random.randint(1, 60)}.{random.randint(1, 9)}",
        "a": str(year),
        "b": str(year + random.randint(1, 5)),
    }


def sentence(random: Random, language: str) -> str:
    """One sentence; bars show where its words may be cut."""
    pick = random.choice
    if language == "zh":
        clauses = []
        for _ in range(random.randint(1, 4)):
            clauses.append(f"{pick(_WORDS['verbs']['zh'])}{pick(_WORDS['nouns']['zh'])}")
            if random.random() < 0.6:
                clauses.append(pick(_WORDS["tails"]["zh"]).format(**_numbers(random)))
        return pick("，，，、").join(clauses) + "。"
    nouns, verbs = _WORDS["nouns"]["en"], _WORDS["verbs"]["en"]
    parts = [f"{pick(nouns)} {pick(verbs)} {pick(nouns)}"]
    parts += [pick(_WORDS["tails"]["en"]).format(**_numbers(random)) for _ in range(random.randint(0, 3))]
    text = parts[0] + "".join(pick((" ", ", ", " and ")) + p for p in parts[1:])
    return text[0].upper() + text[1:] + "."


def paragraph(random: Random, language: str, most: int = 7) -> list[str]:
    """A paragraph's sentences."""
    return [sentence(random, language) for _ in range(random.randint(1, most))]


def note(random: Random, language: str) -> str:
    """The text of a footnote."""
    return " ".join(paragraph(random, language, 2)) if language == "en" else "".join(paragraph(random, language, 2))
