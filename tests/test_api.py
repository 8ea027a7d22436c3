"""The Python interface: `open_pack`, data frames typed by the schema, errors that say what there is."""

from __future__ import annotations

import doctest
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import msgspec
import polars
import pytest

import hrss_tui
import hrss_tui.api.package
from hrss_tui.api import Answer
from hrss_tui.errors import UsageError
from hrss_tui.records import TABLES, columns
from hrss_tui.words import LANGUAGES
from tests.cli.commands import Program

ROOT = Path(__file__).resolve().parent.parent
TYPES = {
    "string": polars.String,
    "integer": polars.Int64,
    "number": polars.Float64,
    "boolean": polars.Boolean,
    "list<string>": polars.List(polars.String),
    "list<integer>": polars.List(polars.Int64),
}
DAYS = ("date", "starts", "ends", "period_start", "period_end")


@pytest.fixture(scope="module")
def opened(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> hrss_tui.api.DataPack:
    path = tmp_path_factory.mktemp("api") / "p.msgpack"
    path.write_bytes(pack_data)
    return hrss_tui.open_pack(path)


def test_every_table_is_a_frame_of_the_types_the_schema_says(opened: hrss_tui.api.DataPack) -> None:
    for struct in TABLES:
        frame = opened.frame(struct.TABLE)
        assert frame.height == opened.count(struct.TABLE)
        assert dict(frame.schema) == {
            column.name: polars.Decimal(18, 2)
            if column.unit == "分"
            else polars.Date
            if column.name in DAYS
            else TYPES[column.type.rstrip("?")]
            for column in columns(struct)
        }


def test_a_frame_sums_what_the_table_holds(opened: hrss_tui.api.DataPack) -> None:
    lines = opened.frame("budget_lines")
    items = lines.filter(
        (polars.col("table_kind") == "expenditure")
        & (polars.col("measure") == "total")
        & (polars.col("level") == 1)
    )
    whole = lines.filter(
        (polars.col("table_kind") == "expenditure")
        & (polars.col("measure") == "total")
        & (polars.col("level") == 0)
    )
    assert abs(items["amount"].sum() - whole["amount"][0]) <= 100 * (items.height + 1) // 2


def test_the_examples_of_the_docstrings_run() -> None:
    result = doctest.testmod(hrss_tui.api.package)
    assert result.attempted > 10
    assert result.failed == 0


def test_answers_are_those_of_the_command_line(
    opened: hrss_tui.api.DataPack, capsys: pytest.CaptureFixture[str]
) -> None:
    hrss = Program(capsys)
    pack = ("--pack", str(opened.path), "--format", "json")
    asked = {
        ("budget", "20801"): opened.budget("20801"),
        ("compare", "kashi", "hotan"): opened.compare("kashi", "hotan"),
        ("indicators", "就业"): opened.indicators("就业"),
        ("show", "plan-2021:17"): opened.show("plan-2021:17"),
        ("checks", "--status", "rounding"): opened.checks(status="rounding"),
        ("search", "新增就业"): opened.search("新增就业"),
        ("documents",): opened.documents(),
        ("documents", "--phase", "budget"): opened.documents(phase="budget"),
        ("prefecture", "kashi"): opened.prefecture("kashi"),
        ("targets", "--below-last-year"): opened.targets(below_last_year=True),
        ("targets", "--other-unit"): opened.targets(other_unit=True),
        ("changes",): opened.changes(),
        ("changes", "208"): opened.changes("208"),
        ("policies",): opened.policies(),
        ("glossary", "机关"): opened.glossary("机关"),
    }
    for command, answer in asked.items():
        printed = hrss(*command, *pack).json
        assert [list(row.values())[:3] for row in printed] == [
            [list(value) if isinstance(value, tuple) else value for value in list(row.values())[:3]]
            for row in answer.rows()
        ]
        assert len(answer) == len(printed) == answer.frame().height > 0
        assert answer.frame().height == len(answer)
    assert (
        opened.cite("plan-2021:17").text
        == hrss("cite", "plan-2021:17", "--pack", str(opened.path)).out.strip()
    )


def test_evidence_is_that_of_the_command_line_in_either_language_and_form(
    opened: hrss_tui.api.DataPack, capsys: pytest.CaptureFixture[str]
) -> None:
    hrss = Program(capsys)
    for lang in LANGUAGES:
        for form in ("md", "html"):
            made = opened.evidence("plan-2021:17", form, lang)
            printed = hrss(
                "evidence", "plan-2021:17", "--format", form, "--lang", lang, "--pack", str(opened.path)
            ).out
            assert made.splitlines() == printed.splitlines()
    with pytest.raises(UsageError, match=r"pdf.*md"):
        opened.evidence("plan-2021:17", "pdf")
    with pytest.raises(UsageError, match=r"fr.*zh"):
        opened.evidence("plan-2021:17", lang="fr")  # type: ignore[arg-type]


def test_every_figure_is_a_row_with_money_in_yuan(opened: hrss_tui.api.DataPack) -> None:
    found, frame = opened.figures(), opened.frame("figures")
    assert len(found) == frame.height > 1000
    assert found.frame()["amount"].sum() == frame["amount"].sum()
    assert found.frame()["period_start"].dtype == frame["period_start"].dtype == polars.Date
    assert found.frame()["period_end"].to_list() == frame["period_end"].to_list()
    first = next(row for row in found if row.amount)
    assert (
        next(row for row in found.rows() if row["record_id"] == first.record_id)["amount"] * 100
        == first.amount
    )


def test_a_notebook_shows_escaped_text_and_says_how_many_rows_there_are() -> None:
    class Said(msgspec.Struct, frozen=True):
        text: str
        amount: int
        MONEY: ClassVar[tuple[str, ...]] = ("amount",)

    shown = Answer([Said("<script>alert(1)</script>", 1250)] * 60)._repr_html_()
    assert "<script>" not in shown
    assert "<td>12.5</td>" in shown
    assert shown.count("<tr>") == 51
    assert "50 / 60" in shown
    assert Answer(())._repr_html_().startswith("<table>")
    assert Answer(()).frame().is_empty()


def test_a_part_of_an_answer_is_an_answer(opened: hrss_tui.api.DataPack) -> None:
    found = opened.budget()
    assert found[:2].rows() == found.rows()[:2]
    assert found[::-1].frame().height == len(found)
    assert found[-1] == found[len(found) - 1]
    assert not isinstance(found[0], Answer)


def test_departments_and_years_answer_where_there_are_budgets(opened: hrss_tui.api.DataPack) -> None:
    (row,) = opened.departments("2080101")
    assert row.amount == opened.budget("2080101")[0].amount
    assert "<td>budget_lines</td>" in opened._repr_html_()


def test_a_search_gives_hits_with_marks(opened: hrss_tui.api.DataPack) -> None:
    hits = opened.search("技能大师工作室")
    assert {hit.doc_id for hit in hits} == {"budget-2026", "plan-2021"}
    for hit in hits:
        assert "技能大师工作室" in [hit.text[start:end] for start, end in hit.spans]
        assert hit.line_start <= hit.lines[0] <= hit.lines[1] <= hit.line_end


def test_a_search_that_the_clock_ended_warns(
    opened: hrss_tui.api.DataPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrss_tui.query.search.expressions.SECONDS", 0.0)
    with pytest.warns(UserWarning, match="只查了一部分") as told:
        found = opened.search(r"/^\d/")
    assert len(told) == 1
    monkeypatch.setattr("hrss_tui.query.search.expressions.SECONDS", 600.0)  # a busy machine decides nothing
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(opened.search(r"/^\d/")) > len(found)


def test_an_unknown_table_is_refused_with_those_there_are(opened: hrss_tui.api.DataPack) -> None:
    with pytest.raises(UsageError, match="budget_lines"):
        opened.frame("nonsense")


def test_the_package_offers_what_it_says() -> None:
    assert set(hrss_tui.__all__) <= set(dir(hrss_tui)) | {"open_pack"}
    with pytest.raises(AttributeError):
        _ = hrss_tui.nonsense


def test_a_frame_without_polars_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['polars'] = None\n"
        "from hrss_tui import open_pack\n"
        "try: open_pack().frame('glossary')\n"
        "except Exception as error: print(type(error).__name__, 'polars' in str(error))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().split() == ["UsageError", "True"]


def test_a_large_package_has_the_same_frames(
    opened: hrss_tui.api.DataPack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hrss_tui.pack.open.LARGEST", 1000)
    large = hrss_tui.open_pack(opened.path)
    for table in ("budget_lines", "documents"):
        assert large.frame(table).equals(opened.frame(table))


def test_names_may_come_as_a_list(opened: hrss_tui.api.DataPack) -> None:
    assert opened.compare(["kashi", "hotan"]) == opened.compare("kashi", "hotan")
    assert opened.compare("kashi", metrics="urban_new_jobs") == opened.compare(
        ("kashi",), metrics=["urban_new_jobs"]
    )
    assert opened.budget("208", by="class") == opened.budget("208", by=("class",))
    assert opened.departments("三公", []) == opened.departments("三公")


@pytest.mark.parametrize(
    "asked",
    [
        lambda pack: pack.compare(6531),
        lambda pack: pack.compare([["kashi"]]),
        lambda pack: pack.compare("kashi", metrics=[1]),
        lambda pack: pack.departments(["三公"]),
        lambda pack: pack.search(["就业"]),
        lambda pack: pack.budget(208),
        lambda pack: pack.indicators(["就业"]),
        lambda pack: pack.show(["plan-2021:1"]),
        lambda pack: pack.cite(None),
        lambda pack: pack.frame(["documents"]),
        lambda pack: pack.years([]),
        lambda pack: pack.documents(None),
        lambda pack: pack.prefecture(6531),
        lambda pack: pack.targets(["就业"]),
        lambda pack: pack.changes(208),
        lambda pack: pack.policies(None),
        lambda pack: pack.glossary(["机关"]),
        lambda pack: pack.evidence(["plan-2021:1"]),
        lambda pack: pack.checks(status=[]),
        lambda pack: pack.checks(doc_id=["plan-2021"]),
        lambda pack: pack.checks(kind=5),
        lambda pack: pack.years(table=["收入"]),
        lambda pack: pack.budget(table=["1"]),
        lambda pack: pack.budget(measure=None),
        lambda pack: pack.count(["documents"]),
        lambda pack: pack.column({"documents"}, "doc_id"),
        lambda pack: pack.column("documents", ["doc_id"]),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(
    asked: Callable[[hrss_tui.api.DataPack], object], opened: hrss_tui.api.DataPack
) -> None:
    with pytest.raises(UsageError, match="不是一段文字"):
        asked(opened)


@pytest.mark.parametrize(
    "asked",
    [
        lambda pack: pack.documents(year="2021"),
        lambda pack: pack.budget(year=2026.0),
        lambda pack: pack.budget(depth="2"),
        lambda pack: pack.changes(year="2026"),
        lambda pack: pack.compare(year="2021"),
        lambda pack: pack.search("就业", limit="5"),
        lambda pack: pack.departments("三公", year=True),
        lambda pack: pack.show("plan-2021:23", context="3"),
        lambda pack: pack.show("plan-2021:23", page="2"),
    ],
)
def test_what_is_no_whole_number_is_refused_in_a_sentence(
    asked: Callable[[hrss_tui.api.DataPack], object], opened: hrss_tui.api.DataPack
) -> None:
    """A year as a text would be equal to none, and the answer empty."""
    with pytest.raises(UsageError, match="不是一个整数"):
        asked(opened)


@pytest.mark.parametrize(
    "asked",
    [
        lambda pack: pack.search("就业", limit=-1),
        lambda pack: pack.budget("208", depth=-1),
        lambda pack: pack.show("plan-2021:23", context=-3),
    ],
)
def test_less_than_nothing_is_refused(
    asked: Callable[[hrss_tui.api.DataPack], object], opened: hrss_tui.api.DataPack
) -> None:
    """A limit below 0 would cut some of the hits from the end."""
    with pytest.raises(UsageError, match="不能小于 0"):
        asked(opened)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (lambda pack: pack.checks(status="fail"), "fail.*fails"),
        (lambda pack: pack.checks(status="fails", doc_id="plan-2O21"), "plan-2O21.*plan-2021"),
        (lambda pack: pack.checks(kind="summ"), "summ.*sum"),
        (lambda pack: pack.count("document"), "document.*documents"),
        (lambda pack: pack.column("document", "doc_id"), "document.*documents"),
        (lambda pack: pack.column("documents", "id"), "id.*doc_id"),
    ],
)
def test_a_name_of_nothing_is_refused_with_those_there_are(
    asked: Callable[[hrss_tui.api.DataPack], object], named: str, opened: hrss_tui.api.DataPack
) -> None:
    """Nothing, as an answer, would say that no sum fails, or that the table is empty."""
    with pytest.raises(UsageError, match=named):
        asked(opened)


@pytest.mark.parametrize("name", ["budget", "years", "documents", "departments"])
def test_a_phase_that_is_none_is_refused(name: str, opened: hrss_tui.api.DataPack) -> None:
    with pytest.raises(UsageError, match="budgte"):
        getattr(opened, name)(phase="budgte")
