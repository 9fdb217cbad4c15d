"""Single words and marks that cannot be right where they stand: forms, articles, misspellings, doubled marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractors.checks.material import Finding, Material, span_of, word_start
from extractors.repair.words import frequencies, is_word
from extractors.structure.model import Block

_FORMS = (
    # Adjectives of peoples have no genitive, and those that name the people too form it with the apostrophe alone.
    (
        re.compile(r"\b[A-Z][a-z]+(?:ese|nch|tch|ish)['’]s (?=[a-z])"),
        "an adjective of a people has no genitive with 's",
    ),
    # `begin doing` and its like take a second form in -ing; a preposition with two of them has one too many.
    (
        re.compile(
            r"\b(?:in|by|of|for|without) (?!(?:being|having|including|following|regarding|concerning|considering|"
            r"start|begin|stopp?|keep|continu|try|help|enjoy|avoid|consider|finish|practic|practis|go|do|"
            r"supporting|encouraging|promoting)\w*\b)[a-z]+ing [a-z]+ing (?=(?:their|its|our|his|her)\b)"
        ),
        "two forms in -ing follow each other where one is meant",
    ),
    (
        re.compile(
            r"(?<![Ww]hat )(?<![Hh]ow )(?<!\b[Ww]ho )(?<![Ww]hy )(?<!hich )(?<!hen )(?<!here )"
            r"(?<!\b[Aa]s )(?<!or )(?<!\bso )"
            r"\b(?:will|shall|must) (?!(?:bring|ring|sing|spring|swing|cling|fling|sling|string)\b)[a-z]+ing\b"
        ),
        "behind an auxiliary stands the plain form of a verb",
    ),
    (
        re.compile(r"(?<![\w'’.\]-])a (?=[aeio][a-z]{2,})(?!(?:and|one|once|ones|euro\w*|e-\w+)\b)"),
        "before a vowel the article is 'an'",
    ),
    (
        re.compile(r"(?<![\w'’.\]-])an (?=[bcdfgjklmnpqrstvwyz][a-z]{2,}\b)(?=[a-z]*[aeiouy])"),
        "before a consonant the article is 'a'",
    ),
)
_MISSING = re.compile(r"(?<![\w'’.-])(?:the|our|their|its) (?:and|or|of|in|with|from) (?=[a-z])(?!(?:in|out|from)-)")
_MARKS = re.compile(
    r"(?<=\w)(?:,,|;;|[,;]\.(?!\.)|[，、；,]。|[，；]，|，、|、[、，]|。。(?!。)|。，)|(?<=[a-z]{4})(?<!etc)\.,(?=\s)"
)
_LAST_WORD = re.compile(r"[A-Za-z]+$")
_HABIT = 3
"""Two marks that stand together so often are a style."""
# Letters beside a bracket were altered by an editor: [w]hoever, practic[ing].
_WORD = re.compile(r"(?<![\w'’.@/&\]\[-])[a-z]{6,}(?![\w'’@/&\[\]-])(?![\"”]\[)")
_LETTERS = re.compile(r"[A-Za-z]+")
_AMERICAN = re.compile(r"s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")
_LEAST_RIGHT = 2
_SHOWN = 24


def wording(material: Material) -> Iterator[Finding]:
    """Wrong forms, words left out behind an article, misspellings of the document's own words, marks side by side."""
    english = material.in_language("en")
    for block in english:
        text = block.text.text
        for pattern, reason in _FORMS:
            for match in pattern.finditer(text):
                # What no list has may be spelled out or code: an rlogin session.
                word = _LETTERS.match(text, match.end())
                if not word or is_word(word[0]):
                    end = _word_end(text, match.end())
                    yield _finding("wrong_form", f"Wrong form: {reason}.", block, match.start(), end)
        for match in _MISSING.finditer(text):
            message = f"A word is missing behind {match[0].split()[0]!r}."
            yield _finding("missing_word", message, block, match.start(), _word_end(text, match.end()))
    yield from _misspelt(english)
    yield from _doubled_marks(material.blocks)


def _doubled_marks(blocks: Sequence[Block]) -> Iterator[Finding]:
    found = [(block, match) for block in blocks for match in _MARKS.finditer(block.text.text)]
    usual = Counter(match[0] for _, match in found)
    for block, match in found:
        # Abbreviations have a full stop before a comma, and begin with a capital or are short.
        word = _LAST_WORD.search(block.text.text, max(match.start() - 40, 0), match.start())
        if usual[match[0]] < _HABIT and not (match[0] == ".," and word and word[0][0].isupper()):
            start = word_start(block.text.text, max(match.start() - _SHOWN // 2, 0))
            message = f"Two marks stand side by side ({match[0]})."
            yield _finding("doubled_mark", message, block, start, match.end(), match[0])


def _misspelt(blocks: list[Block]) -> Iterator[Finding]:
    """Words that no list has, one letter off a word that the document has more often."""
    counts = Counter(m for b in blocks for m in _WORD.findall(b.text.text))
    known = frequencies()
    near: dict[str, str] = {}
    for word, count in counts.items():
        if count >= _LEAST_RIGHT and known.get(word, 0):
            for form in _one_off(word):
                near.setdefault(form, word)
    odd = {w for w in counts if w in near and w not in known and _AMERICAN.sub("z", w) not in known}
    wrong = {w: near[w] for w in odd if counts[near[w]] > 2 * counts[w]}
    for block in blocks:
        for match in _WORD.finditer(block.text.text):
            if match[0] in wrong and _among_words(block.text.text, match.start()):
                right = wrong[match[0]]
                message = f"{match[0]!r} is no word; the document has {right!r} {counts[right]} times."
                yield _finding("misspelt_word", message, block, match.start(), match.end(), match[0], right)


def _among_words(text: str, at: int) -> bool:
    """Whether the word before a word is one too; in a foreign phrase it is not."""
    before = _LAST_WORD.search(text, max(at - 40, 0), max(at - 1, 0))
    return before is None or before[0].lower() in frequencies()


def _one_off(word: str) -> Iterator[str]:
    """Slips of one letter: left out, doubled, or two swapped. Another letter may make another word (intra, infra).

    What British and American spelling differ in is no slip: metre, colour, travelling, anaesthetic.
    """
    for k in range(1, len(word)):
        swapped = word[k : k + 2][::-1]
        if word[k : k + 1] != "l" and word[k - 1 : k + 2] != "our" and word[k - 1 : k + 1] not in ("ae", "oe"):
            yield word[:k] + word[k + 1 :]
            yield word[:k] + word[k] + word[k:]
        if swapped not in ("re", "er"):
            yield word[:k] + swapped + word[k + 2 :]


def _word_end(text: str, at: int) -> int:
    end = text.find(" ", at)
    return min(end if end > 0 else len(text), at + _SHOWN)


def _finding(
    check: str, message: str, block: Block, first: int, last: int, value: str | None = None, right: str | None = None
) -> Finding:
    start, end = span_of(block.text, first, last)
    return Finding(check, message, start, end, value=value or block.text.text[first:last], other_value=right)
