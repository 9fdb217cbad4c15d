"""Paragraphs come back from a part as they were."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.mapped import MappedText
from extractors.structure.model import Block
from flows.kept_blocks import packed_blocks, unpacked_blocks

PIECES = st.lists(st.tuples(st.text(min_size=1, max_size=8), st.integers(0, 900)), max_size=4)


@settings(deadline=None, max_examples=50)
@given(st.lists(PIECES, max_size=4))
def test_blocks_come_back_equal_with_every_place(paragraphs: list[list[tuple[str, int]]]) -> None:
    blocks = tuple(
        Block(
            MappedText.join([MappedText.of(text, offset) for text, offset in pieces]),
            "box" if n % 2 else "prose",
            "zh",
            section_titles=("A", "B")[:n],
            is_bullet=bool(n % 2),
        )
        for n, pieces in enumerate(paragraphs)
    )
    assert unpacked_blocks(packed_blocks(blocks)) == blocks


def test_a_replaced_character_keeps_its_whole_span() -> None:
    block = Block(MappedText.replacing("ab", 7, 12), "prose", "en", section_id="s", item_number="01")
    assert unpacked_blocks(packed_blocks([block])) == (block,)
