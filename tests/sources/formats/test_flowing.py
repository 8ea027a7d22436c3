"""Lines of a PDF that go on with the line above, told by where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hrss_tui.sources.document import parse
from hrss_tui.sources.paragraphs import Kind
from tests.sources.formats.pdf.made import Draw, Sheet, read_pdf

LEFT, SIZE, CELLS = 90.0, 15.0, 20
"""The left margin, the type, and how many characters a full line holds."""


def page(lines: Sequence[str], top: float = 80.0, pitch: float = 29.0) -> Draw:
    """Lines below each other: two characters farther in where they begin with two wide blanks."""

    def draw(sheet: Sheet) -> None:
        for row, line in enumerate(lines):
            text = line.lstrip("\u3000")
            sheet.text(LEFT + SIZE * (len(line) - len(text)), top + pitch * row, text, SIZE)

    return draw


def wrapped(*paragraphs: str, indent: str = "\u3000\u3000") -> list[str]:
    """Paragraphs as a page of so many characters holds them; none of them holds digits or letters."""
    lines = []
    for paragraph in paragraphs:
        text = indent + paragraph
        lines += [text[at : at + CELLS] for at in range(0, len(text), CELLS)]
    return lines


def blocks(*pages: Draw) -> list[tuple[Kind, str]]:
    (document,) = parse(read_pdf(*pages))
    return [(block.kind, block.text.text) for block in document.blocks]


FILLING = (
    "全区水利系统编制内人员和聘用人员的经费由区级财政按月拨付。",
    "各乡镇的水库由所在地的管理站看护并且每季度报告一次水位。",
    "汛期以前全部堤坝都已经由专业队伍巡查过两遍没有发现险情。",
    "枯水期间各条主渠道都安排专人清理并且拍摄照片留存备查。",
)
ENDS_AT_MARGIN = "灌区改造项目的资金全部来自于区财政。年初预算已经由人大会议通过并于次日公开。"
"""Its first sentence ends where the first line does."""
BEGINS_LIKE_A_LABEL = "灌区改造项目决算数同年初所报数相比实大于预算的主要原因：材料价格上涨并且工期延长。"
"""Its second line begins like a label."""


def test_a_sentence_that_ends_at_the_margin_ends_no_paragraph() -> None:
    assert len(("\u3000\u3000" + ENDS_AT_MARGIN).partition("。")[0]) == CELLS - 1
    found = blocks(page(wrapped(*FILLING, ENDS_AT_MARGIN)))
    assert [text for _, text in found] == [*FILLING, ENDS_AT_MARGIN]


def test_a_line_that_begins_like_a_label_goes_on() -> None:
    assert "\u3000\u3000" + BEGINS_LIKE_A_LABEL[: CELLS - 2] == wrapped(BEGINS_LIKE_A_LABEL)[0]
    assert wrapped(BEGINS_LIKE_A_LABEL)[1].startswith("大于预算的主要原因：")
    assert blocks(page(wrapped(*FILLING, BEGINS_LIKE_A_LABEL)))[-1][1] == BEGINS_LIKE_A_LABEL


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    lines = wrapped(*FILLING, ENDS_AT_MARGIN)
    found = blocks(page(lines[:-1]), page([lines[-1], *wrapped(*FILLING)]))
    assert [text for _, text in found] == [*FILLING, ENDS_AT_MARGIN, *FILLING]


def test_a_numbered_sentence_of_two_lines_is_an_item_and_no_heading() -> None:
    item = "（一）承担各项水利工程的建设以及管理工作并组织实施。"
    found = blocks(page(wrapped(*FILLING, item)))
    assert found[-1] == (Kind.LIST_ITEM, item)


def test_a_sentence_broken_by_hand_goes_on() -> None:
    lines = [*wrapped(*FILLING), "\u3000\u3000总支出减少。主要原因：", "部分工程按进度付款。"]
    assert blocks(page(lines))[-1][1] == "总支出减少。主要原因：部分工程按进度付款。"


def test_what_is_listed_at_the_margin_stays_apart() -> None:
    units = ["东岭水库管理所", "西岭水库管理所"]
    found = blocks(page([*wrapped(*FILLING), "\u3000\u3000纳入的单位包括：", *units]))
    assert [text for _, text in found][-2:] == units


def test_an_item_that_begins_at_the_margin_below_a_full_line_is_an_item() -> None:
    found = blocks(page([*wrapped(*FILLING), ENDS_AT_MARGIN[:CELLS], "2、河道清淤工程已经完工。"]))
    assert found[-1] == (Kind.LIST_ITEM, "2、河道清淤工程已经完工。")


def none_flow(draw: Callable[[], Draw]) -> bool:
    return not read_pdf(draw()).rest


def test_without_indents_nothing_tells_the_rest_of_a_line_from_a_paragraph() -> None:
    assert none_flow(lambda: page(wrapped(*FILLING, ENDS_AT_MARGIN, indent="")))


def test_lines_far_below_each_other_do_not_flow() -> None:
    assert none_flow(lambda: page(wrapped(*FILLING[:2], ENDS_AT_MARGIN), pitch=60.0))


def test_lines_of_another_type_do_not_flow() -> None:
    def draw(sheet: Sheet) -> None:
        page(wrapped(*FILLING, ENDS_AT_MARGIN[: CELLS - 2]))(sheet)
        sheet.text(LEFT, 80.0 + 29.0 * 9, "此页小字说明另有其事", 9)

    assert read_pdf(draw).rest == (2, 4, 6, 8)
