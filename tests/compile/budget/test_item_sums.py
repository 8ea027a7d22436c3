"""The sum of a table of 三公, meetings and training: 三公 is a part of it where the amounts say so, beside it where they do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hrss_tui.pack.summary import totals
from tests.variants import compile_text

HEAD = "某县水利局2031年部门预算\n\n第二部分 预算表\n\n“三公”经费、会议费、培训费支出预算表\n\n单位：万元\n\n"
NAMES = "合计\t“三公”经费\t公务接待费\t公务用车费\t会议费\t培训费\n"
ITEMS = "合计\t公务接待费\t公务用车费\t会议费\t培训费\n"


def placed(found: dict[str, list[dict[str, Any]]]) -> list[tuple[str, int, str | None]]:
    """Name, level and the name of the parent of every amount."""
    rows = found["budget_lines"]
    names = {row["line_id"]: row["name"] for row in rows}
    return [(row["name"], row["level"], names.get(row["parent_id"])) for row in rows]


def shown(found: dict[str, list[dict[str, Any]]]) -> list[int]:
    """The grand totals that the overview shows of the table, in 万元."""
    rows = found["budget_lines"]
    return [
        amount // 1_000_000
        for *_, amount in totals(lambda _, name: [row[name] for row in rows], rows[0]["doc_id"])
    ]


@pytest.mark.parametrize("meetings", ["7.00", "7.01"], ids=["exactly", "but for rounding"])
def test_a_sum_of_all_stands_above_the_three_expenses(meetings: str, tmp_path: Path) -> None:
    found = compile_text(f"{HEAD}{NAMES}24.00\t12.00\t3.00\t9.00\t{meetings}\t5.00\n", tmp_path)
    assert placed(found) == [
        ("合计", 0, None),
        ("“三公”经费", 1, "合计"),
        ("公务接待费", 2, "“三公”经费"),
        ("公务用车费", 2, "“三公”经费"),
        ("会议费", 1, "合计"),
        ("培训费", 1, "合计"),
    ]
    assert shown(found) == [12]
    assert {check["status"] for check in found["checks"] if check["kind"] == "level_sum"} <= {
        "exact",
        "rounding",
    }


def test_rows_below_each_other_are_as_columns_are(tmp_path: Path) -> None:
    rows = "项目\t2031年预算数\n合计\t24.00\n“三公”经费小计\t12.00\n1、公务接待费\t3.00\n2、公务用车费\t9.00\n会议费\t7.00\n培训费\t5.00\n"
    found = compile_text(HEAD + rows, tmp_path)
    assert [(level, parent) for _, level, parent in placed(found)] == [
        (0, None),
        (1, "合计"),
        (2, "“三公”经费小计"),
        (2, "“三公”经费小计"),
        (1, "合计"),
        (1, "合计"),
    ]


@pytest.mark.parametrize(("total", "beside"), [("24.00", "合计"), ("12.00", None)])
def test_without_a_sum_of_the_three_the_amounts_say_what_is_counted(
    total: str, beside: str | None, tmp_path: Path
) -> None:
    found = compile_text(f"{HEAD}{ITEMS}{total}\t3.00\t9.00\t7.00\t5.00\n", tmp_path)
    assert {(name, parent) for name, level, parent in placed(found) if level} == {
        ("公务接待费", "合计"),
        ("公务用车费", "合计"),
        ("会议费", beside),
        ("培训费", beside),
    }
    assert shown(found) == ([] if beside else [12])


def test_a_sum_that_is_another_counts_nothing_of_it(tmp_path: Path) -> None:
    found = compile_text(f"{HEAD}{NAMES}30.00\t12.00\t3.00\t9.00\t7.00\t5.00\n", tmp_path)
    assert ("“三公”经费", 0, None) in placed(found)
    assert ("会议费", 1, None) in placed(found)
