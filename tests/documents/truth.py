"""What a description must give, as JSON of the form of hand-read truth: one object a document, its tables row by row.

`pages` and `page` are 0: a description has no pages. A row's `code_implied` is the code that its ordinal stands for.
"""

from __future__ import annotations

from typing import Any

from tests.documents.described import Described, Expected, Row, Table

_KINDS = {"overview": "income_expenditure", "fiscal_overview": "appropriation"}


def truth(described: Described, file: str) -> dict[str, Any]:
    """The document as JSON values; `file` is the name under which it was written."""
    return {
        "id": described.id,
        "file": file,
        "title": described.title,
        "department": described.department,
        "year": described.year,
        "phase": described.phase,
        "pages": 0,
        "cells": sum(1 for _ in described.expected()),
        "tables": [_table(table) for table in described.tables],
        "real_errors": [
            {"kind": finding.kind, "what": finding.what, "values": list(finding.has)}
            for finding in described.findings
        ],
    }


def _table(table: Table) -> dict[str, Any]:
    flat = table.kind == "three_public"
    columns: dict[str, str] = {}
    for one in table.expected:
        columns.setdefault(_key(one, flat), one.name if flat else one.label)
    return {
        "kind": _KINDS.get(table.kind, table.kind),
        "title": table.title,
        "pages": [],
        "unit": table.unit,
        "empty": not table.expected,
        "note": "".join(table.notes) or None,
        "columns": [{"key": key, "label": label} for key, label in columns.items()],
        "rows": [_flat_row(table)] if flat else [line for row in table.rows for line in _rows(row)],
    }


def _key(one: Expected, flat: bool) -> str:
    """The key of an amount's column; 三公 has a column an item, however it is printed."""
    return f"{one.name}/{one.measure}" if flat else one.measure


def _flat_row(table: Table) -> dict[str, Any]:
    cells = {_key(one, True): _cell(one) for one in table.expected}
    return {"code": None, "level": 0, "name": None, "page": 0, "cells": cells}


def _rows(row: Row) -> list[dict[str, Any]]:
    """The lines that stand in one row: one, or one a side or block."""
    lines: dict[tuple[str, str | None, str, int], list[Expected]] = {}
    for cell in row.cells:
        if cell.expects is not None:
            one = cell.expects
            lines.setdefault((one.side, one.code, one.name, one.level), []).append(one)
    return [_line(cells) for cells in lines.values()]


def _line(cells: list[Expected]) -> dict[str, Any]:
    first = cells[0]
    line: dict[str, Any] = {
        "code": None if first.restored else first.code,
        "level": first.level,
        "name": first.name or None,
        "page": 0,
    }
    if first.side:
        line["side"] = first.side
    if first.restored:
        line["code_implied"] = first.code
    line["cells"] = {one.measure: _cell(one) for one in cells}
    return line


def _cell(one: Expected) -> dict[str, Any]:
    return {"text": one.printed, "yuan": None if one.fen % 100 else one.fen // 100, "fen": one.fen}
