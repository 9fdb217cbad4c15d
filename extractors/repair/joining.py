"""Lines of one paragraph become one text: line-end hyphens decided, furniture between them left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.mapped import MappedText
from extractors.repair.model import Change, CleanLine
from extractors.repair.spacing import is_cjk
from extractors.repair.split_words import FIRST_LETTERS, LAST_LETTERS
from extractors.repair.words import NOISE_COUNT, Vocabulary, frequencies

# Words shown on either side of a footnote that is lifted out of a sentence, so that the repair can be judged.
_CONTEXT_WORDS = 3

_HYPHEN_END = re.compile(r"([^\W\d_]+|\d+)( ?)-$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)[^\s<>\"]*$")
_FIRST_WORDS = re.compile(rf"(?:\S+\s*){{1,{_CONTEXT_WORDS}}}")
_LONGEST_SUFFIX = 4
_COORDINATORS = frozenset({"and", "or", "to", "nor", "but"})
_CJK_QUOTES = frozenset("“”‘’")
# What is kept of the text so far to judge a seam; longer than any address or word.
_TAIL = 300


@dataclass(frozen=True, slots=True)
class _Seam:
    """How two lines meet: characters to cut from the first, the glue, and what to record (null for nothing)."""

    glue: str
    kind: str | None = None
    rule_id: str = ""
    cut: int = 0


def vocabulary_of(lines: Iterable[CleanLine]) -> Vocabulary:
    """The words of a document's body lines, to be handed to `join_lines`."""
    return Vocabulary.of(line.text.text for line in lines if line.role in ("body", "footnote"))


def with_raw(changes: Iterable[Change], text: str) -> tuple[Change, ...]:
    """Changes with their raw text filled in from the document's."""
    return tuple(replace(change, raw=text[change.start : change.end]) for change in changes)


def join_lines(
    lines: Sequence[CleanLine], language: str, vocabulary: Vocabulary | None = None
) -> tuple[MappedText, tuple[Change, ...]]:
    """Join the lines of one paragraph.

    Args:
        lines: The paragraph's lines from first to last, with the blank lines and furniture between them.
        language: BCP 47 tag of the paragraph.
        vocabulary: The document's own words (`vocabulary_of`), as second witness for hyphens at line ends.

    Returns:
        The paragraph's text and the joins that are more than a line end read as a blank. The lines do not
        hold the raw text between them, so `raw` of these changes is empty until `with_raw` fills it.
    """
    parts: list[MappedText] = []
    changes: list[Change] = []
    tail = ""
    last: CleanLine | None = None
    between: list[CleanLine] = []
    for line in lines:
        if line.role != "body" or not line.text:
            # A line put together of several holds those that stood between its pieces.
            if last is None or line.start >= last.text.ends[-1]:
                between.append(line)
            continue
        if last is not None:
            seam = _seam(tail, last, line, between, language, vocabulary)
            start, end = last.text.ends[-1], line.text.starts[0]
            if seam.cut:
                start = last.text.starts[len(last.text) - seam.cut]
                parts[-1] = parts[-1].cut(0, len(parts[-1]) - seam.cut)
            if seam.glue:
                parts.append(MappedText.replacing(seam.glue, start, end))
            if seam.kind:
                changes.append(_change(seam, last.text, line.text))
            tail = tail[: len(tail) - seam.cut] + seam.glue
        parts.append(line.text)
        tail = (tail + line.text.text)[-_TAIL:]
        last, between = line, []
    return MappedText.join(parts), tuple(changes)


def _seam(
    tail: str, last: CleanLine, line: CleanLine, between: Sequence[CleanLine], language: str,
    vocabulary: Vocabulary | None,
) -> _Seam:  # fmt: skip
    first = line.text.text
    chinese = language.split("-")[0] == "zh"
    if line.ends_word and LAST_LETTERS.search(last.text.text[-_TAIL:]) and FIRST_LETTERS.match(first):
        seam = _Seam("", "split_word", "word_split_by_line_end")
    else:
        seam = _hyphen_seam(tail, first, vocabulary) or _plain_seam(tail, first, chinese)
    roles = {skipped.role for skipped in between}
    if "footnote" in roles:
        return replace(seam, kind="footnote_block_interruption", rule_id="footnotes_lifted_out_of_sentence")
    if seam.kind in ("line_hyphen", "hyphen_space", "line_dash", "split_word"):
        return seam
    if roles & {"page_number", "running_header", "garbled"}:
        # The number, header or figure that is left out is a change of its own.
        return replace(seam, kind=None)
    if any(skipped.role == "blank" and skipped.end > skipped.start for skipped in between):
        # A printed blank that the text layer gives a line of its own.
        blank = not seam.glue and _is_han(tail[-1]) and _is_han(first[0])
        return replace(seam, glue=" " if blank else seam.glue, kind="abstract_odd_space", rule_id="line_of_blanks")
    # Other indents are layout; tools that turn pages into text leave one blank at the head of each page. Where the
    # pages are known and none begins here, it is a printed line's.
    if line.indent == 1 and line.page is not None and line.page == last.page:
        return replace(seam, kind="line_leading_space", rule_id="blank_at_line_start")
    if line.indent == 1:
        return replace(seam, kind="page_leading_space", rule_id="blank_at_page_start")
    return seam


