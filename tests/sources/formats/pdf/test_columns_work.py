"""How much work it is to look for columns: pages of long tables without rulings are many, and none of them is prose."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.pdf import columns
from hrss_tui.sources.formats.pdf.columns import bands_of
from hrss_tui.sources.formats.pdf.lines import lines_of
from hrss_tui.sources.formats.pdf.seen import Char


def rows(count: int, cells: int, wide: int, text: str) -> list[Char]:
    places = (
        (row, cell, at) for row in range(count) for cell in range(cells) for at in range(wide - row % 6)
    )
    return [
        Char(
            text,
            left := 10 + cell * (wide + 2) * 8 + at * 8,
            row * 10,
            left + 8,
            row * 10 + 9,
            row * 10 + 8,
            9,
        )
        for row, cell, at in places
    ]


@pytest.mark.parametrize(("cells", "wide", "text"), [(10, 6, "8"), (3, 12, "甲"), (10, 6, "甲")])
def test_rows_of_a_long_table_are_looked_at_a_few_times_each(
    cells: int, wide: int, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    common = columns._common

    def counted(*given: object) -> object:
        nonlocal looked
        looked += 1
        return common(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(columns, "_common", counted)
    assert bands_of(lines_of(rows(400, cells, wide, text)), []) == ()
    assert looked <= 400 * 20
