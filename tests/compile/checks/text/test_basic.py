"""Basic spending, planned amounts and performance forms as prose tells them, against the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

HEAD = "某市水务局2031年度部门决算\n\n第二部分 决算表\n\n"
BASIC = (
    "一般公共预算财政拨款基本支出决算明细表\n\n部门：某市水务局\t\t\t单位：万元\n\n人员经费\t\t\t公用经费\t\t\n"
    + "\t".join(("科目编码\t科目名称\t决算数",) * 2)
    + "\n301\t工资福利支出\t70.00\t302\t商品和服务支出\t20.00\n30101\t基本工资\t70.00\t30201\t办公费\t20.00\n"
    "30103\t奖金\t0.00\t30205\t水费\t\n人员经费合计\t\t70.00\t公用经费合计\t\t20.00\n\n"
)


def failing(text: str, folder: Path) -> list[tuple[str, str, str]]:
    found = compile_text(text, folder)["checks"]
    return [
        (row["kind"], row["description"], row["reason"] or "") for row in found if row["status"] == "fails"
    ]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("人员经费70.00万元，主要包括：基本工资。", ""),
        ("人员经费71.00万元，主要包括：基本工资。", "相差 1 万元"),
        (
            "人员经费70.00万元，主要包括：基本工资、奖金；公用经费20.00万元，主要包括：办公费。",
            "表中没有金额：奖金",
        ),
        (
            "人员经费70.00万元，主要包括：基本工资；公用经费20.00万元，主要用于办公费、水费、电费。",
            "表中没有金额：水费、电费",
        ),
    ],
)
def test_basic_spending_is_held_against_its_table(sentence: str, reason: str, tmp_path: Path) -> None:
    text = f"{HEAD}{BASIC}第三部分 情况说明\n\n一、基本支出决算情况说明\n\n一般公共预算财政拨款基本支出90.00万元。其中：{sentence}\n"
    found = failing(text, tmp_path)
    assert [why for _, _, why in found if reason and reason in why] == [why for _, _, why in found], (
        "nothing else"
    )
    assert len(found) == bool(reason)


@pytest.mark.parametrize("verb", ["增加", "减少了", "压减", "调增"])
def test_what_changed_of_a_part_is_not_the_part(verb: str, tmp_path: Path) -> None:
    told = f"一般公共预算财政拨款基本支出90.00万元，比上年增长2%，主要原因是{verb}公用经费3.50万元。"
    assert failing(f"{HEAD}{BASIC}第三部分 情况说明\n\n一、基本支出决算情况说明\n\n{told}\n", tmp_path) == []


ITEMS = (
    "一般公共预算财政拨款支出决算表\n\n部门：某市水务局\t\t单位：万元\n\n科目编码\t科目名称\t合计\n213\t农林水支出\t30.00\n21303\t水利\t30.00\n"
    "2130301\t行政运行\t20.00\n2130314\t防汛\t10.00\n合计\t\t30.00\n\n第三部分 情况说明\n\n一、支出情况\n\n"
)


@pytest.mark.parametrize(("planned", "status"), [("31.00", "exact"), ("33.50", "fails")])
def test_planned_amounts_of_items_add_up(planned: str, status: str, tmp_path: Path) -> None:
    text = (
        f"{HEAD}{ITEMS}一般公共预算财政拨款支出年初预算为{planned}万元，支出决算为30.00万元。其中：\n\n"
        "1、农林水支出（类）水利（款）行政运行（项）。年初预算为21.00万元，支出决算为20.00万元。\n\n"
        "2、农林水支出（类）水利（款）防汛（项）。年初预算为10.00万元，支出决算为10.00万元。\n"
    )
    found = compile_text(text, tmp_path)["checks"]
    stated = [
        row["status"]
        for row in found
        if row["kind"] == "stated_parts" and row["left"] == 10_000 * float(planned)
    ]
    assert stated == [status]


def test_planned_amounts_of_some_items_are_not_held_against_all_that_was_planned(tmp_path: Path) -> None:
    text = (
        f"{HEAD}{ITEMS}一般公共预算财政拨款支出年初预算为44.00万元，支出决算为47.00万元。其中：\n\n"
        "1、农林水支出（类）水利（款）行政运行（项）。年初预算为21.00万元，支出决算为20.00万元。\n\n"
        "2、农林水支出（类）水利（款）防汛（项）。年初预算为10.00万元，支出决算为10.00万元。\n"
    )
    found = [
        row for row in compile_text(text, tmp_path)["checks"] if row["description"].startswith("年初预算")
    ]
    assert [(row["status"], row["reason"]) for row in found] == [("not_checkable", "所列各项可能不是全部")]


@pytest.mark.parametrize(
    ("told", "status"), [("18.00", "not_checkable"), ("20.00", "exact"), ("23.00", "fails")]
)
def test_items_of_what_the_treasury_pays_may_be_less_than_all_spending(
    told: str, status: str, tmp_path: Path
) -> None:
    table = ITEMS.replace("一般公共预算财政拨款支出决算表", "支出决算表")
    text = (
        f"{HEAD}{table}一、一般公共预算财政拨款支出决算情况说明\n\n"
        f"1、农林水支出（类）水利（款）行政运行（项）。支出决算为{told}万元。\n"
    )
    found = [
        row for row in compile_text(text, tmp_path)["checks"] if row["description"].startswith("行政运行")
    ]
    assert [row["status"] for row in found] == [status]


FORM = (
    "财政项目支出绩效目标填报表\n\n（2031年度）\n\n项目名称\t\t{name}\t\t项目类别\t特定目标类\n主管部门\t\t某市水务局\t\t实施单位\t某市水务局\n"
    "项目资金（元）\t\t项目资金总额\t\t500,000.00\t年度资金申请总额\t\t{total}\n\t\t其中：财政资金\t\t500,000.00\t其中：当年财政拨款\t\t{fiscal}\n"
    "\t\t\t\t\t上年结转资金\t\t0.00\n\t\t其他资金\t\t0.00\t其他资金\t\t0.00\n项目绩效目标\t项目总目标\t\t\t\t年度总体目标\t\t\n"
    "\t疏浚河道。\t\t\t\t疏浚两条河道。\t\t\n\t一级指标\t二级指标\t三级指标\t\t\t年度(/项目)指标值\t\n绩效指标\t产出指标\t数量指标\t疏浚长度\t\t\t≥6.00(公里)\t\n\n"
)


def test_a_form_of_two_columns_gives_the_years_money_and_its_targets(tmp_path: Path) -> None:
    text = HEAD.replace("决算", "预算") + FORM.format(
        name="河道疏浚", total="300,000.00", fiscal="310,000.00"
    )
    found = compile_text(text, tmp_path)
    (table,) = found["performance_tables"]
    assert (table["project"], table["amount"], table["fiscal"], table["other"]) == (
        "河道疏浚",
        30_000_000,
        31_000_000,
        0,
    )
    assert table["goal"].startswith("疏浚河道。")
    (target,) = found["performance_targets"]
    assert (target["indicator"], target["operator"], target["value"], target["unit"]) == (
        "疏浚长度",
        ">=",
        "6.00",
        "公里",
    )
    assert [kind for kind, _, _ in failing(text, tmp_path / "again")] == ["performance_money"]


@pytest.mark.parametrize(("stated", "status"), [("50.00", "exact"), ("45.00", "fails")])
def test_the_money_of_all_forms_is_what_the_text_says(stated: str, status: str, tmp_path: Path) -> None:
    text = (
        f"{HEAD}一、绩效目标设置情况\n\n本部门编报绩效目标的项目2个，涉及项目预算资金{stated}万元。\n\n"
        + FORM.format(name="河道疏浚", total="300,000.00", fiscal="300,000.00")
        + FORM.format(name="水质监测", total="200,000.00", fiscal="200,000.00")
    )
    found = compile_text(text, tmp_path)["checks"]
    assert [row["status"] for row in found if row["kind"] == "performance_tables"] == [status]
