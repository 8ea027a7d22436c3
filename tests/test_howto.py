"""What the how-to prints for other programs runs as printed, there where the program is installed, and answers."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from hrss_tui.__main__ import main
from hrss_tui.words import LANGUAGES, Lang
from tests.conftest import ROOT
from tests.documents.lake import asked, exported

TOTAL, LARGEST = "598315500", "2080199"
"""What class 201 to 230 add up to in 元 in the table of expenditure, and the item with most: as typed from the source."""


def text(lang: Lang) -> str:
    return (ROOT / "hrss_tui" / "docs" / lang / "howto.md").read_text("utf-8")


def block(lang: Lang, name: str) -> str:
    (found,) = re.findall(rf"<!-- {name} -->\n```\w+\n(.*?)```\n", text(lang), re.DOTALL)
    return str(found)


@pytest.fixture(scope="module", params=LANGUAGES)
def lang(request: pytest.FixtureRequest) -> Lang:
    found: Lang = request.param
    return found


@pytest.fixture(scope="module")
def folder(lang: Lang, pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where every export that is printed was made, of the shipped package; also the one that is only spoken of."""
    folder = tmp_path_factory.mktemp(f"howto-{lang}")
    (folder / "p.msgpack").write_bytes(pack_data)
    printed = re.findall(r"^\$ hrss-tui (export .+)$", text(lang), re.MULTILINE)
    assert len(printed) > 5
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for line in (*printed, "export figures -o figures.jsonl"):
            (name,) = re.findall(r" -o (\S+)", line)
            for made in (name, Path(name).with_suffix(".metadata.json").name) if line in EXPORTED else ():
                if (EXPORTED[line] / made).exists():
                    shutil.copyfile(EXPORTED[line] / made, made)
            assert line in EXPORTED or main([*shlex.split(line), "--pack", "p.msgpack"]) == 0, line
            EXPORTED.setdefault(line, folder)
    return folder


EXPORTED: dict[str, Path] = {}
"""Line → where what it writes is found: what both languages print is written once."""
SAID: dict[tuple[str, ...], str] = {}
"""What commands have said: one that both languages print is run once on the same files."""


def run(command: list[str], folder: Path) -> str:
    named = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name in " ".join(command)]
    key = (*command, *(hashlib.sha256(path.read_bytes()).hexdigest() for path in named))
    if key not in SAID:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
        SAID[key] = done.stdout
    return SAID[key]


def unanswered(said: str) -> list[str]:
    """What is missing of the answers to the three questions: the sum, the largest item first, an outcome and an aim."""
    first = re.findall(r"\b\d{7}\b", said.partition(TOTAL)[2])[:1]
    missing = [word for word in (TOTAL, "actual", "target", "477400") if word not in said]
    return missing if first == [LARGEST] else [*missing, LARGEST]


def test_pandas_answers_the_three_questions(lang: Lang, folder: Path) -> None:
    pytest.importorskip("pandas", reason="pandas is installed with .ci/locks/dev.txt")
    pytest.importorskip("pyarrow")
    wide = "import pandas; pandas.set_option('display.width', 400, 'display.max_columns', None, 'display.max_rows', None)\n"
    assert unanswered(run([sys.executable, "-c", wide + block(lang, "run pandas")], folder)) == []


def test_what_guesses_is_told_that_codes_are_text(lang: Lang, folder: Path) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("duckdb")
    *imports, pandas, csv, lines, duckdb = block(lang, "run guesses").strip().splitlines()
    held = [f"set(({line})[name])" for line in (pandas, csv, lines)]
    held.append(f"{{row[0] for row in ({duckdb}).project(name).fetchall()}}")
    told = [f"print({{type(each).__name__ for each in {codes} if each == each}})" for codes in held]
    asked = [line for name in ("code", "place_code") for line in (f"name = {name!r}", *told)]
    said = run([sys.executable, "-c", "\n".join((*imports, *asked))], folder)
    assert all(set(re.findall(r"\w+", kinds)) <= {"str", "NoneType"} for kinds in said.splitlines()), said
    assert len(said.splitlines()) == 2 * len(held)


@cache
def r_has(libraries: tuple[str, ...]) -> bool:
    """Are libraries of R installed?"""
    here = f"cat(all(sapply(c({', '.join(map(repr, libraries))}), requireNamespace, quietly = TRUE)))"
    return "TRUE" in run(["Rscript", "-e", here], ROOT)


