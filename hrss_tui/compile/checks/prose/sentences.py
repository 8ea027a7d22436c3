"""Observations as quantities, and how they are found: by subject, by what they are part of, by indicator.

The subject of a part begins with its whole: the subject of that, or its own words, then a space.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import decimal, narrow
from hrss_tui.compile.basics.spans import lines_within
from hrss_tui.compile.checks.basics.book import DECIMALS
from hrss_tui.compile.checks.basics.identity import Quantity
from hrss_tui.compile.checks.basics.papers import Papers, figure, money
from hrss_tui.compile.checks.text.written import in_decimals
from hrss_tui.money import FEN_OF_YUAN
from hrss_tui.records import Document, Observation, PerformanceTable
from hrss_tui.reference import fold_label, split_unit
from hrss_tui.reference.metrics import EXPECTED

_HALF = Decimal("0.5")
_YEARS = re.compile(r"(\d{4})/(\d{4})")
PERCENT = "%"
_ROW = "table_row"
_LONGEST = 60
"""Characters of a subject that another figure names it by."""

Change = tuple[str | None, str | None, str | None, str | None]
"""What two figures of one change share: indicator, period, what it is measured against, direction."""


def quantity(row: Observation, decimals: int = DECIMALS) -> Quantity:
    """The figure in its base unit.

    A target is meant exactly; what is only about right (约 190 万) is as precise as its last digit that is not 0.
    `decimals` are those that its text rounds amounts in 万元 to.
    """
    factor = split_unit(row.unit)[0]
    if is_aim(row):
        return Quantity(decimal(row.printed) * factor, ids=(row.observation_id,))
    if row.kind == "amount" and row.base_unit == "元":
        return money(
            int(decimal(row.printed) * factor * FEN_OF_YUAN), row.printed, row.observation_id, decimals
        )
    exact = figure(row.printed, row.unit, row.observation_id)
    digits = narrow(row.printed).strip().replace(",", "")
    if row.operator != "~" or "." in digits:
        return exact
    zeros = len(digits) - len(digits.rstrip("0"))
    return msgspec.structs.replace(exact, error=max(exact.error, _HALF * factor * Decimal(10) ** zeros))


def signed(row: Observation) -> Quantity:
    """A change with its sign."""
    found = quantity(row)
    return Quantity(-found.value, found.error, found.ids) if row.change == "decrease" else found


def is_level(row: Observation) -> bool:
    """Is the figure a value of its subject, not a change or a share of it?"""
    return row.change is None and row.against is None


def is_aim(row: Observation) -> bool:
    """Is the figure one that was set, and not only expected?"""
    return row.kind == "target" and row.scope_note != EXPECTED


def is_absolute(row: Observation) -> bool:
    """Is the figure counted in something, not a percentage?"""
    return row.base_unit != PERCENT


def own_words(row: Observation) -> str:
    """What the subject adds to that of its whole."""
    return row.subject.rpartition(" ")[2]


def whole_words(row: Observation) -> str:
    """The subject of its whole; "" where it is no part."""
    return row.subject.rpartition(" ")[0]


def years(period: str | None) -> int | None:
    """How many whole years a period has: 2021/2025 has five; None where it is no span of years."""
    match = _YEARS.fullmatch(period or "")
    return int(match[2]) - int(match[1]) + 1 if match else None


class Prose(msgspec.Struct, frozen=True, dict=True):
    """The observations of one document in printed order, with their indices.

    `endings` are the last characters of the subjects of values, backwards and in order, with the places of their rows.
    """

    papers: Papers
    rows: list[Observation]
    places: dict[str, int]
    levels: dict[tuple[str, str | None], Observation]
    subjects: dict[str, list[Observation]]
    endings: list[tuple[str, int]]
    counted: dict[Change, Observation]

    def nearest(self, words: str, row: Observation) -> Observation | None:
        """The last value before a figure (or beside it) whose subject, or own words, are these."""
        place = self.places[row.observation_id]
        named = self.subjects.get(words, [])
        before = bisect_left(named, place, key=lambda one: self.places[one.observation_id])
        return named[before - 1] if before else None

    def level(self, indicator: str, period: str | None) -> Observation | None:
        """The first value of an indicator for a period."""
        return self.levels.get((indicator, period))

    def decimals(self, row: Observation) -> int:
        """Decimals that the text around a figure rounds amounts in 万元 to."""
        return self.papers.rounding.decimals(self.section(row))

    def section(self, row: Observation) -> str:
        """Headings above the figure."""
        block = self.papers.blocks.get(row.block_id)
        return block.section if block else ""

    def text(self, row: Observation) -> str:
        """Text of the block the figure stands in."""
        block = self.papers.blocks.get(row.block_id)
        return block.text if block else ""

    def shown(self, row: Observation) -> str:
        """The same text with what it writes in words (六百万, 1亿2千万) as the decimals that records print."""
        if row.block_id not in self._shown:
            self._shown[row.block_id] = in_decimals(self.text(row))
        return self._shown[row.block_id]

    @cached_property
    def _shown(self) -> dict[str, str]:
        return {}

    @cached_property
    def _named(self) -> dict[str, dict[str | None, list[Observation]]]:
        return {}

    def named(self, words: str, period: str | None) -> Sequence[Observation]:
        """Values counted in something, for a period, whose subject ends with these words, as printed or folded."""
        wanted = fold_label(words)[::-1]
        if wanted not in self._named:
            low = bisect_left(self.endings, (wanted,))
            high = bisect_right(self.endings, wanted, low, key=lambda ending: ending[0][: len(wanted)])
            found: dict[str | None, list[Observation]] = {}
            for place in sorted(place for _, place in self.endings[low:high]) if wanted else ():
                if is_absolute(self.rows[place]):
                    found.setdefault(self.rows[place].period, []).append(self.rows[place])
            self._named[wanted] = found
        return self._named[wanted].get(period, ())

    def counterpart(self, row: Observation) -> Observation | None:
        """The first change of the same indicator, period and base that is counted in something."""
        return self.counted.get(_change(row))


def prose(papers: Papers) -> Prose:
    """The index of a document's observations."""
    rows = _of_sentences(papers)
    levels: dict[tuple[str, str | None], Observation] = {}
    subjects: dict[str, list[Observation]] = {}
    endings: list[tuple[str, int]] = []
    counted: dict[Change, Observation] = {}
    home = next((row.place for row in papers.of(Document)), None)
    for place, row in enumerate(rows):
        own = home is None or row.place in (None, home)  # what a county has is no value of its city
        if is_absolute(row) and row.indicator_id and own:
            counted.setdefault(_change(row), row)
        if not is_level(row):
            continue
        endings.append((fold_label(row.subject)[: -_LONGEST - 1 : -1], place))
        for words in {row.subject, own_words(row)}:
            subjects.setdefault(words, []).append(row)
        if row.indicator_id and own:
            levels.setdefault((row.indicator_id, row.period), row)
    places = {row.observation_id: place for place, row in enumerate(rows)}
    return Prose(papers, rows, places, levels, subjects, sorted(endings), counted)


def _of_sentences(papers: Papers) -> list[Observation]:
    """The figures of sentences, those of goals in performance forms among them; rows of other tables say what theirs are of."""
    goals = lines_within((table.line_start, table.line_end) for table in papers.of(PerformanceTable))
    rows = []
    for row in papers.of(Observation):
        block = papers.blocks.get(row.block_id)
        tabled = block is not None and block.kind == _ROW
        if not tabled or goals(row.line_start):
            rows.append(row)
    return rows


def _change(row: Observation) -> Change:
    return row.indicator_id, row.period, row.against, row.change
