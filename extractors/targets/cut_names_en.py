"""What is no part of an English name, cut from its text: a clause in front, a time behind, whose it is."""

from __future__ import annotations

import re

from extractors.targets.indicator_en import ARTICLES, TRAILING_YEAR
from extractors.targets.verb_forms_en import forms, verb_class
from extractors.targets.vocabulary_en import wordset

PASSING = {"currently", "presently", "today", "meanwhile", "nowadays", "already", "overall", "nationally", "altogether"}
MODALS = {"will", "should", "would", "shall", "must", "could"}
FINITE = {"have", "has", "had", "is", "are", "was", "were"}
RELATIVES = {"who", "that", "which", "whose", "where"}
SAYING = {"he", "she", "it", "we", "they"}
LED_IN = {"let", "present"}  # "to let the share", "at present the share"
MAKING = {"build", "add"}
LONGEST_CLAUSE = 5
BEFORE_ARTICLES = {
    *("and", "or", "all", "both", "half", "twice", "double", "such", "per", "than", "-", "–", "quite", "only", "not"),
    *(
        "below",
        "above",
        "beyond",
        "near",
        "onto",
        "like",
        "about",
        "before",
        "after",
        "behind",
        "past",
        "until",
        "since",
    ),
    *("beside", "besides", "despite", "except", "plus", "minus", "versus", "outside", "inside", "upon", "amid"),
    *("amongst", "beneath", "regarding", "concerning", "following", "including", "excluding"),
}
TIMED = re.compile(
    r" (?:per|a|each|every) (?:year|annum)$| per annum\b| at an? (?:[a-z-]+ ){0,4}(?:rate|pace|speed)$"
    r"| (?:across|throughout|over|in|during|within|for) (?:the )?(?:next|coming|past|last|following|same|whole)\b"
    r"(?:[ -][a-z0-9]+){0,3}$"
    r"| (?:over|during|in|for|within|across) the (?:[a-z0-9–/-]+ ){0,3}"
    r"(?:term|lifetime|course|period|years|year|decade)\b.{0,40}$"
    r"| in order$"
    r"| (?:during|in|over|under|by) the (?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:th|rst|ond|ird))$"
    r"| (?:next|this|last|the following) (?:year|month|decade)$"
    r"| (?:in|during|for|over) the first (?:[a-z]+ )?(?:months?|quarters?|half|years?)\b.{0,20}$"
    r"| (?:as )?(?:against|compared (?:with|to)|opposed to) .{1,80}$"
    r"| (?:in|within|over) (?:\d{1,2}|an?|one|two|three|four|five|ten) (?:years?|months?|decades?)$"
)
WITHIN_TIME = re.compile(r" (?:during|over) the (?:[A-Za-z0-9–/-]+ ){0,3}(?:period|years|decade)\b")
# What joins a clause to the one before it is no part of a name.
JOINED = re.compile(
    r"^(?:but|while|when|after|before|since"
    r"|whereas|although|though|if|because|once|unless|until|as well as|as(?! a share)|together with"
    r"|such as(?: [a-z]+ing\b)?|along with|through|thanks to|due to|owing to|because of|against|despite"
    r"|(?:among|of|in) wh(?:ich|om)) "
    r"(?:(?:the|an?|its|their) )?",
    re.IGNORECASE,
)
# "high levels of economic growth" is economic growth.
LEVELS_OF = re.compile(
    r"^home to (?:the )?|^(?:an? )?(?:high|higher|low|lower|certain|sufficient|appropriate|stable|steady|moderate)"
    r" (?:level|levels|rate|rates|pace|speed) of "
)
NOW = re.compile(
    r"^(?:(?:this|last|next) (?:year|month|quarter|decade),?"
    r"|(?:between|from|in|by|during|since) (?:19|20)\d\d(?: (?:and|to) (?:19|20)\d\d)?,?(?: the| an?| its)?)"
    r" (?=[A-Za-z])",
    re.IGNORECASE,
)
# "current 320 km and enlarging the port capacity": what is measured behind a number and a verb.
COUNTED_BEFORE = re.compile(r"^[^\d]{0,40}\d[\d.,]* [^\d]{0,20}\band [a-z]+ing (?:the )?")
SUPPORTED = re.compile(
    r" with (?:the )?(?:funding|support|help|assistance|aid|backing)(?: (?:of|from) [^,]{2,60}$|(?= )|$)"
)
OWNED = re.compile(r"^(?:the )?(?P<owner>[A-Za-z][\w.-]{1,20}(?: [A-Z][\w.-]{1,20}){0,3})['’]s (?=[A-Za-z])")


