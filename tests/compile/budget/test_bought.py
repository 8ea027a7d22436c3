"""Tables of what is bought: kinds above what they add up, funds in brackets, goods, works and services as columns."""

from __future__ import annotations

from pathlib import Path

from tests.html_tables import Tables, compile_html
from tests.html_tables import html_table as table

HEAD = "<h1>沙湾县民政局2031年部门预算公开</h1><p>公开09表</p>"


def lines(tables: Tables) -> dict[tuple[str, str], tuple[str, int, str | None, str | None]]:
    return {
        (row["name"], row["measure"]): (row["printed"], row["level"], row["unit_name"], row["project"])
        for row in tables["budget_lines"]
    }


def test_a_kind_of_thing_is_no_unit_and_an_amount_below_an_unknown_label_no_code(tmp_path: Path) -> None:
    """112.50 in the column of a fund was the code 11250 of its row, and three false sums failed."""
    body = table(
        "采购品目大类|专项名称|采购品目名称|资金来源（单位资金）|资金来源（一般公共预算资金）|资金来源（彩票资金）|总计",
        "合计|||5.00|307.50||312.50",
        "货物||||112.50||112.50",
        "|救灾储备|帐篷||71.50||71.50",
        "|救灾储备|棉被||41.00||41.00",
        "服务|||5.00|195.00||200.00",
        "|养老改造|评估服务|5.00|195.00||200.00",
    )
    tables = compile_html(f"{HEAD}<p>政府采购支出预算表</p><p>单位：万元</p>{body}", tmp_path)
    found = lines(tables)
    assert found["货物", "total"] == ("112.50", 1, None, None)
    assert found["货物", "general_public_budget"] == ("112.50", 1, None, None)
    assert found["棉被", "total"] == ("41.00", 2, None, "救灾储备")
    assert found["评估服务", "unit_funds"] == ("5.00", 2, None, "养老改造")
    assert {row["code"] for row in tables["budget_lines"]} == {None}
    assert {row["status"] for row in tables["checks"]} == {"exact"}


def test_a_figure_below_a_label_that_nobody_knows_is_no_code_of_its_row(tmp_path: Path) -> None:
    """208 of something stands left of the amounts; 208 is also the code of a class."""
    body = table(
        "折算系数值|科目名称|合计|基本支出",
        "208|社会福利|41.00|41.00",
        "301|儿童福利|9.00|9.00",
        "1509|合计|50.00|50.00",
    )
    tables = compile_html(f"{HEAD}<p>部门支出总表</p><p>单位：万元</p>{body}", tmp_path)
    assert [row["code"] for row in tables["budget_lines"]] == [None] * 6
    assert [row["printed"] for row in tables["unread"]] == ["折算系数值"]


def test_goods_works_and_services_are_parts_of_what_is_bought(tmp_path: Path) -> None:
    body = table(
        "单位名称|项目名称|采购品目|合计|货物|工程|服务",
        "合计|||93.00|21.00|30.00|43.00",
        "沙湾县福利院|暖气改造|房屋修缮|51.00|21.00|30.00|",
        "沙湾县民政局本级|信息化|运行维护服务|42.00|||42.00",
    )
    tables = compile_html(f"{HEAD}<p>政府采购预算表</p><p>单位：万元</p>{body}", tmp_path)
    found = lines(tables)
    assert found["房屋修缮", "procurement_works"] == ("30.00", 1, "沙湾县福利院", "暖气改造")
    assert found["运行维护服务", "procurement_services"] == ("42.00", 1, "沙湾县民政局本级", "信息化")
    failing = {row["description"] for row in tables["checks"] if row["status"] == "fails"}
    assert len(failing) == 2  # 21 + 30 + 43 is not 93, and 43 of services is not 42


def test_the_money_of_a_project_is_not_what_is_bought_for_it(tmp_path: Path) -> None:
    """No 表 in the title: it stands below the number of its form."""
    body = table(
        "c2:项目|r2:政府采购目录序号|r2:数量|c3:政府采购金额",
        "名称|金额|总计|一般公共预算拨款|其他渠道资金",
        "合计|90.00|||26.40|20.40|6.00",
        "救助站取暖|50.00|A0206|3|6.40|6.40|",
        "殡葬平台|40.00|C1607|1|20.00|14.00|6.00",
    )
    tables = compile_html(f"{HEAD}<p>部门政府采购预算</p><p>单位：万元</p>{body}", tmp_path)
    found = lines(tables)
    assert [row["table_kind"] for row in tables["budget_tables"]] == ["procurement"]
    assert found["救助站取暖", "total"][0] == "6.40"
    assert found["殡葬平台", "other_funds"][0] == "6.00"
    assert [(row["reason"], row["printed"]) for row in tables["unread"]] == [("unknown_column", "金额")]
    assert {row["status"] for row in tables["checks"]} == {"exact"}