def _plain_seam(tail: str, first: str, chinese: bool) -> _Seam:
    before, after = tail[-1], first[0]
    if _joins_cjk(before, chinese) and _joins_cjk(after, chinese):
        return _Seam("", "cjk_line_join", "chinese_lines_without_blank")
    if chinese and (is_cjk(before) or is_cjk(after) or (before.isdigit() and after.isdigit())):
        return _Seam("", "cjk_line_join", "chinese_lines_without_blank")
    if _ADDRESS_END.search(tail) and before in "/-._=&?":
        return _Seam("", "line_hyphen", "address_over_lines")
    if before in "—/" and not tail[-2:-1].isspace():
        return _Seam("", "line_dash", "dash_at_line_end")
    if after == "—" and first[1:2] not in (" ", ""):
        return _Seam("", "line_dash", "dash_at_line_start")
    return _Seam(" ")


def _joins_cjk(char: str, chinese: bool) -> bool:
    # Curly quotes are of both scripts; in English they belong to the words.
    return is_cjk(char) or (chinese and char in _CJK_QUOTES)


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def _hyphen_seam(tail: str, first: str, vocabulary: Vocabulary | None) -> _Seam | None:
    if not tail.endswith("-"):  # nearly every line; the search below costs more than all else here
        return None
    hyphen, word = _HYPHEN_END.search(tail), _FIRST_WORD.match(first)
    if not hyphen:
        return None
    if _ADDRESS_END.search(tail):
        return _Seam("", "line_hyphen", "address_over_lines")
    if word is None:
        return None
    left, gap, right = hyphen[1], hyphen[2], word[0]
    if right.lower() in _COORDINATORS:
        return _Seam("- " if gap else " ", "hyphen_space" if gap else None, "suspended_hyphen", 2 if gap else 0)
    if gap:
        return _Seam("-", "hyphen_space", "blank_at_hyphen_at_line_end", 2)
    if _is_cut_word(left, right, vocabulary):
        return _Seam("", "line_hyphen", "word_cut_at_line_end", 1)
    return _Seam("", "line_hyphen", "compound_at_line_end")


def _is_cut_word(left: str, right: str, vocabulary: Vocabulary | None) -> bool:
    """Whether a hyphen at a line end only cuts a word (`Pro-moting`) and does not make one (`all-round`)."""
    if left.isdigit() or right[0].isupper():
        return False
    counts = frequencies()
    joined = (left + right).lower()
    if vocabulary is not None:
        whole = vocabulary.words[joined]
        compound = vocabulary.compounds[f"{left}-{right}".lower()]
        if whole != compound:
            return whole > compound
        # The document hyphens this first part elsewhere (`co-creation`) and no frequent word speaks against it.
        if left.lower() in vocabulary.heads and not _common(joined, counts):
            return False
    if counts.get(joined, 0) > NOISE_COUNT:
        return True
    # Neither witness knows it in one piece: a compound if a half is a word, else a word that both lack.
    return not (_common(left, counts) or (len(right) > _LONGEST_SUFFIX and _common(right, counts)))


def _common(word: str, counts: dict[str, int]) -> bool:
    return counts.get(word.lower(), 0) > 20 * NOISE_COUNT


def _change(seam: _Seam, last: MappedText, line: MappedText) -> Change:
    """The change that a seam makes: the two words at a hyphen, the gap alone elsewhere, words around a footnote."""
    cut = len(last) - seam.cut
    if seam.kind == "footnote_block_interruption":
        before = _last_words(last.text[:cut])
        ahead = _FIRST_WORDS.match(line.text)
        after = len(ahead[0].rstrip()) if ahead else 0
    elif seam.kind == "split_word":
        left = LAST_LETTERS.search(last.text, max(len(last) - _TAIL, 0))
        right = FIRST_LETTERS.match(line.text)
        before, after = left.start() if left else cut, right.end() if right else 0
    elif seam.kind in ("line_hyphen", "hyphen_space"):
        hyphen = _HYPHEN_END.search(last.text, max(len(last) - _TAIL, 0))
        word = _FIRST_WORD.match(line.text)
        before = hyphen.start() if hyphen else cut
        after = word.end() if word else 0
    else:
        before, after = len(last), 0
    start = last.starts[before] if before < len(last) else last.ends[-1]
    end = line.ends[after - 1] if after else line.starts[0]
    repaired = last.text[before:cut] + seam.glue + line.text[:after]
    return Change(start, end, "", repaired, seam.kind or "", seam.rule_id)


def _last_words(text: str) -> int:
    """Where the last few words of a text begin."""
    at = len(text.rstrip())
    for _ in range(_CONTEXT_WORDS):
        at = max(text.rfind(" ", 0, at), 0)
    return at + (text[at : at + 1] == " ")
