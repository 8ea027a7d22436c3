"""The budget of the insurance funds as a table: what each fund is made of, and what is planned."""

from __future__ import annotations

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
