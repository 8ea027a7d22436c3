"""The indicators page: operators printed in figures, titles of documents, room for the values."""

from __future__ import annotations

from hrss_tui.tui.indicators.rows import WIDE, value_table
from hrss_tui.tui.widgets.table import Table
from tests.tui.driving import desk_of, explorer, explorer_of


def column(pack: str, index: int, width: int = 0) -> list[str]:
    _, rows = value_table(desk_of(pack), "urban_new_jobs", width)
    return [row.cells[index].text for row in rows]


def test_an_operator_printed_in_the_figure_leaves_the_unit_in_its_column(pack_file: str) -> None:
    figures = list(zip(column(pack_file, 2), column(pack_file, 3), strict=True))
    assert (">=39", "万人") in figures
    assert not any("万" in figure for figure, _ in figures)


def test_documents_have_their_titles_where_there_is_room(pack_file: str) -> None:
    titles = {row.title for row in desk_of(pack_file).data.documents.values()}
    assert "bulletin-2021" in column(pack_file, 4, WIDE - 1)
    assert set(column(pack_file, 4, WIDE)) <= titles


async def test_values_have_six_rows_in_a_small_terminal(pack_file: str) -> None:
    async with explorer(pack_file, "indicators/urban_new_jobs", size=(80, 24)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        assert page.query_one("#indicators-values", Table).size.height >= 6 + 2
