"""Pages of a text: only where the text shows them surely."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.reading.lines import lines_of
from extractors.reading.page_marks import PageStart, page_starts

LINE = "A line of running text that is about as long as printed lines are.\n"


def starts(text: str) -> Sequence[PageStart]:
    return page_starts(text, lines_of(text, ()))


def page(number: int, lines: int = 12) -> str:
    return f"Page {number} begins.\n" + LINE * lines


def test_form_feeds_begin_pages() -> None:
    assert starts("one\n\ftwo\n\fthree\n\f") == (PageStart(0), PageStart(5), PageStart(10))


def test_numbers_at_the_foot_end_pages() -> None:
    text = "".join(page(n) + f"\n— {n} —\n" for n in range(1, 5))
    found = starts(text)
    assert [text[s.start :].split("\n")[0] for s in found] == [f"Page {n} begins." for n in range(1, 5)]
    assert [s.label for s in found] == ["1", "2", "3", "4"]


def test_numbers_at_the_head_begin_pages() -> None:
    text = "".join(f"{n}\n\n" + page(n) for n in range(7, 12))
    found = starts(text)
    assert [s.label for s in found] == ["7", "8", "9", "10", "11"]
    assert all(text.startswith(f"{s.label}\n", s.start) for s in found)


def test_numbered_lists_are_no_pages() -> None:
    assert starts("".join(f"{n}\nAn item of a list.\n" for n in range(1, 30))) == ()


def test_a_series_over_half_of_the_text_is_no_page_series() -> None:
    assert starts("".join(page(n) + f"{n}\n" for n in range(1, 5)) + LINE * 200) == ()


def test_stray_blanks_begin_pages_where_printed_numbers_count_them_right() -> None:
    printed = {3, 5, 6, 9}
    text = "".join((f"{n} \n\n" if n in printed else " ") + page(n) for n in range(1, 11))
    found = starts(text)
    assert len(found) == 10
    assert [s.label for s in found if s.label] == ["3", "5", "6", "9"]


def test_stray_blanks_that_the_numbers_contradict_are_none() -> None:
    printed = {3: 3, 5: 6, 6: 8, 9: 15}
    text = "".join((f"{printed[n]} \n\n" if n in printed else " ") + page(n) for n in range(1, 11))
    assert starts(text) == ()


def test_stray_blanks_alone_are_no_pages() -> None:
    assert starts("".join(" " + page(n) for n in range(1, 11))) == ()
