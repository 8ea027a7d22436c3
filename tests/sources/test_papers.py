"""Several papers in one file: where the second begins."""

from pathlib import Path

import msgspec
import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import BudgetLine, Document
from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.papers import papers
from hrss_tui.sources.paragraphs import whole_lines
from tests.documents.described import PageBreak
from tests.documents.formats import chosen
from tests.documents.layouts import yunnan
from tests.documents.layouts.common import Department
from tests.documents.reading import known_kinds

_TEXT = ("第一部分 单位概况", "一、主要职能", "承担本地区事务。", "科目\t金额", "合计\t1,250.00")
_FIRST = "东河市教育局2031年部门预算公开"


def _starts(*lines: str, tops: frozenset[int] = frozenset()) -> list[int]:
    return papers(whole_lines(list(lines)), tops)


@pytest.mark.parametrize(
    "second",
    [
        "东河市卫生健康委员会2031年部门预算公开",
        "2031年东河市公安局部门预算",
        "东河市公安局 2031 年 部 门 预 算",
        "东河市教育局2030年部门预算公开说明",
        "东河市教育局2031年度部门决算",
        "关于东河市教育局2030年度部门决算情况的说明",
        "东河市教育局考试中心2031年单位预算",
        "2030年西山市人社事业统计公报",
        "东河市公安局二〇三一年部门预算",
        "二○三○年度东河市教育局部门决算",
        "东河市公安局部门预算公开",
        "东河市公安局2031年预算公开说明",
        "东河市教育局2030年度决算公开说明",
        "东河市公安局2031年部门预算及“三公”经费预算公开说明",
        "东河市公安局2031年部门预算编制说明",
        "## 东河市公安局2031年部门预算公开文本",
        "西山市“十五五”就业促进规划",
        "西山市2031年稳就业工作方案",
        "西山市人民政府办公室关于做好2031年春季招聘工作的通知",
        "西山市人力资源和社会保障局关于印发《2031年技能培训工作要点》的通知",
        "甘南省西山地区就业服务发展规划（2031—2035年）",
    ],
)
def test_a_paper_of_another_body_or_year_begins_at_its_title(second: str) -> None:
    assert _starts(_FIRST, *_TEXT, second, *_TEXT) == [0, 6]


def test_a_title_on_two_lines_of_a_cover_is_one() -> None:
    assert _starts("东河市教育局", "2031年部门预算", *_TEXT, "东河市公安局", "2031年部门预算", *_TEXT) == [
        0,
        7,
    ]


@pytest.mark.parametrize(
    "second",
    [
        ("东河市公安局", "二〇三一年", "部门预算公开"),
        ("2031年", "东河市公安局", "部门预算"),
        ("东河市", "公安局", "2031年部门预算", "公开说明"),
        ("东河市公安局", "", "2031年度", "", "部门决算"),
        ("西山市人民政府办公室", "关于印发西山市就业创业", "三年行动方案的通知"),
    ],
)
def test_a_title_over_several_lines_is_one(second: tuple[str, ...]) -> None:
    assert _starts(_FIRST, *_TEXT, *second, *_TEXT) == [0, 6]


@pytest.mark.parametrize("end", ["2031年2月8日", "东河市教育局", "二〇三一年二月八日"])
def test_a_title_stands_behind_who_signed_and_when(end: str) -> None:
    assert _starts(_FIRST, *_TEXT, end, "东河市公安局2031年部门预算公开", *_TEXT) == [0, 7]


def test_an_attachment_is_of_its_paper_but_the_budget_of_another_body_is_not() -> None:
    notice = "甘南省人社厅关于做好2031年技能培训工作的通知"
    assert _starts(notice, *_TEXT, "附件1", "西山市2031年技能培训工作方案", *_TEXT) == [0]
    assert _starts(notice, *_TEXT, "附件", "", "西山市2031年技能培训工作方案", *_TEXT) == [0]
    assert _starts(_FIRST, *_TEXT, "附件2：", "东河市公安局2031年部门预算", *_TEXT) == [0, 7]


