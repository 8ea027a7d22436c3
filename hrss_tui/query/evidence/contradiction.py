"""What does not agree, side by side: the sentences with their figures lit, and the arithmetic between them.

A check tells both sides as numbers and names its records; those that stand where the check was read are the stated side.
Where that leaves a side empty (both are in one line, or the records are of one side only) nothing is split by guessing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.bilingual import Printed
from hrss_tui.query.check_words import stated
from hrss_tui.query.evidence.evidence import value_of
from hrss_tui.query.evidence.facts import title_of
from hrss_tui.query.evidence.own import Own, Owns
from hrss_tui.query.evidence.passage import Passage
from hrss_tui.query.exact import shown
from hrss_tui.query.outcomes import Disagreement, Earlier
from hrss_tui.query.views import format_view, view
from hrss_tui.records import Check, Document, Fact, record_id
from hrss_tui.words import Phrase, phrase

MOST = 12
"""Places of a side that are quoted; a sum over hundreds of rows is not read sentence by sentence."""


class Figure(msgspec.Struct, frozen=True):
    """A figure of a side: its record, what it is of, how it is printed."""

    record: str
    name: str
    printed: str


class Quoted(msgspec.Struct, frozen=True):
    """One place of a side: the document's title, the passage, its figures, its citation."""

    title: str
    passage: Passage
    figures: tuple[Figure, ...]
    citation: str


class Side(msgspec.Struct, frozen=True):
    """One side: its number as the arithmetic has it, and where it stands; `left_out` places are not quoted."""

    name: str
    total: str
    quoted: tuple[Quoted, ...]
    left_out: int = 0


class Contradiction(msgspec.Struct, frozen=True):
    """Two sides (or one list of figures), the sum between them, why it is so; `check` where one was made of it."""

    id: str
    title: str
    check: Check | None
    sides: tuple[Side, ...]
    arithmetic: tuple[str, ...]
    documents: tuple[Document, ...]
    view: str


def of_check(owns: Owns, check: Check) -> Contradiction:
    """The two sides of a check."""
    facts = [row for key in check.records if isinstance(row := owns.record(key), Fact)]
    left = [row for row in facts if (row.doc_id, row.line_start) == (check.doc_id, check.line_start)]
    right = [row for row in facts if row not in left]
    told = f"{check.description} {check.reason or ''}"
    sides = [_side(owns, phrase("checks.sides"), "", facts, told)] if facts else []
    if left and right:
        sides = [
            _side(owns, phrase("checks.left"), _number(check.left, check.unit), left, told),
            _side(owns, phrase("checks.right"), _number(check.right, check.unit), right, told),
        ]
    return Contradiction(
        check.check_id,
        stated(check, "zh", {}),
        check,
        tuple(sides),
        tuple(_between(check)),
        _documents(owns, [check, *facts]),
        format_view(view("checks", check.check_id)),
    )


def of_disagreement(owns: Owns, one: Disagreement, name: str) -> Contradiction:
    """The statements that give different values, each a side."""
    sides = [_stated(owns, row.record_id, _printed(row.printed, row.unit)) for row in one.statements]
    sides += [_derived(owns, row) for row in one.derived]
    places = [row.doc_id for row in one.statements] + [row.whole.doc_id for row in one.derived]
    documents = tuple(owns.documents[doc_id] for doc_id in dict.fromkeys(places) if doc_id in owns.documents)
    key = "differ.derived" if one.derived else "differ.stated"
    title = Phrase(f"{name} {phrase(key, period=one.period)}", f"{name} {phrase(key, period=one.period).en}")
    sums = tuple(_apart(one.derived))
    return Contradiction(
        f"{one.indicator_id}/{one.period}",
        title,
        None,
        tuple(side for side in sides if side is not None),
        sums,
        documents,
        format_view(view("indicators", one.indicator_id, part="disagree")),
    )


def contradiction(pack: Pack, wanted: str) -> Contradiction:
    """The two sides of a check by its id. Raises NothingFoundError for what is none."""
    owns = Owns(pack)
    record = owns.record(wanted)
    if not isinstance(record, Check):
        raise NothingFoundError(phrase("error.no_record", id=wanted), phrase("error.no_record.hint"))
    return of_check(owns, record)


def _side(owns: Owns, name: str, total: str, facts: Sequence[Fact], told: str = "") -> Side:
    """The places of some figures, those of one block together."""
    places: dict[tuple[str, int], list[Fact]] = {}
    for row in facts:
        own = owns.of(row.doc_id)
        at = own.block_of(row, told) if own else None
        if at is not None:
            places.setdefault((row.doc_id, at), []).append(row)
    listed = list(places.items())
    quoted = [
        _quoted(owns, own, at, rows, told) for (doc_id, at), rows in listed[:MOST] if (own := owns.of(doc_id))
    ]
    return Side(name, total, tuple(quoted), max(0, len(listed) - MOST))


def _quoted(owns: Owns, own: Own, at: int, rows: Sequence[Fact], told: str) -> Quoted:
    found = own.passage(at, rows, told)
    figures = tuple(
        Figure(
            record_id(row),
            title_of(owns, row),
            own.printed(at, row, told) or value_of(own.pack, row) or "",
        )
        for row in rows
    )
    place = figures[0].record if len(figures) == 1 else found.place
    return Quoted(own.document.title, found, figures, own.citation(place))


def _stated(owns: Owns, record: str, total: str) -> Side | None:
    row = owns.record(record)
    return _side(owns, "", total, [row]) if isinstance(row, Fact) else None


def _derived(owns: Owns, one: Earlier) -> Side | None:
    """A value that follows from a whole and its change."""
    rows = [owns.record(key) for key in (one.whole.record_id, one.change.record_id)]
    facts = [row for row in rows if isinstance(row, Fact)]
    sign = "−" if one.change.change == "increase" else "+"
    whole, change = (_printed(row.printed, row.unit) for row in (one.whole, one.change))
    total = Printed(whole, sign, change, "=", f"{_exact(one.value)} {one.unit}")
    return _side(owns, "", total, facts) if facts else None


def _apart(derived: Sequence[Earlier]) -> Iterable[str]:
    """What follows from each later document less what follows from the first, as a check of the two has it."""
    for one in derived[1:]:
        first, apart = derived[0].value, _exact(one.value - derived[0].value).replace("-", "−")
        yield Printed(_exact(one.value), "−", _exact(first), "=", f"{apart} {one.unit}")


def _between(check: Check) -> Iterable[str]:
    """Left less right, and what rounding allows."""
    if check.left is not None and check.right is not None and check.difference is not None:
        apart = _number(check.difference, check.unit)
        if check.difference == check.left - check.right:
            yield Printed(_number(check.left), "−", _number(check.right), "=", apart)
        else:
            texts = (_number(check.left), _number(check.right), apart)
            yield phrase("evidence.bound", left=texts[0], right=texts[1], difference=texts[2])
    if check.tolerance and check.status in ("rounding", "fails"):
        yield phrase("checks.tolerance", tolerance=_number(check.tolerance, check.unit))


def _number(value: float | None, unit: str = "") -> str:
    """A side or a difference; nothing where it is not known."""
    if value is None:
        return ""
    return Printed(f"{shown(value)} {unit}".strip().replace("-", "−"))


def _exact(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _printed(printed: str, unit: str | None) -> str:
    return Printed(f"{printed} {unit or ''}".strip())


def _documents(owns: Owns, rows: Sequence[Fact]) -> tuple[Document, ...]:
    ids = dict.fromkeys(row.doc_id for row in rows)
    return tuple(owns.documents[doc_id] for doc_id in ids if doc_id in owns.documents)