def cut(name: str) -> str:
    """A name without what is no part of it."""
    if not name:
        return name
    if " " in name:
        name = TIMED.sub("", TRAILING_YEAR.sub("", name) if name[-1].isdigit() else name)
        name = WITHIN_TIME.sub("", LEVELS_OF.sub("", name))
    owned = OWNED.match(name) if "'s " in name or "’s " in name else None
    if owned and owned["owner"].lower() not in wordset("units", "persons_nouns"):
        name = name[owned.end() :]  # whose it is; "people's incomes" are no less without a country
    name = SUPPORTED.sub("", COUNTED_BEFORE.sub("", NOW.sub("", name)))
    name = _without_aim(name)
    parts = _behind_clause((JOINED.sub("", name) or name).split())
    led = parts[0].islower() and (parts[0] in forms() or parts[0] in LED_IN) if parts else False
    if len(parts) > 2 and parts[1].lower() in ARTICLES and led:
        parts = parts[2:]
    if len(parts) > 2 and parts[0].lower() in wordset("meaning", "plan_subjects"):
        parts = parts[2:] if parts[1].lower() in wordset("meaning", "demands") else parts  # "plan targets production"
    if len(parts) > 2 and parts[0].lower() in SAYING and parts[1] in forms():
        parts = parts[2:]  # "it expects renewables"
    if len(parts) > 2 and parts[0].lower() in PASSING and parts[1].lower() in ARTICLES:
        parts = parts[2:]  # "Currently the sector"
    told = MODALS if RELATIVES & {part.lower() for part in parts} else MODALS | FINITE
    modal = next((at for at in range(1, len(parts)) if parts[at].lower() in told), len(parts))
    parts = parts[:modal]  # "the rate should hover"
    while len(parts) > 1 and parts[-1].lower() in wordset("naming", "never_last"):
        parts.pop()
    while len(parts) > 1 and parts[0].lower() in wordset("naming", "never_first"):
        parts = parts[2:] if len(parts) > 2 and parts[1].lower() in ARTICLES else parts[1:]
    return " ".join(parts)


def _without_aim(name: str) -> str:
    """'beds added to cope with demand', 'hubs built to form a network': what the things are for is no name of them."""
    head, made, aim = name.partition(" to ")
    first, _, rest = aim.partition(" ")
    made_of = head.rpartition(" ")[2]
    kinds = forms().get(made_of, ())
    if not made or not rest or not any(form == "past" and verb_class(lemma) & MAKING for lemma, form in kinds):
        return name
    acts = any(form == "base" and lemma not in wordset("verbs", "nouns_too") for lemma, form in forms().get(first, ()))
    follows = rest.split(" ")[0]
    return head if (acts or follows == "with") and head != made_of else name


def _behind_clause(parts: list[str]) -> list[str]:
    """'plan demands the retention', 'machines displace the use of gas': the object of a clause in the present."""
    inner = wordset("indicator", "prepositions") | wordset("indicator", "stops") | BEFORE_ARTICLES
    for at in range(1, min(LONGEST_CLAUSE, len(parts) - 2)):
        low = parts[at].lower()
        if low in inner or not low.isalpha():
            return parts
        if parts[at + 1].lower() in ARTICLES and low.islower():
            return parts[at + 2 :]  # no article follows within a noun phrase
    return parts
