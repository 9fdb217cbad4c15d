"""Quotes and dashes that a wrong character set has turned into letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.repair.edits import Edit

# The codes of MacRoman quotes and dashes as Latin-1 shows them.
_OPENING = re.compile(r"(?:^|(?<=[\s(\[—“-]))Ò(?=\s?[\w+“‘])")
_CLOSING = re.compile(r"(?<=[^\W\d_A-ZÀ-Þ])Ó(?![^\W\d_])|(?<=[,.;:!?)%A-Z0-9])Ó(?![^\W\d_])")
_CLOSING_AFTER_BLANK = re.compile(r"(?<=[,.;:!?]) ?Ó(?=[\s,.;:)\d]|$)")
_APOSTROPHE = re.compile(r"(?<=[a-z])Õ(?=(?:s|t|d|m|re|ll|ve)\b|\W|$)")
_DASH_AT_START = re.compile(r"^(\s*)Ñ(?=\s)")
_DASH = re.compile(r"(?<=[a-z0-9 )])Ñ(?=[a-z0-9 (])")
_SHORT_DASH = re.compile(r"(?<=[a-z0-9])Ð(?=[A-Za-z0-9])")
_MAC = (
    (_OPENING, "“"),
    (_CLOSING, "”"),
    (_CLOSING_AFTER_BLANK, "”"),
    (_APOSTROPHE, "’"),
    (_DASH, "—"),
    (_SHORT_DASH, "–"),
)
_MAC_LETTERS = re.compile("[ÒÓÕÑÐ]")

# UTF-8 read as Windows-1252, and Windows-1252 left as control codes: nothing else they could be.
_ALWAYS = {
    "â€œ": "“",
    "â€\x9d": "”",
    "â€™": "’",
    "â€˜": "‘",
    "â€“": "–",
    "â€”": "—",
    "â€¦": "…",
    "\x91": "‘",
    "\x92": "’",
    "\x93": "“",
    "\x94": "”",
    "\x96": "–",
    "\x97": "—",
    "\x85": "…",
}
_ALWAYS_PATTERN = re.compile("|".join(map(re.escape, sorted(_ALWAYS, key=len, reverse=True))))


def uses_mac_quotes(lines: Iterable[str]) -> bool:
    """Whether Ò and Ó stand where quotes stand, so that they are none of a language's own letters."""
    letters = quotes = 0
    for line in lines:
        if _MAC_LETTERS.search(line):
            letters += line.count("Ò") + line.count("Ó")
            quotes += len(_OPENING.findall(line)) + len(_CLOSING.findall(line))
    return quotes >= 2 and quotes >= 0.8 * letters


def quotes(line: str, mac: bool) -> Iterator[Edit]:
    """Mis-encoded quotes and dashes of one line; `mac` says whether the document uses Mac quotes as letters."""
    if mac and _MAC_LETTERS.search(line):
        for pattern, char in _MAC:
            for match in pattern.finditer(line):
                start = match.end() - 1
                yield Edit(start, match.end(), char, "mojibake_quote", "mac_roman_quote")
        if dash := _DASH_AT_START.match(line):
            yield Edit(dash.end(1), dash.end(), "—", "mojibake_quote", "mac_roman_dash")
    for match in _ALWAYS_PATTERN.finditer(line):
        yield Edit(match.start(), match.end(), _ALWAYS[match[0]], "mojibake_quote", "windows_quote")
