"""Where one is in the budget: the table and way down chosen, the path to a row, what a filter keeps. Pure."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from hrss_tui.pack.summary import PHASES, Filing
from hrss_tui.query.percents import percent_of, percent_text
from hrss_tui.query.views import View, format_view
from hrss_tui.tui.budget.rows import PARTS, Part, Stem, missing_orders, order_name, part_name, stems
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.matching import Matcher


class State(msgspec.Struct, frozen=True):
    """Which table is shown, in which order it is taken apart, of which document."""

    part: str = PARTS[0].key
    by: tuple[str, ...] = ()
    doc_id: str = ""


def ancestors(known: Mapping[str, Stem], key: str) -> list[str]:
    """Keys of the rows above a row, the whole first."""
    found: list[str] = []
    stem = known.get(key)
    while stem is not None and stem.parent is not None:
        found.insert(0, stem.parent)
        stem = known.get(stem.parent)
    return found


def crumbs(desk: Desk, state: State, known: Mapping[str, Stem], at: View, key: str) -> list[tuple[str, str]]:
    """The path to a row of the view `at`: words, and the view string each opens."""
    found = []
    filing = desk.data.filings.get(state.doc_id)
    if filing is not None and _is_said(desk, filing):
        found.append((filing_name(desk, filing), "do:choose"))
    if state.part and (state.part, state.by) != (PARTS[0].key, ()):
        by = order_name(desk, state.by)
        name = part_name(desk, state.doc_id, state.part) + (f" {by}" if by else "")
        found.append((name, format_view(View(at.page, "", at.params))))
    for step in [*ancestors(known, key), key]:
        stem = known.get(step)
        if stem is not None and stem.parent is not None:
            label = f"{stem.row.code or ''} {desk.named(stem.row.name)}".strip()
            found.append((label, format_view(View(at.page, step, at.params))))
    return found


def _is_said(desk: Desk, filing: Filing) -> bool:
    """Whose and what it is goes without saying where there is one budget; final accounts are always called so."""
    return len(desk.data.filings) > 1 or filing.phase != PHASES[0]


def kept(desk: Desk, known: Mapping[str, Stem], text: str) -> tuple[set[str], str]:
    """The rows whose code or name matches, with the rows above them; and the first that matches."""
    matcher = Matcher(desk, text)
    hits = [key for key, stem in known.items() if matcher.matches(stem.row.code or "", stem.row.name)]
    return {*hits, *(above for key in hits for above in ancestors(known, key))}, hits[0] if hits else ""


def filing_name(desk: Desk, filing: Filing) -> str:
    """Whose it is, of what year, and whether it is a budget or final accounts."""
    return f"{filing.department} {filing.year or ''} {desk.say(f'phase.{filing.phase}')}".strip()


def title(desk: Desk, state: State, part: Part | None, known: Mapping[str, Stem]) -> str:
    """Year, table and unit of what is shown, and how much of the whole where a way down covers only a part."""
    first = next(iter(known.values()), None)
    if first is None or part is None:
        return desk.say("nothing")
    row = first.row
    said = desk.say("budget.title", year=row.year or "", number=row.table_no, unit=desk.unit_name)
    filing = desk.data.filings.get(state.doc_id)
    if filing is not None and _is_said(desk, filing):
        said = f"{desk.say(f'phase.{filing.phase}')}  {said}"
    whole = next(iter(stems(desk, state.doc_id, part, ()).values()), first).row.amount
    if not whole or row.amount == whole:
        return said
    part_of_it = percent_of(row.amount, whole)
    share = "" if part_of_it is None else percent_text(part_of_it, 1)
    return f"{said}  {desk.say('budget.covers', share=share, whole=desk.money(whole))}"


def order_note(desk: Desk, doc_id: str, part: Part | None, by: tuple[str, ...]) -> str:
    """Which way down is shown, and which ways no table gives."""
    said = desk.say("budget.order", order=order_name(desk, by))
    lacking = "; ".join(order_name(desk, one) for one in missing_orders(desk, doc_id, part)) if part else ""
    return f"{said}\n{desk.say('budget.orders_lacking', orders=lacking)}" if lacking else said
