"""What the explorer makes of the tables of a package."""

from __future__ import annotations

from hrss_tui.tui.desk.data import Data


def test_which_rows_are_of_a_project_is_read_from_the_package(pack_file: str) -> None:
    data = Data(pack_file)
    assert data.joined == (data.budget_lines, data.performance)
    assert all(match.sure for match in data.paid)


def test_a_package_from_before_it_said_so_is_joined_as_one_of_today_is(
    pack_file: str, release_file: str
) -> None:
    today, before = Data(pack_file), Data(release_file)
    assert {line.project_id for line in before.budget_lines} == {None}
    assert _found(before) == _found(today)


def _found(data: Data) -> list[tuple[int, list[int], bool]]:
    """Per project its money, that of its rows, and whether they are surely its."""
    return [(one.project.amount, [row.amount for row in one.found], one.sure) for one in data.paid]
