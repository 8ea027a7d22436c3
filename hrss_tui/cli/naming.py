"""What documents print as names and units, in the language of the reader: in English only where the reference has all of one."""

from __future__ import annotations

from hrss_tui.cli.context import Context
from hrss_tui.query.quantities import unit_in


def code_named(context: Context, printed: str) -> str:
    """A printed name of a code, a column or a table; its English one where that is known and asked for."""
    if context.lang != "en":
        return printed
    from hrss_tui.reference.english import english_of

    return english_of(printed) or printed


def metric_named(context: Context, key: str, printed: str) -> str:
    """What a metric of prefectures is called."""
    from hrss_tui.reference.metrics import told_metric

    return told_metric(key, printed)[context.lang == "en"]


def unit_named(context: Context, printed: str) -> str:
    """What a unit is called."""
    return unit_in(printed, context.lang)


def place_named(context: Context, code: str | None, printed: str | None) -> str:
    """What a place is called: by its code, else as it is printed."""
    from hrss_tui.reference.places import NATION, places

    if code == NATION:
        return context.words["place.nation"]
    known = places().get(code or "") if context.lang == "en" else None
    return known.name_en if known is not None else printed or code or ""
