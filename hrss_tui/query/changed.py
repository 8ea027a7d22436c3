"""What really changed in the budget that is meant: its sections, and its items as rows that a pattern narrows."""

from __future__ import annotations

import msgspec

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack
from hrss_tui.query.filings.filings import agreeing, one_filing
from hrss_tui.query.filings.written import written
from hrss_tui.query.policies import holds
from hrss_tui.query.real_change import (
    ChangeRow,
    RealChange,
    item_row,
    ranked,
    real_changes,
    step_row,
    steps,
)
from hrss_tui.records import BudgetChange
from hrss_tui.words import listed, phrase


class Asked(msgspec.Struct, frozen=True):
    """Items whose name holds `pattern`, or one of whose codes begins with it, of one budget."""

    pattern: str = ""
    doc_id: str | None = None
    department: str | None = None
    year: int | None = None


class Changed(msgspec.Struct, frozen=True):
    """The sections with their items; `rows` are the items asked for, the largest own change first."""

    sections: tuple[RealChange, ...]
    rows: tuple[ChangeRow, ...]

    def steps(self) -> tuple[ChangeRow, ...]:
        """From last year's sum to this year's, section by section."""
        return tuple(step_row(one, step) for one in self.sections for step in steps(one))


def changed(pack: Pack, asked: Asked) -> Changed:
    """What changed. Raises UsageError where no one budget is meant, and NothingFoundError where none states a change."""
    doc_id, stating = _own(pack, asked)
    places = Places(pack)
    parts = (real_changes(DocumentPack(pack, places, part)) for part in _parts(pack, asked, doc_id))
    found = max(parts, key=lambda sections: sum(len(one.items) for one in sections))
    rows = tuple(
        row
        for row in map(item_row, ranked(found))
        if holds(asked.pattern, row.name) or any(code.startswith(asked.pattern) for code in row.codes)
    )
    if not rows and any(one.items for one in found):
        said = phrase("error.no_change", pattern=asked.pattern, doc=doc_id)
        raise NothingFoundError(said, phrase("error.no_change.hint"))
    if not rows:
        others = phrase("error.no_changes.others", docs=listed(stating)) if stating else ""
        raise NothingFoundError(
            phrase("error.no_changes", doc=doc_id), phrase("error.no_changes.hint", others=others)
        )
    return Changed(tuple(found), rows)


def _parts(pack: Pack, asked: Asked, doc_id: str) -> tuple[str, ...]:
    """The documents that are asked: the one that is named, else all of its filing."""
    return (doc_id,) if asked.doc_id else written(pack, doc_id)


def _own(pack: Pack, asked: Asked) -> tuple[str, list[str]]:
    """The budget that is meant: the only one with changes, else the one that is named; and all that state changes of items."""
    known = Places(pack).counts(BudgetChange.TABLE)
    stating = itemised(pack)
    if asked.doc_id and asked.doc_id not in known:
        hint = phrase("error.no_budget_doc.hint", docs=listed(list(known)))
        raise UsageError(phrase("error.no_budget_doc", doc=asked.doc_id), hint)
    agreeing(pack, asked.doc_id, asked.department, asked.year)
    doc_id = asked.doc_id
    if doc_id is None and len(known) == 1 and asked.year is None and asked.department is None:
        doc_id = next(iter(known))
    if doc_id is None:
        doc_id = one_filing(pack, asked.department, asked.year, "budget").doc_id
    return doc_id, stating


def itemised(pack: Pack) -> list[str]:
    """The documents that state changes of items, in the order of the package."""
    names = ("doc_id", "code", "amount")
    rows = zip(*(pack.column(BudgetChange.TABLE, name) for name in names), strict=True)
    return list(dict.fromkeys(doc_id for doc_id, code, amount in rows if code and amount is not None))
