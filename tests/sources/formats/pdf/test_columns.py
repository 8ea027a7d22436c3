"""Prose set in columns side by side: one column is read after the other."""

from __future__ import annotations

from tests.sources.formats.pdf.made import Sheet, read_pdf, texts

LEFT = (
    "上半年，己市城镇新增就业二点三万人，比上年",
    "同期多三千人。失业人员再就业九千人，就业困",
    "难人员就业一千二百人。全市组织招聘会四十场，",
    "进场单位一千六百家，提供岗位三万个，达成意",
    "向七千人。技能培训一万四千人次，取得证书的",
    "有九千人次。发放创业担保贷款八千六百万元，",
)
RIGHT = (
    "带动就业三千人。六月末，己市参加失业保险的",
    "有三十一万人，参加工伤保险的有三十四万人，",
    "基金收入五亿元，支出四亿元。处理劳动人事争",
    "议案件六百件，为八百名劳动者追回工资七百万",
    "元。全市在岗职工月平均工资比去年同期提高百",
    "分之四，社会保障卡持卡人数达到九十万人。",
)


def columns(page: Sheet, top: float = 120, *sides: tuple[float, tuple[str, ...]]) -> None:
    for x, lines in sides:
        for row, line in enumerate(lines):
            page.text(x, top + 18 * row, line)


def test_columns_are_read_one_after_the_other() -> None:
    def draw(page: Sheet) -> None:
        page.text(200, 80, "己市人社工作上半年情况", 16)
        columns(page, 120, (60, LEFT), (290, RIGHT))
        page.text(60, 300, "本刊由己市人民政府办公室编辑，每月出版两期，免费发送到全市各乡镇和村（社区）。")

    title, *lines, foot = read_pdf(draw).lines
    assert title == "己市人社工作上半年情况"
    assert lines == [*LEFT, *RIGHT]
    assert foot.startswith("本刊由")


def test_three_columns() -> None:
    third = tuple(line.replace("己", "庚") for line in LEFT)

    def small(page: Sheet) -> None:
        for x, lines in ((20, LEFT), (210, RIGHT), (400, third)):
            for row, line in enumerate(lines):
                page.text(x, 126 + 18 * row, line, 8)

    assert list(read_pdf(small).lines) == [*LEFT, *RIGHT, *third]


def test_marks_that_hang_into_the_gutter_and_short_last_lines_leave_columns() -> None:
    left = (*LEFT[:2], "达成意向的有七千人。", *LEFT[2:])

    def draw(page: Sheet) -> None:
        columns(page, 120, (60, left), (287, RIGHT))

    assert list(read_pdf(draw).lines) == [*left, *RIGHT]


def test_a_table_stands_in_its_column() -> None:
    def draw(page: Sheet) -> None:
        columns(page, 120, (60, LEFT), (290, RIGHT))
        page.rows((60, 150, 260), 240, (("县区", "人数"), ("辛县", "31"), ("壬县", "47")))
        columns(page, 320, (60, LEFT))
        columns(page, 240, (290, RIGHT))

    file = read_pdf(draw)
    assert [line for line in file.lines if "\t" not in line and line] == [*LEFT, *LEFT, *RIGHT, *RIGHT]
    assert texts(file.grids[0]) == [["县区", "人数"], ["辛县", "31"], ["壬县", "47"]]
    assert file.grids[0].first == len(LEFT) + 1


def test_page_numbers_below_columns_are_no_text_of_theirs() -> None:
    def draw(page: Sheet) -> None:
        columns(page, 120, (60, LEFT * 6), (290, RIGHT * 6))
        page.text(60, 820, "— 4 —")

    assert list(read_pdf(draw).lines) == [*LEFT * 6, *RIGHT * 6]


def test_names_and_figures_side_by_side_are_no_columns() -> None:
    rows = [(f"第{number}项补贴资金", f"{number * 31}.50") for number in range(1, 9)]

    def draw(page: Sheet) -> None:
        for row, (name, figure) in enumerate(rows):
            page.text(60, 120 + 18 * row, name)
            page.text(290, 120 + 18 * row, figure)

    assert [tuple(line.split()) for line in read_pdf(draw).lines if line.strip()] == rows


