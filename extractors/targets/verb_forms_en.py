"""The forms of English verbs, made by rule from the vocabulary."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from extractors.targets.vocabulary_en import words, wordset

Form = Literal["base", "third", "past", "ing"]


@cache
def forms() -> dict[str, list[tuple[str, Form]]]:
    """Every inflected form of the vocabulary's verbs with its lemma."""
    table = words("verbs")
    lemmas = sorted(
        {v for key in ("increase", "reduce", "keep", "limit", "reach", "add", "build", "other") for v in table[key]}
    )
    found: dict[str, list[tuple[str, Form]]] = {}
    for lemma in lemmas:
        _inflect(lemma, table, found)
    for form in [f for f in found if "iz" in f]:  # British spelling: "mobilise"
        found.setdefault(form.replace("iz", "is"), found[form])
    return found


def _inflect(lemma: str, table: dict[str, Any], found: dict[str, list[tuple[str, Form]]]) -> None:
    """Add every form of one verb."""
    irregular = table["irregular"].get(lemma)
    entries: list[tuple[str, Form]] = [(lemma, "base"), (_third(lemma), "third"), (_ing(lemma), "ing")]
    if lemma == "be":
        entries = [
            ("be", "base"),
            ("is", "third"),
            ("are", "third"),
            ("was", "past"),
            ("were", "past"),
            ("been", "past"),
            ("being", "ing"),
        ]
    else:
        entries += [(form, "past") for form in irregular or [_past(lemma)]]
    if lemma.endswith("l") and lemma[-2] in "ae" and lemma[-3] not in "aeiou":  # British spelling: "totalled"
        entries += [(f"{lemma}led", "past"), (f"{lemma}ling", "ing")]
    for form, kind in entries:
        found.setdefault(form, []).append((lemma, kind))


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _doubled(lemma: str) -> str:
    """'plan' to 'plann': a short verb on consonant, vowel, consonant."""
    short = len(lemma) <= 4 or lemma in wordset("verbs", "doubling")
    if (
        short
        and len(lemma) > 2
        and lemma[-1] not in "aeiouwxy"
        and lemma[-2] in "aeiou"
        and (lemma[-3] not in "aeiou" or lemma[-4:-2] == "qu" or lemma[-3:-1] == "ui")
        and lemma not in ("open", "visit", "edit", "exit")
    ):
        return lemma + lemma[-1]
    return lemma


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "be")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ied"
    return _doubled(lemma) + "ed"


def participle(lemma: str) -> str:
    """The past participle: the last printed past form."""
    irregular = words("verbs")["irregular"].get(lemma)
    return str(irregular[-1]) if irregular else _past(lemma)


def gerund(lemma: str) -> str:
    """The -ing form."""
    return _ing(lemma)


def verb_class(lemma: str) -> frozenset[str]:
    """The classes of the vocabulary that a verb belongs to."""
    return frozenset(
        key
        for key in ("increase", "reduce", "keep", "limit", "reach", "add", "build")
        if lemma in wordset("verbs", key)
    )
