"""Quotation marks around Chinese noun phrases."""

from __future__ import annotations


def unquoted(text: str) -> str:
    """Takes quotes off that enclose the whole, or have no partner."""
    if text.startswith("「") and text.find("」") in (-1, len(text) - 1):
        text = text[1:].removesuffix("」")
    if text.startswith("“") and "”" not in text[:-1]:
        text = text[1:]
    if text.endswith("”") and "“" not in text:
        text = text[:-1]
    return text
