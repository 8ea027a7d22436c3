"""Rows that are made when somebody looks at them: none before, each once, columns as wide as what was seen needs."""

from __future__ import annotations

from textual.app import App

from hrss_tui.tui.widgets.made import Made
from hrss_tui.tui.widgets.table import Cell, Column, Row, Table

COUNT = 20_000
LAST = COUNT - 1


async def test_only_rows_in_view_are_made_and_each_once() -> None:
    made: list[int] = []

    def row(at: int) -> Row:
        made.append(at)
        return Row((Cell(f"row {at}"), Cell("9" * (12 if at == LAST else 3), float(at))), str(at))

    rows = Made([str(at) for at in range(COUNT)], row)
    app: App[None] = App()
    async with app.run_test(size=(40, 8)) as pilot:
        table = Table()
        await app.mount(table)
        table.load([Column("name", most=12), Column("figure", right=True, most=20)], rows)
        await pilot.pause()
        assert len(made) == len(set(made)) < COUNT / 100
        assert table.seek(str(LAST))
        await pilot.pause()
        assert table.current == rows[LAST]
        assert len(made) == len(set(made)) < COUNT / 100
        assert any(
            "9" * 12 in table.render_line(y).text for y in range(8)
        )  # wider than all that were measured


def test_things_are_found_from_both_ends_and_by_slices() -> None:
    things = Made(["a", "b", "c"], lambda at: at * 10)
    assert (things[-1], list(things[1:]), list(things), len(things)) == (20, [10, 20], [0, 10, 20], 3)
