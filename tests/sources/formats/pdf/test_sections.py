"""Heads of pages that name the section: they change from section to section, and are no text of the pages they stand on."""

from __future__ import annotations

from collections.abc import Callable

from tests.sources.formats.pdf.made import Sheet, read_pdf, texts

COLUMNS = (60, 160, 300, 400)
Draw = Callable[[Sheet], None]


def page(head: str, draw: Draw) -> Draw:
    def drawn(sheet: Sheet) -> None:
        sheet.text(60, 50, head, 9)
        draw(sheet)

    return drawn


def prose(*lines: str) -> Draw:
    def drawn(sheet: Sheet) -> None:
        for row, line in enumerate(lines):
            sheet.text(60, 120 + 20 * row, line)

    return drawn


def table(number: int) -> Draw:
    def drawn(sheet: Sheet) -> None:
        sheet.rows(COLUMNS, 100, ((f"2060{number}01", f"科研{number}", "31.20"),))

    return drawn


FIRST = ("癸州市科技局二〇三三年工作与预算", "上半年，癸州市登记失业人员再就业", "已经达到")
NEXT = ("2.7万人，比去年同期多0.4万人。",)


def test_heads_of_sections_part_no_sentence_and_no_table() -> None:
    file = read_pdf(
        page("第一部分 工作情况", prose(*FIRST)),
        page("第一部分 工作情况", prose(*NEXT)),
        page("第二部分 收支预算表", table(1)),
        page("第二部分 收支预算表", table(2)),
    )
    assert [line for line in file.lines if line] == [
        *FIRST,
        *NEXT,
        "第二部分 收支预算表",
        "2060101\t科研1\t31.20",
        "2060201\t科研2\t31.20",
    ]
    assert [grid.continues for grid in file.grids] == [False, True]


def test_left_and_right_pages_have_heads_of_their_own() -> None:
    file = read_pdf(
        page("癸州市科技局", prose(*FIRST)),
        page("二〇三三年公开文本", prose(*NEXT)),
        page("癸州市科技局", prose(*FIRST[1:])),
        page("二〇三三年公开文本", prose(*NEXT)),
        page("癸州市科技局", prose(*FIRST[1:])),
        page("二〇三三年公开文本", prose(*NEXT)),
    )
    assert list(file.lines) == [*FIRST, *NEXT, *FIRST[1:], *NEXT, *FIRST[1:], *NEXT]


def test_a_head_that_the_text_has_as_a_heading_is_left_out_wherever_it_stands() -> None:
    file = read_pdf(
        page("一、工作", prose("一、工作", *FIRST)),
        page("一、工作", prose(*NEXT)),
        page("二、支出", prose(*NEXT, "二、支出")),
        page("二、支出", prose(*FIRST)),
    )
    assert list(file.lines) == ["一、工作", *FIRST, *NEXT, *NEXT, "二、支出", *FIRST]


def test_titles_of_tables_at_the_head_of_each_page_are_kept() -> None:
    file = read_pdf(
        page("项目绩效目标表", table(1)),
        page("项目绩效目标表", table(2)),
        page("项目收入预算表", table(3)),
        page("项目收入预算表", table(4)),
    )
    assert [line for line in file.lines if "\t" not in line and line] == [
        *["项目绩效目标表"] * 2,
        *["项目收入预算表"] * 2,
    ]
    assert [texts(grid)[0][1] for grid in file.grids] == ["科研1", "科研2", "科研3", "科研4"]


def test_what_stands_at_the_head_of_two_of_many_pages_is_text() -> None:
    others = [prose(f"第{number}页的正文在此结束。") for number in range(1, 6)]
    file = read_pdf(page("甲科室", others[0]), page("甲科室", others[1]), *others[2:])
    assert file.lines.count("甲科室") == 2


def test_running_titles_with_the_number_of_the_page_are_left_out() -> None:
    def numbered(number: int, draw: Draw) -> Draw:
        def drawn(sheet: Sheet) -> None:
            sheet.text(60, 800, "癸州市科技局公开文本", 9)
            sheet.text(460, 800, f"第 {number} 页 共 4 页", 9)
            draw(sheet)

        return drawn

    def bare(number: int, draw: Draw) -> Draw:
        def drawn(sheet: Sheet) -> None:
            left = number % 2
            sheet.text(60 if left else 500, 50, f"{number}", 9)
            sheet.text(400 if left else 60, 50, "癸州市科技局公开文本", 9)
            draw(sheet)

        return drawn

    pages = (prose(*FIRST), prose(*NEXT), table(1), table(2))
    for kind in (numbered, bare):
        file = read_pdf(*(kind(number, draw) for number, draw in enumerate(pages, 1)))
        assert [line for line in file.lines if line] == [
            *FIRST,
            *NEXT,
            "2060101\t科研1\t31.20",
            "2060201\t科研2\t31.20",
        ]
        assert [grid.continues for grid in file.grids] == [False, True]


def test_the_numbers_of_two_pages_on_one_sheet_are_no_text() -> None:
    def sheet(number: int, draw: Draw) -> Draw:
        def drawn(page: Sheet) -> None:
            page.text(140, 810, f"- {number} -")
            page.text(430, 810, f"- {number + 1} -")
            draw(page)

        return drawn

    file = read_pdf(sheet(1, prose(*FIRST)), sheet(3, prose(*NEXT)))
    assert list(file.lines) == [*FIRST, *NEXT]
    assert [page.label for page in file.pages] == ["1", "3"]


def test_statements_that_two_pages_begin_with_are_text() -> None:
    said = "午县新增就业316人"
    file = read_pdf(
        *(page(head, prose(*FIRST)) for head in ("巳县新增就业84人", said, said, "未县新增就业52人"))
    )
    assert file.lines.count(said) == 2


def test_sums_at_the_foot_of_each_page_are_text() -> None:
    sums = ("本页合计        410", "本页合计        525", "本页合计        318")
    lines = [line for line in read_pdf(*map(summed, sums)).lines if line.startswith("本页合计")]
    assert [line.split()[-1] for line in lines] == ["410", "525", "318"]


def test_a_running_title_with_the_number_of_its_page_is_no_text() -> None:
    heads = (f"午县年报        {number}" for number in (11, 12, 13))
    assert not [line for line in read_pdf(*map(summed, heads)).lines if line.startswith("午县年报")]


def summed(last: str) -> Draw:
    def drawn(sheet: Sheet) -> None:
        for row, line in enumerate(FIRST):
            sheet.text(60, 80 + 20 * row, line)
        words = last.split()
        sheet.text(60, 790, words[0])
        sheet.text(300, 790, words[1])

    return drawn


def test_of_two_pages_what_both_have_in_smaller_type_is_a_running_title() -> None:
    text = (
        "上半年，癸州市登记失业人员再就业",
        "一万二千人，其中女性五千人，",
        "就业困难人员",
        "三千一百人，",
        "残疾人",
    )
    head = "癸州科技简报 总第128期"
    pages = [page(head, prose(*text)), page(head, prose(*NEXT, *text[1:]))]
    assert list(read_pdf(*pages).lines) == [*text, *NEXT, *text[1:]]
    other = [page(head, prose(*text)), page("癸州科技简报 失业率2.9%", prose(*NEXT, *text[1:]))]
    assert read_pdf(*other).lines[0] == head
    unit = "金额单位：万元"
    assert read_pdf(*(page(unit, table(at)) for at in (1, 2))).lines.count(unit) == 2
