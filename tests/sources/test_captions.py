"""Rows of a table that are its title, its captions and its notes, not figures."""

from hrss_tui.sources.captions import Filled, is_caption_row, is_form_number, prose_rows

HEADER = [Filled("科目编码"), Filled("科目名称"), Filled("合计")]
FIGURES = [Filled("20801"), Filled("就业管理"), Filled("31.50")]


def one(text: str, columns: int = 1) -> list[Filled]:
    return [Filled(text, columns)]


def test_title_and_captions_above_the_header_are_prose() -> None:
    captions = [Filled("填报部门：甲县民政局", 2), Filled("单位：万元")]
    assert prose_rows([one("支出总表", 3), captions, HEADER, FIGURES], 3) == {0, 1}


def test_a_label_over_all_columns_below_the_captions_is_header() -> None:
    captions = [Filled("单位：元")]
    rows = [one("三公经费支出表", 3), captions, one("2031年经费预算数", 3), HEADER, FIGURES]
    assert prose_rows(rows, 3) == {0, 1}


def test_a_label_over_all_columns_is_header_where_a_title_stands_above_the_table() -> None:
    rows = [one("2031年经费预算数", 3), HEADER, FIGURES]
    assert prose_rows(rows, 3, titled=True) == set()
    assert prose_rows(rows, 3) == {0}
    assert prose_rows([one("收入总表", 3), HEADER, FIGURES], 3, titled=True) == {0}


def test_notes_below_are_prose_and_a_total_without_amount_is_a_row() -> None:
    rows = [HEADER, FIGURES, one("合计"), one("注：本表无数据"), one("以上数据已经审核。")]
    assert prose_rows(rows, 3) == {3, 4}
    assert prose_rows([HEADER, FIGURES, one("本表为空", 3)], 3) == {2}


def test_a_second_table_in_the_same_cells_has_its_own_title() -> None:
    rows = [HEADER, FIGURES, [], one("附表2"), one("收入总表", 3), HEADER, FIGURES]
    assert prose_rows(rows, 3) == {3, 4}
    assert prose_rows([HEADER, one("一、基本支出", 3), FIGURES, FIGURES], 3) == set()


def test_cells_that_never_stand_side_by_side_are_prose() -> None:
    assert prose_rows([one("某局主要职能"), [], one("负责就业。")], 5) == {0, 2}


def test_captions_with_their_values_in_the_next_cell() -> None:
    assert is_caption_row([Filled("编制部门："), Filled("甲县民政局"), Filled("单位：元")])
    assert is_caption_row([Filled("编 制 单 位：乙局"), Filled("2031年度"), Filled("公开03表")])
    assert not is_caption_row([Filled("编制部门"), Filled("甲县民政局")])
    assert not is_caption_row([Filled("单位：元"), Filled("31.50")])
    assert not is_caption_row([Filled("2031年"), Filled("2032年")])


def test_a_title_over_some_columns_or_with_its_number_begins_a_table_of_fewer_columns() -> None:
    narrow = [[Filled("名称"), Filled("金额")], [Filled("公务接待费"), Filled("3.10")]]
    assert prose_rows([HEADER, FIGURES, one("表八：三公经费支出表", 2), *narrow], 3) == {2}
    assert prose_rows([HEADER, FIGURES, one("附表8 三公经费支出表"), *narrow], 3) == {2}
    assert prose_rows([HEADER, FIGURES, one("其中：专用设备表"), FIGURES], 3) == set()


def test_the_name_of_a_body_without_a_label_stands_before_the_unit() -> None:
    assert is_caption_row([Filled("乙州档案馆"), Filled("金额单位：万元")])
    assert is_caption_row([Filled("丙县东河镇人民政府"), Filled("2032年度"), Filled("单位：元")])
    assert not is_caption_row([Filled("乙州档案馆"), Filled("31.50")])
    assert not is_caption_row([Filled("乙州档案馆"), Filled("丙县档案馆")])
    assert not is_caption_row([Filled("预算单位"), Filled("单位：元")])
    captions = [Filled("乙州档案馆", 2), Filled("金额单位：万元")]
    assert prose_rows([one("支出总表", 3), one("表1-2"), captions, HEADER, FIGURES], 3) == {0, 1, 2}


def test_numbers_of_forms_may_speak_of_budgets_and_accounts() -> None:
    for text in ("预算03表", "预算01-3表", "财决公开05表", "附表2", "表3-2"):
        assert is_form_number(text), text
    assert not is_form_number("预算表")
    assert not is_form_number("2031年决算表")


def test_a_label_over_all_columns_that_says_what_a_table_shows_is_its_title() -> None:
    for title in ("2031年上半年主要指标完成情况", "社会保险参保情况（快报）", "1—6月重点工作进度"):
        assert prose_rows([one(title, 3), HEADER, FIGURES], 3, titled=True) == {0}
    assert prose_rows([one("增减变动情况", 2), HEADER, FIGURES], 3, titled=True) == set()
    assert prose_rows([one("2031年目标任务", 3), HEADER, FIGURES], 3, titled=True) == set()
