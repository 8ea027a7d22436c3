"""The budget of the insurance funds as a table: what each fund is made of, and what is planned."""

from __future__ import annotations

import pytest

from hrss_tui.records import Observation
from tests.compile.stated.test_extract import REPORT, Tables, compiled, of, stated, unread

TITLE = "枫桥市2036年社会保险基金预算公开"
INCOME = "社会保险基金收入预算表"
HEAD = "项目\t2035年执行数\t2036年预算数\t增长%"


def funds(*rows: str) -> Tables:
    return compiled(HEAD, *rows, table=INCOME, title=TITLE, unit="万元")


NUMBERED = (
    "一、城乡居民基本养老保险基金收入\t9,200.00\t9,500.00\t3.3",
    "其中：个人缴费收入\t1,200.00\t1,300.00\t8.3",
    "集体补助收入\t500.00\t500.00\t0",
    "丧葬补助结余返还\t100.00\t100.00\t0",
    "二、失业保险基金收入\t700.00\t720.00\t2.9",
    "收入合计\t9,900.00\t10,220.00\t3.2",
)


def test_the_growth_of_what_is_planned_is_planned() -> None:
    kinds = {printed: kind for _, _, printed, _, kind in stated(funds(*NUMBERED))}
    assert (kinds["9,200.00"], kinds["9,500.00"], kinds["3.3"], kinds["2.9"]) == (
        "amount",
        "target",
        "target",
        "target",
    )


def test_the_growth_of_what_was_reached_is_reached() -> None:
    tables = compiled(
        "项目\t2035年执行数\t2036年执行数\t增长%",
        "一、失业保险基金收入\t640.00\t655.00\t2.3",
        "二、工伤保险基金收入\t410.00\t420.00\t2.4",
        table="社会保险基金收入执行情况表",
        title=REPORT,
        unit="万元",
    )
    kinds = [kind for *_, kind in stated(tables)]
    assert kinds and "target" not in kinds


def test_what_stands_behind_a_part_of_a_numbered_fund_is_of_it_until_the_next_number() -> None:
    tables = funds(*NUMBERED)
    names = list(dict.fromkeys(subject for subject, _, _, unit, _ in stated(tables) if unit == "万元"))
    fund = "城乡居民基本养老保险基金收入"
    assert names[:5] == [
        fund,
        f"{fund} 个人缴费收入",
        f"{fund} 集体补助收入",
        f"{fund} 丧葬补助结余返还",
        "失业保险基金收入",
    ]
    assert unread(tables) == []
    assert of(tables, f"{fund} 集体补助收入").indicator_id is None
    assert of(tables, "失业保险基金收入").indicator_id == "unemployment_fund_income"


def test_without_numbers_what_every_fund_has_is_of_the_one_above() -> None:
    tables = funds(
        "工伤保险基金收入\t700.00\t720.00\t2.9",
        "其中：保险费收入\t600.00\t610.00\t1.7",
        "利息收入\t100.00\t110.00\t10.0",
        "失业保险基金收入\t500.00\t510.00\t2.0",
    )
    names = list(dict.fromkeys(subject for subject, _, _, unit, _ in stated(tables) if unit == "万元"))
    assert names == [
        "工伤保险基金收入",
        "工伤保险基金收入 保险费收入",
        "工伤保险基金收入 利息收入",
        "失业保险基金收入",
    ]


ACCOUNT = (
    "项目\t2035年执行数\t2036年预算数",
    "一、{insurance}费收入\t640.00\t655.00",
    "二、财政补贴收入\t30.00\t31.00",
    "本年收入合计\t670.00\t686.00",
    "一、待遇支出\t410.00\t420.00",
    "本年支出合计\t415.00\t425.00",
    "本年收支结余\t255.00\t261.00",
    "年末滚存结余\t900.00\t1,161.00",
)
FUNDS = [
    ("失业保险", "失业保险", "unemployment"),
    ("企业职工基本养老保险", "基本养老保险", "enterprise_pension"),
    ("工伤保险", "工伤保险", "injury"),
    ("城乡居民基本养老保险", "养老保险", "resident_pension"),
]


