"""The commands that take a package elsewhere: export, cite, diff."""

from __future__ import annotations

import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from hrss_tui.export.registry import FORMATS
from hrss_tui.money import shown_yuan
from hrss_tui.pack.read import open_pack
from hrss_tui.pack.write import encode_package
from hrss_tui.records import PrefectureValue
from tests.cli.commands import ROOT, Program, spawn
from tests.conftest import SEEDS
from tests.goldens import number, read_tsv

TABLES = open_pack().tables


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_once_and_overwritten_only_by_force(
    hrss: Program, whole: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRSS_TUI_PACK", str(whole))
    place = tmp_path / "out"
    first = hrss("export", "--format", name, "-o", place)
    assert (first.status, first.out) == (0, "")
    assert str(place) in first.err
    assert hrss("export", "--format", name, "-o", place).status == 2
    assert "--force" in hrss("export", "--format", name, "-o", place).err
    assert hrss("export", "--format", name, "-o", place, "--force").status == 0
    assert names(tmp_path) == ["out", *(["out.metadata.json"] if name == "sqlite" else [])]


def test_the_package_that_is_read_is_never_overwritten(hrss: Program, whole: Path, tmp_path: Path) -> None:
    own = tmp_path / "checks.csv"  # named as an export would name a file of its folder
    own.write_bytes(whole.read_bytes())
    (tmp_path / "link").symlink_to(own)
    before = own.read_bytes()
    for place in (own, tmp_path, tmp_path / "link"):
        for tables in (["checks"], ["checks", "figures"]):
            given = ["export", *tables, "--pack", own, "-o", place, "--force", "--format", "csv"]
            assert hrss(*given).status == 2, given
    id_ = hrss("search", "就业", "--pack", own, "--format", "csv").csv[0]["block_id"]
    assert hrss("evidence", id_, "--pack", own, "-o", own, "--format", "md", "--force").status == 2
    assert own.read_bytes() == before


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet"])
def test_formats_of_one_file_a_table_fill_a_folder(
    hrss: Program, whole: Path, tmp_path: Path, name: str
) -> None:
    hrss("export", "--pack", whole, "--format", name, "-o", tmp_path / "out")
    assert names(tmp_path / "out") == sorted(f"{table}.{name}" for table in (*TABLES, "figures"))


def test_csv_and_json_lines_hold_every_row(hrss: Program, tmp_path: Path) -> None:
    hrss("export", "-o", tmp_path / "csv")
    hrss("export", "-o", tmp_path / "json", "--format", "jsonl")
    pack = open_pack()
    for table in TABLES:
        with (tmp_path / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.DictReader(file))) == pack.count(table)
        lines = (tmp_path / "json" / f"{table}.jsonl").read_text("utf-8").splitlines()
        money = [column["name"] for column in pack.schema[table] if column["unit"] == "分"]
        rows = [row | {name: shown_yuan(row[name]) for name in money} for row in pack.dicts(table)]
        assert [json.loads(line) for line in lines] == rows


def test_one_table_of_text_goes_to_standard_output(hrss: Program) -> None:
    assert [row["code"] for row in hrss("export", "prefectures").csv] == open_pack().column(
        "prefectures", "code"
    )
    lines = hrss("export", "prefectures", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["code"] for line in lines] == open_pack().column("prefectures", "code")


