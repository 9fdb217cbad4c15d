"""The verbs of an English sentence: which words are verbs, and in which form they stand."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.targets.tokens_en import Token
from extractors.targets.verb_forms_en import Form, forms
from extractors.targets.vocabulary_en import wordset

BEFORE_ING = {
    *("by", "of", "and", "to", "at", "for", "while", "from", "with", "in", "on", "as", ",", ";", ""),
    *("are", "is", "be", "been"),
}


PROPOSING = {
    "propose",
    "proposes",
    "proposed",
    "proposing",
    "consider",
    "involve",
    "involves",
    "require",
    "requires",
    "means",
    "envisage",
    "envisages",
    "envisaged",
    "foresees",
    "recommends",
    "recommended",
    "suggests",
    "targets",
    "promises",
    "promised",
    "plans",
}


UNCHANGED = {"cut", "set", "put", "hit"}  # past as present: after a subject and no modal they tell


PARTICLES = {"up", "down", "out"}
PERFECT = {"has", "have", "had", "was", "were"}


BE = {"is", "are", "was", "were", "be", "been", "being"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in its place: `lemma`, the form printed, and whether it stands in the passive."""

    at: int
    lemma: str
    form: Form
    passive: bool = False


def _skip_adverbs(lows: list[str], at: int) -> int:
    """The nearest place to the left, from `at`, that is no adverb; at most five steps."""
    for _ in range(5):
        joined = 0 < at < len(lows) - 1 and lows[at] == "and" and is_adverb(lows[at - 1]) and is_adverb(lows[at + 1])
        if at < 0 or not (is_adverb(lows[at]) or joined):
            break
        at -= 1
    return at


def is_adverb(low: str) -> bool:
    """Whether a word is an adverb, by the vocabulary or its ending."""
    words_of = wordset("indicator", "adverbs")
    return low in words_of or (low.endswith("ly") and low not in wordset("indicator", "ly_nouns"))


def names_of(tokens: list[Token]) -> list[bool]:
    """For each token whether it stands in a name: capitalised beside another such word, not where a clause opens.

    A line in which most words are capitalised is a title and names nothing.
    """
    high = [t.text[0].isupper() for t in tokens]
    named = [
        high[i] and i > 0 and tokens[i - 1].text.isalpha() and (high[i - 1] or (i + 1 < len(high) and high[i + 1]))
        for i in range(len(high))
    ]
    return named if sum(high) * 2 < sum(t.text.isalpha() for t in tokens) else [False] * len(named)


def verbs_of(lows: list[str], owner: list[int], names: list[bool]) -> list[Verb]:
    """Every verb that governs something: modal, infinitive, imperative, participle."""
    found: list[Verb] = []
    table = forms()
    for at, low in enumerate(lows):
        entries = table.get(low)
        if owner[at] >= 0 or (names[at] and entries):
            continue
        if not entries:
            if unknown := _unknown_past(lows, owner, at):
                found.append(unknown)
            continue
        for lemma, form in entries:
            verb = _verb(lows, owner, at, lemma, form)
            if verb:
                found.append(verb)
                break
    return found


def _unknown_past(lows: list[str], owner: list[int], at: int) -> Verb | None:
    """A past form in -ed of a verb outside the vocabulary: behind 'been', or between its subject and a number."""
    low = lows[at]
    if not low.endswith("ed") or len(low) < 5 or not at or not low.isalpha():
        return None
    lemma = low[:-3] + "y" if low.endswith("ied") else low[:-1]
    if lows[at - 1] in BE:
        return Verb(at, lemma, "past", passive=True)
    before = lows[at - 1]
    told = at + 1 < len(lows) and (owner[at + 1] >= 0 or _article_follows(lows, at + 1)) and before.isalpha()
    if before in PERFECT or (told and not _determines(before) and before not in BE):
        return Verb(at, lemma, "past")
    return None


