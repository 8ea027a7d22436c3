"""The table by itself: what is drawn where there is not room for all columns."""

from __future__ import annotations

from textual.app import App

from hrss_tui.tui.widgets.table import Cell, Column, Row, Table


async def test_a_column_that_does_not_fit_is_left_out_and_said_to_be_there() -> None:
    columns = [Column("name"), *(Column(f"column {at}", right=True, width=9) for at in range(5))]
    rows = [Row((Cell("a"), *(Cell("123456.78") for _ in range(5))), "a")]
    app: App[None] = App()
    async with app.run_test(size=(42, 6)) as pilot:
        table = Table(choosing=True)
        await app.mount(table)
        table.load(columns, rows)
        await pilot.pause()

        def drawn() -> list[str]:
            return [table.render_line(y).text for y in (0, 1)]

        assert drawn()[0].split() == ["name", "column", "0", "column", "1", "column", "2", "›"]
        assert drawn()[1].split() == ["a", *["123456.78"] * 3]
        table.choose(5)
        assert drawn()[0].split() == ["name", "column", "2", "column", "3", "column", "4"]


async def test_a_name_that_gives_no_way_takes_what_is_left_over() -> None:
    columns = [Column("name", most=8, leave=True), Column("sum", right=True, width=9)]
    rows = [Row((Cell("a name of some length"), Cell("123456.78")), "a")]
    for wide, shown in ((60, "a name of some length  123456.78"), (22, "…  123456.78")):
        app: App[None] = App()
        async with app.run_test(size=(wide, 6)) as pilot:
            table = Table()
            await app.mount(table)
            table.load(columns, rows)
            await pilot.pause()
            assert shown in table.render_line(1).text, table.render_line(1).text
