"""Texts of cells that are figures: numbers with signs, units and marks, and what stands for a missing one."""

from __future__ import annotations

import re

_FIGURE = re.compile(
    r"""[(\[（<>≥≤~≈±+\-–—−‐]*\s*(?:[$€£¥￥]|US\$|EUR|USD|RMB)?\s*
        [.,]?\d[\d\s.,'’:/\-–—−~～]*
        \s*(?:%|‰|％|百分点|万|亿|bn|mn|m|k|million|billion)?
        \s*[)\]）]*\s*[*†‡#ª-ºa-z]{0,3}\)?""",
    re.VERBOSE,
)
_MISSING = re.compile(r"[-–—−‐.…·:*]{1,5}|n\.?\s?[ad]\.?|n/a|/|—+|[〇○√✓×xX]", re.IGNORECASE)


def is_figure(text: str) -> bool:
    """Whether a cell's text is one number, with its signs and unit, and nothing else."""
    return len(text) <= 40 and bool(_FIGURE.fullmatch(text.strip()))


def is_missing(text: str) -> bool:
    """Whether a cell's text stands for no figure, or for a mark: a dash, n.a., a tick."""
    return bool(_MISSING.fullmatch(text.strip()))
