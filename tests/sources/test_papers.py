"""Several papers in one file: where the second begins."""

import pytest

from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.papers import papers
from hrss_tui.sources.paragraphs import whole_lines

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
    "line",
    [
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


@pytest.mark.parametrize(("form", "count"), [("docx", 2), ("html", 2), ("pdf", 2), ("text", 2), ("xlsx", 1)])
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
