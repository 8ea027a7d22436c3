"""Lines to blocks: what is joined, what stands alone, and that no line is lost."""

from pathlib import Path

import pytest

from hrss_tui.sources.decode import read_source
from hrss_tui.sources.document import parse
from hrss_tui.sources.outline import outline
from hrss_tui.sources.paragraphs import Kind, raw_blocks, whole_lines
from tests.conftest import SEEDS

SOURCES = sorted(SEEDS.glob("*.txt"))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text.text) for block in raw_blocks(whole_lines(text.split("\n")))]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name[:3])
def test_every_line_that_is_not_blank_belongs_to_exactly_one_block(path: Path) -> None:
    file = read_source(path)
    owned = [run.line for doc in parse(file) for block in doc.blocks for run in block.text.runs]
    lines = [line for i, line in enumerate(owned) if i == 0 or owned[i - 1] != line]
    assert sorted(lines) == [n for n, line in enumerate(file.lines, 1) if line.strip()]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name[:3])
def test_blocks_hold_every_printed_character(path: Path) -> None:
    file = read_source(path)
    printed = "".join("".join(file.lines).split())
    kept = "".join("".join(block.text.text for doc in parse(file) for block in doc.blocks).split())
    marks = sum(printed.count(mark) for mark in "*#")
    repeated = sum(len(piece.text) for doc in parse(file) for piece in doc.repeated)
    bullets = sum(line.startswith("- ") for line in file.lines)
    assert len(kept) == len(printed) - marks - repeated - bullets


def test_hard_wraps_are_joined_and_sentence_ends_are_not() -> None:
    text = "全区参加失业保险人数为三百一十三点九三万人，比上年末增加，其中新疆生\n\n产建设兵团职工也在统计范围之内，数据来自正式年报。\n\n第二段从这里开始。"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]
    assert "新疆生产建设兵团" in kinds(text)[0][1]


def test_numbered_titles_are_headings_and_numbered_sentences_items() -> None:
    text = "一、社会保险\n\n（一）养老保险\n\n这是一个完整的句子，用来给出足够的宽度，说明正文的行比标题的行要长得多。\n\n1. 教育支出占二成。\n\n（二）失业保险。各级部门要认真落实。"
    assert [kind for kind, _ in kinds(text)] == ["heading", "heading", "paragraph", "list_item", "list_item"]


def test_labels_open_a_block_of_their_own() -> None:
    text = "预算安排规模：八百万元\n项目承担单位：某厅本级\n资金分配情况：甲市一百万元，乙市二百万元，丙州三百万元，丁地区二百万元，合计为上述规模。"
    assert [block.split("：")[0] for _, block in kinds(text)] == [
        "预算安排规模",
        "项目承担单位",
        "资金分配情况",
    ]


def test_contents_are_items_and_their_broken_lines_joined() -> None:
    text = "目 录\n\n第一部分 概况\n\n一、关于某厅收支情\n\n况说明\n\n第一部分 概况\n\n正文在这里开始，并且这一行要足够长，才能看出标题与正文的区别。"
    found = kinds(text)
    assert ("list_item", "一、关于某厅收支情况说明") in found
    assert found[-2] == ("heading", "第一部分 概况")


def test_a_row_keeps_its_tabs() -> None:
    (row,) = raw_blocks(whole_lines(["\t\t总计\t1.00\t"]))
    assert (row.kind, row.text.text) == (Kind.TABLE_ROW, "\t\t总计\t1.00\t")


def test_numbered_notes_are_notes_of_the_whole_document() -> None:
    text = "一、劳动就业\n\n全年城镇新增就业四十七万人，比上年有所增加，就业形势总体保持稳定。\n\n注：\n\n1.本公报包含兵团。\n\n2.数据为年报数据。"
    placed = outline(raw_blocks(whole_lines(text.split("\n"))))
    assert [(block.kind.value, block.section) for block in placed[2:]] == [("note", "")] * 3


def test_the_line_below_a_table_number_is_its_title_in_a_document_of_tables_alone() -> None:
    text = "某厅预算\n\n表2\n\n一般公共预算支出情况表\n\n单位：万元\n\n科目\t合计\n213\t3.00"
    assert ("heading", "一般公共预算支出情况表") in kinds(text)


