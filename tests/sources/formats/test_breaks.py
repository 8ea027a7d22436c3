"""Line ends inside a paragraph: over which of them its sentence runs on."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.breaks import without_soft_breaks
from hrss_tui.sources.formats.docx.reader import read as read_docx
from hrss_tui.sources.formats.html.reader import read as read_html
from hrss_tui.sources.formats.limits import Limits
from tests.sources.formats.docx.made import docx, p


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("丁县参保人数达到7.18", "万人。"),
        ("丁县参保人数达到 718", "人，其中女性 96 人。"),
        ("支出共3.6", "亿元，比上年多。"),
        ("新开办技工学校2", "所"),
        ("上半年，丁县失业人员再就业", "1.9万人。"),
        ("上半年，丁县失业人员再就业1.9万人，", "就业困难人员就业0.4万人。"),
        ("下拨就业补助、", "稳岗返还资金"),
        ("丁县参保人数达到7.18万人", "，支出增加。"),
        ("上半年，丁县城镇", "登记失业率为3.1%。"),
    ],
)
def test_a_sentence_runs_on_over_a_typed_line_end(above: str, below: str) -> None:
    assert without_soft_breaks(f"{above}\n{below}") == above + below


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("丁县参保7.18万人。", "支出3亿元。"),
        ("全年目标如下，", "1. 新增就业5万人。"),
        ("按规定执行，", "（二）抓好培训。"),
        ("地址：青山路9号，三楼", "电话：84512"),
        ("咨询电话84512", "人力资源科"),
        ("其中", "女性 4 人。"),
        ("特此公告，望周知", "2033年4月7日"),
        ("共办理3件；", "办结2件。"),
        ("预算安排如下：", "工资福利支出8万元"),
        ("共支出52", "48"),
        ("丁县参保达到7.18", "", ),
        ("二、劳动保障监察", "2033年末全县登记失业率为3.1%。"),
        ("二、创业、帮扶情况", "全县登记失业率为3.1%，比上年末低。"),
        ("创业、帮扶情况", "全县登记失业率为3.1%，比上年末低。"),
        ("（三）技能培训、鉴定", "4所技工学校新开办。"),
        ("　　各级、各部门", "　　登记失业率为3%。"),
        ("\u00a0\u00a0\u00a0\u00a0督查、考核", "\u00a0\u00a0\u00a0\u00a0登记失业率为3%。"),
    ],
)  # fmt: skip
def test_other_line_ends_part_what_stands_on_both_sides(above: str, below: str) -> None:
    assert without_soft_breaks(f"{above}\n{below}") == f"{above}\n{below}"


def test_statements_that_are_listed_without_stops_are_no_sentence() -> None:
    listed = "丁县新增就业718人，同比多96人\n困难人员就业84人，持平\n举办各类线上线下招聘会52场，比上年减少6场\n登记失业率2.7%，低于目标"
    assert without_soft_breaks(listed) == listed
    stopped = f"{listed}。"
    assert without_soft_breaks(stopped) == stopped


def test_lines_that_somebody_wrapped_are_one_sentence() -> None:
    wrapped = (
        "今年以来，丁县就业服务中心",
        "围绕重点群体，开展送岗位活",
        "动52场，发放补贴84万元，惠",
        "及企业96家。",
    )
    assert without_soft_breaks("\n".join(wrapped)) == "".join(wrapped)


def test_no_sentence_runs_on_over_a_blank_line() -> None:
    assert without_soft_breaks("丁县参保7.18\n\n万人。") == "丁县参保7.18\n\n万人。"


def test_a_figure_and_its_unit_on_two_lines_are_read_in_word_files_and_on_pages() -> None:
    runs = "<w:r><w:t>丁县参保7.18</w:t><w:br/><w:t>万人。</w:t></w:r>"
    assert read_docx(docx(p(runs)), "a.docx", Limits()).lines == ("丁县参保7.18万人。",)
    page = "<html><meta charset=utf-8><p>丁县参保&nbsp;7.18<br>\n万人。</p></html>"
    assert read_html(page.encode(), "a.html", Limits()).lines == ("丁县参保 7.18万人。",)


def test_letters_drawn_across_a_paragraph_are_no_part_of_its_sentence() -> None:
    drawn = '<w:r><w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict></w:r>'
    runs = f"<w:r><w:t>上半年，丁县失业人员</w:t></w:r>{drawn}<w:r><w:t>1.9万人。</w:t></w:r>"
    assert "内部资料" in read_docx(docx(p(runs)), "a.docx", Limits()).lines
