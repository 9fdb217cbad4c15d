"""Boxes of a plan as frames: ruled, shaded, barred, cut by page ends."""

from __future__ import annotations

from pathlib import Path

from drawn_tables import PROSE, Sheet, edges, pages

from extractors.reading.engine import PageContent
from extractors.reading.tables.finding import find_frames, find_tables
from extractors.reading.tables.frames import join_frames


def read(page: PageContent, chars: tuple[int, ...]) -> str:
    return "".join(page.chars[i].text for i in chars)


def joined(text: str) -> str:
    return text.replace(" ", "")


def test_a_ruled_frame_with_its_rows(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.prose(80)
    sheet.grid([50, 540], edges(150, 22, 60, 60))
    sheet.text(60, 156, "Box 1 Works")
    sheet.prose(180)
    sheet.prose(240)
    sheet.prose(320)
    (page,) = pages(tmp_path, sheet)
    (frame,) = find_frames(page)
    assert frame.kind == "ruled"
    assert [round(b[3] - b[1]) for b in frame.rows] == [22, 60, 60]
    assert joined(read(page, frame.chars)) == joined("Box 1 Works" + "".join(PROSE) * 2)
    assert not (frame.open_top or frame.open_bottom)


def test_two_frames_on_a_page_and_no_frame_of_the_page_itself(tmp_path: Path) -> None:
    sheet = Sheet("STSong-Light")
    sheet.box(15, 15, 585, 785)
    for top in (150, 400):
        sheet.box(50, top, 540, top + 80)
        sheet.prose(top + 10, ["推进重点项目建设，完善配套设施，", "提高公共服务水平。"])
    sheet.prose(300, ["各地区要抓好落实。"])
    (page,) = pages(tmp_path, sheet)
    assert [(f.kind, round(f.box[1])) for f in find_frames(page)] == [("ruled", 150), ("ruled", 400)]


def test_a_shaded_block_drawn_line_by_line_is_one(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.prose(80)
    for k in range(3):
        sheet.fill(50, 150 + 12 * k, 540, 162 + 12 * k)
    sheet.prose(150)
    sheet.fill(50, 150, 540, 186, grey=1)
    sheet.prose(260)
    (page,) = pages(tmp_path, sheet)
    (frame,) = find_frames(page)
    assert (frame.kind, [round(v) for v in frame.box]) == ("shaded", [50, 150, 540, 186])
    assert joined(read(page, frame.chars)) == joined("".join(PROSE))


def test_bars_above_and_below_and_at_the_side(tmp_path: Path) -> None:
    sheet = Sheet()
    sheet.prose(80)
    for y in (150, 200):
        sheet.line(50, y, 540, y, width=2)
    sheet.prose(158)
    sheet.prose(240)
    sheet.line(52, 298, 52, 338, width=3)
    sheet.prose(300)
    (page,) = pages(tmp_path, sheet)
    frames = find_frames(page)
    assert [(f.kind, round(f.box[1]), round(f.box[3])) for f in frames] == [("barred", 150, 200), ("barred", 298, 338)]
    assert all(joined(read(page, f.chars)) == joined("".join(PROSE)) for f in frames)


def test_a_frame_cut_by_the_page_end_goes_on(tmp_path: Path) -> None:
    first, second = Sheet(), Sheet()
    first.prose(80)
    first.line(50, 660, 540, 660)
    first.line(50, 660, 50, 720)
    first.line(540, 660, 540, 720)
    first.prose(670)
    second.line(50, 70, 50, 130)
    second.line(540, 70, 540, 130)
    second.line(50, 130, 540, 130)
    second.prose(80)
    second.prose(200)
    parts = join_frames([find_frames(page) for page in pages(tmp_path, first, second)])
    assert [[f.page for f in part] for part in parts] == [[1, 2]]


def test_a_table_is_no_frame(tmp_path: Path) -> None:
    sheet = Sheet()
    xs, ys = edges(50, 200, 200), edges(150, 20, 20)
    sheet.fill(50, 150, 450, 170)
    sheet.grid(xs, ys)
    sheet.cells(xs, ys, [["Name", "Sum"], ["Grain", "650"]])
    sheet.prose(300)
    (page,) = pages(tmp_path, sheet)
    assert len(find_tables(page)) == 1
    assert find_frames(page) == []