def test_lines_of_columns_that_stand_at_different_heights_are_not_mixed() -> None:
    def draw(page: Sheet) -> None:
        page.text(60, 104, "一、庚县就业情况", 16)
        for row, line in enumerate(LEFT):
            page.text(60, 136 + 18 * row, line)
        for row, line in enumerate(RIGHT):
            page.text(290, 109 + 22 * row, line)

    assert list(read_pdf(draw).lines) == ["一、庚县就业情况", *LEFT, *RIGHT]


def test_items_of_a_list_are_lines_of_a_column() -> None:
    items = ("一是培训两万人次；", "二是发放贷款三十笔", "五百万元；", "三是开展招聘会二十", "场。")

    def draw(page: Sheet) -> None:
        columns(page, 120, (60, LEFT))
        columns(page, 131, (290, RIGHT[:3]))
        for row, line in enumerate(items):
            page.text(326 if line in items[:2] or line == items[3] else 350, 185 + 18 * row, line)
        columns(page, 228, (60, RIGHT))

    read = list(read_pdf(draw).lines)
    assert read[: len(LEFT) + len(RIGHT)] == [*LEFT, *RIGHT]
    assert "".join(read[len(LEFT) + len(RIGHT) :]) == "".join((*RIGHT[:3], *items))


def test_a_gutter_shows_where_one_of_three_columns_begins_below_the_others() -> None:
    third = tuple(line.replace("己", "庚") for line in LEFT)

    def small(page: Sheet) -> None:
        for x, top, lines in ((20, 143, LEFT), (210, 126, RIGHT), (400, 126, third)):
            for row, line in enumerate(lines):
                page.text(x, top + 18 * row, line, 8)

    assert list(read_pdf(small).lines) == [*LEFT, *RIGHT, *third]


def test_rows_of_names_at_different_heights_are_no_columns() -> None:
    left = [f"第{number}项补贴" for number in "一二三四五六七八"]
    right = [
        f"由{name}支付"
        for name in ("甲局", "乙镇人民政府", "丙村", "丁委员会", "戊局", "己乡", "庚办", "辛所")
    ]

    def draw(page: Sheet) -> None:
        for row, (name, payer) in enumerate(zip(left, right, strict=True)):
            page.text(60, 120 + 22 * row, name)
            page.text(290, 124 + 22 * row, payer)

    found = "".join(" ".join(read_pdf(draw).lines).split())
    assert found.startswith(left[0] + right[0] + left[1] + right[1])


def test_a_title_across_some_of_the_columns_leaves_them() -> None:
    third = tuple(line.replace("己", "庚") for line in LEFT)

    def small(page: Sheet) -> None:
        page.text(20, 90, "己市、庚市人力资源和社会保障事业发展统计公报", 13)
        for x, top, lines in ((20, 126, LEFT * 4), (210, 133, RIGHT * 4), (400, 126, third * 4)):
            for row, line in enumerate(lines):
                page.text(x, top + 18 * row, line, 8)

    assert list(read_pdf(small).lines)[1:] == [*LEFT * 4, *RIGHT * 4, *third * 4]


def test_what_is_told_beside_a_text_in_a_narrower_column_is_not_mixed_with_it() -> None:
    narrow = (
        "庚县公园四十座，比上年",
        "多三座，树木两万棵，花",
        "草九百亩。游客六十万人",
        "次，收入三千万元，客房",
        "四百间。全县图书馆九座",
        "，藏书五十万册，读者四",
        "万人次。",
    )

    def draw(page: Sheet) -> None:
        columns(page, 120, (60, (*LEFT, *RIGHT)))
        columns(page, 147, (360, narrow))

    assert list(read_pdf(draw).lines) == [*LEFT, *RIGHT, *narrow]
