"""Ids that say the same thing in every edition: hashes over words, never over offsets."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

_WHITE = re.compile(r"\s+")


def squeeze(text: str) -> str:
    """Text without any white space, so that another edition's line breaks do not matter."""
    return _WHITE.sub("", text)


def sha256(text: str) -> str:
    """Hex SHA-256 of a text's UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Ids:
    """Hands out `<document_id>-<letter>-<10 hex>`; equals are told apart by their ordinal."""

    def __init__(self, document_id: str) -> None:
        self.document_id = document_id
        self._seen: Counter[tuple[str, str]] = Counter()

    def make(self, letter: str, *words: str | int | None) -> str:
        """The id of a thing that these words identify, the n-th of its equals in reading order."""
        key = "\x1f".join(squeeze("" if w is None else str(w)) for w in words)
        ordinal = self._seen[letter, key]
        self._seen[letter, key] += 1
        digest = sha256(f"{key}\x1f{ordinal}")
        return f"{self.document_id}-{letter}-{digest[:10]}"
