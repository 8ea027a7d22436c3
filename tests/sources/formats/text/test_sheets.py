"""Texts of which every page holds two, as prints of two pages a sheet give them."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.sources.decode import decode
from hrss_tui.sources.formats.form import SourceFile

PROSE = (
    "二、收支情况说明。本年收入四千三百一十二万元，",
    "其中一般公共预算拨款四千二百零九万元，占九成八；",
    "本年支出与本年收入相等，其中基本支出二千九百万元，",
    "项目支出一千四百一十二万元，主要用于技能培训和",
    "公共就业服务平台建设。",
    "三、名词解释。",
)
TABLE = (
    "      部门支出总表",
    "                 单位：万元",
    "科目          合计      基本支出",
    "农林水支出      72.60     12.10",
    "住房保障支出    536.00    345.00",
    "合计          608.60    357.10",
)


def sheet(left: Sequence[str], right: Sequence[str], first: int, shift: int = 1) -> str:
    """Two pages beside each other, the right one so many lines lower; their numbers in the last line."""
    lines = [
        (text.ljust(40) + other).rstrip()
        for text, other in zip(spread(left, 0), spread(right, shift), strict=True)
    ]
    return "\n".join([*lines, "", f"          {first}".ljust(55) + f"{first + 1}"]) + "\n\f"


def spread(lines: Sequence[str], shift: int) -> list[str]:
    """Every line followed by a blank one, `shift` blank ones before."""
    return [*[""] * shift, *(each for line in lines for each in (line, "")), ""][:13]


def reading(*sheets: str) -> SourceFile:
    return decode("".join(sheets).encode(), "a.txt")


def test_the_left_page_is_read_before_the_right_one() -> None:
    file = reading(sheet(PROSE, TABLE, 3), sheet(TABLE, PROSE, 5))
    lines = [line.split("\t")[0].strip() for line in file.lines if line.strip()]
    assert lines[: len(PROSE)] == list(PROSE)
    assert lines[-len(PROSE) :] == list(PROSE)
    assert [line.split() for line in file.lines if "536.00" in line] == [
        ["住房保障支出", "536.00", "345.00"]
    ] * 2
    assert [(page.number, page.label) for page in file.pages if page.first] == [
        (1, "3–4"),
        (2, "5–6"),
    ]
    assert file.notes == ()


def test_pages_that_cannot_be_parted_are_said_to_be_unread() -> None:
    """Rows of two tables in the same lines: nothing tells the gap between them from those of their columns."""
    rows = [line.lstrip() for line in TABLE[2:]]
    file = reading(sheet(rows, rows, 7, shift=0), sheet(rows, rows, 9, shift=0))
    assert [cell.text for grid in file.grids for cell in grid.cells if cell.text == "536.00"] == []
    assert ["1、2" in note for note in file.notes] == [True]


def test_two_figures_at_the_foot_of_one_page_are_none_of_pages() -> None:
    rows = "".join(f"第{at}组        {at}        {at + 1}\n" for at in range(3, 9))
    file = reading(
        f"各组人数\n{rows}合计          7        8\n\f", f"各组人数\n{rows}合计          1        2\n\f"
    )
    assert file.notes == ()
