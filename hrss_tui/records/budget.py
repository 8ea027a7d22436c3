"""Budget tables, their amounts and the year-on-year explanations of them."""

from __future__ import annotations

from typing import Annotated

from hrss_tui import lazy_re as re
from hrss_tui.money import FEN
from hrss_tui.records.base import Fact, Record, col

_NUMBERED = re.compile(
    r"(?:附|部门公开|公开)?表\s?(\d{1,4}|[一二三四五六七八九十]{1,3})(?!\d|[-—－]\d)[\s:：、.．—－-]{0,4}"
)
_NUMERALS = "〇一二三四五六七八九"


def table_called(number: int, title: str) -> str:
    """A table by number and title, 表3 部门支出总体情况表; the number once where the title begins with it (附表3-…, 表三…)."""
    own = _NUMBERED.match(title)
    rest = title[own.end() :] if own and own[1].lstrip("0") in (str(number), _numeral(number)) else title
    return f"表{number} {rest}".rstrip()


def _numeral(number: int) -> str:
    """A number up to 99 in Chinese."""
    tens, ones = divmod(number, 10)
    return (_NUMERALS[tens] if 1 < tens < 10 else "") + "十" * bool(tens) + (_NUMERALS[ones] if ones else "")


class BudgetTable(Fact, frozen=True, kw_only=True):
    """A budget table as printed, also where it is empty."""

    TABLE = "budget_tables"
    KEY = ("doc_id", "table_kind")
    table_no: Annotated[int, col("number as printed, else its position among the tables of the document")]
    table_kind: Annotated[str, col("what the table is, by title and columns, never by number")]
    title: Annotated[str, col("title as printed")]
    department: Annotated[str | None, col("编制部门 as printed")]
    year: Annotated[int | None, col("budget year")]
    unit: Annotated[str, col("unit of amount as printed")]
    amounts: Annotated[int, col("printed amounts")]
    empty: Annotated[bool, col("true where no amount is printed")]
    empty_reason: Annotated[str | None, col("why the table is empty, as printed")]
    phase: Annotated[str | None, col("budget or final, see documents")] = None
    note: Annotated[str | None, col("notes below the table, as printed")] = None


class BudgetLine(Fact, frozen=True, kw_only=True):
    """One amount of one budget table."""

    TABLE = "budget_lines"
    KEY = ("line_id",)
    line_id: Annotated[str, col("document, table, line and column of the cell")]
    year: Annotated[int | None, col("budget year")]
    department: Annotated[str | None, col("编制部门 as printed")]
    table_no: Annotated[int, col("table number as printed")]
    table_title: Annotated[str, col("table title as printed")]
    classification: Annotated[
        str,
        col(
            "what its rows are: functional, economic, income, three_public, outsourcing, carryover, projects, "
            "procurement, purchased_services or transfers"
        ),
    ]
    code: Annotated[str | None, col("classification code, digits only: 208, 20801, 2080199")]
    level: Annotated[int, col("0 total, 1 类, 2 款, 3 项")]
    name: Annotated[str, col("name of the row, broken names joined")]
    parent_code: Annotated[str | None, col("code one level up")]
    unit_name: Annotated[str | None, col("预算单位, where the table has it")]
    project: Annotated[str | None, col("project, where the table has it")]
    measure: Annotated[str, col("key of the column, the same for the same meaning in every table")]
    measure_label: Annotated[str, col("label of the column as printed")]
    amount: Annotated[int, col("amount", FEN)]
    printed: Annotated[str, col("amount as printed")]
    code_restored: Annotated[bool, col("true where the printed row lacks digits of the code")]
    table_kind: Annotated[str, col("kind of the table, see budget_tables")]
    parent_id: Annotated[str | None, col("line_id of the same column one level up")]
    phase: Annotated[str | None, col("budget or final, see documents")] = None
    project_id: Annotated[
        str | None,
        col("project the amount is of, by unit and amount; null where there is none or it is open"),
    ] = None


class BudgetChange(Fact, frozen=True, kw_only=True):
    """One year-on-year explanation of the budget's narrative."""

    TABLE = "budget_changes"
    KEY = ("change_id",)
    change_id: Annotated[str, col("document and place of the change")]
    code: Annotated[str | None, col("functional code, where the statement is about one")]
    code_restored: Annotated[bool, col("true where no table of the document holds the code")]
    name: Annotated[str, col("what the amount is of")]
    amount: Annotated[int | None, col("amount this year", FEN)]
    change: Annotated[int, col("signed change on last year", FEN)]
    percent: Annotated[float | None, col("signed change in percent as printed", "%")]
    previous_amount: Annotated[int | None, col("amount minus change (derived)", FEN)]
    reclassified: Annotated[bool, col("true where the reason names a change of functional code")]
    reason: Annotated[str | None, col("reason as stated")]
    year: Annotated[int | None, col("budget year")]
    printed: Annotated[str | None, col("amount as printed")]
    change_printed: Annotated[str, col("change as printed, without sign")]
    percent_printed: Annotated[str | None, col("percent as printed, without sign")]
    section: Annotated[str, col("section of the narrative")]
    share: Annotated[float | None, col("share of the whole in percent, where stated (占)", "%")]
    share_printed: Annotated[str | None, col("share as printed")]


class Measure(Record, frozen=True, kw_only=True):
    """A measure: what amounts of a column of budget tables are."""

    TABLE = "measures"
    KEY = ("measure",)
    measure: Annotated[str, col("key of the measure, see budget_lines")]
    name: Annotated[str, col("Chinese name")]
    name_en: Annotated[str | None, col("English name; null for a measure that has none")]
