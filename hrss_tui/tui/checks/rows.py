"""Checks as rows of tables: the ledger, and its counts by document and kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from hrss_tui import lazy_re as re
from hrss_tui.records import Check
from hrss_tui.tui.cards.check import said
from hrss_tui.tui.checks.sides import STATUSES, figure, kind_of, signs_of
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.styles import status_style
from hrss_tui.tui.widgets.columns import Cell, Column, Row
from hrss_tui.tui.widgets.sums import Adds

_TITLE = re.compile(r"^((?:表|Table )\d+) [^，：,:]+(?:，|, )")

MOST_GROUPS = 1000
TITLE = 16
"""Cells of a document's title in a column."""

_QUOTED = re.compile(r"《([^》]{0,400})》\s*")


def check_table(desk: Desk, checks: Sequence[Check]) -> tuple[list[Column], list[Row]]:
    """The ledger, what fails first."""
    say = desk.say
    columns = [
        Column(say("col.status"), most=16),
        Column(say("col.check"), grow=True, most=70),
        Column(say("col.difference"), right=True),
        Column(say("col.document"), most=20),
    ]
    known = [check for check in checks if check.status in STATUSES]
    others = [check for check in checks if check.status not in STATUSES]
    ordered = sorted(known, key=lambda check: STATUSES.index(check.status)) + others
    return columns, [_check(desk, check) for check in ordered]


def _check(desk: Desk, check: Check) -> Row:
    status, words = desk.words.get(f"status.{check.status}", check.status), said(desk, check)
    difference = f"{figure(check.difference)} {desk.unit_named(check.unit)}" if check.difference else ""
    entries = (
        Cell(f"{signs_of(desk).get(check.status, '')} {status}", None, status_style(check.status)),
        Cell(brief(desk, words)),
        Cell(difference, check.difference),
        Cell(desk.called(check.doc_id, TITLE), None, "dim"),
    )
    value = f"{words}  {status}  {kind_of(desk, check.kind)}"
    return Row(entries, check.check_id, "", f"{check.doc_id}:{check.line_start}", value)


def brief(desk: Desk, words: str) -> str:
    """A sentence with short titles in place of whole ones, and without that of the table it begins with.

    What tells it from others comes sooner.
    """
    ids = desk.data.ids_by_title
    named = _QUOTED.sub(
        lambda found: f"《{desk.called(ids[found[1]], TITLE)}》" if found[1] in ids else found[0], words
    )
    return _TITLE.sub(r"\1 ", named, count=1)


def group_table(
    desk: Desk, groups: Mapping[tuple[str, str], Mapping[str, int]]
) -> tuple[list[Column], list[Row]]:
    """Counts by status of every kind of check in every document, the first ones where there are very many."""
    columns = [Column(desk.say("checks.kind"), grow=True, most=44)]
    columns += [Column(desk.say(f"status.{status}"), right=True, adds=Adds()) for status in STATUSES]
    columns.append(Column(desk.say("col.document"), most=20))
    return columns, [_group(desk, *key, counts) for key, counts in islice(groups.items(), MOST_GROUPS)]


def _group(desk: Desk, doc_id: str, kind: str, counts: Mapping[str, int]) -> Row:
    numbers = [
        Cell(str(counts.get(status) or ""), counts.get(status, 0), status_style(status))
        for status in STATUSES
    ]
    name = kind_of(desk, kind)
    return Row(
        (Cell(name), *numbers, Cell(desk.called(doc_id, TITLE), None, "dim")), f"{doc_id}/{kind}", value=name
    )
