"""Every check has a severity and a paragraph, and no other is told of."""

from __future__ import annotations

import re
from pathlib import Path

from extractors.checks.material import severities

ROOT = Path(__file__).resolve().parents[2]
NAMED = re.compile(r'(?:check=|Finding\(\s*|_finding\(\s*)"([a-z_]+)"')


def test_each_check_has_a_paragraph_with_its_severity() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    severe = {}
    for names, severity in re.findall(r"((?:\*\*[a-z_]+\*\*,? )+)\((error|warning|info)", page):
        severe |= dict.fromkeys(re.findall(r"[a-z_]{3,}", names), severity)
    assert severe == dict(severities())


def test_the_code_names_no_check_without_a_severity() -> None:
    for path in sorted((ROOT / "extractors" / "checks").glob("*.py")):
        assert set(NAMED.findall(path.read_text(encoding="utf-8"))) <= set(severities()), path.name
