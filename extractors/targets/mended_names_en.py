"""Repairs of English names from their own words: loose ends, gerunds in front, examples, wholes said twice."""

from __future__ import annotations

import re

from extractors.targets.clauses_en import Sentence
from extractors.targets.frame_en import Frame
from extractors.targets.indicator_en import ARTICLES
from extractors.targets.noun_phrases_en import head_of, loose_ends, only_verb, quantifying
from extractors.targets.verb_forms_en import forms, participle, verb_class
from extractors.targets.vocabulary_en import wordset

MOVING = {"limit", "keep", "increase", "reduce", "reach"}
RAISED = {"expected", "projected", "planned", "likely", "scheduled", "estimated", "forecast", "anticipated", "required"}
SERVING = {"serve", "benefit", "employ", "accommodate", "involve", "cover", "reach"}
TAKING = {"take", "make", "register", "see", "record"}
LINKS = {"in", "of", "for"}
OF_ITSELF = re.compile(r"^(?P<name>.+) as a share of (?P<whole>.+)$")
WITH_SIZE = re.compile(r"^(?P<things>.+?) with (?:an? )?(?P<size>[a-z-]+(?: [a-z-]+)?)$")
BETWEEN_TIMES = re.compile(r" in between (?:the )?(?:fiscal |financial )?(?:years?|20\d\d)\b.{0,40}$")
BASE_OF_YEAR = re.compile(
    r" (?:from|of|in) (?:the|its) (?:current|present|last|previous|existing) (?:year['’]s|level)$"
)
CHANGE_IN = re.compile(r"^(?:[a-z]+ )?(?:increase|decrease|reduction|rise|decline) in (?:the )?(?=[A-Za-z])")
TO_BE = re.compile(r" (?:expected|projected|planned|likely|scheduled|estimated|set|due) to be (?=[a-z]+(?:ed|t|n)\b)")
EXTENDING = re.compile(r"(?<=[a-z]) (?:spanning|measuring|stretching|totalling|totaling)\b.*$")
BETWEEN_AGES = re.compile(r" between \d+ (?:years|months)\b(?! and).*$")
ABLE = re.compile(r"^(?P<who>[^,]+?) (?:can|may) [a-z]+ (?:an? )?(?P<what>[a-z]+(?: [a-z]+){0,3})$")
TAKING_UP = re.compile(r" (?:taking|making|accounting)(?: up| for)?$")
LATER_CLAUSE = re.compile(r"^.+ (?:while|whereas) (?:the |an? )?")


def mended(sentence: Sentence, index: int, frame: Frame) -> str:
    """The name of a frame with what can be put right from its own words."""
    name = _one_clause(frame.indicator)
    name = _example(name, frame)
    if not sentence.quantities[index].bare:
        name = EXTENDING.sub("", name)
    if frame.shape == "level" or sentence.quantities[index].unit in ("%", "pp"):
        name = CHANGE_IN.sub("", _ungerunded(name)) if frame.marker in ("to", "by", "at") else _ungerunded(name)
    if frame.shape == "count":
        name = _served(name)
    name = _sized(sentence, index, name, frame)
    name = _undangled(sentence, _tidy(TO_BE.sub(" ", name).split()))
    name = _some_of(TAKING_UP.sub("", name))
    name = _once(name)
    return name or frame.indicator


def _one_clause(name: str) -> str:
    """'next five years while the sector can witness growth': the number stands in the last clause."""
    if " while " in name or " whereas " in name:
        name = LATER_CLAUSE.sub("", name)
    able = ABLE.match(name) if " can " in name or " may " in name else None
    if able and able["what"].rpartition(" ")[2] in wordset("indicator", "measures"):
        name = f"{able['what']} of the {able['who']}"
    if " between " in name:
        name = BETWEEN_AGES.sub("", BETWEEN_TIMES.sub("", name))
    return BASE_OF_YEAR.sub("", name) if name.endswith(("level", "s")) else name


def _example(name: str, frame: Frame) -> str:
    """'projects by 2024 such as electrification': the number stands at the last example."""
    if " such as " not in name or frame.rule not in ("verb_phrase_count", "list_member", "verb_count"):
        return name
    return re.split(r", (?:and )?", name.rpartition(" such as ")[2])[-1] or name


