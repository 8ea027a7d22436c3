"""A table of projects with a sum of each unit: the sum is the unit's, and none of its projects."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest

from hrss_tui.cli.run import run

WAN = 10_000
"""元 of a 万元."""
TEXT = """\
某县林业局2031年部门预算公开

第二部分 公开表

表1

项目支出表

编制部门：某县林业局

单位：万元

单位名称\t项目名称\t合计\t财政拨款
某县林业局（本级）\t造林补助\t120.00\t120.00
某县林业局（本级）\t防火监测\t30.00\t30.00
某县林业局（本级）\t小计\t150.00\t150.00
某县种苗站\t种苗繁育\t80.00\t80.00
某县种苗站\t小计\t80.00\t80.00
总计\t\t230.00\t230.00
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("subtotals")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    out = str(folder / "a.msgpack")
    assert run(["build", str(folder / "a.txt"), "-o", out]) == 0
    return out


def test_a_unit_is_worth_its_sum(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["budget", "--pack", package, "--by", "unit,project", "--depth", "2", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(row["name"], row["amount"]) for row in found] == [
        ("某县林业局（本级）", 150 * WAN),
        ("造林补助", 120 * WAN),
        ("防火监测", 30 * WAN),
        ("某县种苗站", 80 * WAN),
        ("种苗繁育", 80 * WAN),
    ]


def test_sums_of_units_are_not_added_up(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["export", "figures", "--pack", package, "--format", "csv", "-o", "-"]) == 0
    found = csv.DictReader(io.StringIO(capsys.readouterr().out.lstrip("\ufeff")))
    added = [row["amount"] for row in found if row["additive"] == "true"]
    assert sorted(map(Decimal, added)) == [30 * WAN, 80 * WAN, 120 * WAN]


def test_the_total_is_held_against_the_projects(package: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It was left open: of five projects, two of which are the sums of the others, nobody knows what makes it up."""
    capsys.readouterr()
    assert run(["checks", "--pack", package, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {row["status"] for row in found} == {"exact"}
    assert any(row["left"] == 230 * WAN and row["kind"] == "level_sum" for row in found)
