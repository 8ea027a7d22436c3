"""Citations: of a document, of a line of it, of any record, or of the data package itself.

A figure is cited as its document with the place: table or section, code or indicator, period, unit and source
line. What the source does not state (journal, issue, URL, often the date) is left out and named in `missing`.
"""

from __future__ import annotations

from datetime import date

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.plain import whole_number
from hrss_tui.query.citation_styles import STANDARDS, Standard, Work, gbt
from hrss_tui.query.leaves import Pages
from hrss_tui.query.lookup import find_record
from hrss_tui.query.pinpoint import figure, pinpoint
from hrss_tui.records import Document, Fact
from hrss_tui.words import phrase

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_BETWEEN_WRITERS = re.compile(r"[、，,；;]\s*|\s{2,}")
_EXPECTED = {
    "article": ("container", "issued", "pages"),
    "interview": ("authors", "container", "issued", "url"),
    "dataset": ("authors", "url"),
}
"""Parts that an entry of a kind usually has; the others: author, date and address."""


class Citation(msgspec.Struct, frozen=True):
    """A citation: `text` is the GB/T entry, `work` what it was set from.

    `value` is the cited figure with its unit as printed, None where a document or text is cited. Lines are
    those of the source file, None for the package. `missing` names what the source does not state.
    """

    id: str
    doc_id: str | None
    standard: Standard
    text: str
    value: str | None
    line_start: int | None
    line_end: int | None
    missing: tuple[str, ...]
    work: Work


def _is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, or a month or year of it, by ISO 8601."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(f"{text}-01-01"[:10]))
    except ValueError:
        return False


def cite(
    pack: Pack, wanted: str, standard: str = "2025", url: str | None = None, accessed: str | None = None
) -> Citation:
    """The citation of an id: a document, `document:line`, any record, or `package`.

    `url` and `accessed` (ISO 8601) are what the reader knows and the source does not say. Raises UsageError
    for an unknown standard or a day that is none, NothingFoundError for an unknown id.
    """
    chosen = next((known for known in STANDARDS if known == standard), None)
    if chosen is None:
        raise UsageError(phrase("error.bad_standard", standard=standard), phrase("error.bad_standard.hint"))
    if accessed is not None and not _is_day(accessed):
        raise UsageError(phrase("error.bad_day", day=accessed), phrase("error.bad_day.hint"))
    document, work, lines, value = _described(pack, wanted)
    work = msgspec.structs.replace(work, url=url or work.url, accessed=accessed)
    return Citation(
        id=wanted,
        doc_id=document.doc_id if document else None,
        standard=chosen,
        text=gbt(work, chosen),
        value=value,
        line_start=lines[0],
        line_end=lines[1],
        missing=_missing(work),
        work=work,
    )


def cite_place(pack: Pack, wanted: str, doc_id: str) -> Citation:
    """The citation of an id of a document; of the document where it has no such record and no such line."""
    try:
        return cite(pack, wanted)
    except NothingFoundError:
        return cite(pack, doc_id)


_Lines = tuple[int | None, int | None]


def _described(pack: Pack, wanted: str) -> tuple[Document | None, Work, _Lines, str | None]:
    if wanted in ("package", pack.package.get("name")):
        return None, _package(pack, ()), (None, None), None
    record = find_record(pack, wanted)
    if isinstance(record, Document):
        return record, _document(record), (record.line_start, record.line_end), None
    if isinstance(record, Fact):
        document = _of(pack, record.doc_id)
        work = _document(document, wanted, (*pinpoint(pack, record), _at(pack, record)))
        return document, work, (record.line_start, record.line_end), figure(pack, record)
    if record is not None:
        return None, _package(pack, pinpoint(pack, record)), (None, None), None
    return _line(pack, wanted)


