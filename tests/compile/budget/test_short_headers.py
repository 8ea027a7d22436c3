"""Labels of a page that reach over too many rows or too few, rows of stars, units that stand among what they spend on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_tables import Tables, compile_html, html_table

HEAD = "<h1>沙湾县民政局2033年部门预算公开</h1><p>表3</p><p>部门支出总表</p><p>单位：万元</p>"
ROWS = (
    "208|社会保障和就业支出|71.20|40.10|31.10",
    "20810|社会福利|71.20|40.10|31.10",
    "2081001|儿童福利|40.10|40.10|",
    "2081002|老年福利|31.10||31.10",
    "合计||71.20|40.10|31.10",
)


def amounts(tables: Tables) -> list[tuple[str | None, str, str]]:
    return [(row["code"], row["measure"], row["printed"]) for row in tables["budget_lines"]]


EXACT = "r2:科目编码|r2:科目名称|r2:合计|c2:其中"


@pytest.mark.parametrize(
    "head",
    [
        "r3:科目编码|r3:科目名称|r3:合计|c2:其中",
        "r3:科目编码|r2:科目名称|r2:合计|c2:其中",
        "r2:科目编码|r2:科目名称|r3:合计|c2:其中",
    ],
)
def test_a_label_that_reaches_over_a_row_pushes_it_to_the_right(tmp_path: Path, head: str) -> None:
    """213 was an amount of basic spending, or the row's sums failed."""
    found = compile_html(HEAD + html_table(head, "基本支出|项目支出", *ROWS), tmp_path / "long")
    right = compile_html(HEAD + html_table(EXACT, "基本支出|项目支出", *ROWS), tmp_path / "exact")
    assert amounts(found) == amounts(right)
    assert amounts(right)[0] == ("208", "total", "71.20")
    assert {row["status"] for row in found["checks"]} == {"exact"}


def test_a_row_that_lacks_a_cell_too_is_declared(tmp_path: Path) -> None:
    rows = ("208|社会保障和就业支出|71.20|40.10", *ROWS[1:])
    head = "r3:科目编码|r2:科目名称|r2:合计|c2:其中"
    found = compile_html(HEAD + html_table(head, "基本支出|项目支出", *rows), tmp_path)
    assert [(row["reason"], row["printed"][:3]) for row in found["unread"]] == [("unknown_row", "208")]
    assert "208" not in {code for code, _, _ in amounts(found)}
    assert "fails" not in {row["status"] for row in found["checks"]}


def test_a_label_that_reaches_too_little_down_leaves_it_open_what_stands_below(tmp_path: Path) -> None:
    """基本支出 stood over the totals, 项目支出 over basic spending."""
    head = ("c2:科目|合计|c2:其中", "科目编码|科目名称|基本支出|项目支出")
    found = compile_html(HEAD + html_table(*head, *ROWS), tmp_path)
    assert amounts(found) == []
    assert [row["reason"] for row in found["unread"]] == ["unknown_header"]


def test_stars_below_every_label_are_no_figures(tmp_path: Path) -> None:
    found = compile_html(HEAD + html_table(EXACT, "基本支出|项目支出", "**|**|**|**|**", *ROWS), tmp_path)
    assert len(amounts(found)) == 13
    assert found["unread"] == []


def test_rows_with_codes_are_what_the_unit_above_them_spends_on(tmp_path: Path) -> None:
    """A project was the unit of its row where units and projects stand in one column."""
    body = html_table(
        "科目编码|单位（项目）名称|采购项目|预算金额",
        "|合计||62.00",
        "|沙湾县福利院||50.00",
        "2081001|暖气改造|管道|30.00",
        "2081001|食堂改造|灶具|20.00",
        "|沙湾县救助站||12.00",
        "2082001|车辆更新|救助车|12.00",
    )
    page = "<h1>沙湾县民政局2033年部门预算公开</h1><p>表12</p><p>政府采购预算表</p><p>单位：万元</p>"
    found = compile_html(page + body, tmp_path)
    assert [(row["name"], row["unit_name"], row["project"]) for row in found["budget_lines"]] == [
        ("合计", None, None),
        ("沙湾县福利院", "沙湾县福利院", None),
        ("管道", "沙湾县福利院", "暖气改造"),
        ("灶具", "沙湾县福利院", "食堂改造"),
        ("沙湾县救助站", "沙湾县救助站", None),
        ("救助车", "沙湾县救助站", "车辆更新"),
    ]
    assert {row["status"] for row in found["checks"]} == {"exact"}


