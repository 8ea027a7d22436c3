"""What commands list as a page, the evidence and the notes they write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hrss_tui.cli.pages import _order
from tests.cli.commands import Program
from tests.export.shown.reading import assert_alone


@pytest.mark.parametrize(
    "line",
    [
        "budget 208", "compare 喀什 和田", "compare", "indicators 就业", "targets", "checks --status fails", "policies",
        "glossary", "documents", "compare 喀什 --lang en", "export prefecture_values -o -",
    ],
)  # fmt: skip
def test_a_list_is_a_page_that_stands_alone(line: str, hrss: Program) -> None:
    found = hrss(*line.split(), "--format", "html")
    read = assert_alone(found.out.encode())
    assert len(read.rows) > 1
    assert {len(row) for row in read.rows} == {len(read.rows[0])}
    assert read.all("ol"), "its sources"


def test_a_comparison_says_who_is_compared_by_what_and_draws_it(hrss: Program) -> None:
    read = assert_alone(hrss("compare", "喀什", "和田", "--format", "html").out.encode())
    assert "".join(read.texts["h1"]) == "喀什地区、和田地区 · 8 项指标 · 数值 · 2021 · 目标"
    assert len(read.all("figure")) == 8
    assert all("2021 目标" in text for text in read.texts["figcaption"] if "（" in text)
    read = assert_alone(
        hrss("compare", "--metric", "urban_new_jobs", "--lang", "en", "--format", "html").out.encode()
    )
    assert "14 prefectures" in "".join(read.texts["h1"])
    assert "target" in "".join(read.texts["h1"])


def test_a_page_is_titled_by_what_its_amounts_are_of(hrss: Program) -> None:
    out = hrss("budget", "208", "--format", "html").out
    (title,) = assert_alone(out.encode()).texts["h1"]
    assert title == hrss("budget", "208").out.splitlines()[0]
    assert "自治区人力资源和社会保障厅 · 2026 · " in title
    assert out.count(title.partition("·")[0] + "· 2026") == out.count(title)
    (title,) = assert_alone(hrss("compare", "--of", "departments", "--format", "html").out.encode()).texts[
        "h1"
    ]
    assert " · 2026 · " in title


def test_a_comparison_of_targets_alone_says_what_it_leaves_out(hrss: Program) -> None:
    assert "--metric all" in hrss("compare", "喀什", "--format", "csv").err
    assert "--metric all" not in hrss("compare", "喀什", "--metric", "all", "--format", "csv").err


def test_an_address_that_a_note_prints_is_an_id(hrss: Program) -> None:
    note = hrss("checks", "--status", "fails", "--format", "json").out
    check = str(json.loads(note)[0]["check_id"])
    assert hrss("evidence", f"checks/{check}").out == hrss("evidence", check).out
    assert hrss("cite", f"checks/{check}").out == hrss("cite", check).out
    assert hrss("show", f"checks/{check}").out == hrss("show", check).out
    assert hrss("evidence", "documents/plan-2021:183").out == hrss("evidence", "plan-2021:183").out
    assert hrss("evidence", "checks/nothing").status == 1


def test_the_ending_of_a_file_names_the_format(hrss: Program, tmp_path: Path) -> None:
    for name, begins in (
        ("a.html", b"<!DOCTYPE html>"),
        ("a.jsonl", b"{"),
        ("a.xlsx", b"PK"),
        ("a.csv", b"prefecture"),
    ):
        assert hrss("export", "prefecture_values", "-o", str(tmp_path / name)).status == 0
        assert (tmp_path / name).read_bytes().startswith(begins), name
    assert hrss("export", "glossary", "-o", str(tmp_path / "b.html"), "--format", "jsonl").status == 0
    assert (tmp_path / "b.html").read_bytes().startswith(b"{")


@pytest.mark.parametrize(
    ("line", "ending", "begins"),
    [
        ("export glossary --format csv", "html", b"term,"),
        ("export glossary --format csv", "jsonl", b"term,"),
        ("export glossary", "html", b"<!DOCTYPE html>"),
        ("evidence plan-2021:183 --format md", "html", b"#"),
        ("evidence plan-2021:183", "html", b"<!DOCTYPE html>"),
    ],
)
def test_a_format_that_is_typed_outweighs_the_ending_even_where_it_is_the_usual_one(
    line: str, ending: str, begins: bytes, hrss: Program, tmp_path: Path
) -> None:
    path = tmp_path / f"a.{ending}"
    assert hrss(*line.split(), "-o", str(path)).status == 0
    assert path.read_bytes().startswith(begins)


def test_evidence_is_printed_as_a_note_and_written_as_a_page(hrss: Program, tmp_path: Path) -> None:
    note = hrss("evidence", "plan-2021:183")
    assert note.status == 0
    assert "**" in note.out
    path = tmp_path / "x.html"
    assert hrss("evidence", "plan-2021:183", "-o", str(path)).status == 0
    assert_alone(path.read_bytes())
    again = hrss("evidence", "plan-2021:183", "-o", str(path))
    assert again.status == 2
    assert "--force" in again.err
    assert hrss("evidence", "nowhere").status == 1


def test_checks_are_told_as_notes(hrss: Program) -> None:
    found = hrss("checks", "--status", "fails", "--format", "note")
    assert found.status == 1
    assert found.out.count("\n## ") == 2 * (found.out.count("\n***\n") + 1)


def test_below_a_list_stand_the_titles_of_its_documents(hrss: Program) -> None:
    found = hrss("checks", "--status", "fails")
    assert "interview-2026      自治区人力资源和社会保障厅党组书记陈志江专访" in found.out.splitlines()


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("1,234.50", 1234.5),
        ("≥39", 39.0),
        ("−3", -3.0),
        ("-3", -3.0),
        (">=5%", 5.0),
        (",", None),
        ("/", None),
        ("", None),
    ],
)
def test_a_column_of_numbers_is_sorted_by_them(text: str, order: float | None) -> None:
    assert _order(text) == order


def test_a_folder_that_was_made_is_named(hrss: Program, tmp_path: Path) -> None:
    out = tmp_path / "new" / "values.csv"
    done = hrss("export", "prefecture_values", "-o", str(out))
    assert done.status == 0
    assert "已建立文件夹" in done.err
    assert out.is_file()
    assert "已建立文件夹" not in hrss("export", "prefecture_values", "-o", str(out), "--force").err


def test_an_ending_that_names_no_format_is_refused(hrss: Program, tmp_path: Path) -> None:
    out = tmp_path / "values.tsv"
    done = hrss("export", "prefecture_values", "-o", str(out))
    assert done.status == 2
    assert ".csv" in done.err
    assert not out.exists()
    assert hrss("export", "prefecture_values", "-o", str(out), "--format", "csv").status == 0


def test_a_prefecture_is_a_page_and_a_table_with_heads(hrss: Program) -> None:
    page = hrss("prefecture", "喀什", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "城镇新增就业人数" in page
    first = hrss("prefecture", "喀什", "--format", "md", "--lang", "en").out.splitlines()
    assert first[0].startswith("| kind | name |")
    assert any("New urban jobs" in line and "10k persons" in line for line in first)
