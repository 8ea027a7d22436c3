"""What documents print as names and units, in the language of the reader: in English only where the reference has all of one."""

from __future__ import annotations

from hrss_tui.cli.context import Context


def code_named(context: Context, printed: str) -> str:
    """A printed name of a code, a column or a table; its English one where that is known and asked for."""
    if context.lang != "en":
        return printed
    from hrss_tui.reference.english import english_of

    return english_of(printed) or printed


def metric_named(context: Context, key: str, printed: str) -> str:
    """What a metric of prefectures is called."""
    if context.lang != "en":
        return printed
    from hrss_tui.reference.english import english_metric

    return english_metric(key, printed)


def unit_named(context: Context, printed: str) -> str:
    """What a unit is called."""
    if context.lang != "en":
        return printed
    from hrss_tui.reference.english import english_unit

    return english_unit(printed)
