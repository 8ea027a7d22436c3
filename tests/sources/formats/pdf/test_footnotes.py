"""Footnotes at the foot of a page: a sentence goes on behind them on the next page."""

from __future__ import annotations

import pytest

from tests.sources.formats.pdf.made import Sheet, read_pdf

OPEN = ("上半年，辰市把稳就业放在首位，全市失业人员再就业", "达到一定规模，其中城镇登记失业人员共有")
REST = "2.7万人，比去年同期多0.4万人。"


def body(page: Sheet, last: tuple[str, ...]) -> None:
    for row in range(20):
        page.text(60, 80 + 30 * row, f"第{row + 1}个区县的就业工作按照要求有序推进，情况良好。", 14)
    for row, line in enumerate(last):
        page.text(60, 680 + 24 * row, line, 14)


def second(page: Sheet) -> None:
    page.text(60, 80, REST, 14)


@pytest.mark.parametrize("mark", ["1 ", "① ", "[1]", "注：", "*"])
def test_notes_stand_before_the_paragraph_that_the_page_leaves_open(mark: str) -> None:
    def first(page: Sheet) -> None:
        body(page, OPEN)
        page.line(60, 730, 200, 730)
        page.text(60, 745, f"{mark}含灵活就业人员3.1万人，", 9)
        page.text(60, 758, "不含退役士兵。", 9)

    lines = read_pdf(first, second).lines
    assert [line.strip() for line in lines[-5:]] == [
        f"{mark}含灵活就业人员3.1万人，".strip(),
        "不含退役士兵。",
        *OPEN,
        REST,
    ]
    assert read_pdf(first, second).pages[1].first == len(lines)


def test_notes_below_a_sentence_that_ends_stay_where_they_are() -> None:
    def first(page: Sheet) -> None:
        body(page, (*OPEN, "2.7万人。"))
        page.text(60, 760, "1 含灵活就业人员3.1万人。", 9)

    assert read_pdf(first, second).lines[-3:] == ("2.7万人。", "1 含灵活就业人员3.1万人。", REST)


def test_small_type_without_a_mark_and_a_mark_in_the_type_of_the_text_are_no_notes() -> None:
    def small(page: Sheet) -> None:
        body(page, OPEN)
        page.text(60, 745, "来源：辰市就业服务中心", 9)

    def large(page: Sheet) -> None:
        body(page, OPEN)
        page.text(60, 745, "1 含灵活就业人员3.1万人，", 14)

    assert read_pdf(small, second).lines[-2] == "来源：辰市就业服务中心"
    assert read_pdf(large, second).lines[-2].startswith("1 含灵活")


@pytest.mark.parametrize("heading", ["三、培训项目安排", "培训项目安排"])
def test_a_list_in_small_type_stays_below_its_heading(heading: str) -> None:
    rows = [f"{row} {name}培训经费{row + 20}万元" for row, name in enumerate(("焊工", "电工", "护理"), 1)]

    def first(page: Sheet) -> None:
        body(page, (heading,))
        for row, text in enumerate(rows):
            page.text(60, 700 + 14 * row, text, 9)

    assert list(read_pdf(first, second).lines[-5:]) == [heading, *rows, REST]
