"""One check, or all of a kind, as lines for the pane: what must hold, how it came out, the figures on both sides."""

from __future__ import annotations

from collections import Counter

import msgspec

from hrss_tui.formulas import without_math
from hrss_tui.query.check_words import reason, stated
from hrss_tui.query.exact import shown
from hrss_tui.query.quantities import figure_of
from hrss_tui.records import BudgetLine, Check, Fact
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.paint.styles import status_style
from hrss_tui.tui.paint.text import cut

STATUSES = ("fails", "rounding", "exact", "not_checkable")
"""What needs a look comes first."""
MOST = 200
_LONGEST = 160
"""Cells of what a figure is of: a whole sentence need not be told beside it."""
_NAMES = (
    "project",
    "prefecture_code",
    "metric_label",
    "subject",
    "indicator",
    "item",
    "table_title",
    "name",
    "text",
)


def signs_of(desk: Desk) -> dict[str, str]:
    """A sign per status, for those who see no colours."""
    signs = desk.signs
    return {"exact": signs.good, "rounding": signs.about, "fails": signs.bad, "not_checkable": signs.unknown}


def kind_of(desk: Desk, kind: str) -> str:
    """The name of a kind of check; the key itself where a newer package has one unknown here."""
    return desk.words.get(f"check.{kind}", kind)


def figure(value: float | None) -> str:
    """A side or a difference; nothing where it is not known."""
    return "" if value is None else shown(value)


APART = ("fails", "rounding")
"""Results whose sentences are shown side by side."""


def sides(desk: Desk, check: Check, width: int = 0) -> list[Line]:
    """What must hold, both sides with their difference, what the result means, the figures with their places.

    Of what does not agree also the sentences, beside each other where `width` cells are enough.
    """
    head = [
        line(Seg(stated(check, desk.lang, desk.data.english), "head")),
        _came_out(desk, check.status, _is_of_words(check)),
    ]
    why = [line(reason(check, desk.lang, desk.data.english), indent=2)] if check.reason else []
    sentences = _apart(desk, check, width) if check.status in APART else []
    if sentences:
        return spaced([head, sentences, why, _records(desk, check), [_meaning(desk, check.kind)]])
    return spaced(
        [[*head, *why, *_numbers(desk, check)], _records(desk, check), [_meaning(desk, check.kind)]]
    )


def _apart(desk: Desk, check: Check, width: int) -> list[Line]:
    from hrss_tui.query.evidence.contradiction import of_check
    from hrss_tui.tui.cards.apart import apart

    found = of_check(desk.data.owns, check)
    return apart(desk, found, width) if len(found.sides) > 1 else []


def _came_out(desk: Desk, status: str, of_words: bool = False) -> Line:
    say = desk.say
    means = "status.fails.words.means" if of_words else f"status.{status}.means"
    return line(
        Seg(
            f"{signs_of(desk).get(status, '')} {desk.words.get(f'status.{status}', status)}  ",
            status_style(status),
        ),
        Seg(say(means) if status in STATUSES else "", "dim"),
        indent=2,
    )


def _is_of_words(check: Check) -> bool:
    """Is what fails a name or a wording, which has no sides that differ?"""
    return check.status == "fails" and check.left is None and check.difference is None


def _meaning(desk: Desk, kind: str) -> Line:
    means = desk.words.get(f"check.{kind}.means", "")
    return line(Seg(f"{kind_of(desk, kind)}  "), Seg(means, "dim"), indent=2)


def _numbers(desk: Desk, check: Check) -> list[Line]:
    """Both sides and the difference beside each other."""
    parts: list[Seg] = []
    for name, value in (("left", check.left), ("right", check.right), ("difference", check.difference)):
        if value is not None:
            parts += [
                Seg(f"{desk.say(f'checks.{name}')} ", "dim"),
                Seg(f"{figure(value)} {desk.unit_named(check.unit)}   ", "strong"),
            ]
    lines = [line(*parts, indent=2)] if parts else []
    if check.tolerance and check.status in ("rounding", "fails"):
        allowed = f"{figure(check.tolerance)} {desk.unit_named(check.unit)}"
        lines.append(line(Seg(desk.say("checks.tolerance", tolerance=allowed), "dim")))
    return lines


def _records(desk: Desk, check: Check) -> list[Line]:
    """The figures of the stated side, then those it is computed from; in one list where none stands at its place."""
    found = [(key, desk.data.record(key)) for key in check.records[:MOST]]
    drawn = [(_stated(check, row), _record(desk, key, row)) for key, row in found]
    left = [one for stated, one in drawn if stated]
    right = [one for stated, one in drawn if not stated]
    more = len(check.records) - MOST
    rest = [line(Seg(desk.say("more", count=more), "dim"))] if more > 0 else []
    if not left or not right:
        return [line(Seg(desk.say("checks.sides"), "head")), *left, *right, *rest] if drawn else []
    return [
        line(Seg(desk.say("checks.left"), "head")),
        *left,
        line(Seg(desk.say("checks.right"), "head")),
        *right,
        *rest,
    ]


def _stated(check: Check, row: object) -> bool:
    return isinstance(row, Fact) and row.doc_id == check.doc_id and row.line_start == check.line_start


def _record(desk: Desk, key: str, row: msgspec.Struct | None) -> Line:
    if not isinstance(row, Fact):
        return line(Seg(key, "dim"))
    place = f"{row.doc_id}:{row.line_start}"
    printed = without_math(getattr(row, "printed", None) or "")
    unit = "" if isinstance(row, BudgetLine) else getattr(row, "unit", None) or ""
    operator = getattr(row, "operator", None) or "="
    figures, name = desk.quantity(*figure_of(printed, unit, operator)), _named(desk, row)
    return line(
        f"{figures:>12}  {name}",
        Seg(f"  {desk.called(row.doc_id)}  {desk.where(place)}", "dim"),
        source=place,
        value=f"{name} {figures}",
        indent=14,
        record=key,
    )


def _named(desk: Desk, row: Fact) -> str:
    """What a figure is of, in the document's words where they have no English."""
    if isinstance(row, BudgetLine):
        measure = desk.named(row.measure_label)
        parts = (row.code, desk.named(row.name), row.unit_name, row.project, row.table_no, measure)
        return " ".join(str(part) for part in parts if part)
    said = (str(getattr(row, name)) for name in _NAMES if getattr(row, name, None))
    return cut(" ".join(map(desk.indicator_named, said)), _LONGEST, desk.signs.ellipsis)


def about_kind(desk: Desk, kind: str, counts: Counter[str]) -> list[Line]:
    """A kind of check in a document: what must equal what, how often it came out how, and what that means."""
    if not counts:
        return []
    results = [
        line(Seg(f"{counts[status]:>6}  ", "strong"), *_came_out(desk, status).segs, indent=8)
        for status in STATUSES
        if counts[status]
    ]
    return spaced([[_meaning(desk, kind)], results, [line(Seg(desk.say("checks.hint"), "dim"))]])