def test_what_a_picture_opens_is_an_item_though_no_stop_ends_it() -> None:
    text = "年终盘点来了，一起来看看过去一年为大家办了哪些实事↓↓\n\n01 技能篇\n\n✅培训学员0.84万人次，同比增长6.1%\n🏅新增技师231人\n📌就业创业\n\n下半年又办夜市招聘19场，到场求职者6300人次，大家都说方便实惠又热闹。\n1️⃣发放补贴74万元\n"
    assert kinds(text) == [
        ("paragraph", "年终盘点来了，一起来看看过去一年为大家办了哪些实事↓↓"),
        ("heading", "01 技能篇"),
        ("list_item", "培训学员0.84万人次，同比增长6.1%"),
        ("list_item", "新增技师231人"),
        ("heading", "就业创业"),
        ("paragraph", "下半年又办夜市招聘19场，到场求职者6300人次，大家都说方便实惠又热闹。"),
        ("list_item", "发放补贴74万元"),
    ]


def test_an_item_that_a_picture_opens_may_be_wrapped() -> None:
    text = "💰全年为参加城乡居民基本养老保险的困难群众代缴养老保险费共计\n八十二万元，没有一人掉队\n⭐签订就业协议的青年人数再创新高而且质量也比往年有所提升了\n"
    assert [part for _, part in kinds(text)] == [
        "全年为参加城乡居民基本养老保险的困难群众代缴养老保险费共计八十二万元，没有一人掉队",
        "签订就业协议的青年人数再创新高而且质量也比往年有所提升了",
    ]


def test_a_numbered_line_that_a_figure_and_a_comma_of_half_a_width_fill_begins_a_paragraph() -> None:
    text = "(一)农业和水利等支出类科目 43897.73 元,占支\n出总预算 10.73 %,同比增加 16803.36 元,增长 14.43%。\n(二)本站2033年度总支出 581.5 万元,其中本年支\n出480.7万元,较2032年度决算数减少90.5万元,下降15.8%。\n"
    assert [kind for kind, _ in kinds(text)] == ["list_item", "list_item"]


def test_a_heading_with_a_comma_is_no_beginning_of_the_paragraph_below_it() -> None:
    text = "2033年工作总结\n\n1.压实责任，织密社区“服务网”\n\n全年走访居民4120户，办理事项960件，开展培训38期，组织招聘会12场，提供岗位1500个，帮助就业困难人员就业210人。\n"
    assert kinds(text)[1] == ("list_item", "1.压实责任，织密社区“服务网”")
    short = "2033年计划\n\n一、主要目标：走访居民420户。\n\n二、现有条件\n\n全县上年度走访居民390户，办理事项260件，服务群众的力量逐步增强。\n"
    assert kinds(short)[2] == ("list_item", "二、现有条件")


def test_names_with_a_comma_before_their_figures_stand_line_by_line() -> None:
    """Each figure was of the name below it: 甲县，12人乙县，13人."""
    text = "2033年就业情况\n\n甲县，12人\n乙县，1,300 人；\n丙县，25.5%\n\n全年走访居民，\n12人\n"
    assert [part for _, part in kinds(text)][1:] == [
        "甲县，12人",
        "乙县，1,300 人；",
        "丙县，25.5%",
        "全年走访居民，12人",
    ]
    for rows in (
        ["2031年，12人", "2032年，13人"],
        ["2031年 12人", "2032年 13人"],
        ["甲县（653101），12人", "乙县（653102），13人"],
        ["12人，甲县", "13人，乙县"],
        ["12万元：甲局", "13万元：乙局"],
        ["各县全年完成情况如下：", "甲县，12人", "乙县，13人"],
    ):
        assert [part for _, part in kinds("\n".join(["2033年就业情况", "", *rows]))][1:] == rows


def test_a_line_that_tells_a_reason_is_no_title_and_one_that_names_reasons_is() -> None:
    long = "全县2033年走访居民4120户，办理事项960件，开展培训38期，组织招聘会12场，提供岗位1500个，帮助就业困难人员就业210人。"
    told = "培训支出下降的主要原因是班次减少"
    for line, kind in (
        (told, "paragraph"),
        ("培训支出变动的主要原因分析", "heading"),
        ("培训支出情况", "heading"),
    ):
        assert kinds(f"{long}\n\n{line}\n\n{long}\n")[1] == (kind, line)