@pytest.mark.parametrize(
    "line",
    [
        "东河市教育局二〇三一年部门预算公开",
        "东河市教育局部门预算公开说明",
        "东河市教育发展“十五五”规划",
        "东河市2031年校园安全工作方案",
        "东河市各县区2031年招生计划",
        "第二部分 2031年部门预算表",
        "部门预算公开说明",
        "《西山市2031年稳就业工作方案》",
        "见西山市2031年稳就业工作方案。",
        "东河市公安局2031年部门预算公开目录",
        "本单位2031年部门预算公开说明",
        "部门名称：东河市公安局部门预算",
        "附件：东河市公安局2031年部门预算",
        "老旧小区改造工作方案",
        "东河市教育局2031年部门预算公开",
        "教育局2031年部门预算说明",
        "关于甘南省东河市教育局2031年部门预算的说明",
        "第三部分 2031年部门预算情况说明",
        "第三部分",
        "2030年部门预算",
        "东河市公安局2031年\t部门预算",
        "按照要求，东河市公安局2031年部门预算公开",
    ],
)
def test_a_part_of_a_paper_begins_none(line: str) -> None:
    assert len(_starts(_FIRST, *_TEXT, line, "2031年部门预算情况说明", *_TEXT)) == 1


def test_a_title_in_the_middle_of_a_sentence_or_without_text_begins_none() -> None:
    other = "东河市公安局2031年部门预算公开"
    assert _starts(_FIRST, *_TEXT, "现将下列文件印发给你们即", other, *_TEXT) == [0]
    assert _starts(_FIRST, *_TEXT, other, "东河市水利局2031年部门预算公开") == [0]


def test_the_first_line_of_a_page_goes_on_with_nothing() -> None:
    lines = (_FIRST, *_TEXT, "联系电话", "东河市公安局2031年部门预算公开", *_TEXT)
    assert _starts(*lines) == [0]
    assert _starts(*lines, tops=frozenset({8})) == [0, 7]


@pytest.mark.parametrize(("form", "count"), [("docx", 2), ("html", 2), ("pdf", 2), ("text", 2), ("xlsx", 2)])
def test_papers_of_a_file_are_documents_with_their_own_lines(form: str, count: int) -> None:
    lines = (_FIRST, *_TEXT, "东河市公安局2031年部门预算公开", *_TEXT)
    file = SourceFile(
        "a", "0", "utf-8", lines, format=form, wrapped=False, facts=(("发布机构", "东河市教育局"),)
    )
    found = parse(file)
    assert len(found) == count
    assert found[0].file.facts
    if count > 1:
        assert found[1].file.facts == ()
        assert found[1].blocks[0].text.line_start == 7


def test_names_of_units_above_the_title_of_a_part_are_no_titles() -> None:
    part = "2031年部门预算情况说明"
    assert _starts(_FIRST, *_TEXT, "下属单位共两个：", "", "东河市教育局招生中心", "", part, *_TEXT) == [0]
    assert _starts(_FIRST, *_TEXT, "东河市教育局招生中心", "东河市教育局装备中心", part, *_TEXT) == [0]
    assert _starts(
        _FIRST, *_TEXT, "", "东河市教育局招生中心", "", "东河市教育局装备中心", "", part, *_TEXT
    ) == [0]


_OFFICES = (
    Department("lakes", "青屿县水务局", "青屿县", 821, ("21303",), ("青屿县河道管理所",), 100),
    Department("courts", "青屿县司法局", "青屿县", 822, ("20406",), ("青屿县法律援助中心",), 80),
)


@pytest.mark.parametrize("form", ["text", "docx"])
def test_the_tables_of_two_papers_stay_with_their_own(form: str, tmp_path: Path) -> None:
    given = [yunnan.budget(each, 2031) for each in _OFFICES]
    both = msgspec.structs.replace(given[0], parts=(*given[0].parts, PageBreak(), *given[1].parts))
    (made,) = chosen(form)
    (tmp_path / f"both{made.suffix}").write_bytes(made.render(both))
    tables = compile_folder(tmp_path).tables
    documents = [row for row in tables["documents"] if isinstance(row, Document)]
    assert [row.department for row in documents] == [one.department for one in given]
    for row, one in zip(documents, given, strict=True):
        lines = [line for line in tables["budget_lines"] if isinstance(line, BudgetLine)]
        own = sorted(line.amount for line in lines if line.doc_id == row.doc_id)
        assert own == sorted(
            expected.fen for table, expected in one.expected() if table.kind in known_kinds()
        )


@pytest.mark.parametrize(
    "heading",
    [
        "边远地区教师支持计划",
        "贫困地区用工帮扶措施",
        "各县市区用工服务方案",
        "开发区用工服务措施",
        "自治区技能培训行动方案",
        "2031年各县市用工保障措施",
    ],
)
def test_a_heading_that_names_no_certain_place_begins_no_paper(heading: str) -> None:
    assert _starts("东河市2031年就业工作总结", *_TEXT, heading, *_TEXT) == [0]


def test_a_plan_without_a_year_begins_where_it_names_a_place_there_is() -> None:
    assert _starts(_FIRST, *_TEXT, "辽宁省本溪市稳就业工作方案", *_TEXT) == [0, 6]