def test_a_line_above_the_number_of_a_form_or_without_one_is_no_title(tmp_path: Path) -> None:
    """Without 表 and without the number of a form above it a line is what prose may say."""
    body = table("项目名称|合计|一般公共预算", "救助站取暖|6.40|6.40")
    text = f"<h1>沙湾县民政局2031年部门预算公开</h1><p>部门政府采购预算</p><p>单位：万元</p>{body}"
    assert compile_html(text, tmp_path)["budget_tables"] == []


def test_columns_named_as_kinds_of_cost_are_those_of_the_economic_classification(tmp_path: Path) -> None:
    """办公费, 差旅费 side by side below no 类; 医疗费 is the name of two of them and stays open."""
    body = table(
        "单位编码|单位名称|合计|办公费|差旅费|医疗费",
        "|合计|30.50|11.20|14.30|5.00",
        "311001|沙湾县民政局机关|20.50|8.20|9.30|3.00",
        "311002|沙湾县救助站|10.00|3.00|5.00|2.00",
    )
    tables = compile_html(f"{HEAD}<p>机关运行经费预算表</p><p>单位：万元</p>{body}", tmp_path)
    found = lines(tables)
    assert found["沙湾县救助站", "economic_30201"][0] == "3.00"
    assert found["合计", "economic_30211"][0] == "14.30"
    assert [row["printed"] for row in tables["unread"]] == ["医疗费"]
    assert {row["status"] for row in tables["checks"]} == {"exact"}


def test_what_was_carried_over_is_told_by_its_fund_below_what_it_was_set_aside_as(tmp_path: Path) -> None:
    body = table(
        "r2:科目编码|r2:科目名称|r2:总计|c2:当年财政拨款安排|c3:上年结转安排",
        "一般公共预算拨款|政府性基金安排|合计|一般公共预算拨款|政府性基金安排",
        "20810|社会福利|60.00|40.00|11.00|9.00|5.00|4.00",
        "|合计|60.00|40.00|11.00|9.00|5.00|4.00",
    )
    tables = compile_html(f"{HEAD}<p>财政拨款支出预算表</p><p>单位：万元</p>{body}", tmp_path)
    found = lines(tables)
    assert {measure: cell[0] for (name, measure), cell in found.items() if name == "合计"} == {
        "total": "60.00",
        "general_public_budget": "40.00",
        "government_fund": "11.00",
        "carryover": "9.00",
        "general_public_carryover": "5.00",
        "government_fund_carryover": "4.00",
    }
    assert tables["unread"] == []


def test_what_is_bought_is_named_by_the_thing_and_not_by_its_kind(tmp_path: Path) -> None:
    """Two things of the kind 货物类 were one name twice, and the names of the things were lost."""
    body = table(
        "序号|采购类别|采购品目名称|计量单位|数量|预算金额",
        "合计|||||96.40",
        "1|货物类|便携式计算机|台|14|9.10",
        "2|货物类|空调机|台|6|2.30",
        "3|服务类|印刷服务|项|1|85.00",
    )
    found = lines(compile_html(f"{HEAD}<p>政府采购预算表</p><p>单位：万元</p>{body}", tmp_path))
    assert {name: printed for (name, _), (printed, *_) in found.items()} == {
        "合计": "96.40",
        "便携式计算机": "9.10",
        "空调机": "2.30",
        "印刷服务": "85.00",
    }


def test_the_kind_of_what_is_bought_names_a_row_that_nothing_else_names(tmp_path: Path) -> None:
    body = table("采购类别|预算金额", "合计|30.00", "货物类|18.00", "服务类|12.00")
    found = lines(compile_html(f"{HEAD}<p>政府采购预算表</p><p>单位：万元</p>{body}", tmp_path))
    assert [name for name, _ in found] == ["合计", "货物类", "服务类"]