def _ungerunded(name: str) -> str:
    """'containing inflation', 'reaching a share of wind': what is contained or reached."""
    first, _, rest = name.partition(" ")
    if not rest or not first.islower():
        return name
    lemma = next((lemma for lemma, form in forms().get(first, ()) if form == "ing"), "")
    if (
        not lemma
        or not (verb_class(lemma) & MOVING or lemma in TAKING)
        or rest.split()[0].lower() in wordset("indicator", "prepositions")
    ):
        return name
    parts = rest.split()
    return " ".join(parts[1:] if parts[0].lower() in ARTICLES and len(parts) > 1 else parts)


def _served(name: str) -> str:
    """'serving inhabitants': inhabitants served."""
    first, _, rest = name.partition(" ")
    lemma = next((lemma for lemma, form in forms().get(first.lower(), ()) if form == "ing"), "")
    return f"{rest} {participle(lemma)}" if rest and lemma in SERVING else name


def _sized(sentence: Sentence, index: int, name: str, frame: Frame) -> str:
    """'country with a deficit': the deficit; 'cities with a population' of a number that was cut off: cities."""
    match = WITH_SIZE.match(name) if " with " in name else None
    if match is None:
        return name
    found = sentence.quantities[index]
    last = match["size"].rpartition(" ")[2]
    if last not in wordset("indicator", "measures"):
        return name
    if last in sentence.lows[found.right : found.right + 3] and " with a" in name and frame.shape != "level":
        return match["size"]
    return (
        match["things"] if frame.rule == "share_of" and frame.marker != "goal" and _told_size(sentence, last) else name
    )


def _told_size(sentence: Sentence, noun: str) -> bool:
    """'with a population of over 500,000': a size that only says which ones are meant."""
    at = sentence.lows.index(noun) if noun in sentence.lows else -1
    return sentence.low(at + 1) in ("of", "above", "over", "exceeding")


def _tidy(parts: list[str]) -> str:
    """A name without loose words at its end: 'enterprises expected to be'."""
    while len(parts) > 1:
        last = parts[-1].lower().rstrip(",")
        if last not in loose_ends():
            break
        parts.pop()
        if last in ("to", "be") and len(parts) > 1 and parts[-1].lower() in RAISED:
            parts.pop()
    return " ".join(parts).rstrip(" ,")


def _undangled(sentence: Sentence, name: str) -> str:
    """'communities in towns established' before 1990: a participle whose complement was cut off."""
    parts = name.split()
    if len(parts) < 4 or len(head_of([p.lower() for p in parts])) == len(parts):
        return name
    last = parts[-1].lower()
    if not last.isalpha() or parts[-2].lower() in ("be", "been", "being") or not only_verb(last, {"past"}):
        return name
    near = f" {parts[-2]} {parts[-1]} "
    at = f" {sentence.text} ".find(near)
    behind = f" {sentence.text} "[at + len(near) :].split(" ", 1)[0].lower() if at >= 0 else ""
    closed = wordset("indicator", "prepositions") | {"before", "after", "since", "until"}
    return " ".join(parts[:-1]) if behind in closed else name


def _some_of(name: str) -> str:
    """'bulk of the allocation', 'least amount of money': the allocation, the money."""
    first, of, rest = name.partition(" of ")
    known = first.lower().split()
    if not of or known in (["amount"], ["amounts"]) or not all(word in quantifying() for word in known):
        return name
    parts = rest.split()
    parts = parts[1:] if parts[0].lower() in ARTICLES and len(parts) > 1 else parts
    return " ".join(parts)


def _once(name: str) -> str:
    """'grants in grants', 'share of sales as a share of sales': said once."""
    parts = name.split()
    if len(parts) > 2 and parts[-2] in LINKS and parts[-3].lower() == parts[-1].lower():
        return " ".join(parts[:-2])
    match = OF_ITSELF.match(name) if " as a share of " in name else None
    if match is None:
        return name
    if ", " in match["whole"] and match["name"].rpartition(" ")[2] in match["whole"]:  # the list of the next number
        return f"{match['name']} as a share of {match['whole'].split(', ')[0]}"
    first, whole = match["name"].lower(), match["whole"].lower()
    if first == whole:
        return f"share of {match['whole']}"
    return match["name"] if first.endswith((f" of {whole}", f" of the {whole}")) else name
