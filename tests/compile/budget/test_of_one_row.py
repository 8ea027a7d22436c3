"""Tables whose columns tell all: one row of amounts without a name is the whole; titles that print broke over two lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

HEAD = "某县水利局2031年部门预算\n\n第二部分 预算表\n\n支出预算总表\n\n部门：某县水利局\t单位：万元\n\n"
COLUMNS = "合计\t基本支出\t项目支出\t单位预留机动经费\t结转下年资金\n"
TOLD = "\n第三部分 情况说明\n\n三、支出预算情况说明\n\n某县水利局2031年支出预算90.00万元，比上年增加5.00万元，增长5.88%。\n"


@pytest.mark.parametrize(
    ("row", "status"), [("90.00\t50.00\t34.00\t6.00\t", "exact"), ("90.00\t50.00\t34.00\t7.00\t", "fails")]
)
def test_what_a_unit_sets_aside_is_a_part_of_its_spending(row: str, status: str, tmp_path: Path) -> None:
    found = compile_text(f"{HEAD}{COLUMNS}{row}\n", tmp_path)
    assert [(line["measure"], line["level"], line["parent_id"]) for line in found["budget_lines"]] == [
        ("total", 0, None),
        ("basic", 0, None),
        ("project", 0, None),
        ("set_aside", 0, None),
    ]
    assert [check["status"] for check in found["checks"] if check["kind"] == "row_sum"] == [status]
    assert not found["unread"]


@pytest.mark.parametrize(("total", "status"), [("90.00", "exact"), ("91.00", "fails")])
def test_the_only_row_is_the_total_that_the_narrative_repeats(
    total: str, status: str, tmp_path: Path
) -> None:
    found = compile_text(f"{HEAD}{COLUMNS}{total}\t50.00\t34.00\t6.00\t\n{TOLD}", tmp_path)
    told = [check["status"] for check in found["checks"] if check["kind"] == "narrative_amount"]
    assert told == [status]


def test_a_row_that_has_lost_its_name_is_no_total(tmp_path: Path) -> None:
    named = "科目名称\t" + COLUMNS
    found = compile_text(f"{HEAD}{named}\t90.00\t50.00\t34.00\t6.00\t\n{TOLD}", tmp_path)
    assert "fails" not in {check["status"] for check in found["checks"]}
    assert {line["level"] for line in found["budget_lines"]} != {0}


@pytest.mark.parametrize(
    "title",
    [
        "十一、一般公共预算“三公”经费、会议费、培训费支出预\n算表",
        "公开09表：一般公共预算“三公”经费、会议费、培训费\n支出预算表",
        "附表3 一般公共预算“三公”经费、会议费、培训费\n支出预算表",
    ],
)
def test_a_title_goes_on_in_the_line_below_its_number(title: str, tmp_path: Path) -> None:
    text = (
        f"某县水利局2031年部门预算\n\n第二部分 预算表\n\n{title}\n单位：万元\n\n合计\t因公出国（境）费\t公务用车购置及运行维护费\t公务接待费\t会议费\t培训费\n"
        "14.00\t\t3.00\t1.00\t4.00\t6.00\n"
    )
    found = compile_text(text, tmp_path)
    assert [table["table_kind"] for table in found["budget_tables"]] == ["three_public"]
    assert {line["name"]: line["printed"] for line in found["budget_lines"]}["会议费"] == "4.00"


def test_a_title_below_the_title_of_another_table_is_its_own(tmp_path: Path) -> None:
    text = (
        "某县水利局2031年部门预算\n\n公开09表：部门收入预算表\n支出预算总表\n\n单位：万元\n\n"
        f"{COLUMNS}90.00\t50.00\t34.00\t6.00\t\n"
    )
    assert [table["table_kind"] for table in compile_text(text, tmp_path)["budget_tables"]] == ["expenditure"]
