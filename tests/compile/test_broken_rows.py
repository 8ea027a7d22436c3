"""A row that a page break cut is one text."""

from __future__ import annotations

import msgspec

from hrss_tui.compile.broken_rows import joined_rows
from hrss_tui.records import Block, BudgetLine, Record


def block(line: int, text: str, kind: str = "table_row") -> Block:
    return Block(
        doc_id="d", line_start=line, line_end=line, block_id=f"d:{line}", parent_id=None, kind=kind, level=1, number=None,
        text=text, section="", breaks=[0, line],
    )  # fmt: skip


def fact(first: int, last: int) -> BudgetLine:
    return BudgetLine(
        doc_id="d", line_start=first, line_end=last, line_id=f"d:{first}.1", year=2031, department="甲局", table_no=2,
        table_title="收入表", table_kind="income", classification="functional", code="2080111", level=3, name="某某鉴定机构",
        parent_code="20801", unit_name=None, project=None, measure="total", measure_label="合计", amount=1, printed="1",
        code_restored=False, parent_id=None,
    )  # fmt: skip


def texts(records: list[Record]) -> list[str]:
    return [row.text for row in joined_rows(records) if isinstance(row, Block)]


def test_cells_go_on_in_their_columns() -> None:
    records = [block(5, "208\t某某鉴定机\t12.00\t<"), block(7, "\t构\t\t=3"), fact(5, 7)]
    (joined,) = [row for row in joined_rows(records) if isinstance(row, Block)]
    assert joined.text == "208\t某某鉴定机构\t12.00\t<=3"
    assert joined.line_end == 7
    at = joined.text.index("构")
    assert joined.breaks[:6] == [0, 5, at, 7, at + 1, 5]


def test_the_name_goes_on_under_another_header() -> None:
    records = [
        block(5, "208 01\t某某鉴定机\t12.00"),
        block(6, "单位：万元", "note"),
        block(7, "\t\t\t构\t"),
        fact(5, 7),
    ]
    assert texts(records) == ["208 01\t某某鉴定机构\t12.00", "单位：万元"]
    assert next(iter(joined_rows(records))).line_end == 5  # type: ignore[attr-defined]


def test_what_cannot_be_put_together_stays_as_it_is() -> None:
    halves = [block(5, "208\t某某鉴定机\t12.00"), block(7, "\t构\t其他\t3")]
    assert texts([*halves, fact(5, 7)]) == [row.text for row in halves]
    assert texts([*halves, fact(5, 5)]) == [row.text for row in halves]
    alone = msgspec.structs.replace(fact(5, 9))
    assert texts([*halves, alone]) == [row.text for row in halves]
