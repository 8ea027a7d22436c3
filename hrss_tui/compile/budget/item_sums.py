"""What the sum of a 三公 table counts: 三公 with its items, and what is told beside them (会议费, 培训费).

合计 stands above both where the amounts say so; then 三公 is a part of it and no second sum of the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from hrss_tui.compile.budget.levels import is_total
from hrss_tui.money import last_digit
from hrss_tui.records import BudgetLine
from hrss_tui.reference.budget_tables import three_public_item

_WHOLE = "three_public"


def below_sum(rows: Sequence[BudgetLine]) -> tuple[list[BudgetLine], bool]:
    """The lines of a side of items with their levels below a sum that counts them all; and whether there is one."""
    groups: dict[tuple[str, str | None], list[BudgetLine]] = defaultdict(list)
    for line in rows:
        groups[line.measure, line.unit_name].append(line)
    counted = [key for key, lines in groups.items() if _is_all(lines)]
    if not counted:
        return list(rows), False
    over = {key for key, lines in groups.items() if _sum(lines) is not None and _whole(lines) is not None}
    return [_deeper(line) if (line.measure, line.unit_name) in over else line for line in rows], True


def _deeper(line: BudgetLine) -> BudgetLine:
    item = three_public_item(line.name)
    is_part = item is not None and not item.beside
    return msgspec.structs.replace(line, level=line.level + 1) if is_part else line


def _is_all(lines: Sequence[BudgetLine]) -> bool:
    """Is a sum what 三公, or where that is not printed its items, and all beside them are together, and not that alone?"""
    top, whole = _sum(lines), _whole(lines)
    if top is None:
        return False
    items = [(line, three_public_item(line.name)) for line in lines]
    beside = [line for line, item in items if item is not None and item.beside]
    own = [line for line, item in items if item is not None and not item.beside and line.level == 1]
    parts = [whole, *beside] if whole is not None else [*own, *beside]
    if whole is None and not (own and any(line.amount for line in beside)):
        return False
    slack = max(last_digit(line.amount, line.printed) for line in (top, *parts)) * (len(parts) + 1)
    return 2 * abs(top.amount - sum(line.amount for line in parts)) <= slack


def _sum(lines: Sequence[BudgetLine]) -> BudgetLine | None:
    """The one sum of no name; in a row of a unit the amount that no item names."""
    found = [line for line in lines if three_public_item(line.name) is None]
    named = len(found) == 1 and (is_total(found[0].name) or found[0].unit_name is not None)
    return found[0] if named else None


def _whole(lines: Sequence[BudgetLine]) -> BudgetLine | None:
    found = [line for line in lines if (item := three_public_item(line.name)) and item.key == _WHOLE]
    return found[0] if len(found) == 1 else None
