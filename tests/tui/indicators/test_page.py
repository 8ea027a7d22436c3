"""The indicators page: operators printed in figures, titles of documents, room for the values."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from hrss_tui.formulas import without_math
from hrss_tui.query.outcomes import Earlier
from hrss_tui.tui.indicators.newest import newest
from hrss_tui.tui.indicators.rows import (
    FIGURES,
    WIDE,
    as_printed,
    indicator_table,
    list_width,
    value_table,
)
from hrss_tui.tui.paint.text import cells
from hrss_tui.tui.widgets.columns import room_for
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.table import Table
from tests.query.test_outcomes import stated
from tests.tui.driving import desk_of, explorer, explorer_of, press, screen, type_text


def column(pack: str, index: int, width: int = 0) -> list[str]:
    _, rows = value_table(desk_of(pack), "urban_new_jobs", width)
    return [row.cells[index].text for row in rows]


def test_an_operator_printed_in_the_figure_leaves_the_unit_in_its_column(pack_file: str) -> None:
    figures = list(zip(column(pack_file, 2), column(pack_file, 3), strict=True))
    assert ("≥39", "万人") in figures
    assert not any("万" in figure for figure, _ in figures)


def test_documents_have_their_titles_where_there_is_room(pack_file: str) -> None:
    titles = set(desk_of(pack_file).data.short_titles.values())
    assert "2021年度人力…计公报" in column(pack_file, 4, WIDE - 1)
    assert set(column(pack_file, 4, WIDE)) <= titles


async def test_most_names_are_whole_beside_their_newest_value_and_its_period(pack_file: str) -> None:
    async with explorer(pack_file, "indicators", size=(120, 40)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        table = page.query_one("#indicators-list", Table)
        names = [row.cells[0].text for row in table.rows]
        assert sum(cells(name) <= table.widths[0] for name in names) > 0.6 * len(names)
        assert len(table._spread.shown(0)) == 4
        values = page.query_one("#indicators-values", Table)
        assert len(values._spread.shown(0)) >= 5


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [(100, 30), (200, 60)])
async def test_the_list_takes_what_the_values_leave_empty(
    pack_file: str, size: tuple[int, int], lang: str
) -> None:
    async with explorer(pack_file, "indicators/urban_new_jobs", size=size, lang=lang) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        names, values = page.query_one("#indicators-list", Table), page.query_one("#indicators-values", Table)
        assert values._spread.shown(0)[:4] == [0, 1, 2, 3]
        cut = [row for row in names.rows if cells(row.cells[0].text) > names.widths[0]]
        if size[0] == 200:
            assert lang == "en" or cut == []
            assert values.size.width >= WIDE
        else:
            if lang == "zh":
                assert values.size.width < room_for(values.columns, values.rows) - values.widths[-1]
            assert len(cut) < (0.6 if lang == "zh" else 0.1) * len(names.rows)


async def test_the_panes_stay_where_they_are_while_names_are_filtered(pack_file: str) -> None:
    async with explorer(pack_file, "indicators", size=(200, 60)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        names = page.query_one("#indicators-list", Table)
        before = names.size.width
        await press(pilot, "f")
        await type_text(pilot, "仲裁结案率")
        assert names.items == 1
        assert names.size.width == before


@pytest.mark.parametrize("width", range(100, 260, 7))
@pytest.mark.parametrize("wanted", [10, 75, 300])
def test_neither_pane_is_left_without_room(width: int, wanted: int) -> None:
    for lang in ("zh", "en"):
        own = list_width(width, wanted, lang)
        if not own:
            assert lang == "en", "its names are longer"
            continue
        assert width // 3 <= own <= max(wanted, width // 3)
        assert width - own >= FIGURES


async def test_values_have_six_rows_in_a_small_terminal(pack_file: str) -> None:
    async with explorer(pack_file, "indicators/urban_new_jobs", size=(80, 24)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        assert page.query_one("#indicators-values", Table).size.height >= 6 + 2


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (r"$<=7.50\%$", "<=7.50%"),
        (r"$>=300$ 万个", ">=300 万个"),
        (r"$\geq 12.5\%$", "≥12.5%"),
        ("38.2", "38.2"),
        ("约 $ 的", "约 $ 的"),
    ],
)
def test_a_figure_set_as_a_formula_is_shown_as_it_reads(printed: str, shown: str) -> None:
    assert without_math(printed) == shown


async def test_no_indicator_shows_a_formula(pack_file: str) -> None:
    desk = desk_of(pack_file)
    for key in desk.data.statements:
        _, rows = value_table(desk, key)
        assert not [
            cell.text for row in rows for cell in row.cells[:4] if "$" in cell.text or "\\" in cell.text
        ]


def test_the_newest_outcome_stands_for_an_indicator() -> None:
    target = stated("50", kind="target", period="2033")
    span = stated("210", period="2029/2032", kind="cumulative")
    old, new, bound = (
        stated("41", period="2031"),
        stated("44", period="2032"),
        stated("45", change="increase"),
    )
    assert newest([target, span, old, new, bound]) == (new,)
    assert newest([span, target]) == (target,)
    assert not newest([])


@pytest.mark.parametrize("name", ["会议费全年预算数", "会议费年初预算", "会议费 预算数"])
def test_what_accounts_say_was_budgeted_is_not_their_newest_value(name: str) -> None:
    values = {"kind": "amount", "unit": "万元", "department": "某局"}
    budgeted = stated("5.6", subject=name, phase="final", **values)
    spent = stated("5.1", subject="会议费 支出决算", phase="final", **values)
    assert newest([budgeted, spent]) == (spent,)
    assert newest([budgeted]) == (budgeted,)
    planned = stated("5.7", subject="会议费预算", phase="budget", period="2031", **values)
    assert newest([budgeted, spent, planned]) == (planned,)


async def test_the_list_shows_the_newest_value_and_its_period(pack_file: str) -> None:
    desk = desk_of(pack_file)
    columns, rows = indicator_table(desk, "all")
    assert [column.title for column in columns] == ["指标", "", "最新值", "时期"]
    row = next(row for row in rows if row.key == "urban_new_jobs")
    assert [cell.text for cell in row.cells[2:]] == ["47.74万人", "2021"]


@pytest.mark.parametrize("printed", ["约47", "四十七", "0", "４７人左右", ""])
def test_a_value_that_follows_from_no_plain_number_is_shown_in_base_units(printed: str) -> None:
    whole, change = msgspec.structs.replace(stated("47"), printed=printed), stated("1")
    derived = Earlier(Decimal(460_000), "人", "2029", whole, change)
    assert as_printed(derived) == (Decimal(460_000), "人")


@pytest.mark.parametrize(
    ("lang", "copied"),
    [("zh", "城镇新增就业人数 2021 47.74万人"), ("en", "New urban jobs 2021 47.74 10k persons")],
)
def test_a_copied_indicator_has_its_latest_figure_and_one_name(
    pack_file: str, lang: str, copied: str
) -> None:
    _, rows = indicator_table(desk_of(pack_file, lang), "all")
    (row,) = [row for row in rows if row.key == "urban_new_jobs"]
    assert row.value == copied


async def test_an_indicator_is_found_by_its_other_language(pack_file: str) -> None:
    for lang, typed in (("zh", "new urban"), ("en", "城镇新增")):
        async with explorer(pack_file, "indicators", lang=lang) as pilot:
            await press(pilot, "f")
            await type_text(pilot, typed)
            page = explorer_of(pilot).page
            assert page is not None
            keys = [row.key for row in page.query_one("#indicators-list", Table).rows]
            assert "urban_new_jobs" in keys
            assert len(keys) < 20


@pytest.mark.parametrize(
    ("lang", "view", "said"),
    [
        ("zh", "indicators/urban_new_jobs?part=disagree", "“城镇新增就业人数”有数，但不在“互相矛盾”之列"),
        ("en", "indicators/城镇新增就业?part=disagree", "none under Disagreeing"),
        ("zh", "indicators/urban_new_jobs?place=11", "“城镇新增就业人数”没有北京市的数"),
        ("zh", "indicators/没有这个", "没有名为 没有这个 的指标"),
        ("en", "indicators/nosuch", "No indicator nosuch"),
    ],
)
async def test_why_an_indicator_is_not_listed_is_said_as_it_is(
    lang: str, view: str, said: str, pack_file: str
) -> None:
    async with explorer(pack_file, view, lang=lang, size=(140, 40)) as pilot:
        assert said in screen(pilot)


def test_what_was_reached_the_year_before_a_target_is_a_value_of_the_indicator(pack_file: str) -> None:
    desk = desk_of(pack_file)
    told = [
        row
        for rows in desk.data.targets.values()
        for row in rows
        if row.previous_value is not None and row.indicator_id in desk.data.statements
    ]
    assert len(told) > 5
    for target in told:
        _, rows = value_table(desk, target.indicator_id)
        (row,) = (one for one in rows if one.key == f"{target.target_id} before")
        (own,) = (one for one in rows if one.key == target.target_id)
        assert int(row.cells[0].text) == int(own.cells[0].text) - 1
        assert float(row.cells[2].text) == target.previous_value
        assert (row.cells[1].text, row.record) == ("上年完成", target.target_id)
        assert row.source == f"{target.doc_id}:{target.line_start}"


async def test_its_sentence_is_that_of_the_target(pack_file: str) -> None:
    async with explorer(pack_file, "indicators/arbitration_completion_rate", size=(120, 40)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        values = page.query_one("#indicators-values", Table)
        values.put(next(at for at, row in enumerate(values.rows) if row.cells[1].text == "上年完成"))
        await press(pilot, "enter")
        lines = [line.text for line in page.query_one("#indicators-sentence", Pane).lines]
        assert any("上年完成" in line for line in lines)
