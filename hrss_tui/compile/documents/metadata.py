"""Who issued a document, when, under which number, of which place, about which period: its row in `documents`.

From its text, else from the manifest, else from the page around it. The name of the file says nothing of it but what
it is called where nothing else does, or nothing but the title of its first table (部门收支总表).
"""

from __future__ import annotations

from pathlib import PurePath

from hrss_tui import lazy_re as re
from hrss_tui.compile.documents import departments, places, signed, subjects, titles
from hrss_tui.compile.documents.front import front, surrounding_lines
from hrss_tui.compile.documents.towns import is_of_town
from hrss_tui.records import Document
from hrss_tui.reference.documents import document_phase
from hrss_tui.reference.table_titles import table_for_title
from hrss_tui.sources import marks
from hrss_tui.sources.document import ParsedDocument
from hrss_tui.sources.manifest.said import DocumentInfo
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import close_gaps

_NUMBERED = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
MONEY, INTERVIEW = "budget", "interview"


def metadata(parsed: ParsedDocument, info: DocumentInfo) -> tuple[Document, int | None]:
    """The row of `documents` and the year the document is about."""
    blocks = parsed.blocks
    head = front(parsed)
    own = titles.title(head)
    own, bare = (None, own) if own is not None and _names_a_table(own) else (own, None)
    of_file = _of_file(parsed.file.name) if bare else None
    title = own or info.title or of_file or bare or _first_heading(parsed)
    date = signed.date(blocks, head) or info.date
    kind = info.kind or subjects.kind(title, blocks, head)
    spoken = kind == INTERVIEW or signed.speech_day(head) is not None
    number = signed.doc_number(head) or info.doc_number
    sheets = parsed.said
    day = date or signed.month(head) or _year_of(number)
    around = set(surrounding_lines(parsed))
    own_blocks = [block for block in blocks if block.text.line_start not in around]
    time = _said(info.period) or subjects.time(_dated(title, sheets.year), day, kind, own_blocks, spoken)
    issuer = signed.issuer(head, title) or info.issuer
    department = (
        departments.department(title, head, blocks, sheets.name or issuer)
        if kind == MONEY
        else departments.body(issuer)
    )
    issuer, department = issuer or department, info.department or department
    of_town = kind != MONEY and title is not None and is_of_town(title)
    lines = [line for block in blocks for line in (block.text.line_start, block.text.line_end)]
    row = Document(
        doc_id=info.id or "-".join(part for part in (kind, (time.period or "").replace("/", "-")) if part),
        title=title or parsed.file.name,
        title_supplied=own is None and info.title is not None,
        kind=kind,
        issuer=issuer,
        doc_number=number,
        date=date,
        period=time.period,
        source_file=parsed.file.name,
        source_sha256=parsed.file.sha256,
        source_lines=len(parsed.file.lines),
        encoding=parsed.file.encoding,
        author=signed.author(blocks, head) or info.author,
        place=info.place or (None if of_town else places.place(title, issuer, department, head, blocks)),
        department=department,
        year=time.year,
        phase=document_phase(kind, title or "", (sheets.phase or "", *(line.text for line in head.lines))),
        line_start=min(lines),
        line_end=max(lines),
    )
    return row, time.year


def _names_a_table(title: str) -> bool:
    """Is a title no more than that of a table, which names no year: the paper it stands in may have one of its own?"""
    return table_for_title(title) is not None and not subjects.TITLE_YEAR.search(subjects.in_digits(title))


def _of_file(name: str) -> str | None:
    """The name of the file where it is a title that names a year, and not that of a table."""
    stem = close_gaps(PurePath(name).stem)
    dated = bool(subjects.TITLE_YEAR.search(subjects.in_digits(stem)))
    return stem if dated and marks.ends_title(stem) and table_for_title(stem) is None else None


def _said(period: str | None) -> subjects.Time | None:
    """The time that a manifest says: of one year, all that is told without one is of that year."""
    if period is None:
        return None
    years = {day[:4] for day in period.split("/")}
    return subjects.Time(int(years.pop()) if len(years) == 1 else None, period)


def _dated(title: str | None, year: str | None) -> str | None:
    """The title with the year that the sheets of a workbook are of, where it has none itself."""
    named = year is None or subjects.TITLE_YEAR.search(subjects.in_digits(title or ""))
    return title if named else f"{year}年{title or ''}"


def _year_of(number: str | None) -> str | None:
    """The year of a document number (〔2017〕58 号): a paper without a day is of it."""
    match = _NUMBERED.search(number or "")
    return match[1] if match else None


def _first_heading(parsed: ParsedDocument) -> str | None:
    """The first heading of the text, where its head has no title; one with a number is that of a chapter, 目录 of none."""
    headings = (block for block in parsed.blocks if block.kind is Kind.HEADING)
    first = next((block for block in headings if not titles.heads_contents(block.text.text)), None)
    return close_gaps(first.text.text) if first is not None and not first.raw.number else None
