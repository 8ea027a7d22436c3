"""What the text says of an indicator against the table of the same document that holds it, too.

Only one name, of one place and one time, counted in the same, is compared, and only where no other row of a table or
sentence says something else of it: what is told twice in different words may be two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, compare
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.prose.sentences import is_level, quantity
from hrss_tui.compile.checks.stated.tables import of_tables
from hrss_tui.records import Check, Observation
from hrss_tui.reference import fold_label
from hrss_tui.words.check_reasons import because

_OWN = re.compile("全[省市县区州盟旗]")
"""A scope that is all of the document's own place, which a table need not say."""
_DIFFERENT = because("narrative")

Key = tuple[str | None, str, str | None, str, str | None, str | None]


def checks(papers: Papers) -> Iterator[Check]:
    """Every indicator of a time that a table and the text name alike."""
    tabled = [row for _, rows in of_tables(papers) for row in rows]
    inside = {row.observation_id for row in tabled}
    told = _once(
        [row for row in papers.of(Observation) if row.observation_id not in inside] if tabled else []
    )
    for key, cell in _once(tabled).items():
        if (row := told.get(key)) is not None:
            words = f"{row.subject}：情况说明 = 表"
            identity = Identity("narrative_amount", words, row, row.base_unit, "table", _DIFFERENT)
            yield compare(identity, quantity(row), quantity(cell))


def _once(rows: Sequence[Observation]) -> dict[Key, Observation]:
    """The values of indicators by what they are of, where all that is said of it is one."""
    found: dict[Key, list[Observation]] = {}
    for row in rows:
        exact = row.kind == "actual" and row.operator == "=" and is_level(row)
        if exact and row.indicator_id and row.period:
            scope = None if _OWN.fullmatch(row.scope or "") else row.scope
            key = (row.indicator_id, fold_label(row.subject), row.period, row.base_unit, row.place, scope)
            found.setdefault(key, []).append(row)
    return {key: same[0] for key, same in found.items() if len({one.base_value for one in same}) == 1}
