"""What a page says around a document is no figure of it and no part of its paragraphs."""

from __future__ import annotations

import pytest

from hrss_tui.compile.coverage import reading
from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.sources import marks
from hrss_tui.sources.formats.form import SourceFile


def figures(*lines: str) -> list[tuple[str, float, str | None]]:
    (document,) = compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", lines))
    rows = [row for row in document.harvest.records if isinstance(row, Observation)]
    return [(row.subject, row.value, row.period) for row in rows]


def test_counters_of_a_page_are_no_figures() -> None:
    lines = [
        "索引号：01-2020　浏览次数：350次　字号：大 中 小",
        "",
        "2020年遵义市就业总结",
        "",
        "2020年，遵义市培训农民工2.5万人。",
    ]
    assert [value for _, value, _ in figures(*lines)] == [2.5]


def test_titles_of_other_pages_below_a_text_are_no_figures() -> None:
    lines = ["遵义市2020年就业总结", "", "2020年，遵义市培训农民工2.5万人。"]
    around = [
        "上一篇：2019年全市培训农民工1.7万人",
        "下一篇：3月末失业率3.31%",
        "阅读 1.2万　赞 36　在看 12",
        "2.总结解读.pdf 下载次数：128次",
        "相关链接",
        "全市补贴培训突破4.8万人次",
        "2020-07-11",
        "上半年发放补贴9632万元",
    ]
    assert [value for _, value, _ in figures(*lines, *(each for line in around for each in ("", line)))] == [
        2.5
    ]


@pytest.mark.parametrize("label", ["相关文章", "头条推荐", "热门资讯"])
def test_titles_of_other_pages_may_cry_out(label: str) -> None:
    lines = [
        "遵义市2020年就业总结",
        "",
        "2020年，遵义市培训农民工2.5万人。",
        "",
        label,
        "",
        "最新！毕节8天招工3000人！",
        "",
        "高铁3小时到广州！",
        "",
        "养老金涨36元？",
    ]
    assert [value for _, value, _ in figures(*lines)] == [2.5]


def test_what_is_said_of_others_within_a_text_is_read() -> None:
    lines = [
        "遵义市2020年就业总结",
        "",
        "2020年，遵义市培训农民工2.5万人。",
        "",
        "相关链接",
        "",
        "2020年，遵义市发放补贴632万元。",
        "",
        "上一篇章讲的是2020年全市阅读推广活动36场。",
        "",
        "2020年，网站访问量：4.1万次。",
    ]
    assert [value for _, value, _ in figures(*lines)] == [2.5, 632, 36, 4.1]


def test_a_line_of_labels_is_not_glued_to_the_text_below() -> None:
    lines = ["遵义市就业情况", "", "2020-08-03 10:20　来源：市就业局", "2020年，遵义市培训农民工2.5万人。"]
    assert figures(*lines) == [("遵义市培训农民工", 2.5, "2020")]


def test_a_title_is_not_glued_to_a_short_paragraph() -> None:
    assert figures("遵义市2020年农民工工作总结", "2020年，遵义市培训农民工2.5万人。") == [
        ("遵义市培训农民工", 2.5, "2020")
    ]


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("2020-08-03", True),
        ("2020年8月3日 10:20", True),
        ("2020-08-03 10:20　来源：市就业局", True),
        ("来源：市就业局", True),
        ("发布日期：2020-08-03　浏览次数：35", True),
        ("责任单位：市教育局、市财政局", False),
        ("来源：市就业局，2020年新增就业3万人。", False),
        ("2020年全市新增就业3万人", False),
        ("2020年8月3日，全市新增就业3万人", False),
        ("其中：参保职工", False),
    ],
)
def test_stamps(line: str, stamp: bool) -> None:
    assert marks.is_stamp(line) is stamp


@pytest.mark.parametrize(
    ("line", "tools"),
    [
        ("【字体：大 中 小】", True),
        ("字号：[大] [中] [小] 打印", True),
        ("打印本页 | 关闭窗口", True),
        ("中小企业培训", False),
        ("【字体：宋体】", False),
        ("（一）", False),
        ("", False),
    ],
)
def test_words_of_a_page_are_a_line_of_their_own(line: str, tools: bool) -> None:
    assert marks.is_tools(line) is tools


def test_the_menu_of_a_site_above_its_breadcrumb_is_no_title() -> None:
    lines = [
        "首页",
        "信息公开",
        "政务服务",
        "互动交流",
        "当前位置：首页 > 工作动态",
        "",
        "遵义市：培训补贴提高到900元",
        "",
    ]
    body = (
        "近日，各项工作按照部署有序推进，各部门加强协作，服务能力和水平不断提高，广大群众的获得感明显增强。"
    )
    (document,) = compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", (*lines, body)))
    assert document.source.document.title == "遵义市：培训补贴提高到900元"


def unclaimed(*lines: str) -> tuple[tuple[int, int], ...]:
    (document,) = compile_documents(SourceFile("a.txt", "0" * 64, "utf-8", lines))
    return reading(document.source, document.harvest).open_lines


def test_numbers_alone_below_a_label_of_the_page_are_of_the_page() -> None:
    assert (
        unclaimed("3", "遵义市2020年就业总结", "浏览次数：", "1,350", "2020年，遵义市培训农民工2.5万人。")
        == ()
    )


@pytest.mark.parametrize("figure", ["46.20", "7,315", "83", "-1.4", "62.5%"])
def test_numbers_alone_are_no_furniture_where_no_label_stands_above_them(figure: str) -> None:
    lines = ("遵义市2020年就业总结", "表1 主要指标", "指标", "单位", "农民工培训", "万人次", figure)
    assert unclaimed(*lines) == ((7, 7),)
