"""Indicators and the figures that sentences state."""

from __future__ import annotations

from typing import Annotated

from hrss_tui.records.base import Fact, Record, col


class Indicator(Record, frozen=True, kw_only=True):
    """A canonical indicator."""

    TABLE = "indicators"
    KEY = ("indicator_id",)
    indicator_id: Annotated[str, col("key")]
    name: Annotated[str, col("name")]
    name_en: Annotated[str, col("English name")]
    unit: Annotated[str, col("base unit")]
    aliases: Annotated[list[str], col("other names of the same quantity")]


class Observation(Fact, frozen=True, kw_only=True):
    """One figure stated in prose, or in a table of indicators whose rows are no places."""

    TABLE = "observations"
    KEY = ("observation_id",)
    observation_id: Annotated[str, col("document, line and column of the figure")]
    indicator_id: Annotated[str | None, col("canonical indicator, where the subject is one")]
    subject: Annotated[str, col("of what, as stated")]
    period: Annotated[str | None, col("ISO 8601 year, day or interval")]
    scope: Annotated[str | None, col("area or group as stated")]
    kind: Annotated[str, col("actual, target, cumulative or amount")]
    operator: Annotated[str, col("=, >=, <=, >, < or ~")]
    value: Annotated[float, col("value in the printed unit")]
    unit: Annotated[str, col("unit as printed")]
    base_value: Annotated[float, col("value in base_unit")]
    base_unit: Annotated[str, col("unit without multiplier")]
    printed: Annotated[str, col("decimal as printed")]
    change: Annotated[str | None, col("increase or decrease where the figure is a change, else null")]
    against: Annotated[str | None, col("what a change or share is measured against, as stated")]
    scope_note: Annotated[str | None, col("note of the document on the scope of this figure")]
    block_id: Annotated[str, col("block the figure stands in")]
    place: Annotated[
        str | None,
        col(
            "place the figure is of, in the form of documents.place: that of the sentence, else of the document"
        ),
    ] = None
    period_start: Annotated[str | None, col("first day of the period, ISO 8601")] = None
    period_end: Annotated[str | None, col("last day of the period, ISO 8601")] = None
