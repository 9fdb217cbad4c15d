"""Which character each code of a broken font map stands for.

A garbled term is a pattern: sound characters as they are, a wildcard for each code, the same character for the same
code everywhere and no character for two codes. Patterns are looked for in sound Chinese: glosses of the same document,
its Chinese text, the sentence that another edition has in the same place, that edition as a whole, and a list of
Chinese words. A code is solved where only one character fits, where one fits in a quoted or bracketed term, or where
the English phrase says which; each solved code narrows the others. What is not sure stays unsolved.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extractors.language.glossary_brackets import HAN
from extractors.language.glossary_meaning import Term
from extractors.language.glossary_tokens import bounding_words

_HAN = re.compile(f"[{HAN}]")
_PIECES = re.compile("[、，；]")
_LONGEST_WINDOW, _LONGEST_WORD = 6, 4
_LEAST_IN_STRETCH, _SHORT_TERM = 3, 12
_LISTED = re.compile(r"[,;] (?:and )?")
_BOUNDS = frozenset("“”‘’《》（）()\"'「」『』")
# Of a character that is more frequent than that, the first places are looked at.
_MOST_PLACES = 4000
_SURE_ANCHORS = 2
_FAR_MORE = 3
# Stands for a character that is not known; no word has it.
_GAP = "\0"
_WORD = re.compile(r"[a-z&]+")


@cache
def _function_words() -> frozenset[str]:
    words = bounding_words()
    return words["determiners"] | words["possessives"] | words["prepositions"] | words["conjunctions"]


Assignment = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Garbled:
    """A garbled term, its English phrase, and the sound Chinese that stands for its place, nearest first."""

    term: str
    english: str | None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a term: in which of its members, whether it is one or the term, and which ends of it it has."""

    text: str
    member: int | None
    is_member: bool
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Text:
    """A text and where each of its characters stands."""

    text: str
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, text: str) -> _Text:
        made = cls(text)
        for at, char in enumerate(text):
            made.places[char].append(at)
        return made


@dataclass(frozen=True, slots=True)
class _Proposal:
    """What codes may stand for, and how well that is supported."""

    reading: Assignment
    weight: int


@dataclass(frozen=True, slots=True)
class _Found:
    """What a pattern may read as: how often, and how often as a term of its own between quotes or brackets."""

    counts: Counter[Assignment]
    bounded: Counter[Assignment]


