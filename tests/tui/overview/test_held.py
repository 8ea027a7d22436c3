"""The overview of a package of many documents: years, departments, what is missing between them."""

from __future__ import annotations

import pytest

from hrss_tui.pack.summary import Filing
from hrss_tui.tui.overview.held import MOST, held_lines
from tests.tui.driving import desk_of


def filing(department: str, year: int, phase: str) -> Filing:
    return Filing(f"{department}-{year}-{phase}", "", department, None, year, phase)


def test_years_departments_and_gaps(pack_file: str) -> None:
    desk = desk_of(pack_file)
    made = [filing("甲局", year, "budget") for year in (2019, 2020, 2023)] + [filing("乙局", 2020, "final")]
    desk.data.filings = {one.doc_id: one for one in made}
    (_, counted), _, years, departments, _ = held_lines(desk, 80)
    assert "2 个部门" in counted.text
    assert [" ".join(one.text.split()[:3]) for one in years[1:]] == [
        "2023 预算 1", "2020 预算 1", "2020 决算 1", "2019 预算 1",
    ]  # fmt: skip
    assert departments[1].text.split() == ["甲局", "预算", "2019", "2020", "2023", "缺", "2021", "2022"]
    assert departments[1].target == "compare/甲局?of=years"
    assert departments[2].target == "budget?doc=乙局-2020-final"


@pytest.mark.parametrize("count", [1, 3, 1000])
def test_a_thousand_departments_are_counted_and_some_listed(pack_file: str, count: int) -> None:
    desk = desk_of(pack_file)
    made = [filing(f"第{number}局", 2024, "budget") for number in range(count)]
    desk.data.filings = {one.doc_id: one for one in made}
    *_, departments, _ = held_lines(desk, 80)
    assert len(departments) == min(count, MOST + 1) + 1
