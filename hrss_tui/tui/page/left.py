"""What a reader has made of a page beyond what its view string says: done again where the page is made or filled anew.

Typed text, folds, the order of a table, marked rows, the cursors and what is at the upper edge of every list.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hrss_tui.tui.page.base import Page
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table
from hrss_tui.tui.widgets.tree import Tree


class Stand(msgspec.Struct, frozen=True):
    """How a list stands: its cursor by number and, where items have one, by key; what is at its upper edge."""

    item: int
    edge: tuple[int, int]
    key: str = ""
    opened: frozenset[str] = frozenset()
    sort: tuple[int | None, bool] = (None, False)
    aside: tuple[int, int] = (0, 1)
    """Columns of a table out of view, the chosen one."""
    summed: bool = False
    marked: frozenset[str] = frozenset()


class Typed(msgspec.Struct, frozen=True):
    """A field that is shown: its text and where the next character goes."""

    text: str
    at: int


class Left(msgspec.Struct, frozen=True):
    """A page as it was left: fields and lists by their ids, what the page itself keeps, the id of what had the keys."""

    fields: Mapping[str, Typed]
    lists: Mapping[str, Stand]
    own: Mapping[str, object]
    keys: str = ""


def left(page: Page, keys: str = "") -> Left:
    """A page as it stands now; `keys` is the id of what has the keys, where that is not what had them last."""
    fields = {
        field.id or "": Typed(field.value, field.cursor_position)
        for field in page.query(Field)
        if field.display
    }
    lists = {rows.id or "": _stand(rows) for rows in page.query(Rows)}
    return Left(fields, lists, page.kept(), keys or (page.last_focus.id if page.last_focus else None) or "")


def give_keys(page: Page, was: Left) -> None:
    """Have the keys go where they went, at once and when the page is shown again."""
    page.last_focus = next(iter(page.query(f"#{was.keys}")), None) if was.keys else page.last_focus
    page.focus_home()


def take_up(page: Page, was: Left) -> None:
    """Make a page stand as it was left, as far as it shows the same things."""
    page.keep(was.own)
    for field in page.query(Field):
        typed = was.fields.get(field.id or "")
        if typed is not None:
            field.set_quietly(typed.text)
            field.display, field.cursor_position = True, typed.at
            page.retype(typed.text)
    for rows in page.query(Rows):
        stand = was.lists.get(rows.id or "")
        if stand is not None and (rows.items or isinstance(rows, Table)):
            _put(page, rows, stand)
            page.follow(rows)


def _stand(rows: Rows) -> Stand:
    stand = Stand(rows.cursor, rows.edge)
    if isinstance(rows, Tree):
        key = rows.current.key if rows.current else ""
        return msgspec.structs.replace(stand, key=key, opened=frozenset(rows.opened))
    if isinstance(rows, Table):
        return msgspec.structs.replace(
            stand,
            key=rows.current.key if rows.current else "",
            sort=(rows.sort, rows.descending),
            aside=(rows.left, rows.column),
            summed=rows.sums.names is not None,
            marked=frozenset(rows.sums.marked),
        )
    return stand


def _put(page: Page, rows: Rows, stand: Stand) -> None:
    if isinstance(rows, Tree):
        rows.opened = set(stand.opened)
        rows.rebuild(stand.key)
    elif isinstance(rows, Table):
        _put_table(page, rows, stand)
    elif stand.item < rows.items and rows.walkable(stand.item):
        rows.put(stand.item, tell=False)
    rows.bring_edge(stand.edge)


def _put_table(page: Page, table: Table, stand: Stand) -> None:
    column, descending = stand.sort
    if column is None or column < len(table.columns):
        with table.prevent(Table.Sorted):
            table.sort_by(column, descending)
    table.sum_up(page.sum_names() if stand.summed else None)
    table.mark(table.sums.marked ^ stand.marked)
    with table.prevent(Table.Turned):
        table.choose(stand.aside[1])
    table.left = stand.aside[0]
    with table.prevent(Rows.Moved):
        table.seek(stand.key)
