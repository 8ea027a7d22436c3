"""What was computed and what was corrected."""

from __future__ import annotations

from typing import Annotated

from hrss_tui.records.base import Fact, col


class Check(Fact, frozen=True, kw_only=True):
    """One arithmetic identity and how it came out; the source lines are those of the stated side."""

    TABLE = "checks"
    KEY = ("check_id",)
    check_id: Annotated[str, col("kind and place")]
    kind: Annotated[str, col("which identity")]
    description: Annotated[str, col("the identity in words")]
    left: Annotated[float | None, col("stated side")]
    right: Annotated[float | None, col("computed side")]
    difference: Annotated[float | None, col("left minus right; for a bound, by how much it is missed")]
    tolerance: Annotated[float, col("what rounding of the printed cells allows")]
    unit: Annotated[str, col("unit of both sides")]
    status: Annotated[str, col("exact, rounding, fails or not_checkable")]
    records: Annotated[list[str], col("ids of the records on both sides")]
    reason: Annotated[str | None, col("why it is not exact, or cannot be evaluated")]


class Correction(Fact, frozen=True, kw_only=True):
    """One place where the source is damaged, and what was read instead."""

    TABLE = "corrections"
    KEY = ("correction_id",)
    correction_id: Annotated[str, col("document and place")]
    type: Annotated[str, col("extraction, misprint or inconsistency")]
    printed: Annotated[str, col("what is printed")]
    reading: Annotated[str, col("what was read")]
    reason: Annotated[str, col("why, from the document itself or the reference classification")]
