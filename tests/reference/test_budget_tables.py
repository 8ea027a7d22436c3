"""Titles and columns: each printed form belongs to one kind, and each kind's columns are told apart."""

import pytest

from hrss_tui.reference import (
    budget_tables,
    column_roles,
    economic_names,
    fold_label,
    income_lines,
    match_column,
    table_for_title,
    three_public_lines,
)
from hrss_tui.reference.budget_tables import BudgetBlock, classification
from hrss_tui.reference.preparers import is_own_office, without_office

MEASURES = {
    "total",
    "basic",
    "project",
    "personnel",
    "operating",
    "fiscal_subtotal",
    "general_public_budget",
    "superior_general_transfer",
    "government_fund",
    "superior_government_fund",
    "state_capital",
    "superior_state_capital",
    "special_account",
    "unit_funds",
    "business_income",
    "superior_subsidy",
    "affiliate_remittance",
    "commercial_income",
    "other_income",
    "fiscal_carryover",
    "fiscal_carryover_personnel",
    "fiscal_carryover_operating",
    "fiscal_carryover_project",
    "other_carryover",
    "other_carryover_personnel",
    "other_carryover_operating",
    "other_carryover_project",
}


def block_of(key: str, side: str = "") -> BudgetBlock:
    table = next(table for table in budget_tables() if table.key == key)
    return next(block for block in table.blocks if block.side == side)


def measure_of(key: str, leaf: str, *spans: str, side: str = "") -> str | None:
    column = match_column(block_of(key, side), leaf, spans)
    return column.measure if column else None


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("部门收支总体情况表", "overview"),
        ("2026年部门财务收支预算总表", "overview"),
        ("收支总表", "overview"),
        ("二、 部门收入总体情况表", "income"),
        ("部门支出总体情况表", "expenditure"),
        ("财政拨款收支预算总体情况表", "fiscal_overview"),
        ("财政拨款收支总体情况表", "fiscal_overview"),
        ("财政拨款收支总表", "fiscal_overview"),
        ("一般公共预算支出情况表", "general_public"),
        ("一般公共预算支出表（按功能科目分类）", "general_public"),
        ("(五)一般公共预算支出表", "general_public"),
        ("一般公共预算基本支出情况表", "general_public_basic"),
        ("一般公共预算项目支出情况表", "general_public_projects"),
        ("项目支出情况表", "general_public_projects"),
        ("政府性基金预算支出情况表", "government_fund"),
        ("国有资本经营预算支出情况表", "state_capital"),
        ("财政拨款“三公”经费支出情况表", "three_public"),
        ('一般公共预算"三公"经费支出表', "three_public"),
        ("财政拨款委托业务费支出情况表", "outsourcing"),
        ("上年结转结余情况表", "carryover"),
        ("枫桥市社会保险管理局收入支出决算总表", "overview"),
        ("枫桥县医疗保险局一般公共预算财政拨款支出决算表", "general_public"),
        ("枫桥县养老保险服务中心支出功能分类表", "expenditure"),
    ],
)
def test_a_printed_title_belongs_to_its_kind(title: str, key: str) -> None:
    table = table_for_title(title)
    assert table is not None
    assert table.key == key


@pytest.mark.parametrize("title", ["新增资产配置表", "部门整体绩效目标表", "项目支出绩效目标表", "目录", ""])
def test_other_tables_belong_to_no_kind(title: str) -> None:
    assert table_for_title(title) is None, "a title that now is of a kind is taken from this list"


def test_no_title_stands_under_two_kinds() -> None:
    for table in budget_tables():
        for title in table.titles:
            assert table_for_title(title) is table


def test_the_measures_of_the_contract_are_there() -> None:
    economic = {f"economic_{code}" for code in economic_names() if len(code) == 3}
    used = {c.measure for table in budget_tables() for block in table.blocks for c in block.columns}
    assert used >= MEASURES | economic


