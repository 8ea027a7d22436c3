"""Of an overview with the sums of the year and the grand totals of both sides, all is what the spending comes to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.cli.run import run

WAN = 10_000
"""元 of a 万元."""
TEXT = """\
某县林业局{year}年部门预算公开

第二部分 公开表

表1

部门收支总表

编制部门：某县林业局

单位：万元

收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款收入\t{own}.00\t一、社会保障和就业支出\t60.00
二、其他收入\t4.00\t二、农林水支出\t{forest}.00
本年收入合计\t{income}.00\t本年支出合计\t{spent}.00
上年结转\t{had}.00\t年终结转\t{left}.00
收入总计\t{whole}.00\t支出总计\t{whole}.00
"""


def text(year: int, own: int, had: int, forest: int) -> str:
    income, spent = own + 4, 60 + forest
    whole = income + had
    return TEXT.format(
        year=year,
        own=own,
        had=had,
        forest=forest,
        income=income,
        spent=spent,
        whole=whole,
        left=whole - spent,
    )


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("overview")
    papers = [folder / f"{year}.txt" for year in (2030, 2031)]
    papers[0].write_text(text(2030, 500, 36, 440), "utf-8")
    papers[1].write_text(text(2031, 580, 26, 520), "utf-8")
    out = str(folder / "overview.msgpack")
    assert run(["build", *map(str, papers), "-o", out]) == 0
    return out


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run([*arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_drill_down_begins_with_the_grand_total(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    """610 = 580 of the year and 30 left: the sum of the year is on the way to it, and not added to it."""
    capsys.readouterr()
    rows = asked(capsys, "budget", "--pack", package, "--year", "2031")
    assert sorted(row["amount"] for row in rows) == [30 * WAN, 60 * WAN, 520 * WAN]
    assert run(["budget", "--pack", package, "--year", "2031"]) == 0
    assert "支出总计  610.00 万元" in capsys.readouterr().out


def test_departments_are_compared_by_what_they_spend(
    package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither by the income of the year (584) nor by its spending (580)."""
    capsys.readouterr()
    (row,) = asked(capsys, "compare", "--of", "departments", "--pack", package, "--year", "2031")
    assert row["amount"] == 610 * WAN


def test_the_sums_of_a_year_stand_beside_those_of_the_year_before(
    package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    rows = asked(capsys, "compare", "--of", "years", "--pack", package)
    sums = {row["name"]: row["amounts"] for row in rows if row["level"] == 0}
    assert sums == {
        "支出总计": [540 * WAN, 610 * WAN],
        "收入总计": [540 * WAN, 610 * WAN],
        "本年收入合计": [504 * WAN, 584 * WAN],
        "本年支出合计": [500 * WAN, 580 * WAN],
    }


def test_what_is_left_for_the_next_year_is_compared_over_the_years(
    package: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has neither a code nor a number, as spending mostly has."""
    capsys.readouterr()
    rows = asked(capsys, "compare", "--of", "years", "--pack", package)
    left = {row["name"]: row["amounts"] for row in rows if row["name"] == "年终结转"}
    assert left == {"年终结转": [40 * WAN, 30 * WAN]}


INCOME = """
表2

部门收入总表

单位：万元

科目编码\t科目名称\t合计\t一般公共预算
208\t社会保障和就业支出\t64.00\t64.00
213\t农林水支出\t530.00\t530.00
\t合计\t594.00\t594.00
"""


def test_all_spending_is_that_of_the_overview_and_not_the_table_of_income(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The document has no table of spending: of two that could answer, the one of spending does."""
    paper = tmp_path / "2032.txt"
    paper.write_text(text(2032, 580, 26, 520) + INCOME, "utf-8")
    out = str(tmp_path / "both.msgpack")
    assert run(["build", str(paper), "-o", out]) == 0
    capsys.readouterr()
    assert sorted(row["amount"] for row in asked(capsys, "budget", "--pack", out)) == [
        30 * WAN,
        60 * WAN,
        520 * WAN,
    ]
    rows = asked(capsys, "budget", "--pack", out, "--table", "income")
    assert [row["amount"] for row in rows] == [64 * WAN, 530 * WAN]


def test_a_table_without_a_row_of_the_whole_is_not_said_to_have_no_amounts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "2032.txt"
    table = INCOME.replace("收入总表", "支出总表").replace("一般公共预算", "基本支出")
    paper.write_text(
        "某县林业局2032年部门预算公开\n" + table.replace("\t合计\t594.00\t594.00\n", ""), "utf-8"
    )
    out = str(tmp_path / "rows.msgpack")
    assert run(["build", str(paper), "-o", out]) == 0
    capsys.readouterr()
    assert run(["compare", "--of", "departments", "--pack", out]) == 1
    said = capsys.readouterr().err
    assert "没有印出整个部门的“支出合计”一行" in said
    assert "hrss-tui budget 把它们相加" in said
    assert sum(row["amount"] for row in asked(capsys, "budget", "--pack", out)) == 594 * WAN


def test_the_head_says_the_number_of_the_table_once(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--pack", package, "budget", "--year", "2031", "--lang", "zh"]) == 0
    (head, *_) = capsys.readouterr().out.splitlines()
    assert head.startswith("某县林业局 · 2031 · 表1 部门收支总表 · ")
