"""Total, mean and median of what was compared, metric by metric: exact, and only where the numbers count one thing:
of one year, kind and unit.

totals(compare(pack, asked))
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from hrss_tui.query.averages import adds_up, averages
from hrss_tui.query.chosen_values import RANK
from hrss_tui.query.compare import CompareRow
from hrss_tui.query.exact import exact

KINDS = ("total", "mean", "median")


def totals(rows: Sequence[CompareRow]) -> list[CompareRow]:
    """A row per metric and kind; `status` is the kind, `printed` the figure, means with a decimal more than the values at most."""
    found = []
    for metric in dict.fromkeys(row.metric for row in rows):
        own = [row for row in rows if row.metric == metric and row.value is not None]
        if len({(row.year, row.kind, row.unit) for row in own}) != 1 or own[0].kind == RANK:
            continue
        put = averages(value for row in own if (value := _number(row)) is not None)
        if put is not None:
            kinds = KINDS if adds_up(own[0].unit, own[0].kind) else KINDS[1:]
            found += [_row(own[0], kind, getattr(put, kind)) for kind in kinds]
    return sorted(found, key=lambda row: KINDS.index(row.status))


def _number(row: CompareRow) -> Decimal | None:
    if row.value is None:
        return None
    return exact(row.printed, row.value)


def _row(first: CompareRow, kind: str, value: Decimal) -> CompareRow:
    return msgspec.structs.replace(
        first,
        prefecture_code="",
        prefecture="",
        prefecture_en="",
        status=kind,
        value=float(value),
        share=None,
        rank=None,
        share_of=None,
        of=None,
        index=None,
        printed=f"{value:f}",
        record_id="",
    )