def test_what_the_rows_of_every_block_are_is_said() -> None:
    """A key that is missing is added to `classifications` at the head of budget_tables.toml."""
    for table in budget_tables():
        for block in table.blocks:
            assert classification(block.classification).key == block.classification, table.key


def test_keys_and_english_titles_of_kinds_are_their_own() -> None:
    for said in ("key", "title_en"):
        found = [getattr(table, said) for table in budget_tables()]
        assert sorted(found) == sorted(set(found)) and all(found)


def test_economic_columns_are_named_as_their_classes() -> None:
    for column in block_of("general_public_projects").columns:
        if column.measure.startswith("economic_"):
            name = economic_names()[column.measure.removeprefix("economic_")]
            assert fold_label(name) in {fold_label(label) for label in column.labels}


@pytest.mark.parametrize(
    ("leaf", "measure"),
    [
        ("总计", "total"),
        ("财政拨款 (补助)小计", "fiscal_subtotal"),
        ("一般公共 预算", "general_public_budget"),
        ("上级一般公共 预算 安排的转 移支付", "superior_general_transfer"),
        ("上级国 有资本 经营预 算安排 的转移 支付", "superior_state_capital"),
        ("财政专户 (教育收费)", "special_account"),
        ("单位资金（万元）", "unit_funds"),
        ("非财政拨 款结转结 余", "other_carryover"),
        ("备注", None),
    ],
)
def test_income_columns(leaf: str, measure: str | None) -> None:
    assert measure_of("income", leaf) == measure


def test_a_label_with_several_meanings_is_told_by_what_spans_it() -> None:
    assert measure_of("carryover", "小计", "财政拨款") == "fiscal_carryover"
    assert measure_of("carryover", "小计", "非财政拨款") == "other_carryover"
    assert measure_of("carryover", "公用经费", "非财政拨款", "基本支出") == "other_carryover_operating"
    assert measure_of("carryover", "小计") is None
    assert measure_of("government_fund", "人员经费", "基本支出") == "personnel"
    assert measure_of("general_public", "小计", "基本支出") == "basic"


def test_brackets_that_are_not_units_tell_columns_apart() -> None:
    assert measure_of("general_public_projects", "资本性支 出（基本 建设）") == "economic_309"
    assert measure_of("general_public_projects", "资本性支 出") == "economic_310"


def test_each_label_of_a_block_means_one_measure_where_nothing_spans_it() -> None:
    for table in budget_tables():
        for block in table.blocks:
            plain = [fold_label(label) for c in block.columns if not c.under for label in c.labels]
            assert len(plain) == len(set(plain)), table.key


def test_roles() -> None:
    roles = column_roles()
    assert roles["科目名称"] == "name"
    assert roles[fold_label("“三公”经费支出内容")] == "content"
    assert [roles[label] for label in ("类", "款", "项")] == ["code_class", "code_group", "code_item"]


def test_lines_of_the_income_side_hang_together() -> None:
    keys = {line.key for line in income_lines()}
    assert all(line.parent in keys | {""} for line in income_lines())
    pairs = [(line.parent, label) for line in income_lines() for label in line.labels]
    assert len(pairs) == len(set(pairs))


def test_three_public_lines_name_economic_codes() -> None:
    for line in three_public_lines():
        assert line.economic_code == "" or line.economic_code in economic_names()


@pytest.mark.parametrize(
    "name", ["某港务局本级", "某港务局（本级）", "某港务局(机关)", "某港务局机关本级", "某港务局本部"]
)
def test_the_own_office_of_a_body_is_known_with_and_without_brackets(name: str) -> None:
    assert is_own_office(name)
    assert without_office(name) == "某港务局"


@pytest.mark.parametrize("name", ["某港务局", "机关", "（本级）", "某市机关事务中心"])
def test_a_body_is_no_office_of_its_own(name: str) -> None:
    assert not is_own_office(name)