def test_a_byte_order_mark_stands_before_csv_and_nothing_else(hrss: Program, tmp_path: Path) -> None:
    assert hrss("export", "glossary", "--bom").out.startswith("\ufeffterm,")
    hrss("export", "glossary", "--bom", "-o", tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfterm,")
    assert hrss("export", "glossary", "--bom", "--format", "jsonl").status == 2


def test_without_a_place_the_file_is_named_after_the_package(
    hrss: Program, whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRSS_TUI_PACK", str(whole))
    monkeypatch.chdir(tmp_path)
    for name in FORMATS:
        assert hrss("export", "--format", name).status == 0
    assert hrss("export", "--format", "parquet", "glossary").status == 0
    name = open_pack().package["name"]
    expected = [
        "glossary.parquet",
        *(f"{name}-{form}" for form in ("csv", "datapackage", "html", "jsonl", "parquet")),
    ]
    assert names(tmp_path) == sorted([*expected, f"{name}.sqlite", f"{name}.metadata.json", f"{name}.xlsx"])


def test_a_table_that_is_not_there_and_several_to_one_stream_are_refused(hrss: Program) -> None:
    found = hrss("export", "nowhere")
    assert found.status == 2
    assert "budget_lines" in found.err
    assert hrss("export", "-o", "-").status == 2


def test_binary_formats_go_to_a_pipe(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "hrss_tui", "export", "--format", "sqlite", "-o", "-"]
    data = subprocess.run(program, capture_output=True, check=True).stdout
    (tmp_path / "a.sqlite").write_bytes(data)
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    assert connection.execute("SELECT count(*) FROM prefectures").fetchone() == (14,)
    connection.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_query_of_the_documents_answers(lang: str, hrss: Program, tmp_path: Path) -> None:
    """Items of 208 over 1,000 万元 with their explanations, asked of the SQLite export in one query."""
    text = (Path(__file__).parent.parent.parent / "hrss_tui" / "docs" / lang / "howto.md").read_text("utf-8")
    (query,) = re.findall(r"<!-- query reasons -->\n```sql\n(.*?)```", text, re.DOTALL)
    hrss("export", "--format", "sqlite", "-o", tmp_path / "a.sqlite")
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    found = connection.execute(query).fetchall()
    connection.close()
    expected = [
        (row["code"], float(number(row["printed"])))
        for row in read_tsv("budget_t05")
        if (row["measure"], row["level"]) == ("total", "3") and row["code"].startswith("208")
    ]
    over = sorted((item for item in expected if item[1] > 1000), key=lambda item: -item[1])
    assert [(code, amount) for code, _, amount, *_ in found] == over
    assert all(reason for *_, reason in found)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_query_of_projects_joins_rows_and_targets_of_other_names(
    lang: str, hrss: Program, tmp_path: Path
) -> None:
    """The project called 少数民族特培 is paid from 2080199, and its form is called 少数民族特培专项."""
    text = (Path(__file__).parent.parent.parent / "hrss_tui" / "docs" / lang / "howto.md").read_text("utf-8")
    (query,) = re.findall(r"<!-- query goals -->\n```sql\n(.*?)```", text, re.DOTALL)
    hrss("export", "--format", "sqlite", "-o", tmp_path / "a.sqlite")
    connection = sqlite3.connect(tmp_path / "a.sqlite")
    found = connection.execute(query).fetchall()
    connection.close()
    assert len({name for name, *_ in found}) == 6
    own = [row for row in found if row[0] == "少数民族特培"]
    assert {row[1:3] for row in own} == {(1000.0, "2080199")}
    assert ("培养人数", "=", 200.0, "人") in [row[3:] for row in own]
    assert len(own) == 6  # of its seven targets one is words


def test_cite_prints_the_citation_and_says_what_is_missing(hrss: Program) -> None:
    found = hrss("cite", "bulletin-2021")
    assert found.out.startswith("新疆维吾尔自治区人力资源和社会保障厅. ［2021年度")
    assert "日期" in found.err
    assert hrss("cite", "plan-2021", "--standard", "2015").out.endswith("[A/OL]. (2021-03-12).\n")


def test_cite_in_other_formats(hrss: Program) -> None:
    (item,) = hrss("cite", "budget-2026", "--format", "csl").json
    assert item["type"] == "report"
    assert hrss("cite", "budget-2026", "--format", "bibtex").out.startswith("@techreport{budget-2026,")
    (record,) = hrss("cite", "budget-2026:365", "--format", "json").json
    assert (record["doc_id"], record["line_start"], record["missing"]) == ("budget-2026", 365, ["url"])
    (row,) = hrss("cite", "budget-2026", "--format", "csv").csv
    assert row["citation"].startswith("自治区人力资源和社会保障厅. 2026年")
    assert row["missing"] == "url"
    assert hrss("cite", "budget-2026", "--format", "md").out.rstrip().endswith("| url |")


def test_citing_what_is_not_there_is_nothing_found(hrss: Program) -> None:
    assert hrss("cite", "nowhere").status == 1


@pytest.fixture
def two_packages(tmp_path: Path) -> tuple[Path, Path]:
    """The shipped prefecture values, and the same with one value raised by a half."""
    values = open_pack().rows(PrefectureValue)
    raised = (
        [msgspec.structs.replace(values[0], value=values[0].value + 0.5), *values[1:]]
        if values[0].value
        else []
    )
    for name, rows in (("old", values), ("new", raised)):
        (tmp_path / name).write_bytes(encode_package({"name": "p"}, {"prefecture_values": rows}, {}))
    return tmp_path / "old", tmp_path / "new"


def test_diff_says_what_changed_and_by_how_much(hrss: Program, two_packages: tuple[Path, Path]) -> None:
    old, new = two_packages
    assert hrss("diff", old, old).status == 0
    found = hrss("diff", old, new, "--format", "json")
    assert found.status == 1
    (only,) = found.json
    assert (only["table"], only["change"], only["column"], only["difference"]) == (
        "prefecture_values", "changed", "value", 0.5,
    )  # fmt: skip
    (row,) = hrss("diff", old, new, "--format", "csv").csv
    assert row["difference"] == "0.5"
    assert "+0.5" in hrss("diff", old, new).out
    assert hrss("diff", old, new, "--summary").out.splitlines()[-1].split() == ["prefecture_values", "1"]
    counted = {"table": "prefecture_values", "added": 0, "removed": 0, "changed": 1}
    assert hrss("diff", old, new, "--summary", "--format", "json").json == [counted]
    (row,) = hrss("diff", old, new, "--summary", "--format", "csv").csv
    assert row == {name: str(value) for name, value in counted.items()}
    assert hrss("diff", old, old, "--summary", "--format", "csv").out == f"{','.join(counted)}\n"


def test_diff_refuses_what_is_no_package(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    assert hrss("diff", tmp_path / "x", tmp_path / "x").status == 3


def test_exports_need_neither_polars_nor_textual(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules.update(dict.fromkeys(('polars', 'textual', 'xlsxwriter', 'rich')))\n"
        "from hrss_tui.__main__ import main\n"
        "for form in sys.argv[2:]:\n"
        "    status = main(['export', '--format', form, '-o', f'{sys.argv[1]}/{form}'])\n"
        "    print(f'{form} ended: {status}', file=sys.stderr)"
    )
    remedies = {"parquet": "pip install polars", "xlsx": "pip install xlsxwriter"}
    forms = ("csv", "jsonl", "sqlite", "datapackage", *remedies)
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), *forms], capture_output=True, text=True, check=True
    )
    said = done.stderr
    for form in forms:
        told, _, said = said.partition(f"{form} ended: ")
        assert said.startswith("2" if form in remedies else "0"), told
        assert remedies.get(form, "") in told
        assert (tmp_path / form).exists() is (form not in remedies)
    assert spawn("cite", "package").status == 0


