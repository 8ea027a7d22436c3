"""Of an overview with the sums of the year and the grand totals of both sides, all is what the spending comes to."""

from __future__ import annotations

import json
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
