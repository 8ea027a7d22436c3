"""Indicators and their figures as rows for the widgets: stated, derived, fulfilled, disagreeing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.formulas import without_math
from hrss_tui.query.evidence.passage import marked
from hrss_tui.query.indicators import Statement
from hrss_tui.query.outcomes import Disagreement, Earlier, amount, earlier, matter, of_body, stage, year_of
from hrss_tui.query.quantities import figure_of
from hrss_tui.query.views import format_view, view
from hrss_tui.records import Fact
from hrss_tui.tui.cards.outcome import fulfilments
from hrss_tui.tui.cards.record import card
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.indicators.before import Before, before
from hrss_tui.tui.indicators.newest import newest, of_what
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.paint.text import cells, cut
from hrss_tui.tui.widgets.columns import Cell, Column, Row
from hrss_tui.tui.widgets.made import Made

Valued = Statement | Earlier | Before
"""A value of an indicator: stated, following from stated ones, or told beside a target."""
SERIES = "series"
"""The part with a line per series."""
PARTS = ("all", "outcomes", "disagree", SERIES)
TARGETS = "targets"
"""The part with the targets of performance forms, which is a page of its own."""
LATEST = 24
"""Cells of the newest figure of an indicator; of a long unit the end is left out."""
PERIOD = 24
"""Cells of its period with what it is and of whom."""
WIDE = 96
"""Cells from which the table of values has room for the titles of documents."""
ROOMY = 66
"""Cells from which it has room for 20 cells of them beside a figure with a long unit."""
TITLED = 60
"""Cells in which it has room for a short title at all."""
FIGURES, FIGURES_EN = 43, 49
"""Cells of its first columns up to the unit, the names of kinds and units being longer in English."""
BESIDE, BESIDE_EN = 100, 130
"""Cells from which the list stands beside the values; in fewer a name in it would be cut to what nobody knows it by."""
_MOST_DECIMALS = 6
PLACE = 14
"""Cells of the place of a value, where an indicator has values of several."""
_ONE_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?", re.ASCII)


def of_place(stated: Iterable[Statement], place: str) -> list[Statement]:
    """What is stated of a place; everything where none is chosen."""
    return [one for one in stated if not place or one.place == place]


def indicator_table(desk: Desk, part: str, place: str = "") -> tuple[list[Column], list[Row]]:
    """Indicators that something is stated of, the most documented first, with a sign of how they stand."""
    say, data = desk.say, desk.data
    chosen: set[str] = set(data.statements)
    if part != PARTS[0]:
        chosen = {
            key
            for key in data.statements
            if (_has_outcome if part == "outcomes" else _differs)(desk, key, place)
        }
    stated = {key: of_place(data.statements[key], place) for key in chosen if key in data.statements}
    rows = [
        Row(
            (Cell(name), _standing(desk, row.indicator_id, place, one), _short(desk, figure), period),
            row.indicator_id,
            source=f"{one.doc_id}:{one.line_start}" if one else "",
            value=" ".join(filter(None, (name, period.text, figure.text))),
            record=one.record_id if one else "",
        )
        for row in data.indicators.values()
        if stated.get(row.indicator_id)
        for name in (row.name_en if desk.lang == "en" else row.name,)
        for figure, period in (_latest(desk, stated[row.indicator_id], place),)
        for one in (_one(stated[row.indicator_id]),)
    ]
    rows.sort(key=lambda row: -len(stated[row.key]))
    signs = max(cells(sign) for sign in (desk.signs.good, desk.signs.differs))
    columns = [
        Column(say("col.indicator"), grow=True, most=60),
        Column("", width=max((signs, *(cells(row.cells[1].text) for row in rows)))),
        Column(say("col.latest"), right=True, most=LATEST),
        Column(say("col.period"), most=PERIOD),
    ]
    return columns, rows


def _whose(desk: Desk, one: Statement, stated: Iterable[Statement]) -> str:
    """The place or department of a value where others are stated of the same; nothing where there is no other."""
    if len({matter(row)[1] for row in stated}) == 1:
        return ""
    if of_body(one):
        return one.department or ""
    return desk.place_name(one.place) if one.place else desk.called(one.doc_id)


def _latest(desk: Desk, stated: Sequence[Statement], place: str) -> tuple[Cell, Cell]:
    """The newest value with its unit, or of how many there are different ones, and its period.

    What is no outcome says what it is, and one of several places or departments of which it is.
    """
    found = newest(stated)
    if not found:
        return Cell(""), Cell("")
    one = found[0]
    figure, unit = _figure(one)
    base = amount(one) if len(found) == 1 else None
    outcome = one.kind == "actual"
    spoken_for = outcome or one.kind == "cumulative"  # of which a span of years tells
    kind = "" if spoken_for and not stage(one) else _kind(desk, one)
    whose = _whose(desk, one, stated) if len(found) == 1 and not place else ""
    period = " ".join(filter(None, ((one.period or "").removesuffix("-12-31"), kind, whose)))
    return (
        Cell(
            desk.quantity(figure, unit)
            if len(found) == 1
            else desk.say(f"indicators.of_{of_what(found)}", count=len(found)),
            float(base[0]) if base else None,
            "strong" if outcome else "dim",
        ),
        Cell(cut(period, PERIOD, desk.signs.ellipsis), one.period, "" if outcome else "dim"),
    )


def _one(stated: Sequence[Statement]) -> Statement | None:
    """The newest value where there is one."""
    found = newest(stated)
    return found[0] if len(found) == 1 else None


def _short(desk: Desk, figure: Cell) -> Cell:
    """A figure in its column."""
    return Cell(cut(figure.text, LATEST, desk.signs.ellipsis), figure.order, figure.style)


def _standing(desk: Desk, indicator: str, place: str, shown: Statement | None) -> Cell:
    """The sign of how an indicator stands; with the year, where the value `shown` beside it is of another."""
    if _differs(desk, indicator, place):
        return Cell(desk.signs.differs, "2", "warn")
    year, judged = _judged(desk, indicator, place)
    met = sum(judged)
    if not judged:
        return Cell("", None)
    some = 0 < met < len(judged)
    sign = f"{met}/{len(judged)}" if some else desk.signs.good if met else desk.signs.bad
    said = sign if shown is None or year_of(shown) == year else f"{sign} {year}"
    return Cell(said, "1" if met and not some else "0", "warn" if some else "good" if met else "bad")


def _differs(desk: Desk, indicator: str, place: str) -> bool:
    """Do statements of a place contradict each other?"""
    return any(differs_at(one, place) for one in desk.data.disagreements.get(indicator, ()))


def _has_outcome(desk: Desk, indicator: str, place: str) -> bool:
    """Is there a target of a place with an outcome?"""
    return any(place in ("", one.target.place) for one in desk.data.outcomes.get(indicator, ()))


def _judged(desk: Desk, indicator: str, place: str) -> tuple[str, list[bool]]:
    """The newest year with outcomes, and whether each target of it was met, of one place or of all."""
    found = [one for one in desk.data.outcomes.get(indicator, ()) if place in ("", one.target.place)]
    year = found[0].year if found else ""
    return year, [one.met for one in found if one.met is not None and one.year == year]


def room_of_titles(width: int) -> int:
    """Cells of a document's short title in a table of values so wide; 0 where it has its whole one."""
    return 0 if width >= WIDE else 20 if width >= ROOMY or width == 0 else 14