READING = (
    ["info"], ["tables"], ["verify"], ["budget", "208"], ["compare", "喀什", "和田"], ["indicators", "就业"],
    ["search", "南疆"], ["show", "plan-2021:20"], ["checks", "--status", "exact"], ["cite", "budget-2026"],
)  # fmt: skip


@pytest.fixture(scope="module")
def without_polars() -> dict[str, int]:
    """How each of them ends, in one process that has no such library."""
    code = (
        "import json, sys; sys.modules['polars'] = None; from hrss_tui.__main__ import main\n"
        "statuses = {' '.join(each): main(each) for each in json.loads(sys.argv[1])}\n"
        "print(json.dumps(statuses), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, json.dumps(READING)], capture_output=True, text=True, check=False
    )
    statuses: dict[str, int] = json.loads(done.stderr.splitlines()[-1])
    return statuses


@pytest.mark.parametrize("arguments", READING, ids=lambda arguments: arguments[0])
def test_reading_commands_answer_where_polars_is_not_installed(
    arguments: list[str], without_polars: dict[str, int]
) -> None:
    assert without_polars[" ".join(arguments)] == 0


EVERY_FORMAT = """
import sys
from hrss_tui.__main__ import main
place, *forms = sys.argv[1:]
failed = [form for form in forms if main(["export", "--format", form, "-o", f"{place}/{form}"])]
sys.exit(" ".join(failed) or 0)
"""


def test_exports_do_not_depend_on_hash_seed_time_zone_or_locale(whole: Path, tmp_path: Path) -> None:
    for name, zone, language in (("0", "UTC", "C"), ("1", "Asia/Urumqi", "C.UTF-8")):
        env = {"PYTHONHASHSEED": name, "TZ": zone, "LC_ALL": language, "HRSS_TUI_PACK": str(whole)}
        done = subprocess.run(
            [sys.executable, "-c", EVERY_FORMAT, str(tmp_path / name), *FORMATS],
            env={**os.environ, "PYTHONPATH": str(ROOT), **env}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert {path.name for path in (tmp_path / name).iterdir()} >= set(FORMATS)
    for path in sorted((tmp_path / "0").rglob("*")):
        if path.is_file():
            other = tmp_path / "1" / path.relative_to(tmp_path / "0")
            assert path.read_bytes() == other.read_bytes(), path.name


@pytest.mark.parametrize("library", ["opencc", "pypinyin"])
def test_what_building_needs_is_asked_for_before_anything_is_read(
    library: str, hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrss_tui.compile.lookup.find_spec", lambda name: None if name == library else name)
    ran = hrss("build", SEEDS, "-o", tmp_path / "p.msgpack")
    assert ran.status == 2
    assert f"pip install {library}" in ran.err
    assert len(ran.err.splitlines()) == 1  # no file was begun
    assert list(tmp_path.iterdir()) == []
