"""How much work it is to tell rows apart: a page of many lines is looked at a few times."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.pdf.aligned import groups, rows
from hrss_tui.sources.formats.pdf.lines import Line
from hrss_tui.sources.formats.pdf.seen import Char


def line(top: float, *words: tuple[float, str]) -> Line:
    chars = [
        Char(text, left + 9 * at, top, left + 9 * at + 9, top + 9, top + 8, 9)
        for left, word in words
        for at, text in enumerate(word)
    ]
    return Line(tuple(chars))


def page(count: int, step: float) -> list[Line]:
    """Names of two lines below each other, in the last of which figures stand; every name stands below two."""
    names = ((0.0, "林业和草原资源"), (80.0, "管理事务")), ((0.0, "林业和草原资源管理"), (200.0, "85.00"))
    return [line(step * at, *names[at % 2]) for at in range(count)]


@pytest.mark.parametrize("step", [11.0, 14.0])
def test_lines_are_looked_at_a_few_times_each(step: float, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = 0
    stands_over = groups.stands_over

    def counted(*given: object) -> object:
        nonlocal looked
        looked += 1
        return stands_over(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(groups, "stands_over", counted)
    assert len(rows.rows_of(page(2000, step), (), ())) == 1000
    assert looked <= 2000 * 40