@pytest.mark.parametrize("amount", ["预算数", "金额", "2033年预算"])
@pytest.mark.parametrize("numbered", [False, True])
def test_income_and_spending_head_what_they_are_where_amounts_stand_beside_them(
    tmp_path: Path, amount: str, numbered: bool
) -> None:
    """Amounts of the spending side, or the numbers of the rows, were those of the income side."""
    number = ("行次|", "1|", "6|") if numbered else ("", "", "")
    rows = (
        f"收入|{number[0]}{amount}|支出|{number[0]}{amount}",
        f"一、财政拨款收入|{number[1]}58.30|一、教育支出|{number[2]}49.10",
        f"二、其他收入|{number[1]}2.80|二、住房保障支出|{number[2]}12.00",
        f"本年收入合计|{number[1]}61.10|本年支出合计|{number[2]}61.10",
    )
    title = "<h1>沙湾县某校2033年部门预算公开</h1><p>表1</p><p>收支总表</p><p>单位：万元</p>"
    found = compile_html(title + html_table(*rows), tmp_path)
    assert [(row["name"][-4:], row["printed"]) for row in found["budget_lines"]] == [
        ("拨款收入", "58.30"),
        ("其他收入", "2.80"),
        ("收入合计", "61.10"),
        ("教育支出", "49.10"),
        ("保障支出", "12.00"),
        ("支出合计", "61.10"),
    ]
    assert {row["status"] for row in found["checks"]} == {"exact"}


CLASSES = "<h1>沙湾县水利局2033年部门预算公开</h1><p>表4</p><p>支出预算分类汇总表（按政府预算经济分类）</p><p>单位：万元</p>"
BY_CLASS = (
    "213|农林水支出|640.50|510.20|130.30",
    "21303|水利|640.50|510.20|130.30",
    "2130301|行政运行|640.50|510.20|130.30",
    "合计||640.50|510.20|130.30",
)


def test_codes_below_the_classes_that_they_name_are_no_amounts(tmp_path: Path) -> None:
    """They were a row of 501 and 502 万元, and all sums failed."""
    head = ("c2:功能科目|r2:总计|机关工资福利支出|机关商品和服务支出", "科目编码|科目名称|501|502")
    found = compile_html(CLASSES + html_table(*head, *BY_CLASS), tmp_path)
    assert [row["printed"] for row in found["budget_lines"]] == ["640.50", "510.20", "130.30"] * 4
    assert {row["measure"] for row in found["budget_lines"]} == {"total", "economic_501", "economic_502"}
    assert {row["status"] for row in found["checks"]} == {"exact"}


def test_amounts_below_classes_are_no_codes_though_they_look_like_some(tmp_path: Path) -> None:
    head = "科目编码|科目名称|总计|机关工资福利支出|机关商品和服务支出"
    rows = ("合计||1003|501|502", "213|农林水支出|1003|501|502")
    found = compile_html(CLASSES + html_table(head, *rows), tmp_path)
    assert [row["printed"] for row in found["budget_lines"]] == ["1003", "501", "502"] * 2


MONEY = "<h1>沙湾县水利局2033年部门预算公开</h1><p>表7</p><p>项目支出表</p><p>单位：万元</p>"
SOURCES = (
    "r2:单位名称|r2:项目名称|r2:合计|c{}:一般公共预算|r2:单位资金",
    "小计|经费拨款|纳入预算管理的非税收入{}",
)


