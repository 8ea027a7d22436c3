"""`hrss-tui compare`: prefectures side by side; departments, years and phases by `hrss_tui.cli.filings`."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from hrss_tui.cli import filings
from hrss_tui.cli.cells import width
from hrss_tui.cli.context import Context
from hrss_tui.cli.naming import metric_named, unit_named
from hrss_tui.cli.output import Field, markdown, print_records, table_lines, write_page
from hrss_tui.cli.parser import Parser, positive
from hrss_tui.cli.recognised import tell
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.errors import UsageError
from hrss_tui.query.chosen_values import KINDS as OF_KIND
from hrss_tui.query.compare import (
    CompareRow,
    Comparison,
    compare,
    elsewhere,
    meant,
    metrics,
    prefectures,
    share_told,
    whole_told,
)
from hrss_tui.query.compared import differing, in_one_unit, passed_over
from hrss_tui.query.percents import percent_text
from hrss_tui.query.places import region_of
from hrss_tui.query.totals import KINDS, totals
from hrss_tui.reference.places import places as divisions
from hrss_tui.words import listed, phrase

if TYPE_CHECKING:
    from hrss_tui.export.shown.sheet import Picture

FORMATS = WITH_PAGE

SHOWN = ("value", "share", "rank", "index")
_SHOWN_IN = {"base": "index", "totals": "value"}
"""Option → what it says something of."""
NOT_APPLICABLE = "/"
_FEW = 5
"""Up to so many prefectures are columns; more are rows."""
_OF_PREFECTURE = 4
"""Digits of the code of a prefecture; those of its counties are longer."""
_NAMED = 20
"""Places without a value that are named."""
_HEADING = 8
"""Cells of the heading of a metric: eight metrics side by side leave no more."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("prefectures", key="compare.prefectures", nargs="*", metavar="NAME")
    parser.add(
        "--of", key="compare.of", choices=filings.OF, default=filings.OF[0], metavar="|".join(filings.OF)
    )
    parser.add("--metric", key="compare.metric", action="append", default=[], metavar="M")
    parser.add(
        "--as", key="compare.as", dest="shown", choices=SHOWN, default="value", metavar="|".join(SHOWN)
    )
    parser.add("--base", key="compare.base", metavar="PREFECTURE")
    parser.add("--year", key="compare.year", metavar="Y", type=positive)
    parser.add("--kind", key="compare.kind", choices=OF_KIND, metavar="|".join(OF_KIND))
    parser.add("--totals", key="compare.totals", action="store_true")
    filings.arguments(parser)


def run(options: Namespace, context: Context) -> int:
    """Print one row per prefecture and metric; as a table, one line per prefecture or metric.

    With --of something else than prefectures: departments, years of one, or the execution of a budget.
    """
    filings.refuse_idle(options)
    if options.of != filings.OF[0]:
        return filings.run(options, context)
    _refuse_unshown(options, context.format)
    asked = Comparison(
        tuple(options.prefectures), tuple(options.metric), options.base, options.year, kind=options.kind
    )
    rows: Sequence[CompareRow] = compare(context.pack, asked)
    alike = in_one_unit(rows)
    if options.totals and options.shown == SHOWN[0]:
        added = totals(alike)
        rows, alike = [*rows, *added], [*alike, *added]
    grid = _grid(context, alike, options.shown)
    if context.format == "table":
        context.write([grid.above, "", *_lines(grid, context.room)])
    elif context.format == "md":
        context.write(markdown(grid.fields, grid.keys))
    elif context.format == "html":
        context.title = _title(context, rows, grid.above)
        pictures = [_picture(context, own, options.shown) for own in _by_metric(alike)]
        write_page(context, grid.fields, grid.keys, [grid.above], grid.rows, pictures)
    else:
        print_records(context, rows, ())
    tell(context, (row.doc_id for row in rows))
    if options.shown == "share" or context.format in ("json", "csv"):
        _say_no_whole(context, rows)
    _say_elsewhere(context, asked, rows)
    _say_left_out(context, asked, rows)
    _say_passed_over(context, asked, rows)
    return 0


def _refuse_unshown(options: Namespace, form: str) -> None:
    """Raise UsageError for an option of another --as than the one given; rows for programs hold the index anyway."""
    given = {"base": options.base is not None and form not in ("json", "csv"), "totals": options.totals}
    for name, wanted in _SHOWN_IN.items():
        if given[name] and options.shown != wanted:
            what = phrase("error.idle_shown", option=f"--{name}", shown=options.shown)
            raise UsageError(what, phrase("error.idle_shown.hint", option=f"--{name}", shown=wanted))


def _say_no_whole(context: Context, rows: Sequence[CompareRow]) -> None:
    """Metrics that have no share, since nothing says what the whole is."""
    lacking = {row.metric: row.prefecture_code for row in rows if row.lacks_whole}
    if lacking:
        whole = context.words[whole_told(lacking.values())]
        context.note(phrase("compared.no_whole", count=len(lacking), whole=whole))


