"""Which of the columns that describe the rows of a side count: one of codes, one of names, where a header has more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from hrss_tui.compile.budget.header import HeaderColumn
from hrss_tui.compile.budget.labels import bare_label
from hrss_tui.reference.budget_tables import BudgetBlock, classification

NAMING = frozenset(("name", "project", "content", "unit_name"))
_LEVELS = frozenset(("code_class", "code_group", "code_item"))
_BARE_CODES = ("代码", "编码")


class Known(msgspec.Struct, frozen=True):
    """A column with what it is: a role, or a measure (and item); `guessed` where only its data tell."""

    column: HeaderColumn
    role: str | None
    measure: str | None
    item: str | None = None
    guessed: bool = False


def label_columns(known: Sequence[Known], block: BudgetBlock) -> tuple[tuple[int, str], ...]:
    """The label columns of a side, one of each role.

    Of two columns of codes or names (by function and by economic nature) the one that the block classifies by counts;
    where no column is known to hold names, the first column of words does.
    """
    roles = {each.column.index: each.role for each in known if each.role is not None}
    roles |= _levels_of_codes(known)
    for role in ("code", "name"):
        same = [each for each in known if each.role == role]
        own = [each for each in same if _classifies(each.column, block)] or _entries(same, block)
        own = own or _beside_others(same)
        own.sort(key=lambda each: _is_government(each.column))
        for each in same if own else ():
            if each.column.labels != own[0].column.labels:
                roles[each.column.index] = "second" if _is_government(each.column) else "attribute"
    roles |= _second_codes(known, roles, block)
    roles |= _of_other_codes(known, roles, block)
    roles.update((each.column.index, "attribute") for each in known if _numbers_units(each, roles))
    if not set(roles.values()) & NAMING:
        words = next((each for each in known if each.role == "attribute" and each.guessed), None)
        if words is not None:
            roles[words.column.index] = "name"
    return tuple(roles.items())


def _second_codes(known: Sequence[Known], roles: Mapping[int, str], block: BudgetBlock) -> dict[int, str]:
    """Roles of the columns 类, 款 and 项 of another classification, which stand beside those that the block classifies by."""
    found: dict[int, str] = {}
    for level in ("code_class", "code_group", "code_item"):
        same = [each for each in known if roles.get(each.column.index) == level]
        same.sort(key=lambda each: (_is_government(each.column), not _classifies(each.column, block)))
        for each in same[1:]:
            found[each.column.index] = "second" if _is_government(each.column) else "attribute"
    return found


def _beside_others(same: Sequence[Known]) -> list[Known]:
    """Of several columns of codes or names those that are not of the economic classification, where some are."""
    rest = [each for each in same if not _is_economic(each.column)]
    return rest if rest and len(rest) < len(same) else []


def _of_other_codes(known: Sequence[Known], roles: Mapping[int, str], block: BudgetBlock) -> dict[int, str]:
    """Roles of the columns 类, 款 and 项 of one classification beside a column of whole codes of another, of which one counts."""
    levels = [each for each in known if roles.get(each.column.index) in _LEVELS]
    whole = [each for each in known if roles.get(each.column.index) == "code"]
    if not levels or not whole or _is_economic(levels[0].column) == _is_economic(whole[0].column):
        return {}
    wanted = block.classification == "economic"
    left = levels if _is_economic(whole[0].column) == wanted else whole
    return {each.column.index: "attribute" for each in left}


def _numbers_units(each: Known, roles: Mapping[int, str]) -> bool:
    """Is it a column 代码 or 编码, of what it does not say, where rows name units and nothing else?"""
    bare = bare_label(each.column.leaf) in _BARE_CODES and len(each.column.labels) == 1
    return bare and "unit_name" in roles.values() and "name" not in roles.values()


def _levels_of_codes(known: Sequence[Known]) -> dict[int, str]:
    """Roles of three columns that stand under one label of codes: 类, 款 and 项."""
    for first, second, third in zip(known, known[1:], known[2:], strict=False):
        columns = (first.column, second.column, third.column)
        coding = first.role == second.role == third.role == "code"
        if coding and len({column.labels for column in columns}) == 1:
            levels = ("code_class", "code_group", "code_item")
            return {column.index: role for column, role in zip(columns, levels, strict=True)}
    return {}


def _entries(same: Sequence[Known], block: BudgetBlock) -> list[Known]:
    """Of several columns of names in a list of things the ones that name no class of spending or of things."""
    if len(same) < 2 or classification(block.classification).rows != "entries":
        return []
    words = ("经济", "功能", "科目", "类别")
    return [each for each in same if not any(word in label for label in each.column.labels for word in words)]


def _is_government(column: HeaderColumn) -> bool:
    """Is it a column of the government's classification, which stands beside that of the departments?"""
    return any("政府" in label for label in column.labels)


def _is_economic(column: HeaderColumn) -> bool:
    """Do the labels of a column say that it is of the economic classification?"""
    return any("经济" in label for label in column.labels)


def _classifies(column: HeaderColumn, block: BudgetBlock) -> bool:
    """Do the labels of a column name the classification of a block?"""
    word = "经济" if block.classification == "economic" else "功能"
    return any(word in label for label in column.labels)