def _object_follows(lows: list[str], owner: list[int], at: int) -> bool:
    """Whether a word that may be a noun is followed by an object."""
    if at + 1 >= len(lows):
        return False
    behind = lows[at + 1]
    if (
        behind in ("and", "or")
        and at + 3 < len(lows)
        and any(kind == "base" for _, kind in forms().get(lows[at + 2], ()))
    ):
        return _determined(lows, owner, at + 3)  # "upgrade and transform 20 bases"
    if at + 2 < len(lows) and lows[at + 2] in ("on", "to", "by", "at", "from", "in") and _past_only(behind):
        return False  # "Work started on"
    if owner[at + 1] >= 0 or behind in ("“", '"'):
        return True
    if lows[at + 1 : at + 3] == ["per", "capita"]:
        return True  # "Raise per capita income"
    noun_ends = (
        wordset("indicator", "prepositions") | wordset("indicator", "auxiliaries") | {"and", "or", "that", "which"}
    )
    return behind[0].isalnum() and behind not in noun_ends


def _past_only(low: str) -> bool:
    return {kind for _, kind in forms().get(low, ())} == {"past"}


def _verb(lows: list[str], owner: list[int], at: int, lemma: str, form: Form) -> Verb | None:
    before_at = _skip_adverbs(lows, at - 1)
    before = lows[before_at] if before_at >= 0 else ""
    behind = lows[at + 1] if at + 1 < len(lows) else "."
    if behind == "-" or (at > 1 and lows[at - 1] == "-"):
        return None
    doubtful = lemma in wordset("verbs", "nouns_too")
    if behind == "than":
        return None  # "slightly lower than"
    if form == "base":
        if at > 1 and f"{lows[at - 2]} {lows[at - 1]} {lows[at]}" in wordset("verbs", "noun_pairs"):
            return None
        if before and before not in wordset("verbs", "starters"):
            object_follows = _article_follows(lows, at + 1) or (at + 1 < len(lows) and owner[at + 1] >= 0)
            tells = lemma in UNCHANGED and before[-1].isalpha() and object_follows
            return Verb(at, lemma, "past") if tells and not _determines(before) else None
        if lemma in wordset("verbs", "never_imperative") and before not in wordset("verbs", "modals"):
            return None
        if (
            doubtful
            and before in ("and", "or", ",", "", ".", ")")
            and not _object_follows(lows, owner, at)
            and not _particle(behind)
        ):
            return None
        told = before in ("we", "they", "who") and lemma in UNCHANGED
        return Verb(at, lemma, "past" if told else form)
    if form == "past":
        if before in BE:
            return Verb(at, lemma, form, passive=True)
        if before in ("has", "have", "had", "we", "they", "who") or (
            before in ("", ",", "and", "or", ";", ".") and _determined(lows, owner, at + 1)
        ):
            return Verb(at, lemma, form)
        return Verb(at, lemma, form) if finite_past(lows, owner, at, lows[at]) else None
    if form == "third":
        plain = _determined(lows, owner, at + 1) if not doubtful else _article_follows(lows, at + 1)
        plain = plain or (lemma == "aim" and behind == "for")
        said = before in wordset("meaning", "plan_subjects")
        moves = lemma in wordset("verbs", "increase") | wordset("verbs", "reduce")
        plain = plain or (moves and before in ("and", ",", "which", "that") and _moved(lows, owner, at))
        plain = plain or (said and (lemma in wordset("verbs", "forward") or behind in ("out", "aside")))
        return Verb(at, lemma, form) if plain else None
    if form == "ing" and (
        before in BEFORE_ING
        or before in (":", "include", "including", "includes", "included")
        or before.endswith(("s", "ed"))
    ):
        sure = _determined(lows, owner, at + 1)
        opens = (
            before in ("by", ",", "while", "", ";", ":", "to", "including", "include", "includes")
            or before in PROPOSING
        )
        opens = opens or (before == "as" and lows[before_at - 1] == "such")
        held = lemma in wordset("verbs", "keep") | wordset("verbs", "limit")
        opens = opens or (before == "and" and held and _held_at(lows, owner, at))
        aimed = before == "of" and before_at and lows[before_at - 1] in wordset("meaning", "goal_nouns")
        opens = opens or (
            before in ("is", "are", "for", "of") and lemma in wordset("verbs", "increase") | wordset("verbs", "reduce")
        )
        return Verb(at, lemma, form) if sure or ((opens or aimed) and _object_follows(lows, owner, at)) else None
    return None