def list_width(width: int, wanted: int, lang: str) -> int:
    """Cells of the list beside the values, of `width` for both: as many as wanted where the values keep what they need.

    Where half is room for titles of documents, they keep half. None where the values stand below it.
    """
    if width < (BESIDE_EN if lang == "en" else BESIDE):
        return 0
    least = width // 2 if width >= 2 * TITLED else FIGURES_EN if lang == "en" else FIGURES
    return max(width // 3, min(wanted, width - least))


def value_table(
    desk: Desk, key: str | None, width: int = 0, place: str = "", department: str = ""
) -> tuple[list[Column], Sequence[Row]]:
    """The statements of an indicator by period with the earlier values that follow from them or are told beside, made when looked at.

    What follows for a time that nobody names (较计划多, 年均增长) is no value of any.

    In `width` cells, documents have their titles where there is room for them. Of a `department`, its own alone.
    """
    most = room_of_titles(width)
    say = desk.say
    stated = of_place(desk.data.statements.get(key or "", []), place)
    if department:
        stated = [one for one in stated if one.department == department]
    told: list[Valued] = [
        *stated,
        *(one for one in earlier(stated) if one.period),
        *before(desk.data, stated),
    ]
    values = sorted(told, key=lambda one: one.period or "")
    several = len({one.place for one in stated if one.place}) > 1
    columns = [
        Column(say("col.period"), most=15),
        Column(say("col.kind"), most=12),
        Column(say("col.value"), right=True),
        Column(say("col.unit"), most=8 if desk.lang != "en" else 26),
        Column(say("col.document"), most=most or width // 3),
        Column(say("col.subject"), grow=True, most=60),
    ]

    at_place = (
        4 if desk.lang == "en" else 1
    )  # names of units are long in English, and no value is without its unit
    if several:
        columns.insert(at_place, Column(say("col.place"), most=PLACE))

    def made(at: int) -> Row:
        row = _value(desk, values[at], most)
        where = Cell(_where(desk, values[at]), None, "dim")
        said = (*row.cells[:at_place], where, *row.cells[at_place:])
        return msgspec.structs.replace(row, cells=said) if several else row

    return columns, Made([_key(one) for one in values], made)


def _where(desk: Desk, one: Valued) -> str:
    """The place that a value is of; nothing where it is not known."""
    if isinstance(one, Before):
        return ""
    place = one.place if isinstance(one, Statement) else one.whole.place
    return desk.place_name(place) if place else ""


def _key(one: Valued) -> str:
    if isinstance(one, Before):
        return one.key
    return one.record_id if isinstance(one, Statement) else one.change.record_id


def _value(desk: Desk, one: Valued, most: int) -> Row:
    if isinstance(one, Before):
        return _before(desk, one, most)
    return _stated(desk, one, most) if isinstance(one, Statement) else _derived(desk, one, most)


def _document(desk: Desk, doc_id: str, most: int) -> Cell:
    return Cell(desk.called(doc_id, most), None, "dim")


def _kind(desk: Desk, one: Statement) -> str:
    """What a value is; the stage that it names, where that is another than what its document tells anyway."""
    named = stage(one)
    return desk.say(f"stage.{named}") if named else desk.words.get(f"kind.{one.kind}", one.kind)


def _figure(one: Statement) -> tuple[str, str]:
    """The figure with its operator, and its unit."""
    return figure_of(without_math(one.printed), one.unit, one.operator)


def _stated(desk: Desk, one: Statement, most: int) -> Row:
    figure, unit = _figure(one)
    style = {"target": "accent", "cumulative": "dim"}.get(one.kind, "strong")
    kind = desk.words.get(f"change.{one.change}", one.change) if one.change else _kind(desk, one)
    base = amount(one)
    row_cells = (
        Cell(one.period or "", one.period),
        Cell(kind, None, "dim" if one.change else ""),
        Cell(figure, float(base[0]) if base else None, style),
        Cell(desk.unit_named(unit), None, "dim"),
        _document(desk, one.doc_id, most),
        Cell(f"{one.subject}{f' ({desk.named(one.scope)})' if one.scope else ''}"),
    )
    place = f"{one.doc_id}:{one.line_start}"
    value = f"{one.subject} {one.period or ''} {desk.quantity(figure, unit)}"
    return Row(row_cells, one.record_id, format_view(view("documents", place)), place, value)


def _derived(desk: Desk, one: Earlier, most: int) -> Row:
    """A derived value, marked as such, in the unit of the value it follows from."""
    shown, unit = as_printed(one)
    row_cells = (
        Cell(one.period, one.period),
        Cell(desk.say("kind.derived"), None, "warn"),
        Cell(_exactly(one, shown), float(one.value), "dim"),
        Cell(desk.unit_named(unit), None, "dim"),
        _document(desk, one.whole.doc_id, most),
        Cell(
            f"{one.whole.printed} - {one.change.printed}"
            if one.change.change == "increase"
            else f"{one.whole.printed} + {one.change.printed}",
            None,
            "dim",
        ),
    )
    place = f"{one.change.doc_id}:{one.change.line_start}"
    return Row(row_cells, one.change.record_id, format_view(view("documents", place)), place)


def _exactly(one: Earlier, shown: Decimal) -> str:
    """A derived value with as many decimals as the figures it follows from have, where those count in one unit."""
    places = max(len(row.printed.partition(".")[2]) for row in (one.whole, one.change))
    least = -int(shown.normalize().as_tuple().exponent)
    fits = one.whole.unit == one.change.unit and least <= places <= _MOST_DECIMALS
    return f"{shown:.{places}f}" if fits else f"{shown.normalize():f}"


def _before(desk: Desk, one: Before, most: int) -> Row:
    """What a target says was reached the year before it."""
    row, unit = one.target, one.target.previous_unit or ""
    row_cells = (
        Cell(one.period, one.period),
        Cell(desk.say("kind.before")),
        Cell(one.figure, row.previous_base_value, "strong"),
        Cell(desk.unit_named(unit), None, "dim"),
        _document(desk, row.doc_id, most),
        Cell(desk.indicator_named(row.indicator)),
    )
    place = f"{row.doc_id}:{row.line_start}"
    value = f"{desk.indicator_named(row.indicator)} {one.period} {desk.quantity(one.figure, unit)}"
    return Row(row_cells, one.key, format_view(view("documents", place)), place, value, row.target_id)


def as_printed(one: Earlier) -> tuple[Decimal, str]:
    """The derived value in the unit of what it follows from; in base units where that is not printed as a number."""
    base, number = amount(one.whole), one.whole.printed.replace(",", "")
    if base is None or not base[0] or _ONE_NUMBER.fullmatch(number) is None:
        return one.value, one.unit
    return one.value / (base[0] / Decimal(number)), one.whole.unit or ""


def standing(desk: Desk, key: str | None, width: int, place: str = "", *, quoted: bool = False) -> list[Line]:
    """Targets met or not, with bars, and what disagrees, of one place where one is chosen; `quoted` with its sentences."""
    met = [one for one in desk.data.outcomes.get(key or "", []) if place in ("", one.target.place)]
    found = fulfilments(desk, met, width, named=False)
    apart = [one for one in desk.data.disagreements.get(key or "", []) if differs_at(one, place)]
    return spaced([*found, *(differing(desk, one, width if quoted else 0) for one in apart)])


def differs_at(one: Disagreement, place: str) -> bool:
    """Whether a disagreement is one of a place."""
    return not place or not one.statements or bool(of_place(one.statements, place))


def differing(desk: Desk, one: Disagreement, width: int = 0) -> list[Line]:
    """What disagrees, each side with its place; in `width` cells the sentences beside each other."""
    say = desk.say
    title = "differ.derived" if one.derived else "differ.stated"
    lines = [line(Seg(f"{desk.signs.differs} {say(title, period=one.period)}", "warn"), indent=2)]
    if width:
        from hrss_tui.query.evidence.contradiction import of_disagreement
        from hrss_tui.tui.cards.apart import apart

        return [*lines, *apart(desk, of_disagreement(desk.data.owns, one, ""), width)]
    lines += [
        line(
            f"  {desk.quantity(row.printed, row.unit)}  ",
            Seg(f"{desk.called(row.doc_id)} {row.subject}", "dim"),
            source=f"{row.doc_id}:{row.line_start}",
            record=row.record_id,
        )
        for row in one.statements
    ]
    lines += [
        line(
            f"  {desk.quantity(f'{row.value.normalize():,f}', row.unit)}  ",
            Seg(
                f"{desk.called(row.whole.doc_id)}: {row.whole.printed} {'-' if row.change.change == 'increase' else '+'} {desk.quantity(row.change.printed, row.change.unit)}",
                "dim",
            ),
            source=f"{row.change.doc_id}:{row.change.line_start}",
            record=row.change.record_id,
        )
        for row in one.derived
    ]
    return lines


def sentence(desk: Desk, one: Statement) -> list[Line]:
    """The passage a figure stands in, with the figure marked, then its card."""
    own, row = desk.data.owns.of(one.doc_id), desk.data.record(one.record_id)
    at = own.block_of(row) if own is not None and isinstance(row, Fact) else None
    lines: list[Line] = []
    if own is not None and isinstance(row, Fact) and at is not None:
        block = own.blocks[at]
        bits = marked(block.text, 0, len(block.text), own.spans.meant(block, [row]))
        parts = [Seg(bit.text.replace("\t", "  "), "hit" if bit.lit else "") for bit in bits]
        lines.append(line(*parts, source=f"{one.doc_id}:{one.line_start}", record=one.record_id))
    return [*lines, *card(desk, one.record_id)]
