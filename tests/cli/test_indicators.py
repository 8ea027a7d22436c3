"""`hrss-tui indicators`: what a figure is of, and at which stage of a year it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.query.chosen_values import KINDS
from hrss_tui.words import Lang, words
from tests.cli.commands import Program

FINAL = (
    "随州市{body}2031年度部门决算\n\n一、情况说明\n\n1.公务接待费全年预算数{set}万元，决算数{spent}万元。\n"
)
CITY = "随州市2031年国民经济和社会发展统计公报\n\n全市一般公共预算支出51.20亿元。\n"


@pytest.fixture
def pack(hrss: Program, tmp_path: Path) -> str:
    folder = tmp_path / "in"
    folder.mkdir()
    for body, budget, spent in (("水务局", "3.30", "2.10"), ("档案馆", "1.40", "1.20")):
        (folder / f"{body}.txt").write_text(FINAL.format(body=body, set=budget, spent=spent), "utf-8")
    (folder / "公报.txt").write_text(CITY, "utf-8")
    out = str(tmp_path / "out.msgpack")
    assert hrss("build", folder, "-o", out).status == 0
    return out


def test_what_was_budgeted_is_told_apart_from_what_was_spent(hrss: Program, pack: str) -> None:
    lines = [line.split() for line in hrss("indicators", "公务接待费", "--pack", pack).out.splitlines()]
    told = {line[3]: line[2] for line in lines if len(line) > 3 and line[0] == "公务接待费"}
    assert told == {"3.30": "全年预算", "1.40": "全年预算", "2.10": "金额", "1.20": "金额"}


def test_whose_own_it_is_stands_where_several_have_some(hrss: Program, pack: str) -> None:
    lines = hrss("indicators", "--pack", pack).out.splitlines()
    assert {"水务局" in line for line in lines if "2.10" in line} == {True}
    assert {"随州市" in line for line in lines if "51.20" in line} == {True}
    assert not any("局" in line for line in lines if "51.20" in line)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_figure_has_a_word(lang: Lang) -> None:
    known = words(lang)
    assert [kind for kind in KINDS if f"indicators.{kind}" not in known] == []
