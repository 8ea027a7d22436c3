"""A number is drawn whole or not at all, at every width and in every table."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.geometry import Size

from hrss_tui.tui.budget.rows import change_rows, child_rows, node, parts, stems
from hrss_tui.tui.checks.chosen import Wanted, groups
from hrss_tui.tui.checks.rows import check_table, group_table
from hrss_tui.tui.compare.board import MODES, board
from hrss_tui.tui.compare.rows import few_table, table
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.indicators.rows import indicator_table, value_table
from hrss_tui.tui.paint.text import cells, cut
from hrss_tui.tui.widgets.table import GAP, Column, Row, Table
from hrss_tui.tui.widgets.tree import Tree
from tests.tui.driving import desk_of

WIDTHS = range(24, 251)
NUMBER = re.compile(r"\d[\d.,]*")


def tables(desk: Desk) -> Iterator[tuple[list[Column], list[Row], int]]:
    """Every kind of table the explorer has, with how many of its columns stay."""
    everyone = board(desk, (), "", False)
    codes = tuple(place.code for place in everyone.places[:3])
    for mode in MODES:
        yield (*table(desk, everyone, mode, ()), 1)
        yield (*few_table(desk, board(desk, codes, "", False), mode), 2)
    whole = stems(desk, desk.data.newest_filing, parts(desk, desk.data.newest_filing)[0], ())
    for columns, rows in (
        change_rows(desk, desk.data.newest_filing),
        child_rows(desk, [(key, stem.row) for key, stem in whole.items()]),
        indicator_table(desk, "all"),
        value_table(desk, max(desk.data.statements, key=lambda key: len(desk.data.statements[key]))),
        check_table(desk, desk.data.checks[:300]),
        group_table(desk, groups(desk, Wanted())),
    ):
        yield list(columns), list(rows), 1


class Wide(Table):
    """A table of any width, without a terminal to be laid out for."""

    wide = 80

    @property
    def scrollable_size(self) -> Size:
        return Size(self.wide, 30)


class Bare(App[None]):
    """Nothing but a list."""

    def __init__(self, shown: Table | Tree) -> None:
        super().__init__()
        self.shown = shown

    def compose(self) -> ComposeResult:
        yield self.shown


def cut_numbers(shown: Table) -> list[tuple[str, str]]:
    """Numbers of which a part is drawn: as they are, and as they are drawn."""
    wrong = []
    for place, row in enumerate(shown.rows[:4]):
        strip, at = shown.render_line(place + shown._fixed()), 1
        for index in shown._shown():
            end = min(at + shown.widths[index], strip.cell_length)
            drawn = strip.crop(at, end).text.strip() if end > at else ""
            whole = " ".join(row.cells[index].text.split())
            if shown.columns[index].right and drawn not in (whole, "…", ""):
                known = NUMBER.findall(whole)
                wrong += [(whole, drawn) for number in NUMBER.findall(drawn) if number not in known]
            at += shown.widths[index] + GAP
    return wrong


async def test_tables_at_every_width(release_file: str) -> None:
    shown = Wide(choosing=True)
    async with Bare(shown).run_test(size=(80, 30)):
        for columns, rows, fixed in tables(desk_of(release_file)):
            shown.load(columns, rows, fixed=fixed)
            for width in WIDTHS:
                shown.wide = width
                shown._measure()
                assert cut_numbers(shown) == [], (width, [column.title for column in columns])
                assert width < 56 or all(cells(line) <= width for line in header_lines(shown)), width


def header_lines(shown: Table) -> list[str]:
    """The headings as they are drawn, without the space behind them."""
    return ["".join(text for text, _ in line).rstrip() for line in shown.header(shown.scrollable_size.width)]


@pytest.mark.parametrize("width", range(20, 100, 7))
async def test_amounts_of_a_tree_at_every_width(release_file: str, width: int) -> None:
    desk = desk_of(release_file)
    whole = stems(desk, desk.data.newest_filing, parts(desk, desk.data.newest_filing)[0], ())
    amount = next(iter(whole.values())).row.amount
    tree = Tree()
    async with Bare(tree).run_test(size=(width, 30)):
        nodes = [node(desk, key, stem, amount, width) for key, stem in whole.items()]
        tree.load(lambda key: [] if key else nodes, set(), "")
        for place, one in enumerate(nodes[: tree.page_lines]):
            said = {
                number
                for text, _ in (*one.right, (one.code, ""), (one.label, ""))
                for number in NUMBER.findall(text)
            }
            drawn = tree.render_line(place + tree._fixed()).text
            assert set(NUMBER.findall(drawn)) <= said


@given(st.text("年1234567890.,%万元", max_size=30), st.integers(1, 30))
def test_a_text_is_never_cut_inside_a_number(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cells(shown) <= width
    if shown != text:
        kept = shown.removesuffix("…")
        assert text.startswith(kept)
        assert not (kept[-1:].isdigit() and text[len(kept)] in "1234567890.,%")
