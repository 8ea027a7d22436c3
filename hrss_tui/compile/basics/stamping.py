"""What every record of a document has in common: its page, its place and its phase, filled in one go at the end.

An extractor sets a field only where it knows better than the document does; what it leaves None is stamped here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.records import (
    Document,
    DocumentPage,
    Fact,
    Observation,
    PrefectureValue,
    ProjectAllocation,
    Record,
)
from hrss_tui.reference.place_groups import group_of, town_of
from hrss_tui.reference.place_scopes import of_own_word, own_word, place_of
from hrss_tui.reference.places import NATION, is_within, type_then
from hrss_tui.reference.places_text import SEAM
from hrss_tui.sources.formats.form import Page
from hrss_tui.sources.text import fold

_DIGITS, _PROVINCE = 6, 2
_WHOLE = re.compile("[全我本][\u3400-\u9fff]{1,3}")
"""全省, 我市: a scope that is nothing but the place of the document, or one around it."""


def stamped(source: Source, records: Iterable[Record]) -> tuple[Record, ...]:
    """The records of a document with page, place_code, place and phase, and a row for each of its pages."""
    pages = [page for page in source.parsed.file.pages if page.first > 0]
    found = (*records, *_page_rows(source, pages))
    return tuple(_stamped(source.document, pages, record) for record in found)


def place_code(place: str | None) -> str | None:
    """A place of `documents.place` as six digits: 65 is 650000. None for the nation and for what is unknown."""
    return place.ljust(_DIGITS, "0") if place and place != NATION else None


def _page_rows(source: Source, pages: Sequence[Page]) -> Iterator[DocumentPage]:
    document = source.document
    for page in pages:
        if page.first <= document.line_end and page.last >= document.line_start:
            yield DocumentPage(
                number=page.number,
                kind=page.kind,
                label=page.label,
                ocr=page.ocr,
                part_file=page.file,
                part_sha256=page.sha256,
                part_number=page.own,
                doc_id=document.doc_id,
                line_start=page.first,
                line_end=page.last,
            )


def _stamped(document: Document, pages: Sequence[Page], record: Record) -> Record:
    if not isinstance(record, Fact):
        return record
    fields = record.__struct_fields__
    wanted: dict[str, Any] = {"page": _page(pages, record.line_start)}
    if isinstance(record, Observation) and record.place is None:
        record = _placed(document, record)
    if "phase" in fields:
        wanted["phase"] = document.phase
    lacking = {
        name: value for name, value in wanted.items() if value is not None and getattr(record, name) is None
    }
    if record.place_code is None:
        lacking["place_code"] = _own_code(document, record)
    return msgspec.structs.replace(record, **lacking)


def _placed(document: Document, record: Observation) -> Observation:
    """The record with its place; 全省 is no scope of what its subject says a city of it has.

    What is of several places, or of a town, is of no place, and its scope says of which. A town's figure of no indicator, which is
    compared with none, stays with the place that the town lies in.
    """
    subject = _folded(record.subject)
    group = group_of(subject, document.place)
    town = town_of(subject) if not group and len(document.place or "") > _PROVINCE else ""
    if (group or town) and (record.scope is None or _WHOLE.fullmatch(record.scope)):
        place = document.place if town and record.indicator_id is None else None
        return msgspec.structs.replace(record, place=place, scope=group or town)
    place = _place(document, record)
    word = own_word(record.scope) if record.scope and _WHOLE.fullmatch(record.scope) else None
    around = of_own_word(word, document.place) if word else None
    inside = place is not None and around is not None and place != around and is_within(place, around)
    return msgspec.structs.replace(record, place=place, scope=None if inside else record.scope)


def _place(document: Document, record: Observation) -> str | None:
    """Where a figure is of: what its sentence says, read in the mouth of the document's place."""
    subject = _folded(record.subject)
    scope = fold(record.scope) if record.scope else None
    whole = scope is not None and _WHOLE.fullmatch(scope) and own_word(scope)
    if whole and whole == type_then(document.place, document.year):
        scope = None  # 全县 in a county that has become a district since
    return place_of(scope, document.place, subject)


def _folded(subject: str) -> str:
    """A subject in comparison form, with the seams between its parts."""
    return SEAM.join(map(fold, subject.split(SEAM)))


def _page(pages: Sequence[Page], line: int) -> int | None:
    """Number of the page that holds a line: the last one that begins on it or above."""
    at = bisect_right(pages, line, key=lambda page: page.first)
    return pages[at - 1].number if at else None


def _own_code(document: Document, record: Fact) -> str | None:
    """Six digits of the place a record names itself, else of the document's."""
    if isinstance(record, PrefectureValue | ProjectAllocation) and record.prefecture_code:
        return place_code(record.prefecture_code)
    return place_code(record.place if isinstance(record, Observation) else document.place)
