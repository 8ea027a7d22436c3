"""Rows that say how much what stands above them has grown: 城镇新增就业（万人）, below it 比上年增长（%）.

Such a row names nothing itself. It is of the nearest row above that does, in the years of its columns.
"""

from __future__ import annotations

import msgspec

from hrss_tui.compile.prefectures.names import UNIT, bare, plain_label
from hrss_tui.compile.prefectures.units import is_ratio
from hrss_tui.compile.stated.labels import Value, against, falls, is_gap, sort_of
from hrss_tui.compile.stated.sheet import Named
from hrss_tui.compile.stated.subjects import Subject
from hrss_tui.reference.metrics import is_rate


class Grown(msgspec.Struct, frozen=True):
    """A row of growth: what it is called, in which ratio it is told, and the row that it is of."""

    label: str
    unit: str
    of: Named
    subject: Subject

    def column(self, value: Value) -> Value:
        """A column of levels as one of their growth."""
        return msgspec.structs.replace(
            value, sort="change", unit=self.unit, label=self.label, against=against(self.label), sure=bool(value.kind)
        )  # fmt: skip


def growth(row: Named, above: tuple[Named, Subject] | None) -> Grown | None:
    """The row as one of growth of the row `above`; None where it is none, or that is a rate, which moves by points."""
    text = row.names[-1].text
    label = plain_label(text)
    if above is None or len(row.names) > 1 or sort_of(label) != "change" or bare(text):
        return None
    stated = UNIT.search(text)
    unit = stated["unit"] if stated else row.unit.text.strip() if row.unit else ""
    named, subject = above
    open_ = falls(label) or is_gap(label) or is_rate(plain_label(named.names[-1].text))
    return None if open_ or not is_ratio(unit) or _is_ratio(named) else Grown(label, unit, named, subject)


def _is_ratio(named: Named) -> bool:
    stated = UNIT.search(named.names[-1].text)
    return is_ratio(stated["unit"] if stated else named.unit.text.strip() if named.unit else "")
