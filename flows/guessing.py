"""What a document's own text says of it: language, title, plan and period, for those who give no YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flows.plan_periods import guess_period
from flows.plan_words import HAN, kind_of, name_words
from flows.titling import guess_title, usable_metadata
from publishers.storage import file_sha256

_LATIN = re.compile(r"[A-Za-z]+")
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_OPENING = 4000  # code points that count as a document's first page
_DIGITS = 6  # of a hash, in an id: enough for a collection that people keep
_LONGEST_ID = 80
_SAMPLE = 200_000  # code points that a language is told from


@dataclass(frozen=True, slots=True)
class Guess:
    """What could be told; null where nothing could.

    `language` holds BCP 47 tags; `period` first and last year.
    """

    id: str
    title: str
    language: tuple[str, ...]
    document_type: str
    plan: str | None
    period: tuple[int, int] | None


def guess_language(text: str) -> tuple[str, ...]:
    """Languages by script, in the order in which they begin; a Chinese character weighs as much as a Latin word."""
    sample = text[:_SAMPLE]
    han, latin = HAN.findall(sample), _LATIN.findall(sample)
    total = len(han) + len(latin)
    if not total:
        return ("und",)
    if len(han) < total * 0.2:  # names and glosses in an English text
        return ("en",)
    if len(latin) < total * 0.2:
        return ("zh",)
    first_han, first_latin = HAN.search(sample), _LATIN.search(sample)
    han_first = bool(first_han and first_latin and first_han.start() < first_latin.start())
    return ("zh", "en") if han_first else ("en", "zh")


def id_of(path: Path) -> str:
    """An id from a file's name.

    Letters that cannot stand in an id, as Chinese ones, give way to the beginning of the hash of the file's bytes:
    such an id depends neither on the other files nor on their order.
    """
    letters = _NOT_IN_IDS.sub("-", path.stem.lower()).strip("-")[:_LONGEST_ID].strip("-")
    if letters and not any(character.isalpha() and not character.isascii() for character in path.stem):
        return letters
    whole = file_sha256(path) if path.is_file() else sha256(path.name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{(letters or 'document')[: _LONGEST_ID - _DIGITS - 1].strip('-')}-{whole[:_DIGITS]}"


def _printable(title: str) -> str:
    """A title as a YAML takes it: one line without control and private characters, which damaged PDFs give."""
    return " ".join("".join(c if c.isprintable() else " " for c in title).split())


def guess(text: str, path: Path, title: str | None = None) -> Guess:
    """Tell what can be told of a document.

    Args:
        text: Its raw text.
        path: Its file, for the id.
        title: Its title where the file's metadata or a person gives one.
    """
    name, opening = name_words(path.stem), text[:_OPENING]
    found_title = _printable(usable_metadata(title) or "") or _printable(guess_title(opening, name)) or id_of(path)
    kind = kind_of(found_title) or kind_of(name) or "document"
    plan, period = guess_period(found_title, name, opening, text, kind)
    return Guess(id_of(path), found_title, guess_language(text), kind, plan, period)
