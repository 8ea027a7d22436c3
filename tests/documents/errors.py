"""True errors put into a document, each with what a check must say: the document is well formed, but it is wrong.

Each function gives the document with one error more. Figures that the error names are as the document prints them.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from tests.documents.amounts import wan
from tests.documents.codes import ECONOMIC, NAMES
from tests.documents.described import Cell, Described, Finding, Prose, Row, Table


def wrong_total(described: Described, kind: str, measure: str = "total") -> Described:
    """The total of a table has two digits exchanged; it is read as printed."""

    table = _table(described, kind)
    at = max(number for number, row in enumerate(table.rows) if _total(row, measure))
    right = next(cell for cell in table.rows[at].cells if cell.expects and cell.expects.measure == measure)
    wrong = _reprinted(right, _exchanged(right.text))
    what = f"{table.title}: the total is not the sum of its parts"
    finding = Finding("arithmetic", what, (wrong.text,), (_read(wrong), _read(right)))
    return _with_table(described, table, _with_cell(table, at, right, wrong), finding)


def digit_too_many(described: Described, number: int = 0) -> Described:
    """An amount in the explanation of a 项 has its first digit twice."""
    at, prose = _item(described, number)
    printed = _figure(prose.text, "预算数为")
    wrong = printed[0] + printed
    text = prose.text.replace(f"预算数为{printed}万元", f"预算数为{wrong}万元")
    finding = Finding(
        "text_vs_table", "the text has a digit more than the table", (wrong, printed), (_fen(wrong),)
    )
    return _with_part(described, at, msgspec.structs.replace(prose, text=text), finding)


def wrong_growth(described: Described) -> Described:
    """A rate of growth that does not follow from its own two figures."""
    at, prose = next(
        (at, part)
        for at, part in enumerate(described.parts)
        if isinstance(part, Prose)
        and "预算数为" in part.text
        and ("增长" in part.text or "下降" in part.text)
    )
    word = "增长" if "增长" in prose.text else "下降"
    printed = _figure(prose.text, word, "%")
    whole, part = printed.split(".")
    wrong = f"{int(whole) + 7}.{part}"
    text = prose.text.replace(f"{word}{printed}%", f"{word}{wrong}%")
    return _with_part(
        described, at, Prose(text), Finding("percent", "the rate does not follow from its figures", (wrong,))
    )


def contradicted_code(described: Described, kind: str = "general_public_basic") -> Described:
    """An economic code beside the name of its neighbour: the name tells what is meant."""

    def code_of(cell: Cell) -> str:
        return cell.expects.code or "" if cell.expects else ""

    table = _table(described, kind)
    used = {code_of(cell) for row in table.rows for cell in row.cells}
    for at, row in enumerate(table.rows):
        code = next((code_of(cell) for cell in row.cells if len(code_of(cell)) == 5), "")
        wrong = f"{int(code) - 1}" if code else ""
        if not code or wrong not in ECONOMIC or wrong in used or len(wrong) != 5:
            continue
        made = _with_row(table, at, Row(tuple(_recoded(cell, code, wrong) for cell in row.cells)))
        finding = Finding("code", "a code contradicts its name", (wrong, ECONOMIC[code]))
        return _with_table(described, table, made, finding)
    raise ValueError(f"no code of {kind} has a free neighbour")


def impossible_code(described: Described, kind: str = "general_public") -> Described:
    """The class of one 项 is printed as 7: 7 11 02 for 210 11 02, which no year has."""
    table = _table(described, kind)
    for at, row in enumerate(table.rows):
        code = next(
            (cell.expects.code for cell in row.cells if cell.expects and len(cell.expects.code or "") == 7),
            None,
        )
        if code is None or not code.startswith("210"):
            continue
        wrong = "7" + code[3:]
        made = _with_row(table, at, Row(tuple(_recoded(cell, code, wrong) for cell in row.cells)))
        return _with_table(
            described, table, made, Finding("code", "a code that does not exist", ("7", NAMES[code]))
        )
    raise ValueError(f"no code in {kind}")


def empty_note(described: Described, kind: str = "general_public") -> Described:
    """A note says of a full table that it is empty."""
    table = _table(described, kind)
    note = f"注：本部门{described.year}年无相关预算安排，故本表为空表。"
    made = msgspec.structs.replace(table, notes=(*table.notes, note))
    return _with_table(
        described, table, made, Finding("note", "a note calls a full table empty", (table.title,))
    )


def copied_note(described: Described) -> Described:
    """The note of the empty table of state capital speaks of government funds."""
    table = _table(described, "state_capital")
    if table.expected or not table.notes:
        raise ValueError("the table is not empty")
    note = table.notes[-1].replace("国有资本经营", "政府性基金", 1)
    made = msgspec.structs.replace(table, notes=(*table.notes[:-1], note))
    return _with_table(
        described, table, made, Finding("note", "the note speaks of another budget", ("政府性基金",))
    )


def remnant(described: Described) -> Described:
    """Words of the template that nobody replaced."""
    at, prose = _item(described, 2)
    text = prose.text.partition("，")[0] + "，比上年预算增加（减少）10.00万元，主要原因是。"
    return _with_part(
        described, at, Prose(text), Finding("wording", "the template's words remain", ("增加（减少）",))
    )


def wrong_share(described: Described) -> Described:
    """A share of the whole that does not follow from part and whole."""
    at, prose = next(
        (at, part)
        for at, part in enumerate(described.parts)
        if isinstance(part, Prose) and "基本支出" in part.text and "，占" in part.text
    )
    printed = _figure(prose.text, "，占", "%")
    whole, part = printed.split(".")
    wrong = f"{(int(whole) + 11) % 100}.{part}"
    text = prose.text.replace(f"，占{printed}%", f"，占{wrong}%", 1)
    return _with_part(
        described, at, Prose(text), Finding("percent", "the share does not follow from its figures", (wrong,))
    )


def items_short(described: Described) -> Described:
    """A list of parts that does not add up to the amount it is said to make up."""
    one, two, whole = 41_370_000, 25_840_000, 76_210_000
    text = (
        f"{described.year}年政府采购预算{wan(whole)}，其中：政府采购货物预算{wan(one)}，政府采购工程预算{wan(0)}，"
        f"政府采购服务预算{wan(two)}。"
    )
    parts = (*described.parts[:-1], Prose(text), described.parts[-1])
    finding = Finding("arithmetic", "the parts do not add up", (wan(whole)[:-2],), (whole,))
    return msgspec.structs.replace(described, parts=parts, findings=(*described.findings, finding))


ERRORS: dict[str, Callable[[Described], Described]] = {
    "wrong-total": lambda described: wrong_total(described, "general_public"),
    "wrong-total-income": lambda described: wrong_total(described, "income"),
    "digit-too-many": digit_too_many,
    "wrong-growth": wrong_growth,
    "wrong-share": wrong_share,
    "contradicted-code": contradicted_code,
    "impossible-code": impossible_code,
    "empty-note": empty_note,
    "copied-note": copied_note,
    "remnant": remnant,
    "items-short": items_short,
}
"""Name → what puts the error in."""


def faulty(described: Described, name: str) -> Described:
    """The document with one error, under an id of its own."""
    made = ERRORS[name](described)
    return msgspec.structs.replace(made, id=f"{described.id}-{name}")


def _exchanged(text: str) -> str:
    """An amount with its first two different neighbouring digits exchanged."""
    for at in range(len(text) - 1):
        one, two = text[at], text[at + 1]
        if one.isdigit() and two.isdigit() and one != two and not (at == 0 and two == "0"):
            return text[:at] + two + one + text[at + 2 :]
    raise ValueError(f"{text} has no two digits to exchange")


def _reprinted(cell: Cell, text: str) -> Cell:
    if cell.expects is None:
        raise ValueError("no amount")
    unit = cell.expects.fen // _tens(cell.text) if _tens(cell.text) else 0
    return msgspec.structs.replace(
        cell, text=text, expects=msgspec.structs.replace(cell.expects, printed=text, fen=_tens(text) * unit)
    )


def _fen(text: str) -> int:
    """An amount of the prose, in 万元, in 分."""
    return _tens(text) * 10_000


def _read(cell: Cell) -> int:
    return cell.expects.fen if cell.expects else 0


def _tens(text: str) -> int:
    return int(text.replace(",", "").replace(".", ""))


def _total(row: Row, measure: str) -> bool:
    return any(
        cell.expects and cell.expects.level == 0 and cell.expects.measure == measure for cell in row.cells
    )


def _recoded(cell: Cell, code: str, wrong: str) -> Cell:
    """The cell of a row whose code is printed wrong: the same record, its code restored."""
    if cell.expects is not None:
        return msgspec.structs.replace(cell, expects=msgspec.structs.replace(cell.expects, restored=True))
    if cell.role != "code" or not cell.text:
        return cell
    if cell.text.startswith(code):
        return msgspec.structs.replace(cell, text=wrong + cell.text[len(code) :])
    if cell.text == code[:3] and wrong[:3] != code[:3]:
        return msgspec.structs.replace(cell, text=wrong[: len(wrong) - 4])
    if len(code) == 5 and cell.text == code[3:]:
        return msgspec.structs.replace(cell, text=wrong[3:])
    return cell


def _figure(text: str, before: str, after: str = "万元") -> str:
    start = text.index(before) + len(before)
    return text[start : text.index(after, start)]


def _item(described: Described, number: int) -> tuple[int, Prose]:
    """The n-th paragraph about a 项, with its place among the parts."""
    found = [
        (at, part)
        for at, part in enumerate(described.parts)
        if isinstance(part, Prose) and "（项）：" in part.text
    ]
    return found[number]


def _table(described: Described, kind: str) -> Table:
    return next(table for table in described.tables if table.kind == kind)


def _with_part(described: Described, at: int, part: Prose, finding: Finding) -> Described:
    parts = (*described.parts[:at], part, *described.parts[at + 1 :])
    return msgspec.structs.replace(described, parts=parts, findings=(*described.findings, finding))


def _with_table(described: Described, old: Table, new: Table, finding: Finding) -> Described:
    parts = tuple(new if part is old else part for part in described.parts)
    return msgspec.structs.replace(described, parts=parts, findings=(*described.findings, finding))


def _with_row(table: Table, at: int, row: Row) -> Table:
    return msgspec.structs.replace(table, rows=(*table.rows[:at], row, *table.rows[at + 1 :]))


def _with_cell(table: Table, at: int, old: Cell, new: Cell) -> Table:
    return _with_row(table, at, Row(tuple(new if cell is old else cell for cell in table.rows[at].cells)))
