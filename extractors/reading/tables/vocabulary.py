"""Words around tables, compiled from words.yml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml


@cache
def opening(kind: str) -> re.Pattern[str]:
    """Pattern of lines of a kind (a key of words.yml), to be matched at a line's start."""
    words = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{p})" for p in words[kind]), re.IGNORECASE)
