"""Which checks of a package are listed: counted by what the package says of them, read document by document.

A package of a thousand documents has some hundred thousand checks. A list of up to `ALL` is read at once; of a longer
one what comes first: `SOME` or a few more, what fails before all else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from hrss_tui.pack.part import DocumentPack
from hrss_tui.records import Check
from hrss_tui.tui.cards.check import said
from hrss_tui.tui.checks.sides import STATUSES, kind_of
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.keeping import kept
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.page.reading import Going

if TYPE_CHECKING:
    from hrss_tui.tui.desk.data import Data

ALL = 2000
SOME = 100
AT_ONCE = 4
"""Documents of a large package that are read at once."""


class Wanted(msgspec.Struct, frozen=True):
    """Of which document, kind and results; what is empty narrows nothing."""

    doc_id: str = ""
    kind: str = ""
    status: str = ""

    def fits(self, doc_id: str, kind: str, status: str) -> bool:
        """Whether checks of these are wanted."""
        return self.doc_id in ("", doc_id) and self.kind in ("", kind) and self.status in ("", status)


class Listed(msgspec.Struct, frozen=True):
    """The checks that are listed, in the order of the package, and how many there are in all."""

    checks: list[Check]
    total: int


@kept
def _by_document(data: Data) -> dict[str, dict[str, dict[str, int]]]:
    """Document → kind → result → how many, in the order of the package."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for (doc_id, kind, status), count in data.places.checks.items():
        found.setdefault(doc_id, {}).setdefault(kind, {})[status] = count
    return found


@kept
def _by_kind(data: Data) -> dict[str, Counter[str]]:
    """Kind → result → how many of all documents."""
    found: dict[str, Counter[str]] = {}
    for (_, kind, status), count in data.places.checks.items():
        found.setdefault(kind, Counter())[status] += count
    return found


def counts(desk: Desk, wanted: Wanted) -> Counter[str]:
    """How many there are by result."""
    kinds = _by_document(desk.data).get(wanted.doc_id, {}) if wanted.doc_id else _by_kind(desk.data)
    found: Counter[str] = Counter()
    for kind, results in kinds.items():
        if wanted.kind in ("", kind):
            found.update(
                {result: count for result, count in results.items() if wanted.status in ("", result)}
            )
    return found


def groups(desk: Desk, wanted: Wanted) -> dict[tuple[str, str], Mapping[str, int]]:
    """How many there are of each document and kind by result, in the order of the package; of any result."""
    known = _by_document(desk.data)
    chosen = [wanted.doc_id] if wanted.doc_id in known else [] if wanted.doc_id else known
    return {
        (doc_id, kind): results
        for doc_id in chosen
        for kind, results in known[doc_id].items()
        if wanted.kind in ("", kind)
    }


def is_long(desk: Desk, wanted: Wanted) -> bool:
    """Whether only the first are listed."""
    return sum(counts(desk, wanted).values()) > ALL


def takes_long(desk: Desk, wanted: Wanted) -> bool:
    """Whether so many documents have to be read for the list that nobody should wait for them."""
    return is_long(desk, wanted) or (desk.data.large and len(_documents(desk, wanted)) > AT_ONCE)


def listed(desk: Desk, wanted: Wanted, going: Going) -> Listed:
    """Those to list; `going` hears how many of how many documents have been read, and may say no."""
    total = sum(counts(desk, wanted).values())
    most = ALL if total <= ALL else SOME
    found: list[tuple[int, Check]] = []
    for status in _order(desk, wanted):
        documents = _documents(desk, msgspec.structs.replace(wanted, status=status))
        for done, doc_id in enumerate(documents):
            if len(found) >= most or not going(done, len(documents)):
                break
            rows = zip(desk.data.places.of(Check.TABLE, doc_id), desk.data.of(doc_id).checks, strict=True)
            found += [
                (place, check)
                for place, check in rows
                if check.status == status and wanted.fits(check.doc_id, check.kind, check.status)
            ]
    return Listed([check for _, check in sorted(found, key=lambda one: one[0])], total)


def matching(desk: Desk, wanted: Wanted, text: str, going: Going) -> Listed:
    """Those of all documents that match a text, the first `SOME` or a few more. Takes seconds in a large package."""
    matcher = Matcher(desk, text)
    found: list[Check] = []
    documents = _documents(desk, wanted)
    for done, doc_id in enumerate(documents):
        if len(found) >= SOME or not going(done, len(documents)):
            break
        for check in DocumentPack(desk.data.pack, desk.data.places, doc_id).rows(Check):
            if wanted.fits(check.doc_id, check.kind, check.status) and _matches(desk, matcher, check):
                found.append(check)
    return Listed(found, len(found))


def _matches(desk: Desk, matcher: Matcher, check: Check) -> bool:
    status = desk.words.get(f"status.{check.status}", check.status)
    return matcher.matches(said(desk, check), status, kind_of(desk, check.kind), check.doc_id)


def _order(desk: Desk, wanted: Wanted) -> list[str]:
    """The results that occur, in the order in which they are listed."""
    known = counts(desk, wanted)
    return [
        *(status for status in STATUSES if status in known),
        *(each for each in known if each not in STATUSES),
    ]


def _documents(desk: Desk, wanted: Wanted) -> list[str]:
    """The documents that have such checks, in the order of the package."""
    return [
        doc_id
        for doc_id, kinds in _by_document(desk.data).items()
        if any(wanted.fits(doc_id, kind, result) for kind, results in kinds.items() for result in results)
    ]
