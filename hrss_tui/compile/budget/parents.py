"""Which amount counts an amount: the same column one level up, else the sum of the side it stands on."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.budget.levels import is_part
from hrss_tui.compile.budget.ordinals import without_ordinal
from hrss_tui.records import BudgetLine
from hrss_tui.reference.budget_tables import classification, three_public_item
from hrss_tui.reference.checks import carried
from hrss_tui.reference.things import things

_THINGS = things()
_PARTIAL = re.compile(re.any_of(_THINGS.money.partial))
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、")
_SECTION = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_BY_NATURE = re.compile(re.any_of(_THINGS.money.by_nature))


def parent_ids(rows: Sequence[BudgetLine], counted: bool) -> list[str | None]:
    """The line_id of the parent of every amount of a side, given in printed order; None where there is none.

    `counted`: the sum of a 三公 table counts what stands beside 三公, too.
    """
    partial = _partial(rows)
    sums = _sums(rows)
    found: list[str | None] = []
    above: dict[tuple[str, str | None], list[BudgetLine]] = {}
    coded: dict[str, int] = {}
    first = next((at for at, line in enumerate(rows) if line.code), len(rows))
    for at, line in enumerate(rows):
        if line.code:
            coded[line.code] = line.line_start
        if _is_share(line) or _closes_unit(line, rows[:at]):
            found.append(None)
            continue
        unit = _unit_of_items(line)
        stack = above.setdefault((line.measure, unit), [])
        while stack and stack[-1].level >= line.level and not _heads(stack[-1], line):
            stack.pop()
        inner = next((each for each in reversed(stack) if not is_sum(each)), None)
        counting = None if unit else _counting(line, at, sums.get(line.measure, []), first, partial)
        lost = inner is not None and _is_of_another(line, inner, coded)
        parent = None if lost or (_beside(line) and not counted) else inner or counting
        stack.append(line)
        found.append(parent.line_id if parent is not None else None)
    return found


def _is_of_another(line: BudgetLine, above: BudgetLine, coded: Mapping[str, int]) -> bool:
    """Is the row of an amount's own code one level up nearer than the amount above, which is of another code?

    Its amount of this column is blank or could not be read: the one above counts nothing of it.
    """
    own = line.parent_code
    return (
        own is not None
        and above.code is not None
        and not own.startswith(above.code)
        and coded.get(own, 0) > above.line_start
    )


def _heads(above: BudgetLine, line: BudgetLine) -> bool:
    """Is it 一、本年支出 over （一）教育支出 or 教育支出? Both are on the level of the 类, one by its code, one by its number."""
    head, name = ("".join(each.name.split()) for each in (above, line))
    if above.code is not None or not _CHAPTER.match(head):
        return False
    return bool(_SECTION.match(name)) or (line.code is not None and not _CHAPTER.match(name))


def _closes_unit(line: BudgetLine, above: Sequence[BudgetLine]) -> bool:
    """Is it the sum of a unit below the rows of that unit: no part of what follows, nor of the total beside these rows?"""
    if not (line.level == 0 and line.unit_name and is_part(line.name)):
        return False
    others = (each for each in above if each.line_start != line.line_start)
    return any(each.unit_name == line.unit_name for each in others)


def _is_share(line: BudgetLine) -> bool:
    """Is it what an area gets of the row's money?"""
    return line.unit_name is not None and classification(line.classification).areas


def _unit_of_items(line: BudgetLine) -> str | None:
    """The unit whose 三公 items stand in the columns of its row: they are counted by its own total alone."""
    return line.unit_name if classification(line.classification).rows == "items" else None


def _beside(line: BudgetLine) -> bool:
    """Does an amount of a 三公 table stand beside its total?"""
    item = three_public_item(line.name)
    return item is not None and item.beside and classification(line.classification).rows == "items"


def is_sum(line: BudgetLine) -> bool:
    """Is it an amount of a total row of all units?"""
    return line.level == 0 and line.unit_name is None


def _sums(rows: Sequence[BudgetLine]) -> dict[str, list[tuple[int, BudgetLine]]]:
    """The total rows by measure with their positions; sums by nature only where one of them closes the side."""
    found: dict[str, list[tuple[int, BudgetLine]]] = {}
    for at, line in enumerate(rows):
        if is_sum(line):
            found.setdefault(line.measure, []).append((at, line))
    for measure, sums in found.items():
        if sum(bool(_BY_NATURE.search(line.name)) for _, line in sums) > 1:
            found[measure] = [each for each in sums if not _BY_NATURE.search(each[1].name)]
    return found


def _partial(rows: Sequence[BudgetLine]) -> frozenset[int]:
    """The lines of sums that are parts of another: by their names, or because the next adds what is carried over (结转下年)."""
    found = {line.line_start for line in rows if is_sum(line) and _PARTIAL.search(line.name)}
    last: int | None = None
    between: list[str] = []
    for line in rows:
        if not is_sum(line):
            between.append("" if line.code else without_ordinal("".join(line.name.split())))
        elif line.line_start != last:
            if last is not None and between and all(name.startswith(carried()) for name in between):
                found.add(last)
            last, between = line.line_start, []
    return frozenset(found)


def _counting(
    line: BudgetLine,
    at: int,
    sums: Sequence[tuple[int, BudgetLine]],
    first: int,
    partial: Collection[int],
) -> BudgetLine | None:
    """The sum that counts an amount: the next one below (本年收入合计), else the last above.

    A sum is counted by another only where it is a part: 本年收入合计 in 总计. One above the `first` code counts all codes,
    though a grand total stands below them (本年支出合计, 208 …, 结转, 支出总计).
    """
    if is_sum(line):
        if line.line_start not in partial:
            return None
        sums = [each for each in sums if each[1].line_start not in partial]
    below = [each for index, each in sums if index > at]
    above = [each for index, each in sums if index < at]
    heads = [each for index, each in sums if index < first and each.line_start in partial]
    if line.code and heads and not any(each.line_start in partial for each in below):
        return heads[-1]
    return below[0] if below else above[-1] if above else None
