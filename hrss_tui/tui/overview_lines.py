"""The lines of the overview, each leading to the place it speaks of. Every figure is read from the package."""

from __future__ import annotations

from collections import Counter

from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.glyphs import bar
from hrss_tui.tui.indicator_rows import fulfilment
from hrss_tui.tui.lines import Line, Seg, line, spaced
from hrss_tui.tui.records_card import status_style
from hrss_tui.tui.text import cells, pad

FIGURES = (
    ("figure.total", "expenditure", "total", ""),
    ("figure.general_public", "general_public", "total", ""),
    ("figure.basic", "expenditure", "basic", ""),
    ("figure.project", "expenditure", "project", ""),
    ("figure.three_public", "three_public", "total", "three_public"),
    ("figure.outsourcing", "outsourcing", "total", "outsourcing"),
)
"""Word, kind of table, measure, and the table of the budget page the figure leads to."""


def overview_lines(desk: Desk, width: int) -> list[Line]:
    """All groups."""
    return spaced(
        [
            _package(desk),
            _start(desk),
            _figures(desk, width),
            *_outcomes(desk, width),
            _disagreements(desk),
            _documents(desk, width),
            _checks(desk, width),
        ]
    )


def _head(desk: Desk, key: str, **values: object) -> Line:
    return line(Seg(desk.say(key, **values), "head"))


def _package(desk: Desk) -> list[Line]:
    data, about = desk.data, desk.data.pack.package
    title = about.get("title_en") if desk.lang == "en" and about.get("title_en") else about.get("title", "")
    figures = sum(data.pack.count(name) for name in ("budget_lines", "prefecture_values", "observations"))
    return [
        line(Seg(desk.say("overview.package", title=title, version=about.get("version", "")), "strong")),
        line(
            desk.say(
                "overview.holds",
                documents=len(data.documents),
                figures=f"{figures:,}",
                checks=f"{data.pack.count('checks'):,}",
            )
        ),
    ]


def _start(desk: Desk) -> list[Line]:
    keys = (("2", "budget"), ("3", "compare"), ("/", "search"), ("6", "documents"))
    rows = [line(Seg(f"{key} ", "key"), desk.say(f"start.{page}"), target=page) for key, page in keys]
    return [_head(desk, "overview.start"), *rows, line(Seg("? ", "key"), desk.say("start.help"))]


def _figures(desk: Desk, width: int) -> list[Line]:
    """Totals of the newest budget with bars of their share."""
    lines = desk.data.budget_lines
    years = [row.year for row in lines if row.year is not None]
    if not years:
        return []
    found = []
    for key, kind, measure, table in FIGURES:
        rows = [
            row
            for row in lines
            if row.year == max(years)
            and row.table_kind == kind
            and row.measure == measure
            and row.level == 0
            and row.code is None
        ]
        if rows:
            found.append((desk.say(key, year=max(years)), rows[0], table))
    if not found:
        return []
    most = max(row.amount for _, row, _ in found)
    name = max(cells(text) for text, _, _ in found)
    amounts = [desk.money(row.amount) for _, row, _ in found]
    wide = max(map(len, amounts))
    room = max(0, min(40, width - name - wide - 12))
    return [
        line(Seg(f"{desk.say('overview.figures')}", "head"), Seg(f"  {desk.unit_name}", "dim")),
        *(
            line(
                f"{pad(text, name)}  ",
                Seg(amount.rjust(wide), "strong"),
                "  ",
                Seg(bar(row.amount / most if most else 0, room, desk.signs), "bar"),
                target=format_view(view("budget", table=table)),
                source=f"{row.doc_id}:{row.line_start}",
                value=f"{text} {amount}{desk.unit_name}",
            )
            for (text, row, table), amount in zip(found, amounts, strict=True)
        ),
    ]


def _outcomes(desk: Desk, width: int) -> list[list[Line]]:
    """Targets of the newest year that has outcomes, each with its bars."""
    found = [one for group in desk.data.outcomes.values() for one in group]
    if not found:
        return []
    year = max(one.year for one in found)
    groups = [fulfilment(desk, one, width) for one in found if one.year == year]
    return [[_head(desk, "overview.outcomes", year=year), *(row for group in groups for row in group)]]


def _disagreements(desk: Desk) -> list[Line]:
    """How many indicators have figures that contradict each other."""
    count = len(desk.data.disagreements)
    if not count:
        return []
    text = desk.say("overview.disagree", count=count)
    return [line(Seg(f"{desk.signs.differs} {text}", "warn"), target="indicators?part=disagree")]


def _documents(desk: Desk, width: int) -> list[Line]:
    counts: Counter[str] = Counter()
    for table in ("budget_lines", "prefecture_values", "observations"):
        counts.update(desk.data.pack.column(table, "doc_id"))
    rows = []
    for row in desk.data.documents.values():
        kind = pad(desk.say(f"doc.{row.kind}") if f"doc.{row.kind}" in desk.words else row.kind, 9)
        when = pad(row.date or row.period or "", 11)
        tail = f" {counts[row.doc_id]:>5}"
        title = pad(row.title, max(10, width - 9 - 11 - len(tail) - 1), ellipsis=desk.signs.ellipsis)
        rows.append(
            line(
                Seg(kind, "dim"),
                Seg(when, "dim"),
                title,
                Seg(tail, "figure"),
                target=f"documents/{row.doc_id}",
            )
        )
    return [_head(desk, "overview.documents"), *rows]


def _checks(desk: Desk, width: int) -> list[Line]:
    counts = Counter(desk.data.pack.column("checks", "status"))
    if not counts:
        return []
    most = max(counts.values())
    return [
        _head(desk, "overview.checks"),
        *(
            line(
                Seg(pad(desk.say(f"status.{status}"), 14), status_style(status)),
                f"{counts[status]:>6,}  ",
                Seg(bar(counts[status] / most, min(40, width - 24), desk.signs), "bar"),
                target=format_view(view("checks", status=status)),
            )
            for status in ("exact", "rounding", "fails", "not_checkable")
            if counts[status]
        ),
    ]
