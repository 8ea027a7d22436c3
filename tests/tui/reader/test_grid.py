"""Tables as grids: nothing of a row is lost, no number is cut, lines meet, whatever is said to be merged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.records import Block
from hrss_tui.tui.paint.glyphs import ASCII, UNICODE, Glyphs
from hrss_tui.tui.paint.text import widths_with
from hrss_tui.tui.reader.reading import Laid, Part, Passages, laid, passages

Row = tuple[str, str | None]
HEADS: list[Row] = [
    ("科目编码\t\t\t科目名称\t本年支出\t\t", "0:3x1 3:1x2 4:3x1"),
    ("类\t款\t项\t\t合计\t基本支出\t项目支出", None),
    ("208\t\t\t社会保障和就业支出\t31,214,205.80\t25,121,091.00\t6,093,114.80", None),
    ("208\t01\t\t人力资源和社会保障管理事务\t1,204.50\t1,004.50\t200.00", None),
    ("合计\t\t\t\t31,214,205.80\t25,121,091.00\t6,093,114.80", "0:4x1"),
]
TEXTS = st.sampled_from(
    ("", "", "行政运行", "事业单位经营支出", "1,234,567.89", "0.00", "208", "≥92%", "①…其他", "a b")
)
SPANS = st.builds("{}:{}x{}".format, st.integers(0, 5), st.integers(0, 9), st.integers(0, 9))
SAID = st.none() | st.lists(SPANS | st.just("x1:"), max_size=3).map(" ".join)


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    columns = draw(st.integers(2, 6))
    cells = st.lists(TEXTS, min_size=columns, max_size=columns).map("\t".join)
    return draw(st.lists(st.tuples(cells, SAID), min_size=1, max_size=8))


def document(rows: Sequence[Row], cuts: Sequence[int] = (), signs: Glyphs = UNICODE) -> Passages:
    blocks = [
        Block(
            doc_id="d", line_start=line, line_end=line, block_id=f"d:{line}", parent_id=None, kind="table_row",
            level=0, number=None, text=text, section="", breaks=[], merged=merged,
        )
        for line, (text, merged) in enumerate(rows, 1)
    ]  # fmt: skip
    return passages(blocks, dict.fromkeys(cuts, "第 2 页"), widths_with(signs.replace))


def lines_of(items: Passages, width: int, left: int = 0) -> list[Laid]:
    found = [line for item in range(len(items)) for line in laid(items, item, width, left)]
    return [line for line in found if line.part != Part.SPACE]


def drawn(items: Passages, line: Laid, signs: Glyphs = UNICODE) -> str:
    """A line as it reaches the screen; fails where two texts meet."""
    shown, at = "", 0
    for piece in sorted(line.pieces, key=lambda piece: piece.at):
        assert piece.at >= at
        text = items[line.item].text[piece.start : piece.end]
        shown += line.frame[at : piece.at] + text
        at = piece.at + items.widths.of(text)
    return signs.plain(shown + line.frame[at:])


def picture(rows: Sequence[Row], width: int, left: int = 0, signs: Glyphs = UNICODE) -> list[str]:
    items = document(rows, signs=signs)
    return [drawn(items, line, signs) for line in lines_of(items, width, left)]


def test_a_head_of_merged_cells_reads_as_printed() -> None:
    assert picture(HEADS, 80) == [
        "┌─────────┬──────────────────────────┬────────────────────────────────────────┐",
        "│科目编码 │科目名称                  │本年支出                                │",
        "├───┬──┬──┤                          ├─────────────┬─────────────┬────────────┤",
        "│类 │款│项│                          │合计         │基本支出     │项目支出    │",
        "├───┼──┼──┼──────────────────────────┼─────────────┼─────────────┼────────────┤",
        "│208│  │  │社会保障和就业支出        │31,214,205.80│25,121,091.00│6,093,114.80│",
        "│208│01│  │人力资源和社会保障管理事务│     1,204.50│     1,004.50│      200.00│",
        "│合计                                │31,214,205.80│25,121,091.00│6,093,114.80│",
        "└────────────────────────────────────┴─────────────┴─────────────┴────────────┘",
    ]


def test_what_does_not_fit_goes_out_of_view_and_what_a_row_is_stays() -> None:
    for left in range(4):
        for line in picture(HEADS, 46, left):
            assert UNICODE.plain(line) and widths_with(()).of(line) <= 46
    first, moved = picture(HEADS, 46)[5], picture(HEADS, 46, 2)[5]
    assert "社会保障" in first and "31,214,205.80" in first and first.endswith("›")
    assert "社会保障" in moved and "6,093,114.80│" in moved and "‹" in moved


def test_a_table_on_two_pages_is_two_grids_in_the_same_columns() -> None:
    items = document(HEADS, cuts=[3])
    shown = [drawn(items, line) for line in lines_of(items, 90)]
    assert [line[0] for line in shown].count("┌") == [line[0] for line in shown].count("└") == 2
    assert len({line[-1:] and widths_with(()).of(line) for line in shown}) == 1


def test_rows_under_one_name_are_ruled_off_together() -> None:
    rows: list[Row] = [
        ("单位\t项目\t金额", None),
        ("甲局\t一\t1.50", "0:1x2"),
        ("\t二\t2.50", None),
        ("乙局\t三\t3.50", "0:1x2"),
        ("\t四\t4.50", None),
    ]
    assert picture(rows, 30)[2:-1] == [
        "├──────┼──────┼──────┤",
        "│ 甲局 │ 一   │ 1.50 │",
        "│      │ 二   │ 2.50 │",
        "├──────┼──────┼──────┤",
        "│ 乙局 │ 三   │ 3.50 │",
        "│      │ 四   │ 4.50 │",
    ]


@given(tables(), st.integers(24, 90), st.integers(0, 6), st.sampled_from((UNICODE, ASCII)))
def test_lines_meet_and_numbers_are_whole(rows: list[Row], width: int, left: int, signs: Glyphs) -> None:
    items = document(rows, signs=signs)
    grid = items.grid(0, width, left)
    lines = lines_of(items, width, left)
    wide = grid.edges[-1] + 1
    assert wide <= width
    for line in lines:
        shown = drawn(items, line, signs)
        assert sum(map(widths_with(()).__getitem__, shown)) == wide
        assert signs is UNICODE or all(char.isascii() or char not in "│─┌┬┐├┼┤└┴┘‹›" for char in shown)
        for piece in line.pieces:
            text = items[line.item].text
            assert not (text[piece.end : piece.end + 1].isdigit() and text[piece.end - 1].isdigit())


def test_a_number_beside_names_is_whole_where_the_names_give_way() -> None:
    rows: list[Row] = [
        ("事业单位经营支出\t2,345,678.90", None),
        ("\t行政运行", None),
        ("0.00\t行政运行", None),
    ]
    shown = [line for left in range(2) for line in picture(rows, 24, left)]
    assert any("2,345,678.90" in line for line in shown)
    assert not any("2,345,678.9│" in line for line in shown)


@given(tables(), st.integers(24, 90))
def test_every_text_is_shown_whole_at_some_place(rows: list[Row], width: int) -> None:
    """Whatever is merged with what; a text of a cell that covers columns is whole wherever one of them is in view."""
    items = document(rows)
    seen: dict[tuple[int, int], set[int]] = {}
    most = items.grid(0, width, 0).view.most
    for left in range(most + 1):
        for line in lines_of(items, width, left):
            for piece in line.pieces:
                before = items[line.item].text.count("\t", 0, piece.start)
                seen.setdefault((line.item, before), set()).update(range(piece.start, piece.end))
    for index, (text, _) in enumerate(rows):
        start = 0
        for column, cell in enumerate(text.split("\t")):
            letters = {start + at for at, char in enumerate(cell) if char != " "}
            assert letters <= seen.get((index, column), set()), (index, column)
            start += len(cell) + 1


@pytest.mark.parametrize("said", ["0:99999x999999999 1:3x99999", "7:1x1", "", "0:0x0", "9" * 40])
def test_what_is_said_of_merging_may_be_nonsense(said: str) -> None:
    rows: list[Row] = [("甲\t\t乙", said)] * 3
    assert sum(line.count("甲") for line in picture(rows, 40)) == 3


def test_forty_columns_of_sixty_rows_are_laid_out_once() -> None:
    rows: list[Row] = [(f"第{row}中学\t" + "\t".join([f"{row},234.50"] * 40), None) for row in range(60)]
    items = document(rows)
    lines = lines_of(items, 120)
    assert items.grid(0, 120, 0) is items.grid(0, 120, 0)
    assert len(lines) == 62