def _moved(lows: list[str], owner: list[int], at: int) -> bool:
    """'and cuts inflation to 4.8 percent': an object and a value stand behind."""
    near = range(at + 2, min(at + 9, len(lows) - 1))
    return any(lows[i] in ("to", "by") and owner[i + 1] >= 0 for i in near) and lows[at + 1].isalpha()


def _held_at(lows: list[str], owner: list[int], at: int) -> bool:
    """'and keeping the deficit at below 5 percent': an object and a value stand behind."""
    near = range(at + 2, min(at + 9, len(lows) - 1))
    return any(lows[i] in ("at", "within", "to") and owner[i + 1] >= 0 for i in near) and lows[at + 1].isalpha()


def _determines(low: str) -> bool:
    return low in wordset("indicator", "determiners") or low in wordset("indicator", "prepositions")


def _article_follows(lows: list[str], at: int) -> bool:
    """'sets its target', 'plans a line': a word in -s before these is a verb and no plural."""
    low = lows[at] if at < len(lows) else ""
    yearly = low in ("a", "an") and lows[at + 1 : at + 2] and lows[at + 1] in ("year", "month", "day", "week", "hour")
    return low in ("a", "an", "its", "their", "our", "his", "her", "the") and not yearly


def _particle(low: str) -> bool:
    return low in ("out", "up", "on", "down", "off", "in", "to")


def _determined(lows: list[str], owner: list[int], at: int) -> bool:
    """Whether a determiner or a quantity stands at the place, as an object begins."""
    if at >= len(lows):
        return False
    return owner[at] >= 0 or lows[at] in wordset("indicator", "determiners") or lows[at] in ("it", "them")


def finite_past(lows: list[str], owner: list[int], at: int, low: str) -> bool:
    """Whether a word is a verb in the past tense with a subject before it: 'covered 5 towns', 'left poverty'."""
    entries = forms().get(low)
    if not at or not entries or owner[at] >= 0 or entries[0][0] == "be" or low == "has":
        return False
    kinds = {kind for _, kind in entries}
    if "past" not in kinds or kinds - {"past"} or "-" in (lows[at - 1], *lows[at + 1 : at + 2]):
        return False
    if lows[at + 1 : at + 2] == ["by"] and at + 2 < len(lows) and owner[at + 2] < 0 and lows[at - 1] == ",":
        return False  # ", helped by an expansion"
    before = lows[max(_skip_adverbs(lows, at - 1), 0)]
    if low == "added" and before == "value":
        return False  # "raise the value added of tourism"
    if not (before[0].isalnum() or before == ")") or before in wordset("indicator", "auxiliaries"):
        return before in (",", "and") and low in wordset("meaning", "finite_past")
    if before in wordset("indicator", "determiners") | wordset("indicator", "prepositions"):
        return False
    if low in wordset("meaning", "finite_past"):
        return True
    if lows[at + 1 : at + 2] and lows[at + 1] in ("to", "by", "from") and at + 2 < len(lows) and owner[at + 2] >= 0:
        return True  # "the network extended to 4 million km"
    if before in ("and", "or") or (behind := _skip_right(lows, at + 1)) >= len(lows):
        return False
    if lows[behind] in PARTICLES and behind + 1 < len(lows) and owner[behind + 1] >= 0:
        return True  # "made up 50 percent"
    return owner[behind] >= 0 or lows[behind] in wordset("indicator", "determiners")


def _skip_right(lows: list[str], at: int) -> int:
    """The first place from `at` that is no adverb; at most three steps."""
    for _ in range(3):
        if at >= len(lows) or not is_adverb(lows[at]):
            break
        at += 1
    return at