def _say_elsewhere(context: Context, asked: Comparison, rows: Sequence[CompareRow]) -> None:
    """The regions that are not shown, by the names that ask for them."""
    found = [place for code in elsewhere(context.pack, asked, rows) if (place := divisions().get(code))]
    if found:
        names = [place.name_en if context.lang == "en" else place.name for place in found]
        context.note(phrase("compared.elsewhere", places=listed(names, most=_NAMED), first=names[0]))


def _say_left_out(context: Context, asked: Comparison, rows: Sequence[CompareRow]) -> None:
    """Without metrics asked for only targets are compared: how many others there are, and how to have them."""
    region = region_of(rows[0].prefecture_code) if rows[0].prefecture_code else ""
    left = {one.metric for one in metrics(context.pack, region)} - {row.metric for row in rows}
    if left and not asked.metrics:
        context.note(phrase("compared.left_out", count=len(left)))


def _say_passed_over(context: Context, asked: Comparison, rows: Sequence[CompareRow]) -> None:
    """Values of other kinds, and of other documents that say otherwise, of the same metrics, places and year.

    And where no year was asked for those of other years that say more.
    """
    chosen = meant(prefectures(context.pack), asked.prefectures)
    has = {row.prefecture_code for row in rows}
    absent = [one for one in chosen if one.code not in has] if asked.prefectures else []
    if absent:
        names = (one.name_en if context.lang == "en" else one.short_name for one in absent)
        context.note(phrase("compared.absent", places=listed(names, most=_NAMED)))
    places = [one.code for one in chosen]
    left, said = passed_over(context.pack, rows, places), context.words
    for kind, count in left.kinds.items():
        context.note(phrase("compared.kinds", count=count, name=said.get(f"kind.{kind}", kind), kind=kind))
    if left.otherwise:
        context.note(phrase("compared.otherwise", count=left.otherwise))
    for other, count in left.years.items() if asked.year is None else ():
        context.note(phrase("compared.years", count=count, year=other))


def _by_metric(rows: Sequence[CompareRow]) -> list[list[CompareRow]]:
    """The rows of each metric."""
    return [
        [row for row in rows if row.metric == metric] for metric in dict.fromkeys(row.metric for row in rows)
    ]


def _title(context: Context, rows: Sequence[CompareRow], above: str) -> str:
    """Who is compared by what: names as far as they are few."""
    places = dict.fromkeys(_place(context, row) for row in rows if row.status not in KINDS)
    metrics = dict.fromkeys(metric_named(context, row.metric, row.metric_label) for row in rows)
    mark = context.words["tui.join"]
    parts = (
        mark.join(names)
        if len(names) <= _FEW
        else context.words[f"compared.many.{what}"].format(count=len(names))
        for what, names in (("places", places), ("metrics", metrics))
    )
    return " · ".join([*parts, above])


def _picture(context: Context, rows: Sequence[CompareRow], shown: str) -> Picture:
    """A bar for each prefecture, as long as what is shown; a rank has the bar of its value."""
    from hrss_tui.export.shown.bars import Bar, bars
    from hrss_tui.export.shown.sheet import Picture

    own, first = [row for row in rows if row.status not in KINDS], rows[0]
    lines = bars([Bar(_place(context, row), _text(row, shown), 0, _long(row, shown)) for row in own])
    kind = context.words.get(f"kind.{first.kind}", first.kind)
    parts = (
        metric_named(context, first.metric, first.metric_label),
        str(first.year or ""),
        kind,
        _unit(context, first, shown),
    )
    documents = tuple(dict.fromkeys(row.doc_id for row in own))
    return Picture(" ".join(part for part in parts if part), lines, (), documents)


def _long(row: CompareRow, shown: str) -> float:
    figure = {"share": row.share, "index": row.index}.get(shown, row.value)
    return figure or 0.0


class Grid(NamedTuple):
    """A comparison as columns over prefectures or metrics: what is shown, and the rows behind each of the keys."""

    above: str
    fields: list[Field]
    keys: list[str]
    rows: list[list[CompareRow]]
    places_are_rows: bool = False


