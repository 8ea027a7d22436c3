"""Targets as rows of a table, and what is known of one as lines; of a large package document by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from hrss_tui.formulas import without_math
from hrss_tui.query.exact import shown
from hrss_tui.query.quantities import united
from hrss_tui.query.targets import TEXT, TargetRow, Wanted, all_targets, passes
from hrss_tui.records import PerformanceTarget
from hrss_tui.tui.cards.record import card
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.lists import TARGETS as ONLY
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.page.reading import Going
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.widgets.columns import Cell, Column, Row

SOME = 300
"""Rows of a large package after which reading stops."""
WIDE = 110
"""Cells from which the table has room for whole names."""
_WANTED = {
    "": Wanted(),
    "below": Wanted(below_last_year=True),
    "none": Wanted(no_last_year=True),
    "text": Wanted(not_a_number=True),
    "unit": Wanted(other_unit=True),
}
MENDED = "*"
"""Marks a target whose printed figure was mended."""
_STYLES = {"less": "warn", "more": "good", "same": "dim"}


class Listed(msgspec.Struct, frozen=True):
    """The targets that were read: all where `whole`, and how many of them each filter keeps."""

    rows: list[TargetRow]
    whole: bool
    counts: dict[str, int]


def documents(desk: Desk) -> dict[str, int]:
    """The documents with targets, and how many each has."""
    return dict(desk.data.places.counts(PerformanceTarget.TABLE))


def listed(desk: Desk, doc_id: str, only: str, text: str, going: Going) -> Listed:
    """The targets of a document, or of all, that a filter and what is typed keep; of a large package the first."""
    chosen = [known for known in documents(desk) if doc_id in ("", known)]
    matcher = Matcher(desk, text) if text.strip() else None
    found: list[TargetRow] = []
    counts: Counter[str] = Counter()
    for done, known in enumerate(chosen):
        if not going(done, len(chosen)) or (not desk.data.small and len(found) >= SOME):
            return Listed(found, False, dict(counts))
        for row in all_targets(desk.data.of(known).pack):
            counts.update(name for name in ONLY if passes(row, _WANTED[name]))
            if passes(row, _WANTED[only]) and (matcher is None or _matches(matcher, row)):
                found.append(row)
    return Listed(found, True, dict(counts))


def _matches(matcher: Matcher, row: TargetRow) -> bool:
    return matcher.matches(row.indicator, row.project or "", row.unit_name or "")


def target_table(desk: Desk, rows: Sequence[TargetRow], width: int = WIDE) -> tuple[list[Column], list[Row]]:
    """A row per target: what is asked, what last year reached, the difference and what it means, weight, project, money.

    In fewer cells than `WIDE` names are cut rather than that the difference leaves the screen.
    """
    say = desk.say
    columns = [
        Column(say("col.indicator"), grow=width >= WIDE, most=60 if width >= WIDE else 24),
        Column(say("col.target"), right=True, most=14 if desk.lang != "en" else 26),
        Column(say("col.last_year"), right=True, most=14 if desk.lang != "en" else 26),
        Column(say("col.difference"), right=True, most=12),
        Column("", most=8),
        Column(say("col.weight"), right=True),
        Column(say("col.project"), most=36),
        Column(say("col.money"), right=True, unit=desk.unit_name),
        *([Column(say("col.document"), most=20)] if len({row.doc_id for row in rows}) > 1 else []),
    ]
    return columns, [_row(desk, row, len(columns)) for row in rows]


def _row(desk: Desk, row: TargetRow, columns: int) -> Row:
    style = _STYLES.get(row.direction or "", "dim")
    meaning = desk.say(f"direction.short.{row.direction}") if row.direction else ""
    asked = _asked(desk, row)
    shown = f"{asked}{MENDED}" if row.mended else asked
    cells = (
        Cell(desk.indicator_named(row.indicator)),
        Cell(shown, _number(row), "strong"),
        Cell(desk.printed(row.previous or ""), row.previous_value, "dim"),
        Cell(difference(row), row.difference, style),
        Cell(meaning, row.direction, style),
        Cell("" if row.weight is None else f"{row.weight:g}", row.weight),
        Cell(_project(desk, row)),
        Cell(desk.money(row.amount), row.amount),
        Cell(desk.called(row.doc_id, 20), None, "dim"),
    )
    last = f" {desk.say('col.last_year')} {desk.printed(row.previous)}" if row.previous else ""
    printed = f" ({_printed(desk, row)})" if row.mended else ""
    value = f"{desk.indicator_named(row.indicator)} {asked}{last}{printed}"
    source = f"{row.doc_id}:{row.line_start}"
    return Row(cells[:columns], row.target_id, "", source, value, row.target_id)


def _asked(desk: Desk, row: TargetRow) -> str:
    return desk.quantity(without_math(row.value), row.unit, row.operator)


def _printed(desk: Desk, row: TargetRow) -> str:
    """What is printed where the figure was mended, and why it was."""
    return desk.say("targets.mended", printed=without_math(row.printed or ""), reason=row.mended or "")


def _number(row: TargetRow) -> float | None:
    """What a target is sorted by; a text has none."""
    if row.operator == TEXT:
        return None
    try:
        return float(row.value)
    except ValueError:
        return None


def _last(row: TargetRow) -> str:
    return "" if row.previous_value is None else shown(row.previous_value)


def difference(row: TargetRow) -> str:
    """Target less last year's result, signed and exact; nothing where there is none."""
    return "" if row.difference is None else shown(row.difference, signed=True)


def _project(desk: Desk, row: TargetRow) -> str:
    return row.project or row.unit_name or desk.say("targets.whole")


def target_detail(desk: Desk, row: TargetRow) -> list[Line]:
    """The reckoning of the difference, the project and its money, then the card of the record."""
    say = desk.say
    source = f"{row.doc_id}:{row.line_start}"
    path = "  ".join(part for part in (row.level1, row.level2) if part)
    head = [
        line(
            Seg(desk.indicator_named(row.indicator), "head"),
            Seg(f"  {path}", "dim"),
            source=source,
            record=row.target_id,
        )
    ]
    if row.mended:
        head.append(line(Seg(f"{MENDED} {_printed(desk, row)}", "warn"), source=source, indent=2))
    if row.difference is not None:
        sum_ = say(
            "targets.sum",
            target=desk.quantity(row.value, row.unit),
            last=desk.quantity(_last(row), row.previous_unit),
            difference=difference(row),
            unit=say("targets.points") if row.in_percent else united("", desk.unit_named(row.unit or "")),
        )
        style = _STYLES[row.direction or "same"]
        head.append(line(Seg(sum_, style), f"  {_meaning(desk, row)}", source=source, indent=2))
    elif row.previous_value is not None:
        head.append(line(Seg(say("targets.apart"), "warn"), source=source, indent=2))
    if row.amount is not None:
        amount = f"{desk.money(row.amount)}"
        head.append(
            line(say("targets.money", amount=amount, unit=desk.unit_name), _money_of(desk, row), indent=2)
        )
    return spaced([head, card(desk, row.target_id)])


def _meaning(desk: Desk, row: TargetRow) -> str:
    """What the difference means, and of a laxer target how it is laxer."""
    said = desk.say(f"direction.{row.direction}")
    if row.direction != "less":
        return said
    return f"{said} ({desk.say('targets.lax.most' if row.at_most else 'targets.lax.least')})"


def _money_of(desk: Desk, row: TargetRow) -> Seg:
    return Seg(f"  {_project(desk, row)}", "dim")
