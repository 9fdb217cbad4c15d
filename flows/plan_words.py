"""The vocabulary by which a document's kind, plan and title are guessed, from plan_words.yaml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HAN = re.compile(r"[\u3400-\u9fff]")


@cache
def words() -> dict[str, Any]:
    """The vocabulary as it stands in the file."""
    read: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "plan_words.yaml").read_text(encoding="utf-8"))
    return read


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One of its regular expressions; case does not matter."""
    return re.compile(words()[name], re.IGNORECASE)


def kind_of(title: str) -> str | None:
    """The kind of document that a title names; null where it names none."""
    return next(
        (str(k["type"]) for k in words()["document_types"] if re.search(k["title"], title, re.IGNORECASE)), None
    )


def kind_ends(title: str) -> list[int]:
    """Where the words that name a kind end in a title."""
    return [m.end() for k in words()["document_types"] for m in re.finditer(k["title"], title, re.IGNORECASE)]


def name_words(stem: str) -> str:
    """A file's name as a title: underscores are blanks, and none stand between Chinese characters."""
    return re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", stem.replace("_", " ")).strip()