def _grid(context: Context, rows: Sequence[CompareRow], shown: str) -> Grid:
    cells, tags = _cells(context, rows, shown), _tags(context, rows)
    places = {_code(row): _place(context, row) for row in rows}
    metrics = {row.metric: row for row in rows}
    years = sorted({row.year for row in rows if row.year is not None})
    kinds = dict.fromkeys(row.kind for row in rows if row.kind)
    said = context.words
    of_kinds = "/".join(said.get(f"kind.{kind}", kind) for kind in kinds)
    form = said[f"compared.{shown}"].format(whole=said[share_told(rows)])
    above = " · ".join(filter(None, [form, " ".join(map(str, years)), of_kinds]))
    if len(places) > _FEW:
        key = (
            "head.county"
            if all(len(row.prefecture_code) > _OF_PREFECTURE for row in rows if row.prefecture_code)
            else "head.prefecture"
        )
        fields = [Field(context.words[key], lambda code: places[code])]
        fields += [
            _column(
                f"{metric_named(context, row.metric, row.metric_label)}{tags[key]}\n{_unit(context, row, shown)}",
                {code: cells.get((code, key), "") for code in places},
            )
            for key, row in metrics.items()
        ]
        behind = [[row for row in rows if _code(row) == code] for code in places]
        return Grid(above, fields, list(places), behind, places_are_rows=True)
    fields = [
        Field(
            context.words["head.metric"],
            lambda key: (
                metric_named(context, key, metrics[key].metric_label)
                + tags[key]
                + _unit(context, metrics[key], shown)
            ),
            least=12,
        )
    ]
    fields += [
        _column(name, {key: cells.get((code, key), "") for key in metrics}) for code, name in places.items()
    ]
    behind = [[row for row in rows if row.metric == key] for key in metrics]
    return Grid(above, fields, list(metrics), behind)


def _tags(context: Context, rows: Sequence[CompareRow]) -> dict[str, str]:
    """Metric → its year and kind, where not all metrics are of the same, and of those of one name and year the document.

    A metric of several years or kinds says them in its cells.
    """
    apart, said = differing(rows), context.words
    found = {}
    names = {own[0].metric: (own[0].metric_label, own[0].year, own[0].kind) for own in _by_metric(rows)}
    times = Counter(names.values())
    for own in _by_metric(rows):
        within, first = differing(own), own[0]
        year = str(first.year or "") if apart[0] and not within[0] else ""
        kind = said.get(f"kind.{first.kind}", first.kind) if apart[1] and not within[1] else ""
        document = first.doc_id if times[names[first.metric]] > 1 else ""
        found[first.metric] = "".join(f" {one}" for one in (year, kind, document) if one)
    return found


def _lines(grid: Grid, room: int) -> list[str]:
    if grid.places_are_rows:
        return _blocks(grid.fields, grid.keys, room)
    return table_lines(grid.fields, grid.keys, room=room)


def _blocks(fields: Sequence[Field], places: Iterable[str], room: int) -> list[str]:
    """The table, or where it is wider than the terminal several below one another, each with the first column."""
    lines, first, left = table_lines(fields, places, _HEADING), fields[0], list(fields[1:])
    if not room or max(map(width, lines), default=0) <= room:
        return lines
    blocks: list[str] = []
    while left:
        count = len(left)
        while count > 1 and max(map(width, table_lines([first, *left[:count]], places, _HEADING))) > room:
            count -= 1
        blocks += [*([""] if blocks else []), *table_lines([first, *left[:count]], places, _HEADING)]
        left = left[count:]
    return blocks


def _cells(context: Context, rows: Sequence[CompareRow], shown: str) -> dict[tuple[str, str], str]:
    """Prefecture and metric → the cell; where the values of a metric differ in year, kind or unit, each says its own."""
    apart = {own[0].metric: differing(own) for own in _by_metric(rows)}
    found = {}
    for row in rows:
        text = _text(row, shown)
        years, kinds, units = apart[row.metric]
        own = [
            str(row.year or "") if years else "",
            context.words.get(f"kind.{row.kind}", row.kind) if kinds else "",
            unit_named(context, row.unit) if units and shown == SHOWN[0] else "",
        ]
        said = " ".join(filter(None, own)) if text != NOT_APPLICABLE else ""
        found[_code(row), row.metric] = f"{text} ({said})" if said else text
    return found


def _column(head: str, texts: dict[str, str]) -> Field:
    return Field(head, lambda key: texts[key], right=True)


def _code(row: CompareRow) -> str:
    """What a row is of; a sum has the name of what it is instead of a code."""
    return row.prefecture_code or row.status


def _place(context: Context, row: CompareRow) -> str:
    if row.status in KINDS:
        return context.words[f"sums.{row.status}"]
    return row.prefecture_en if context.lang == "en" else row.prefecture


def _unit(context: Context, row: CompareRow, shown: str) -> str:
    """The unit of what is shown, in brackets; a rank has none."""
    unit = {
        "value": unit_named(context, row.unit),
        "share": "%",
        "index": context.words["compared.index.unit"],
        "rank": "",
    }[shown]
    return context.words["head.in_unit"].format(unit=unit) if unit else ""


def _text(row: CompareRow, shown: str) -> str:
    """A cell: the value as printed, else the figure asked for; `/` where the metric does not apply."""
    if row.value is None:
        return NOT_APPLICABLE
    if shown == "value":
        return row.shown
    if shown == "rank":
        return row.ranked or NOT_APPLICABLE
    figure = {"share": row.share, "index": row.index}[shown]
    return NOT_APPLICABLE if figure is None else percent_text(figure, 2)
