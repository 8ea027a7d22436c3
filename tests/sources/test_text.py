"""Joined text knows where every character stands."""

from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.sources.text import Piece, close_gaps, concat, fold, join_pieces

LINES = st.lists(st.text("新疆人社ab 12.，", min_size=1, max_size=9), min_size=1, max_size=6)


@given(LINES)
def test_every_character_is_found_where_it_was_printed(lines: list[str]) -> None:
    pieces = [Piece(n * 2, 0, line) for n, line in enumerate(lines, 1)]
    text = join_pieces(pieces)
    source = {piece.line: piece.text for piece in pieces}
    for offset, char in enumerate(text.text):
        line, column = text.locate(offset)
        printed = source[line][column : column + 1]
        assert char in (printed, " ") and (printed == char or column == len(source[line]))


@given(LINES, st.data())
def test_spans_of_a_stretch_print_the_stretch(lines: list[str], data: st.DataObject) -> None:
    pieces = [Piece(n, 0, line) for n, line in enumerate(lines, 1)]
    text = join_pieces(pieces)
    start = data.draw(st.integers(0, len(text.text) - 1))
    end = data.draw(st.integers(start + 1, len(text.text)))
    printed = "".join(lines[s.line - 1][s.start : s.end] for s in text.spans(start, end))
    assert printed.replace(" ", "") == text.text[start:end].replace(" ", "")
    assert text.slice(start, end).spans(0, end - start) == text.spans(start, end)


def test_han_lines_join_without_and_latin_lines_with_a_space() -> None:
    assert join_pieces([Piece(1, 0, "新疆生"), Piece(3, 0, "产建设兵团")]).text == "新疆生产建设兵团"
    assert join_pieces([Piece(1, 0, "open"), Piece(2, 0, "data")]).text == "open data"
    assert join_pieces([Piece(1, 0, "59,8"), Piece(2, 0, "31.55")]).text == "59,831.55"


def test_concat_keeps_places() -> None:
    both = concat([join_pieces([Piece(4, 2, "甲")]), join_pieces([Piece(9, 5, "乙")])])
    assert (both.text, both.locate(0), both.locate(1)) == ("甲乙", (4, 2), (9, 5))


def test_names_compare_without_spaces_and_widths() -> None:
    assert fold("第一批 （2）") == fold("第一批(2)")
    assert close_gaps(" 克 州 ") == "克州"
    assert close_gaps("2026 年度 安排") == "2026 年度安排"
