"""Pages of the web that a browser printed: what stands around them is no text and parts no table."""

from __future__ import annotations

import pytest

from tests.sources.formats.pdf.made import Sheet, read_pdf, texts

COLUMNS = (60, 160, 300, 400)


def sheet(page: Sheet, head: tuple[str, str], foot: tuple[str, str], number: int) -> None:
    for y, (left, right) in ((22, head), (830, foot)):
        page.text(26, y, left, 8)
        page.text(480 if y > 100 else 280, y, right, 8)
    page.rows(COLUMNS, 60 if number > 1 else 120, ((f"2060{number}01", f"科研{number}", "31.20"),))


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (("2033/4/7 09:15", "癸州市科技局预算"), ("https://www.guizhou.example/art/2033/1.html", "{}/2")),
        (("4/7/33, 9:15 AM", "癸州市科技局预算"), ("file:///C:/Users/a/1.html", "{}/2")),
        (("癸州市科技局预算", "https://www.guizhou.example/1.html"), ("{} of 2", "2033/4/7 下午9:15")),
        (("癸州市科技局预算", "http://10.1.2.3:8080/a?b=1"), ("{}/2", "2033-04-07 09:15:20")),
    ],
)
def test_address_and_sheet_number_are_left_out_and_the_table_goes_on(
    head: tuple[str, str], foot: tuple[str, str]
) -> None:
    def first(page: Sheet) -> None:
        page.text(60, 80, "2033年癸州市科技局支出")
        sheet(page, head, (foot[0].format(1), foot[1].format(1)), 1)

    def second(page: Sheet) -> None:
        sheet(page, head, (foot[0].format(2), foot[1].format(2)), 2)

    file = read_pdf(first, second)
    assert [line for line in file.lines if line] == [
        "2033年癸州市科技局支出",
        "2060101\t科研1\t31.20",
        "2060201\t科研2\t31.20",
    ]
    assert [page.label for page in file.pages] == ["1", "2"]
    assert [texts(grid)[0][1] for grid in file.grids] == ["科研1", "科研2"]


def test_the_only_sheet_loses_what_stands_around_it_too() -> None:
    def draw(page: Sheet) -> None:
        page.text(60, 80, "癸州市新增就业0.7万人。")
        sheet(page, ("2033/4/7 09:15", "癸州"), ("https://www.guizhou.example/1.html", "1/1"), 1)

    assert read_pdf(draw).lines[0] == "癸州市新增就业0.7万人。"
    assert len(read_pdf(draw).lines) == 2


def test_a_day_and_an_address_that_a_document_ends_with_are_kept() -> None:
    def draw(page: Sheet) -> None:
        page.text(60, 80, "癸州市新增就业0.7万人。")
        page.text(60, 800, "详见https://www.guizhou.example/1.html")
        page.text(60, 820, "2033年4月7日 09:15")

    assert list(read_pdf(draw).lines) == [
        "癸州市新增就业0.7万人。",
        "详见https://www.guizhou.example/1.html",
        "2033年4月7日 09:15",
    ]


TEXT = "癸州市今年新增就业0.7万人，比去年同期多，参加各类培训的有0.2万人，其中女性"
"""A line of text as wide as the page."""


@pytest.mark.parametrize(
    ("first", "second", "size", "whole"),
    [
        ("癸州市“十五五”以来新增就业累计达五十九万人，失业", "保险金连续三年按时发放", 18, True),
        ("癸州市“十五五”以来新增就业累计达五十九万人", "保险金连续三年按时发放", 18, False),
        ("关于癸州市失业保险金发放办法的修改征求意见的公告", "癸州市人力资源和社会保障局", 18, False),
        ("癸州市“十五五”以来新增就业累计达五十九万人，失业", "保险金连续三年按时发放", 12, False),
    ],
    ids=["no room", "room", "whole", "no larger type"],
)
def test_a_title_in_larger_type_goes_on_below_where_it_has_no_room(
    first: str, second: str, size: int, whole: bool
) -> None:
    def draw(page: Sheet) -> None:
        page.text(60, 80, first, size)
        page.text(60, 80 + 1.5 * size, second, size)
        for row in range(4):
            page.text(60, 160 + 20 * row, TEXT, 12)

    lines = [line for line in read_pdf(draw).lines if line]
    assert lines[0] == (first + second if whole else first)