@pytest.mark.parametrize(
    ("more", "status"), [("", "exact"), ("|一般债券", "exact"), ("|土地整理资金", "not_checkable")]
)
def test_the_general_budget_is_parted_into_appropriations_and_other_revenue(
    tmp_path: Path, more: str, status: str
) -> None:
    width, extra = (4, "|10.00") if more else (3, "")
    general = "90.00" if more else "80.00"
    head = (SOURCES[0].format(width), SOURCES[1].format(more))
    rows = (
        f"沙湾县水利局|灌区维护|{float(general) + 5:.2f}|{general}|60.00|20.00{extra}|5.00",
        f"合计||{float(general) + 5:.2f}|{general}|60.00|20.00{extra}|5.00",
    )
    found = compile_html(MONEY + html_table(*head, *rows), tmp_path)
    told = {row["measure"]: row["printed"] for row in found["budget_lines"]}
    assert (told["general_public_budget"], told["general_funds"], told["non_tax_funds"]) == (
        general,
        "60.00",
        "20.00",
    )
    sums = {row["status"] for row in found["checks"] if "经费拨款 +" in row["description"]}
    assert sums == {status}


@pytest.mark.parametrize("line", ["2033年沙湾县水利局", "一般公共预算安排"])
def test_a_line_across_the_table_above_its_header_is_no_header(tmp_path: Path, line: str) -> None:
    """None of the amounts was read, as the table began with a row that is none of a header."""
    title = "<h1>沙湾县水利局2033年部门预算公开</h1><p>表9</p><p>“三公”经费及会议费支出预算表</p><p>单位：万元</p>"
    head = ("r2:单位名称|r2:合计|c3:“三公”经费|r2:会议费", "小计|公务接待费|公务用车运行维护费")
    rows = ("合计|9.50|7.00|3.00|4.00|2.50", "沙湾县水利局|9.50|7.00|3.00|4.00|2.50")
    found = compile_html(title + html_table(f"c6:{line}", *head, *rows), tmp_path / "line")
    plain = compile_html(title + html_table(*head, *rows), tmp_path / "plain")
    assert amounts(found) == amounts(plain)
    assert len(amounts(found)) == 10


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("2033年支出经济分类预算表", [("30101", "基本工资"), ("30201", "办公费"), ("30218", "专用材料费")]),
        (
            "2033年支出预算表",
            [("2130301", "行政运行"), ("2130301", "行政运行"), ("2130306", "水利工程运行与维护")],
        ),
    ],
)
def test_a_row_of_two_classifications_has_code_and_name_of_the_one_that_its_table_is_of(
    tmp_path: Path, title: str, told: list[tuple[str, str]]
) -> None:
    """Codes were of one and names of the other: 2130301 基本工资."""
    page = f"<h1>沙湾县水利局2033年部门预算公开</h1><p>表7</p><p>{title}</p><p>单位：万元</p>"
    head = (
        "c3:科目编码|r2:科目名称|c2:部门预算经济分类|c2:政府预算经济分类|r2:合计",
        "类|款|项|科目编码|科目名称|科目编码|科目名称",
    )
    rows = (
        "213|03|01|行政运行|30101|基本工资|50101|工资奖金津补贴|320.10",
        "213|03|01|行政运行|30201|办公费|50201|办公经费|86.00",
        "213|03|06|水利工程运行与维护|30218|专用材料费|50204|专用材料购置费|94.00",
    )
    found = compile_html(page + html_table(*head, *rows), tmp_path)
    assert [(row["code"], row["name"]) for row in found["budget_lines"]] == told
    assert "fails" not in {row["status"] for row in found["checks"]}


def test_a_change_of_one_item_in_a_column_of_its_own_is_no_part_of_a_total_that_has_none(
    tmp_path: Path,
) -> None:
    """The total of the changes, which has no column, was nothing, and fell short of the one that has."""
    page = "<h1>沙湾县水利局2033年部门预算公开</h1><p>表9</p><p>“三公”经费及会议费支出预算表</p><p>单位：万元</p>"
    head = (
        "r2:单位名称|c3:2032年|c3:2033年|c2:增减变化情况",
        "合计|公务接待费|会议费|合计|公务接待费|会议费|公务接待费|会议费",
    )
    row = "沙湾县水利局|9.50|7.00|2.50|8.10|6.10|2.00|-0.90|-0.50"
    found = compile_html(page + html_table(*head, row), tmp_path)
    changes = [(row["name"], row["printed"]) for row in found["budget_lines"] if row["measure"] == "change"]
    assert changes == [("公务接待费", "-0.90"), ("会议费", "-0.50")]
    assert "fails" not in {row["status"] for row in found["checks"]}
