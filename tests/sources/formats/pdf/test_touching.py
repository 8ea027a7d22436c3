"""Cells of workbooks printed without rulings: an amount touches the text of the next column, and heads stand close."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.sources.formats.pdf.aligned.heads import heads_of
from hrss_tui.sources.formats.pdf.aligned.words import cell_words
from hrss_tui.sources.formats.pdf.lines import Line, lines_of
from hrss_tui.sources.formats.pdf.touching import with_cuts
from tests.sources.formats.pdf.made import FONT, Sheet, read_pdf, texts


def right(sheet: Sheet, x: float, y: float, text: str) -> None:
    sheet.text(x - sheet.canvas.stringWidth(text, FONT, 10), y, text)


def middle(sheet: Sheet, x: float, y: float, text: str) -> None:
    sheet.text(x - sheet.canvas.stringWidth(text, FONT, 10) / 2, y, text)


TWO_SIDED = (
    ("一、财政拨款", "7,316.25", "一、教育支出", "4,105.50"),
    ("二、事业收入", "218.40", "二、卫生健康支出", "3,000.15"),
    ("三、其他收入", "", "三、住房保障支出", "429.00"),
    ("收入总计", "7,534.65", "支出总计", "7,534.65"),
)


def two_sided(sheet: Sheet, top: float = 140, rows: Sequence[Sequence[str]] = TWO_SIDED) -> None:
    """The amounts of the left side end 2 points before the names of the right side begin."""
    for index, (name, amount, other, second) in enumerate(rows):
        y = top + 15 * index
        sheet.text(60, y, name)
        right(sheet, 258, y, amount)
        sheet.text(260, y, other)
        right(sheet, 460, y, second)


def two_sided_heads(sheet: Sheet, top: float = 110) -> None:
    for x, text in ((159, "收入"), (360, "支出")):
        middle(sheet, x, top, text)
    for x, text in ((110, "项目"), (220, "预算数"), (310, "项目"), (420, "预算数")):
        middle(sheet, x, top + 15, text)


def test_an_amount_and_the_name_that_it_touches_are_two_cells() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(200, 80, "部门收支总表", 16)
        two_sided_heads(sheet)
        two_sided(sheet)

    (grid,) = read_pdf(draw).grids
    assert texts(grid)[2:] == [list(row) for row in TWO_SIDED]


def test_a_number_that_belongs_to_a_text_is_not_cut_from_it() -> None:
    def draw(sheet: Sheet) -> None:
        for index, text in enumerate(("共投入18.5万元用于维护", "新建7.25公里水渠一条", "升级2.0系统三套")):
            sheet.text(60, 100 + 15 * index, text)
            sheet.text(300, 100 + 15 * index, f"第{index}项")

    assert [line.split("  ")[0] for line in read_pdf(draw).lines] == [
        "共投入18.5万元用于维护",
        "新建7.25公里水渠一条",
        "升级2.0系统三套",
    ]


def made_lines(sheet_lines: Sequence[tuple[float, float, str]]) -> list[Line]:
    """Lines of texts set 10 points high: left side, baseline, text."""
    from hrss_tui.sources.formats.pdf.seen import Char

    chars = []
    for x, y, text in sheet_lines:
        for at, char in enumerate(text):
            chars.append(Char(char, x + 10 * at, y - 8, x + 10 * at + 10, y + 2, y, 10))
    return lines_of(chars)


def test_only_what_others_stand_in_line_with_is_cut() -> None:
    alone = made_lines([(60, 100, "甲"), (100, 100, "3.50乙丙")])
    assert [word.text for word in cell_words(with_cuts(alone)[0])] == ["甲", "3.50乙丙"]
    several = made_lines(
        [(60, 100, "甲"), (100, 100, "3.50乙丙"), (140, 115, "丁"), (140, 130, "戊"), (60, 145, "己")]
    )
    assert [word.text for word in cell_words(with_cuts(several)[0])] == ["甲", "3.50", "乙丙"]


def heads(*texts_of: tuple[float, float, str]) -> list[str]:
    return [head.text for head in heads_of(made_lines(texts_of), ())]


def test_a_head_of_several_columns_does_not_take_the_middle_one_of_them() -> None:
    found = heads((130, 100, "车辆费用"), (95, 115, "小计"), (140, 115, "购置"), (185, 115, "运行"))
    assert found == ["车辆费用", "小计", "购置", "运行"]


def test_the_second_line_of_a_head_stays_with_it() -> None:
    assert heads((60, 100, "项目"), (140, 100, "资金来"), (150, 115, "源")) == ["项目", "资金来源"]
    bracketed = heads((140, 100, "资本支出"), (135, 115, "（基建类）"))
    assert bracketed == ["资本支出（基建类）"]


def test_what_is_longer_than_the_line_above_had_room_there() -> None:
    assert heads((160, 100, "决算数"), (130, 115, "办公设备购置费用")) == ["决算数", "办公设备购置费用"]


def test_the_levels_of_codes_stand_below_their_head() -> None:
    found = heads((80, 100, "科目编码"), (65, 115, "类"), (95, 115, "款"), (125, 115, "项"))
    assert found == ["科目编码", "类", "款", "项"]


def test_heads_that_leave_half_a_character_between_them_are_two() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(60, 100, "科目名称")
        sheet.text(160, 100, "一般公共预")
        sheet.text(160, 112, "算")
        sheet.text(215, 100, "政府性基金")
        sheet.text(215, 112, "预算")
        for index, (name, one, other) in enumerate(
            (("教育支出", "41.50", "12.25"), ("卫生支出", "8.75", ""), ("合计", "50.25", "12.25"))
        ):
            y = 130 + 18 * index
            sheet.text(60, y, name)
            right(sheet, 208, y, one)
            right(sheet, 262, y, other)

    (grid,) = read_pdf(draw).grids
    assert texts(grid)[0] == ["科目名称", "一般公共预算", "政府性基金预算"]


def test_nothing_follows_the_name_of_a_total() -> None:
    rows = (
        ("一、经费拨款", "640.00", "一、农林水支出", "515.30"),
        ("本年收入合计", "640.00", "本年支出合计", "515.30"),
        ("上年结转", "", "结转下年", ""),
        ("收入总计", "640.00", "支出总计", "640.00"),
    )

    def draw(sheet: Sheet) -> None:
        two_sided_heads(sheet)
        two_sided(sheet, rows=rows)

    (grid,) = read_pdf(draw).grids
    assert texts(grid)[2:] == [list(row) for row in rows]


def test_the_first_line_of_a_name_is_no_head() -> None:
    def draw(sheet: Sheet) -> None:
        middle(sheet, 105, 72, "科目名称")
        middle(sheet, 190, 72, "项目支")
        middle(sheet, 190, 85, "出合计")
        for top, lines, amount in (
            (99, ("城乡居民基", "本养老保险", "基金补助"), "36.80"),
            (142, ("农村公路养", "护和桥梁加", "固支出"), "21.45"),
            (185, ("公共图书馆",), "9.15"),
        ):
            for index, text in enumerate(lines):
                sheet.text(80, top + 13 * index, text)
            right(sheet, 210, top + 13 * (len(lines) // 2), amount)

    (grid,) = read_pdf(draw).grids
    assert texts(grid) == [
        ["科目名称", "项目支出合计"],
        ["城乡居民基本养老保险基金补助", "36.80"],
        ["农村公路养护和桥梁加固支出", "21.45"],
        ["公共图书馆", "9.15"],
    ]


def test_names_at_the_bottom_of_their_cells_have_their_first_lines_above_the_figures() -> None:
    def draw(sheet: Sheet) -> None:
        middle(sheet, 105, 80, "科目名称")
        middle(sheet, 190, 80, "合计")
        for top, lines, amount in (
            (100, ("公共图书馆",), "9.15"),
            (116, ("群众艺术馆",), "2.65"),
            (132, ("城乡居民基", "本养老保险", "基金补助"), "36.80"),
            (174, ("农村公路养", "护和桥梁加", "固支出"), "21.45"),
        ):
            for index, text in enumerate(lines):
                sheet.text(80, top + 13 * index, text)
            right(sheet, 210, top + 13 * (len(lines) - 1), amount)

    (grid,) = read_pdf(draw).grids
    assert texts(grid)[1:] == [
        ["公共图书馆", "9.15"],
        ["群众艺术馆", "2.65"],
        ["城乡居民基本养老保险基金补助", "36.80"],
        ["农村公路养护和桥梁加固支出", "21.45"],
    ]


def test_prose_that_names_a_year_below_a_table_is_no_row_of_it() -> None:
    def draw(sheet: Sheet) -> None:
        two_sided_heads(sheet)
        two_sided(sheet)
        sheet.text(60, 230, "第三部分2031年部门预算情况说明")
        sheet.text(60, 248, "本部门2031年收入预算7,534.65万元。")

    (grid,) = read_pdf(draw).grids
    assert texts(grid)[-1] == list(TWO_SIDED[-1])


def test_a_code_below_a_code_begins_a_row_of_its_own_on_the_next_page() -> None:
    rows = (
        ("30901", "房屋建筑物购建", "12.10"),
        ("30902", "办公设备购置", "3.45"),
        ("30903", "专用设备购置", "8.05"),
        ("30905", "基础设施建设", "31.40"),
        ("30906", "大型修缮与改造", "2.20"),
    )

    def first(sheet: Sheet) -> None:
        for x, text in ((60, "编码"), (130, "科目名称"), (280, "合计")):
            sheet.text(x, 700, text)
        for index, (code, name, amount) in enumerate(rows):
            y = 718 + 18 * index
            sheet.text(60, y, code)
            sheet.text(130, y, name)
            right(sheet, 310, y, amount)

    def second(sheet: Sheet) -> None:
        for index, (code, name, amount) in enumerate(
            (("30907", "信息网络建设", ""), ("30908", "物资储备", "5.60"), ("30999", "其他支出", "1.15"))
        ):
            y = 60 + 18 * index
            sheet.text(60, y, code)
            sheet.text(130, y, name)
            if amount:
                right(sheet, 310, y, amount)

    one, other = read_pdf(first, second).grids
    assert texts(one)[-1] == list(rows[-1])
    assert texts(other)[0] == ["30907", "信息网络建设", ""]


FLAT = (
    ("207", "文化支出", "9.00", "4.00", "3.00", "2.00", "1.00"),
    ("221", "住房支出", "8.50", "3.50", "3.00", "2.00", "0.50"),
)


def flat(sheet: Sheet) -> None:
    """A head over three columns, or over five: all labels stand on one line, as at the bottom of their cells."""
    middle(sheet, 340, 97, "本年支出")
    labels = ("编码", "科目名称", "总计", "人员", "商品服务", "其他", "结转")
    for x, text in zip((75, 150, 220, 280, 340, 400, 460), labels, strict=True):
        middle(sheet, x, 115, text)
    for index, (code, name, *amounts) in enumerate(
        (*FLAT, ("", "合计", "17.50", "7.50", "6.00", "4.00", "1.50"))
    ):
        y = 133 + 18 * index
        sheet.text(66, y, code)
        sheet.text(130, y, name)
        for x, amount in zip((235, 295, 355, 415, 475), amounts, strict=True):
            right(sheet, x, y, amount)


def test_a_head_that_may_be_over_two_columns_more_leaves_the_table_undivided() -> None:
    assert texts(read_pdf(flat).grids[0])[-1] == ["合计", "17.50 7.50 6.00 4.00 1.50"]


def test_a_head_below_the_unit_of_a_table_is_no_title() -> None:
    def draw(sheet: Sheet) -> None:
        sheet.text(200, 60, "部门出国经费预算", 16)
        right(sheet, 475, 80, "单位：万元")
        middle(sheet, 220, 97, "车辆费用")
        labels = ("单位名称", "合计", "出国费", "小计", "购置", "运行", "接待费")
        places = (75, 110, 145, 185, 220, 255, 295)
        for x, text in zip(places, labels, strict=True):
            middle(sheet, x, 115 if 160 < x < 290 else 106, text)
        for index, amounts in enumerate((("9.00", "3.00", "5.00", "4.00", "1.00", "1.00"),) * 3):
            sheet.text(55, 133 + 18 * index, f"第{'一二三'[index]}中心")
            for x, amount in zip(places[1:], amounts, strict=True):
                right(sheet, x + 12, 133 + 18 * index, amount)

    assert texts(read_pdf(draw).grids[0])[0] == ["单位名称", "合计", "出国费", "车辆费用", "", "", "接待费"]
