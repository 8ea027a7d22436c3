"""Tables by place: the printed total is the sum of its rows; what was not read of them, see `doubts`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.columns import is_mean
from hrss_tui.compile.checks.basics.doubts import undecided
from hrss_tui.compile.checks.basics.identity import (
    Identity,
    at_least,
    compare,
    not_checkable,
    total,
    withdrawn,
)
from hrss_tui.compile.checks.basics.papers import Papers, base, figure, places
from hrss_tui.compile.checks.other_rows import Sum, with_others
from hrss_tui.records import Block, Check, PrefectureTotal, PrefectureValue, Unread, record_id
from hrss_tui.reference import units
from hrss_tui.reference.metrics import is_rank, is_rate
from hrss_tui.reference.places import listed_divisions, tells_whole, whole_of
from hrss_tui.words.check_reasons import because

_CORPS = "66"
_OWN_LEVEL = re.compile(
    r"(?:含|包括|包含|差额|余数|另有|其余)[^。；;]{0,14}(?:本级|[省市州区县地](?:属|直)|直属|直管)(?![县市区])"
)
_HEADER = 4
"""Rows of a header, at most."""
_NOTES = 4
"""Blocks below a table among which its notes are."""


def checks(papers: Papers) -> Iterator[Check]:
    """Every total of what can be added up, column by column.

    A column drops zeros at the end (12 beside 0.345), so each of its cells is as precise as the finest.
    """
    values: dict[tuple[str, int | None, str], list[PrefectureValue]] = {}
    notes = [block for block in papers.of(Block) if block.kind not in ("table_row", "heading")]
    unread = papers.of(Unread)
    rows_of = {block.line_start: block.text for block in papers.of(Block) if block.kind == "table_row"}
    heads = _heads(rows_of)
    for value in papers.of(PrefectureValue):
        values.setdefault((value.metric, value.year, value.kind), []).append(value)
    found: list[tuple[PrefectureTotal, list[PrefectureValue], Check, Check]] = []
    for stated in papers.of(PrefectureTotal):
        never = is_rate(stated.metric_label) or is_rank(stated.metric_label)
        if not (_is_rate(stated.unit) or never or is_mean(stated.metric, stated.metric_label)):
            rows = values.get((stated.metric, stated.year, stated.kind), [])
            own = [row for row in rows if _belongs(row, stated)]
            valued = [row for row in own if row.status == "value"]
            known, every = _summed(stated, valued, unread, rows_of)
            widest = _widest(valued)
            if every.status == "fails" and len(widest) < len(valued):
                known, every = _summed(stated, widest, unread, rows_of)
            found.append((stated, own, known, every))
    # That rows of no known place count to a total is proved by a column in which they do.
    counting = {
        stated.line_start
        for stated, _, known, every in found
        if known.status == "fails" and every.status != "fails"
    }
    for stated, own, known, every in found:
        check = every if every.status != "fails" or stated.line_start in counting else known
        check = _withheld(check, [row for row in own if row.status != "value"])
        check = _partial(check, own, _labels(stated, rows_of, heads))
        yield _with_own_level(check, stated, notes)


def _heads(rows_of: Mapping[int, str]) -> dict[int, int]:
    """The first line of the rows that stand without a break above each row of a table, and its own."""
    found: dict[int, int] = {}
    for line in sorted(rows_of):
        found[line] = found.get(line - 1, line)
    return found


def _labels(stated: PrefectureTotal, rows_of: Mapping[int, str], heads: Mapping[int, int]) -> str:
    """The cells of the line of a total; where its places are columns those of the header above it too."""
    line = stated.line_start
    if not stated.rows_start == stated.rows_end == line:
        return rows_of.get(line, "")
    first = heads.get(line, line)
    return "\t".join(rows_of.get(each, "") for each in (*range(first, min(first + _HEADER, line)), line))


def _summed(
    stated: PrefectureTotal,
    parts: Sequence[PrefectureValue],
    unread: Sequence[Unread],
    rows_of: Mapping[int, str],
) -> tuple[Check, Check]:
    """A total against its rows, and against these with the rows of no known place."""
    made = _sum(stated, parts)
    if isinstance(made, Check):
        return made, made
    known = _compared(made)
    return known, with_others(known, made, unread, rows_of)


def _widest(rows: Sequence[PrefectureValue]) -> list[PrefectureValue]:
    """The rows of places that lie in none of the others: of 天水市 and its counties the city, which prints their sum."""
    codes = {row.prefecture_code for row in rows}
    return [
        row
        for row in rows
        if not any(row.prefecture_code[:length] in codes for length in range(2, len(row.prefecture_code)))
    ]


def _with_own_level(check: Check, stated: PrefectureTotal, notes: Sequence[Block]) -> Check:
    """A total that exceeds its rows where a note below the table says that what the whole keeps for itself is in it (全市数含市本级)."""
    if check.status != "fails" or (check.difference or 0) < 0:
        return check
    end = max(stated.line_end, stated.rows_end or 0)
    below = notes[bisect_right(notes, end, key=lambda block: block.line_start) :][:_NOTES]
    note = next((match for block in below if (match := _OWN_LEVEL.search(block.text))), None)
    return withdrawn(check, because("table_note", note=note.group())) if note else check


def _withheld(check: Check, marked: Sequence[PrefectureValue]) -> Check:
    """A total that exceeds the rows beside which others print a mark for their figure: it may be what that stands for."""
    if check.status != "fails" or not marked or (check.difference or 0) < 0:
        return check
    return undecided(check, marked[0].line_start, marked[0].printed)


def _partial(check: Check, rows: Sequence[PrefectureValue], printed: str) -> Check:
    """A figure of the whole (全省) that exceeds the rows of a table which lists only some of its divisions."""
    codes = {row.prefecture_code for row in rows}
    cells = set(printed.split("\t"))
    of_all = any(tells_whole(cell, whole) for cell in cells for whole in _wholes(codes))
    return some_of(check, codes) if of_all else check


def some_of(check: Check, codes: Collection[str]) -> Check:
    """A figure of the whole that exceeds what a table of only some of its divisions adds up to: nothing fails."""
    wholes = _wholes(codes)
    if check.status != "fails" or (check.difference or 0) < 0 or len(wholes) != 1:
        return check
    (whole,) = wholes
    missing = [each for each in listed_divisions(whole) if each.code not in codes]
    return (
        withdrawn(check, because("places_missing", place=missing[0].name, count=len(missing)))
        if missing
        else check
    )


def _wholes(codes: Collection[str]) -> set[str]:
    """What the places of a table are divisions of."""
    return {whole_of(code) for code in codes if not code.startswith(_CORPS)}


def _belongs(row: PrefectureValue, stated: PrefectureTotal) -> bool:
    first, last = stated.rows_start, stated.rows_end
    return first is None or last is None or first <= row.line_start <= last


def _is_rate(unit: str) -> bool:
    known = units().get(base(unit))
    return known is not None and known.kind in ("ratio", "points")


def _sum(stated: PrefectureTotal, parts: Sequence[PrefectureValue]) -> Check | Sum:
    """The two sides of a total; a check where they cannot be compared."""
    finest = max(places(stated.printed), *(places(row.printed) for row in parts), 0)
    left = figure(stated.printed, stated.unit, record_id(stated), finest)
    words = f"{stated.metric_label}：合计 = {len(parts)} 个{_kind(parts)}之和"
    identity = Identity("prefecture_sum", words, stated, base(stated.unit), context=because("sum_of_places"))
    reason = _hindrance(stated, parts)
    if reason:
        return not_checkable(identity, reason, left)
    right = total(figure(row.printed, row.unit, record_id(row), finest) for row in parts)
    return Sum(identity, stated, parts, left, right, finest)


def _compared(made: Sum) -> Check:
    if made.stated.operator in (">=", ">"):
        return at_least(made.identity, made.right, made.left)
    return compare(made.identity, made.left, made.right)


def _kind(parts: Sequence[PrefectureValue]) -> str:
    """What the rows are, in the words of such tables."""
    codes = {row.prefecture_code for row in parts if not row.prefecture_code.startswith(_CORPS)}
    if codes and all(len(code) == 2 for code in codes):
        return "省（区、市）"
    return "地（州、市）" if all(len(code) == 4 or code[:4] == "6590" for code in codes) else "县（市、区）"


def _hindrance(stated: PrefectureTotal, parts: Sequence[PrefectureValue]) -> str | None:
    """Why the sum cannot be checked; None where it can."""
    if not parts:
        return "没有各地的数"
    if len({base(row.unit) for row in parts} | {base(stated.unit)}) > 1:
        return because("places_other_unit")
    own = stated.operator or "="
    open_ended = {row.operator or "=" for row in parts} - {"="}
    if own not in ("=", ">=", ">") or (open_ended and own == "="):
        return because("places_bounds")
    return None
