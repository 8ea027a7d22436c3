"""Lists on the command line: targets, policies, terms, one prefecture."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.context import Context
from tests.cli.commands import Program


def test_a_policy_alone_says_who_rests_on_it_and_how_often(hrss: Program) -> None:
    text = hrss("policies", "新党发〔2015〕3号").out
    assert [line.split()[0] for line in text.splitlines() if "×2" in line] == [
        "3,353.31",
        "14,649.20",
        "70.00",
    ]
    (row,) = hrss("policies", "新党发[2015]3号", "--format", "json").json
    assert (len(row["project_ids"]), row["times"], row["cited"]) == (4, [2, 2, 2, 1], 7)


def test_a_term_alone_says_which_figures_and_paragraphs_use_it(hrss: Program) -> None:
    text = hrss("glossary", "机关运行经费").out
    assert "1,083.35" in text
    assert "budget-2026:1037  ×2" in text
    (row,) = hrss("glossary", "机关运行经费", "--format", "json").json
    assert (row["passages"], row["times"]) == (["budget-2026:1037"], [2])
    assert "×" not in hrss("glossary", "委托业务费", "--lang", "en").out


def test_one_prefecture_on_a_page(hrss: Program) -> None:
    text = hrss("prefecture", "hetian").out
    assert "2/13" in text
    assert [line.split()[0] for line in text.splitlines() if "合计" in line] == ["266.48"]
    assert "12,679.20" in text
    rows = hrss("prefecture", "和田", "--format", "json").json
    amounts = {(row["kind"], row["name"]): row["amount"] for row in rows}
    assert amounts["sum", "和田地区"] == 2664800
    assert amounts["unassigned", "自治区就业培训专项资金"] == 126792000
    rest = [row["amount"] for row in rows if row["kind"] == "rest"]
    assert sum(rest) == 126792000
    assert len(hrss("prefecture", "和田", "--format", "csv").csv) == len(rows)


@pytest.mark.parametrize(("name", "status"), [("北", 2), ("南疆四地州", 2)])
def test_a_page_is_of_one_prefecture(hrss: Program, name: str, status: int) -> None:
    ran = hrss("prefecture", name)
    assert (ran.status, ran.out) == (status, "")
    assert "--base" not in ran.err


def test_changes_are_real_and_add_up(hrss: Program) -> None:
    rows = hrss("changes", "--format", "json").json
    made = {row["name"]: row for row in rows if row["kind"] == "step"}
    items = [row for row in rows if row["kind"] != "step"]
    assert sum(row["change"] for row in items) == made["this"]["amount"] - made["last"]["amount"]
    assert all(row["change"] == (row["own"] or 0) + row["moved"] + row["undecided"] for row in items)
    assert items[0]["codes"] == ["2080199", "2080709", "2080712", "2080799"]
    assert (items[0]["own"], items[0]["derived"]) == (16743900, True)
    text = hrss("changes").out
    assert "+10,410.50" in text
    assert "+0.01" in text
    assert [line.split()[0] for line in hrss("changes", "2210").out.splitlines()][-1] == "2210201"
    assert hrss("changes", "没有的").status == 1
    for asked in ((), ("2210",)):
        assert hrss("changes", *asked).out.splitlines()[0] == "自治区人力资源和社会保障厅 2025→2026"


def test_changes_are_of_the_year_the_department_and_the_document_that_are_named(hrss: Program) -> None:
    assert hrss("changes", "--year", "2026").status == 0
    other = hrss("changes", "--year", "1999")
    assert (other.status, other.out) == (1, "")
    assert "2026" in other.err
    assert hrss("changes", "--department", "某某局").status == 2
    unknown = hrss("changes", "--doc", "nope")
    assert unknown.status == 2
    assert "budget-2026" in unknown.err


def test_changes_fit_a_terminal_without_breaking_a_code_or_a_place(
    hrss: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Context, "room", 80)
    lines = [line.split() for line in hrss("changes").out.splitlines()]
    assert any(words[-1:] == ["budget-2026:722,732,734,736"] for words in lines)
    assert any(words[:1] == ["2080199+"] for words in lines)
    assert any(words[:1] == ["2060208"] for words in lines)


def test_totals_of_what_is_compared(hrss: Program) -> None:
    rows = hrss("compare", "喀什", "和田", "--totals", "--metric", "urban_new_jobs", "--format", "json").json
    assert [(row["status"], row["printed"]) for row in rows] == [
        ("value", "9.12"),
        ("value", "2.9"),
        ("total", "12.02"),
        ("mean", "6.01"),
        ("median", "6.01"),
    ]
    text = hrss("compare", "--totals").out
    assert [line.split()[1] for line in text.splitlines() if line.startswith(("合计", "中位数"))] == [
        "46.00",
        "2.675",
    ]
    assert hrss("compare", "--totals", "--as", "rank").status == 2


def test_the_page_of_changes_shows_the_steps(hrss: Program) -> None:
    page = hrss("changes", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>") or page.lstrip().lower().startswith("<!doctype")
    assert "+10,410.50" in page
    assert "<svg" in page
    assert "+1,674.39" in page
    assert "<h1>自治区人力资源和社会保障厅 2025→2026 " in page


def test_english_lists_name_codes_metrics_and_units_in_english(hrss: Program) -> None:
    changes = hrss("--lang", "en", "changes").out
    assert "Technical school education" in changes
    assert "技校教育" not in changes
    assert "基本支出" not in changes
    place = hrss("--lang", "en", "prefecture", "hetian").out
    assert "New urban jobs" in place
    assert "10k persons" in place
    assert "城镇新增就业人数" not in place
    assert "万人" not in place
    stated = hrss("--lang", "en", "indicators", "urban_new_jobs").out
    assert "10k persons" in stated
    assert not any(word == "万人" for line in stated.splitlines() for word in line.split())
    assert "万人" in hrss("--lang", "zh", "indicators", "城镇新增就业").out


def test_changes_without_a_match_say_that_nothing_matches(hrss: Program) -> None:
    ended = hrss("changes", "海水淡化", "--lang", "en")
    assert (ended.status, ended.out) == (1, "")
    assert "no item with a change matches '海水淡化'" in ended.err
    assert "are stated" not in ended.err
    assert "budget-2026" in ended.err


@pytest.mark.parametrize(("lang", "said"), [("zh", "全国"), ("en", "the nation")])
def test_the_nation_is_called_by_its_name(hrss: Program, tmp_path: Path, lang: str, said: str) -> None:
    """Its code (`nation`) is for programs."""
    (tmp_path / "manifest.toml").write_text(
        '[[sources]]\nfile = "a.txt"\ndocuments = [{ place = "nation" }]', "utf-8"
    )
    (tmp_path / "a.txt").write_text(
        "2031年全国体育事业发展统计公报\n\n2031年，全国有体育场地300万个。\n", "utf-8"
    )
    pack = str(tmp_path / "a.msgpack")
    assert hrss("build", str(tmp_path), "-o", pack).status == 0
    assert hrss("documents", "--pack", pack, "--format", "json").json[0]["place"] == "nation"
    (row,) = (
        text
        for text in hrss("documents", "--pack", pack, "--lang", lang).out.splitlines()
        if "bulletin" in text
    )
    assert said in row.split("公报")[1].split("  ")