class Solver:
    """Solves the codes of one document's garbled terms."""

    def __init__(
        self, garbled: Sequence[Garbled], codes: Iterable[str], texts: Iterable[str], words: Iterable[str]
    ) -> None:
        """Index what patterns are looked for in.

        Args:
            garbled: The garbled terms in reading order.
            codes: The characters that stand for others.
            texts: Sound Chinese, the closest to the document first.
            words: A list of Chinese words.
        """
        self.codes = frozenset(codes)
        self.solved: dict[str, str] = {}
        self._garbled = garbled
        self._texts = [_Text.of(text) for text in texts]
        self._near = [[_Text.of(text) for text in g.near] for g in garbled]
        self._words = _Text.of("\n" + "\n".join(words) + "\n")
        # A font that prints a character sound has no code for it.
        self._sound = frozenset(c for g in garbled for c in g.term if c not in self.codes)

    def solve(self) -> dict[str, str]:
        """The character of each code that is sure."""
        held = self._held_by_passages()
        windows = [(number, w) for number, garbled in enumerate(self._garbled) for w in _windows(garbled.term)]
        proposed: dict[tuple[int, str, tuple[str | None, ...]], _Proposal | None] = {}
        while True:
            proposals: dict[Assignment, int] = {}
            for number, window in windows:
                solved = tuple(self.solved.get(c) for c in window.text if c in self.codes)
                if None not in solved:
                    continue
                # A stretch is looked up again only when a code in it was solved.
                key = (number, window.text, solved)
                if key not in proposed:
                    proposed[key] = self._propose(number, window)
                proposal = proposed[key]
                # What the passage of its place holds goes before any word.
                if proposal and all(char in held.get(code, char) for code, char in proposal.reading):
                    proposals[proposal.reading] = max(proposals.get(proposal.reading, 0), proposal.weight)
            if not self._accept(proposals):
                return dict(self.solved)

    def read(self, term: str) -> str | None:
        """The term as it must read; null where a code of it is not solved."""
        read = "".join(self.solved.get(c, "") if c in self.codes else c for c in term)
        return read if len(read) == len(term) else None

    def _held_by_passages(self) -> dict[str, frozenset[str]]:
        """What each code may stand for where the passages beside a garbled term hold strings that fit the term."""
        held: dict[str, frozenset[str]] = {}
        for garbled, near in zip(self._garbled, self._near, strict=True):
            for window in _windows(garbled.term):
                known = sum(c not in self.codes for c in window.text)
                if not window.is_member or known < _SURE_ANCHORS or known == len(window.text):
                    continue
                fits: Counter[Assignment] = next(
                    (c for text in near if (c := self._find(window.text, text).counts)), Counter()
                )
                may = defaultdict(set)
                for code, char in (pair for reading in fits for pair in reading):
                    may[code].add(char)
                for code, chars in may.items():
                    held[code] = held.get(code, frozenset(chars)) & chars
        return held

    def _accept(self, proposals: Mapping[Assignment, int]) -> bool:
        """Take the best supported proposals that agree with each other."""
        before = len(self.solved)
        for assignment, _ in sorted(proposals.items(), key=lambda p: (-p[1], p[0])):
            taken = set(self.solved.values())
            if all(code not in self.solved and char not in taken for code, char in assignment):
                self.solved.update(assignment)
                # One at a time where the evidence is thin: what it solves narrows the rest.
                if proposals[assignment] < _SURE_ANCHORS * 100:
                    break
        return len(self.solved) > before

    def _propose(self, number: int, window: _Window) -> _Proposal | None:
        garbled = self._garbled[number]
        unsolved = [c in self.codes and c not in self.solved for c in window.text]
        unknown = len({c for c, is_open in zip(window.text, unsolved, strict=True) if is_open})
        anchors = len(unsolved) - sum(unsolved)
        # At the edge of a stretch another word may follow than in the term.
        firm = window.is_member or not (
            (unsolved[0] and not window.opens)
            or (unsolved[-1] and not window.closes)
            or ((unsolved[0] or unsolved[-1]) and anchors < _LEAST_IN_STRETCH)
        )
        strong = firm and anchors >= _SURE_ANCHORS and anchors > unknown
        english = _said_of(window, garbled)
        near = self._near[number]
        texts = [*near, *self._texts] if window.is_member or strong else []
        for rank, text in enumerate(texts):
            found = self._find(window.text, text)
            if found.counts:
                is_near = rank < len(near)
                enough = window.is_member or anchors >= _LEAST_IN_STRETCH
                # Of a whole text nearly every short stretch says something of the phrase.
                phrase = english if window.is_member or is_near else None
                best = self._best(window.text, found, phrase, strong and enough, anchors, is_near, garbled.term)
                if best and not is_near and self._says_another(best, garbled):
                    return None
                return _Proposal(best, anchors * 100 + 50 * is_near) if best else None
        is_word = anchors and english and len(window.text) <= _LONGEST_WORD
        said = self._word_said(window.text, english, garbled.term) if is_word and english else None
        return _Proposal(said, anchors * 100) if said else None

    def _best(
        self, window: str, found: _Found, english: str | None, strong: bool, anchors: int, near: bool, term: str
    ) -> Assignment | None:
        """The one reading that its evidence makes sure, or null."""
        said = self._said(window, found, english, term)
        if said and not near and len(found.counts) > 1 and not self._says_all(said, english or "", term):
            said = None
        bounded = sorted(found.bounded)
        if len(found.counts) == 1:
            only = next(iter(found.counts))
            backed = (said is not None) + bool(bounded) + near
            return only if strong or (backed >= _SURE_ANCHORS and (anchors or said)) else None
        if len(bounded) == 1 and (strong or (near and anchors) or bounded[0] == said):
            return bounded[0]
        return said if anchors or near else None

    def _said(self, window: str, found: _Found, english: str | None, term: str) -> Assignment | None:
        """The reading that most words of the English phrase translate; null without one, or with several."""
        best = self._most_said(window, found, english, term)
        return best[0] if len(best) == 1 else None

    def _most_said(self, window: str, found: _Found, english: str | None, term: str) -> list[Assignment]:
        words = [(self._says(window, a, english, term), a) for a in sorted(found.counts)] if english else []
        most = max((count for count, _ in words), default=0)
        return [a for count, a in words if count == most] if most else []

    def _word_said(self, window: str, english: str, term: str) -> Assignment | None:
        """The one word of the list that the English names; of several the one that the texts have far more often."""
        best = self._most_said(window, self._find(f"\n{window}\n", self._words), english, term)
        best = [a for a in best if self._says_all(a, english, term)]
        if len(best) < 2:
            return best[0] if best else None
        counts: Counter[Assignment] = Counter()
        for text in self._texts:
            counts += self._find(window, text).counts
        first, second = sorted(best, key=lambda a: (-counts[a], a))[:2]
        return first if counts[first] > _FAR_MORE * max(counts[second], 1) else None

    def _says(self, window: str, assignment: Assignment, english: str | None, term: str) -> int:
        """How many words of the phrase translate a reading; none where they leave out a character that it puts in.

        Words that the sound characters say by themselves prove nothing: `Three` of 三 and any other character.
        """
        reading = {**self.solved, **dict(assignment)}
        unknown = {at for at, c in enumerate(window) if c in dict(assignment)}
        chinese = Term.of("".join(reading.get(c, c) for c in window))
        words = self._left_to_say(term, english or "")
        said = [spans for word in words if (spans := chinese.covered_by(word))]
        covered = {at for spans in said for start, end in spans for at in range(start, end)}
        return len(said) if unknown <= covered else 0

    def _says_all(self, assignment: Assignment, english: str, term: str) -> bool:
        """Whether a term read so leaves no word of its phrase unsaid; what is not read yet may say the rest."""
        reading = {**self.solved, **dict(assignment)}
        if any(c in self.codes and c not in reading for c in term):
            return True
        chinese = Term.of("".join(reading.get(c, c) for c in term))
        words = (w for w in _WORD.findall(english.lower()) if w not in _function_words())
        return all(chinese.covered_by(word) for word in words)

    def _says_another(self, assignment: Assignment, garbled: Garbled) -> bool:
        """Whether a reading puts words into a term that its phrase lacks, and leaves words of the phrase unsaid."""
        if not garbled.english or self._says_all(assignment, garbled.english, garbled.term):
            return False
        reading = {**self.solved, **dict(assignment)}
        chinese = Term.of("".join(reading.get(c, _GAP) if c in self.codes else c for c in garbled.term))
        new = {at for at, c in enumerate(garbled.term) if c in dict(assignment)}
        said = {
            at
            for word in _WORD.findall(garbled.english.lower())
            for start, end in chinese.covered_by(word)
            for at in range(start, end)
        }
        return bool(new) and new <= chinese.known and not new & said

    def _left_to_say(self, term: str, english: str) -> list[str]:
        """The words of a phrase that no sound or solved character of the term translates."""
        read = "".join(self.solved.get(c, _GAP) if c in self.codes else c for c in term)
        sound = Term.of(read)
        return [w for w in sorted(set(_WORD.findall(english.lower()))) if not sound.covered_by(w)]

    def _find(self, window: str, text: _Text) -> _Found:
        """Every reading of a window in a text."""
        counts: Counter[Assignment] = Counter()
        bounded: Counter[Assignment] = Counter()
        known = [self.solved.get(c) if c in self.codes else c for c in window]
        anchors = [(len(text.places.get(c, ())), at) for at, c in enumerate(known) if c is not None]
        if anchors:
            _, anchor = min(anchors)
            starts: Iterable[int] = (p - anchor for p in text.places.get(known[anchor] or "", ())[:_MOST_PLACES])
        else:
            starts = range(min(len(text.text), _MOST_PLACES))
        for start in starts:
            there = text.text[start : start + len(window)] if start >= 0 else ""
            if len(there) == len(window) and (assignment := self._fits(window, known, there)):
                counts[assignment] += 1
                edges = text.text[start - 1 : start] + text.text[start + len(window) : start + len(window) + 1]
                if len(edges) == 2 and all(edge in _BOUNDS for edge in edges):
                    bounded[assignment] += 1
        return _Found(counts, bounded)

    def _fits(self, window: str, known: Sequence[str | None], there: str) -> Assignment | None:
        reading: dict[str, str] = {}
        taken = set(self.solved.values())
        for code, char, printed in zip(window, known, there, strict=True):
            if char is not None:
                if char != printed:
                    return None
            elif reading.setdefault(code, printed) != printed or not _HAN.match(printed):
                return None
        chars = list(reading.values())
        if len(set(chars)) < len(chars) or any(c in taken or c in self._sound for c in chars):
            return None
        return tuple(sorted(reading.items()))


def _windows(term: str) -> list[_Window]:
    """A term, its members and, of longer ones, short stretches."""
    found = {term: _Window(term, None, True, True, True)}
    for member, piece in enumerate(_PIECES.split(term)):
        found.setdefault(piece, _Window(piece, member, True, True, True))
        for length in range(min(_LONGEST_WINDOW, len(piece) - 1), 1, -1):
            for start in range(len(piece) - length + 1):
                text = piece[start : start + length]
                found.setdefault(text, _Window(text, member, False, start == 0, start + length == len(piece)))
    return [w for w in found.values() if len(w.text) > 1]


def _said_of(window: _Window, garbled: Garbled) -> str | None:
    """The English of a stretch: of its member where as many are listed in English, else of a term that is short."""
    english = garbled.english
    if english is None or window.member is None or not (window.is_member or window.opens or window.closes):
        return english if window.member is None else None
    parts = _LISTED.split(english)
    if len(parts) > 1 and len(parts) == len(_PIECES.split(garbled.term)):
        return parts[window.member]
    return english if len(garbled.term) <= _SHORT_TERM else None
