"""A number is drawn whole or not at all, at every width and in every table."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.geometry import Size

import hrss_tui.tui
from hrss_tui.query.filings.copied import CopiedRow
from hrss_tui.query.policies import policies
from hrss_tui.query.prefecture import one_prefecture
from hrss_tui.query.targets import all_targets
from hrss_tui.tui.budget.real import real_rows
from hrss_tui.tui.budget.rows import change_rows, child_rows, node, parts, stems
from hrss_tui.tui.checks.chosen import Wanted, groups
from hrss_tui.tui.checks.rows import check_table, group_table
from hrss_tui.tui.cited.rows import policy_table, read_terms, term_table
from hrss_tui.tui.compare.board import MODES, board
from hrss_tui.tui.compare.rows import few_table, table
from hrss_tui.tui.copied.rows import copied_table
from hrss_tui.tui.filings.matrix import matrix
from hrss_tui.tui.filings.rows import table as filed_table
from hrss_tui.tui.filings.state import State
from hrss_tui.tui.indicators.rows import indicator_table, value_table
from hrss_tui.tui.indicators.series import series_table
from hrss_tui.tui.paint.text import cells, cut, cut_to
from hrss_tui.tui.prefecture.rows import money_table
from hrss_tui.tui.prefecture.rows import value_table as place_values
from hrss_tui.tui.targets.rows import target_table
from hrss_tui.tui.widgets.table import GAP, MEASURED, Column, Row, Table
from hrss_tui.tui.widgets.tree import Tree
from tests.documents.many import package
from tests.tui.driving import desk_of

ROOMS = Path(hrss_tui.tui.__file__).parent
ROOM = 30
"""Cells in which a name and what tells it apart have room."""
Loaded = tuple[Sequence[Column], Sequence[Row], int]
WIDTHS = [*range(24, 56, 4), *range(56, 251)]
NUMBER = re.compile(r"\d[\d.,]*")


def tables(release: str, many: str) -> dict[str, list[Loaded]]:
    """Every kind of table the explorer has, by the function that makes its rows, and how many of its columns stay."""
    desk, filed = desk_of(release), desk_of(many)
    everyone = board(desk, (), "", False)
    codes = tuple(place.code for place in everyone.places[:3])
    few = board(desk, codes, "", False)
    doc_id = desk.data.newest_filing
    whole = stems(desk, doc_id, parts(desk, doc_id)[0], ())
    kashi = one_prefecture(desk.data.pack, "喀什")
    longest = max(desk.data.statements, key=lambda key: len(desk.data.statements[key]))
    states = [State(), *(State(of, "第002局（唐山市）", 2024, by_gap=True) for of in ("years", "execution"))]
    sides = [
        matrix(filed, msgspec.structs.replace(one, mode=mode))
        for one in states[:2]
        for mode in ("value", "rank")
    ]
    taken = [
        CopiedRow("figures", text, "甲", doc_id, line, doc_id, line)
        for line, text in enumerate(("其中：办公费12.30万元" * 9, "其中：办公费45.60万元" * 9), 1)
    ]
    return {
        "compare.table": [(*table(desk, everyone, mode, ()), 1) for mode in MODES],
        "compare.few_table": [(*few_table(desk, few, mode), 2) for mode in MODES],
        "budget.change_rows": [(*change_rows(desk, doc_id), 1)],
        "budget.real_rows": [(*real_rows(desk, doc_id, width), 1) for width in (60, 140)],
        "budget.child_rows": [(*child_rows(desk, [(key, stem.row) for key, stem in whole.items()]), 1)],
        "indicators.indicator_table": [(*indicator_table(desk, "all"), 1)],
        "indicators.value_table": [(*value_table(desk, longest, width), 1) for width in (60, 140)],
        "indicators.series_table": [(*series_table(desk), 1)],
        "checks.check_table": [(*check_table(desk, desk.data.checks[:300]), 1)],
        "checks.group_table": [(*group_table(desk, groups(desk, Wanted())), 1)],
        "targets.target_table": [
            (*target_table(desk, all_targets(desk.data.pack), width), 1) for width in (60, 140)
        ],
        "cited.policy_table": [
            (*policy_table(desk, policies(desk.data.pack), width), 1) for width in (60, 140)
        ],
        "cited.term_table": [
            (*term_table(desk, read_terms(desk, lambda *_: True), width), 1) for width in (60, 140)
        ],
        "copied.copied_table": [(*copied_table(desk, taken), 1)],
        "filings.table": [(*filed_table(filed, side, states[0]), 1) for side in sides],
        "prefecture.value_table": [(*place_values(desk, kashi, width), 1) for width in (60, 140)],
        "prefecture.money_table": [(*money_table(desk, kashi, width), 1) for width in (60, 140)],
    }


def test_every_table_of_the_explorer_is_looked_at(made: dict[str, list[Loaded]]) -> None:
    known = set()
    for path in ROOMS.rglob("*.py"):
        for node_ in ast.parse(path.read_text("utf-8")).body:
            returned = (
                ast.unparse(node_.returns) if isinstance(node_, ast.FunctionDef) and node_.returns else ""
            )
            if isinstance(node_, ast.FunctionDef) and "Column" in returned and "Row]" in returned:
                known.add(f"{path.parent.name}.{node_.name}")
    assert known == set(made)


@pytest.fixture(scope="module")
def made(release_file: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Loaded]]:
    path: Path = tmp_path_factory.mktemp("many") / "many.msgpack"
    path.write_bytes(package(300))
    return tables(release_file, str(path))


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
    above, drawn_columns = shown._fixed(), shown._shown()
    shown._frame = shown._framed()  # as for the lines that are drawn together
    strips = [shown.render_line(place + above) for place in range(len(shown.rows[:4]))]
    shown._frame = None
    for strip, row in zip(strips, shown.rows[:4], strict=True):
        at = 1
        for index in drawn_columns:
            end = min(at + shown.widths[index], strip.cell_length)
            if shown.columns[index].right and end > at:
                drawn, whole = strip.crop(at, end).text.strip(), " ".join(row.cells[index].text.split())
                if drawn not in (whole, "…", ""):
                    known = NUMBER.findall(whole)
                    wrong += [(whole, drawn) for number in NUMBER.findall(drawn) if number not in known]
            at += shown.widths[index] + GAP
    return wrong


def laid_out(shown: Table) -> tuple[object, ...]:
    """What decides how rows are drawn: which columns, how wide, and where the table is cut."""
    drawn = tuple(shown._shown())
    needed = 1 + sum(shown.widths[index] + GAP for index in drawn)
    return drawn, tuple(shown.widths), min(needed, shown.wide)


async def test_numbers_of_every_table_at_every_width(made: dict[str, list[Loaded]]) -> None:
    shown = Wide(choosing=True)
    async with Bare(shown).run_test(size=(80, 30)):
        for name, loaded in made.items():
            for columns, rows, fixed in loaded:
                shown.load(columns, rows, fixed=fixed)
                looked_at = set()
                for width in WIDTHS:
                    shown.wide = width
                    shown._measure()
                    layout = laid_out(shown)
                    if layout not in looked_at:  # what is drawn at another width is the same
                        assert cut_numbers(shown) == [], (name, width)
                    looked_at.add(layout)
                    assert width < 56 or all(cells(line) <= width for line in header_lines(shown)), width


async def test_rows_of_every_table_are_told_apart_at_every_width(made: dict[str, list[Loaded]]) -> None:
    shown = Wide(choosing=True)
    async with Bare(shown).run_test(size=(80, 30)):
        for name, loaded in made.items():
            for columns, rows, fixed in loaded:
                shown.load(columns, rows, fixed=fixed)
                for width in WIDTHS[8::7]:
                    shown.wide = width
                    shown._measure()
                    assert untold(shown) == [], (name, width)


def untold(shown: Table) -> list[str]:
    """Names of rows whose words in view are those of others, though other words differ, and that are drawn as they are."""
    shown._framed()
    words = [index for index, column in enumerate(shown.columns) if column.is_words]
    drawn = [index for index in words if index in shown._drawn]
    if shown._named_by not in drawn or shown.widths[shown._named_by] < ROOM:
        return []
    groups_: dict[tuple[str, ...], list[Row]] = {}
    for row in shown.rows[:MEASURED]:
        groups_.setdefault(tuple(row.cells[index].text for index in drawn), []).append(row)
    wrong = []
    for rows in groups_.values():
        said = {tuple(row.cells[index].text for index in words) for row in rows}
        plain = [row for row in rows if row.key not in shown._names]
        if len(said) > 1 and len(plain) > 1:
            wrong.append(rows[0].cells[shown._named_by].text)
    return wrong


async def test_changes_of_one_name_say_what_they_stand_under(made: dict[str, list[Loaded]]) -> None:
    ((_, rows, _),) = made["budget.change_rows"]
    names = [tuple(cell.text for cell in row.cells[:2]) for row in rows]
    assert len(set(names)) == len(names)
    assert len({row.value for row in rows}) == len(rows)


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


@given(st.text("年1234567890.,%万元", max_size=30), st.integers(0, 30), st.integers(1, 30))
def test_a_text_is_never_cut_inside_a_number_on_either_side(text: str, at: int, width: int) -> None:
    shown = cut_to(text, min(at, len(text)), width)
    assert cells(shown) <= width
    assert set(NUMBER.findall(shown)) <= set(NUMBER.findall(text))


@given(st.text("年1234567890.,%万元", max_size=30), st.integers(1, 30))
def test_a_text_is_never_cut_inside_a_number(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cells(shown) <= width
    if shown != text:
        kept = shown.removesuffix("…")
        assert text.startswith(kept)
        assert not (kept[-1:].isdigit() and text[len(kept)] in "1234567890.,%")