@pytest.mark.parametrize(("fund", "said", "scheme"), FUNDS)
@pytest.mark.parametrize(
    "title", ["{}基金预算表", "{}基金收支预算表", "全市{}基金收支情况表", "2036年{}基金收支决算总表"]
)
def test_the_account_of_a_fund_is_of_the_one_that_its_title_names(
    fund: str, said: str, scheme: str, title: str
) -> None:
    rows = [row.format(insurance=said) for row in ACCOUNT]
    tables = compiled(*rows, table=title.format(fund), title=TITLE, unit="万元")
    assert unread(tables) == []
    found = {
        record.printed: record.indicator_id
        for record in tables["observations"]
        if isinstance(record, Observation)
    }
    assert found == {
        **dict.fromkeys(("640.00", "655.00"), f"{scheme}_contribution_income"),
        **dict.fromkeys(("30.00", "31.00"), f"{scheme}_fiscal_subsidy"),
        **dict.fromkeys(("670.00", "686.00"), f"{scheme}_fund_income"),
        **dict.fromkeys(("410.00", "420.00"), f"{scheme}_benefit_spending"),
        **dict.fromkeys(("415.00", "425.00"), f"{scheme}_fund_expenditure"),
        **dict.fromkeys(("255.00", "261.00"), f"{scheme}_fund_surplus"),
        **dict.fromkeys(("900.00", "1,161.00"), f"{scheme}_fund_balance"),
    }


def test_two_accounts_below_each_other_are_each_of_their_own_fund() -> None:
    head = "项目\t预算数"
    tables = compiled(
        head, "利息收入\t30.00", "本年收入合计\t670.00", "",
        "城乡居民基本养老保险基金收支预算表", "单位：万元",
        head, "利息收入\t20.00", "本年收入合计\t430.00", "",
        "城乡居民基本养老保险基金收支预算表（续表）", "单位：万元",
        head, "上年结余\t560.00", "年末滚存结余\t990.00",
        table="工伤保险基金收支预算表", title=TITLE, unit="万元",
    )  # fmt: skip
    resident = "城乡居民基本养老保险基金"
    assert [(subject, printed) for subject, _, printed, *_ in stated(tables)] == [
        ("工伤保险基金 利息收入", "30.00"),
        ("工伤保险基金 本年收入合计", "670.00"),
        (f"{resident} 利息收入", "20.00"),
        (f"{resident} 本年收入合计", "430.00"),
        (f"{resident} 上年结余", "560.00"),
        (f"{resident} 年末滚存结余", "990.00"),
    ]


@pytest.mark.parametrize("label", ["项目", "科目", "内容"])
def test_both_sides_of_an_account_stand_side_by_side(label: str) -> None:
    tables = compiled(
        f"收入{label}\t预算数\t支出{label}\t预算数",
        "一、利息收入\t30.00\t一、稳岗返还支出\t80.00",
        "本年收入合计\t670.00\t本年支出合计\t415.00",
        "上年结余\t1,100.00\t年末滚存结余\t1,355.00",
        table="失业保险基金收支预算表",
        title=TITLE,
        unit="万元",
    )
    found = {
        printed: (subject, of(tables, subject).indicator_id) for subject, _, printed, *_ in stated(tables)
    }
    assert found == {
        "30.00": ("失业保险基金 利息收入", None),
        "670.00": ("失业保险基金 本年收入合计", "unemployment_fund_income"),
        "1,100.00": ("失业保险基金 上年结余", None),
        "80.00": ("失业保险基金 稳岗返还支出", None),
        "415.00": ("失业保险基金 本年支出合计", "unemployment_fund_expenditure"),
        "1,355.00": ("失业保险基金 年末滚存结余", "unemployment_fund_balance"),
    }


def test_what_all_funds_have_is_of_the_fund_of_its_column() -> None:
    tables = compiled(
        "项目\t合计\t企业职工基本养老保险基金\t工伤保险基金",
        "一、本年收入\t770.00\t700.00\t70.00",
        "二、本年收支结余\t220.00\t200.00\t20.00",
        "三、年末滚存结余\t990.00\t900.00\t90.00",
        table="社会保险基金收支预算总表",
        title=TITLE,
        unit="万元",
    )
    found = {row.printed: row.indicator_id for row in tables["observations"] if isinstance(row, Observation)}
    assert {
        printed: found[printed] for printed in ("700.00", "200.00", "900.00", "70.00", "20.00", "90.00")
    } == {
        "700.00": "enterprise_pension_fund_income",
        "200.00": "enterprise_pension_fund_surplus",
        "900.00": "enterprise_pension_fund_balance",
        "70.00": "injury_fund_income",
        "20.00": "injury_fund_surplus",
        "90.00": "injury_fund_balance",
    }
    assert not {"unemployment_fund_income", "pension_fund_income"} & set(found.values())


@pytest.mark.parametrize("title", ["2036年{}基金预算表", "2036年{}基金收支决算表（草案）"])
def test_the_account_of_a_fund_may_be_all_that_a_document_is(title: str) -> None:
    tables = compiled(
        HEAD,
        "利息收入\t30.00\t31.00\t3.3",
        "收入合计\t670.00\t686.00\t2.4",
        table=title.format("工伤保险"),
        title=title.format("工伤保险"),
        unit="万元",
    )
    assert of(tables, "工伤保险基金 收入合计").indicator_id == "injury_fund_income"
    assert unread(tables) == []
