"""Prefectures and the values of tables that list them."""

from __future__ import annotations

from typing import Annotated

from hrss_tui.records.base import Fact, Record, col


class Prefecture(Record, frozen=True, kw_only=True):
    """A division that tables list: a prefecture, in tables of a prefecture a county."""

    TABLE = "prefectures"
    KEY = ("code",)
    code: Annotated[
        str, col("GB/T 2260 without trailing pairs of zeros; 66 for the corps, which the standard lacks")
    ]
    name: Annotated[str, col("official name")]
    short_name: Annotated[str, col("name as used in tables")]
    name_en: Annotated[str, col("English name")]
    pinyin: Annotated[str, col("pinyin without tones")]
    initials: Annotated[str, col("pinyin initials")]
    aliases: Annotated[list[str], col("other names that mean this prefecture")]
    groups: Annotated[list[str], col("groups it belongs to (南疆四地州 …)")]
    work_order: Annotated[int, col("position in the order of the employment plan")]
    code_order: Annotated[int, col("position in the order of the codes")]
    map_row: Annotated[int, col("row on the tile map, -1 where there is none")]
    map_col: Annotated[int, col("column on the tile map, -1 where there is none")]
    adcode: Annotated[
        str | None,
        col("GB/T 2260, six digits, as maps and place_code have it; null for the corps and its divisions"),
    ] = None


class PrefectureValue(Fact, frozen=True, kw_only=True):
    """One metric of one prefecture."""

    TABLE = "prefecture_values"
    KEY = ("prefecture_code", "metric", "year", "kind", "doc_id")
    prefecture_code: Annotated[
        str, col("GB/T 2260 of a prefecture (four digits), county (six) or province (two); 66 for the corps")
    ]
    metric: Annotated[str, col("key of the metric")]
    metric_label: Annotated[str, col("label as printed")]
    year: Annotated[int | None, col("year the value is for")]
    value: Annotated[float | None, col("value in the printed unit; null where not applicable")]
    unit: Annotated[str, col("unit as printed")]
    kind: Annotated[
        str, col("target, actual, rate (part of a target or of a whole), rank, change or allocation")
    ]
    status: Annotated[str, col("value or not_applicable")]
    printed: Annotated[str, col("cell as printed")]
    indicator_id: Annotated[str | None, col("canonical indicator")]
    operator: Annotated[str | None, col("=, >=, <=, >, < or ~; null where it was not kept")] = None
    base_value: Annotated[float | None, col("value in base_unit; null where not applicable")] = None
    base_unit: Annotated[str | None, col("unit without multiplier")] = None


class PrefectureTotal(Fact, frozen=True, kw_only=True):
    """The 合计 row of a prefecture table, kept for the checks."""

    TABLE = "prefecture_totals"
    KEY = ("metric", "year", "kind", "doc_id")
    metric: Annotated[str, col("key of the metric")]
    metric_label: Annotated[str, col("label as printed")]
    year: Annotated[int | None, col("year the value is for")]
    value: Annotated[float, col("value in the printed unit")]
    unit: Annotated[str, col("unit as printed")]
    kind: Annotated[
        str, col("target, actual, rate (part of a target or of a whole), rank, change or allocation")
    ]
    printed: Annotated[str, col("cell as printed")]
    indicator_id: Annotated[str | None, col("canonical indicator")]
    operator: Annotated[str | None, col("=, >=, <=, >, < or ~; null where it was not kept")] = None
    rows_start: Annotated[int | None, col("first line of the rows it is the total of")] = None
    rows_end: Annotated[int | None, col("last line of the rows it is the total of")] = None
    base_value: Annotated[float | None, col("value in base_unit")] = None
    base_unit: Annotated[str | None, col("unit without multiplier")] = None


class Metric(Record, frozen=True, kw_only=True):
    """A metric: what the values of a column of tables by place are."""

    TABLE = "metrics"
    KEY = ("metric",)
    metric: Annotated[str, col("key of the metric, see prefecture_values")]
    name: Annotated[str, col("Chinese name; as printed where the metric is of one document only")]
    name_en: Annotated[str | None, col("English name; null for a metric that has none")]
    unit: Annotated[str | None, col("base unit of its values; null where they have several")]
    indicator_id: Annotated[str | None, col("canonical indicator, where the metric is one")]