def _line(pack: Pack, wanted: str) -> tuple[Document | None, Work, _Lines, str | None]:
    """A line of a document that no record begins at; a file may hold others, before it and behind it."""
    doc_id, _, number = wanted.rpartition(":")
    line = whole_number(number)
    document = find_record(pack, doc_id) if line else None
    if not line or not isinstance(document, Document) or not _holds(pack, document, line):
        raise NothingFoundError(phrase("error.no_record", id=wanted), phrase("error.no_record.hint"))
    leaf = pack.made(Pages).label(doc_id, line)
    place = leaf.replace(" ", "") if leaf else _lines(line, line)
    return document, _document(document, wanted, (place,)), (line, line), None


def _holds(pack: Pack, document: Document, line: int) -> bool:
    """Does a line stand in a document, and in no other of its file around which it goes on?"""
    if not document.line_start <= line <= document.line_end:
        return False
    columns = (pack.column("documents", name) for name in ("doc_id", "source_sha256"))
    fellows = {doc for doc, digest in zip(*columns, strict=True) if digest == document.source_sha256}
    if "blocks" not in pack.schema:
        return True
    blocks = (pack.column("blocks", name) for name in ("doc_id", "line_start", "line_end"))
    around = {
        (end - start, doc)
        for doc, start, end in zip(*blocks, strict=True)
        if start <= line <= end and doc in fellows
    }
    return not around or (min(around)[0], document.doc_id) in around


def _of(pack: Pack, doc_id: str) -> Document:
    document = find_record(pack, doc_id)
    if not isinstance(document, Document):
        raise NothingFoundError(phrase("error.no_record", id=doc_id), phrase("error.no_record.hint"))
    return document


def _at(pack: Pack, record: Fact) -> str:
    """The page of a record, in a workbook its sheet and cells; where the source has none, the lines of its file."""
    leaf = pack.made(Pages).label(record.doc_id, record.line_start)
    if leaf is None:
        return _lines(record.line_start, record.line_end)
    return leaf.replace(" ", "") + _cells(pack, record)


def _cells(pack: Pack, record: Fact) -> str:
    """The cells of the row a record stands in; empty where its source has none."""
    place = pack.made(_cells_of_lines).get((record.doc_id, record.line_start))
    return place if place and "," not in place else ""


def _cells_of_lines(pack: Pack) -> dict[tuple[str, int], str | None]:
    """Document and line → the cells of the first block that begins there."""
    if "blocks" not in pack.schema:
        return {}
    columns = [reversed(pack.column("blocks", name)) for name in ("doc_id", "line_start", "at")]
    return {(doc, line): at for doc, line, at in zip(*columns, strict=True)}


def _lines(start: int, end: int) -> str:
    return f"源文件第{start}行" if start == end else f"源文件第{start}—{end}行"


def _document(row: Document, key: str | None = None, place: tuple[str, ...] = ()) -> Work:
    """A document as a work: the writer of a newspaper report is its author, the issuer its container."""
    reported = row.kind == "interview"
    writers = tuple(_BETWEEN_WRITERS.split(row.author)) if row.author else ()
    issuer = (row.issuer,) if row.issuer else ()
    return Work(
        key=key or row.doc_id,
        kind=row.kind,
        title=row.title,
        title_supplied=row.title_supplied,
        authors=writers if reported else writers or issuer,
        number=row.doc_number,
        container=row.issuer if reported else None,
        issued=row.date,
        place=place,
    )


def _package(pack: Pack, place: tuple[str, ...]) -> Work:
    info = pack.package
    return Work(
        key=str(info.get("name") or "package"),
        kind="dataset",
        title=str(info.get("title") or info.get("name")),
        authors=tuple(info.get("contributors") or ()),
        version=info.get("version") or None,
        issued=info.get("created") or None,
        url=info.get("homepage") or None,
        place=place,
    )


def _missing(work: Work) -> tuple[str, ...]:
    expected = _EXPECTED.get(work.kind, ("authors", "issued", "url"))
    return tuple(name for name in expected if not getattr(work, name, None))