@pytest.mark.parametrize(("name", "libraries"), [("r", ("DBI", "RSQLite")), ("readr", ("readr",))])
def test_r_answers_the_three_questions_and_is_told_what_is_text(
    name: str, libraries: tuple[str, ...], lang: Lang, folder: Path
) -> None:
    if not shutil.which("Rscript"):
        pytest.skip("R is not installed")
    if not r_has(libraries):
        pytest.skip(f"R has no {', '.join(libraries)} here")
    code = block(lang, f"run {name}")
    wide = "options(width = 400)\n"
    if name == "r":
        assert unanswered(run(["Rscript", "-e", wide + code], folder)) == []
    else:
        shown = f"read <- {code}cat(class(read$code), class(read$place_code), sum(read$amount[read$additive & read$table_kind == 'expenditure'], na.rm = TRUE))"
        assert run(["Rscript", "-e", wide + shown], folder).split()[-3:] == ["character", "character", TOTAL]


def test_the_headings_of_the_workbook_are_those_that_are_named(lang: Lang, folder: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    (section,) = re.findall(r"\n## Excel\n+```.*?```\n(.*?)\n## ", text(lang), re.DOTALL)
    named = [name for name in re.findall(r"`([^`]+)`", section) if not re.fullmatch(r"[-._a-z]+", name)]
    book = openpyxl.load_workbook(folder / "figures.xlsx")
    rows = list(book["figures"].iter_rows(values_only=True))
    assert len(named) == 5
    additive, kind, *_, amount = (rows[0].index(name) for name in named)
    assert sum(
        row[amount] for row in rows[1:] if row[additive] is True and row[kind] == "expenditure"
    ) == int(TOTAL)


def test_the_query_of_the_map_joins_a_code_that_is_a_number(lang: Lang, folder: Path) -> None:
    base = sqlite3.connect(folder / "map.sqlite")
    try:
        base.execute("CREATE TEMP TABLE boundaries (adcode INTEGER, shape TEXT)")
        base.executemany(
            "INSERT INTO boundaries VALUES (?, ?)", [(653100, "a"), (653200, "b"), (110000, "c")]
        )
        found = base.execute(block(lang, "run map")).fetchall()
    finally:
        base.close()
    assert {row[:2] for row in found} == {(653100, "a"), (653200, "b")}
    assert all(row[3] == "万人" and row[2] > 0 for row in found)


def test_datasette_serves_the_database_with_what_stands_beside_it(lang: Lang, folder: Path) -> None:
    pytest.importorskip("datasette")
    (command,) = re.findall(r"^(datasette .+)$", text(lang), re.MULTILINE)
    asked = [
        sys.executable,
        "-m",
        *shlex.split(command),
        "--get",
        "/hrss/words.json?words=%E5%8D%97%E7%96%86&_shape=objects",
    ]
    rows = json.loads(run(asked, folder))["rows"]
    assert rows
    assert all("南疆" in row["text"] for row in rows)


EDITIONS = {"甲": (2030, "", 25), "乙": (2031, "", 30), "丙": (2031, "（更正）", 45)}
"""File → year, what its title says behind, and the expenditure in 万元."""


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of the budgets of two years, the later of which was corrected."""
    folder = tmp_path_factory.mktemp("editions")
    (folder / "in").mkdir()
    for name, (year, behind, whole) in EDITIONS.items():
        rows = (
            ("208", "社会保障和就业支出"),
            ("20801", "人力资源和社会保障管理事务"),
            ("2080101", "行政运行"),
            ("", "合计"),
        )
        lines = "\n".join(f"{code}\t{item}\t{whole}.00\t{whole}.00\t" for code, item in rows)
        head = "表3\n部门支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出"
        title = f"青溪市水务局 {year} 年部门预算{behind}"
        (folder / "in" / f"{name}.txt").write_text(f"{title}\n\n{head}\n{lines}\n", "utf-8")
    assert main(["build", str(folder / "in"), "-o", str(folder / "editions.msgpack")]) == 0
    return folder


def test_editions_of_a_budget_are_not_added_up(lang: Lang, editions: Path) -> None:
    base = editions / f"{lang}.sqlite"
    pack = str(editions / "editions.msgpack")
    assert main(["export", "figures", "--format", "sqlite", "-o", str(base), "--pack", pack]) == 0
    with sqlite3.connect(base) as lite:
        found = lite.execute(block(lang, "query total").strip()).fetchall()
    lite.close()
    assert sorted((row[1], int(row[3])) for row in found) == [(2030, 250000), (2031, 300000), (2031, 450000)]


def test_of_several_editions_the_corrected_one_is_asked(lang: Lang, editions: Path, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    lake = exported([str(editions / "editions.msgpack")], tmp_path)
    total = next(row for row in asked("years", lake, lang) if row[1] == "")
    assert [int(amount) for amount in total[3:6]] == [250000, 450000, 200000]
