"""Which columns of a table there is room for."""

from __future__ import annotations

import pytest

from hrss_tui.tui.widgets.spread import Spread

WIDTHS = (10, 6, 6, 6, 6)


@pytest.mark.parametrize(
    ("cells", "left", "shown"),
    [
        (42, 0, [0, 1, 2, 3, 4]),
        (41, 0, [0, 1, 2, 3]),
        (41, 1, [0, 2, 3, 4]),
        (26, 0, [0, 1]),
        (27, 0, [0, 1, 2]),
        (26, 2, [0, 3, 4]),
        (5, 0, [0, 1]),
    ],
)
def test_what_fits_whole_is_drawn_and_one_at_least(cells: int, left: int, shown: list[int]) -> None:
    assert Spread(WIDTHS, 1, cells).shown(left) == shown


@pytest.mark.parametrize(("cells", "farthest"), [(42, 0), (41, 1), (26, 2), (25, 3), (5, 3)])
def test_columns_move_until_the_last_is_in_view(cells: int, farthest: int) -> None:
    assert Spread(WIDTHS, 1, cells).farthest == farthest


@pytest.mark.parametrize(
    ("cells", "column", "left", "shown"),
    [(42, 4, 0, 0), (41, 4, 0, 1), (26, 4, 0, 2), (26, 1, 2, 0), (26, 0, 2, 2), (9, 4, 1, 1)],
)
def test_a_column_comes_into_view_by_as_few_steps_as_it_takes(
    cells: int, column: int, left: int, shown: int
) -> None:
    assert Spread(WIDTHS, 1, cells).showing(column, left) == shown


def test_unused_cells_are_given_back_only_where_every_column_still_has_room() -> None:
    assert Spread((12, 20, 8), 1, 50).unused == 50 - 12 - 22 - 10
    assert Spread((12, 20, 18), 1, 50).unused == 50 - 12 - 22 - 1  # the third is out of view, and told of
    assert Spread((12, 8, 36), 1, 50).unused == 0  # the widest has room alone
    assert Spread((12,), 1, 50).unused == 38


@pytest.mark.parametrize(
    ("cells", "narrowed"),
    [
        (76, [28, 6, 32, 4]),  # all there is
        (70, [27, 6, 27, 4]),  # the widest first
        (64, [24, 6, 24, 4]),
        (56, [20, 6, 20, 4]),
        (55, [12, 6, 32, 4]),  # no name would be legible: the columns on the right leave the view
    ],
)
def test_names_give_way_together_where_all_columns_then_fit(cells: int, narrowed: list[int]) -> None:
    assert Spread((28, 6, 32, 4), 1, cells).narrowed(0, [0, 2]) == narrowed
