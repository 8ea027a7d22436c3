"""Who issued a document, when, under which number, about which period: from its text, else from the manifest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from hrss_tui.records import Document
from hrss_tui.reference.documents import document_kinds, document_phase
from hrss_tui.sources import marks
from hrss_tui.sources.document import ParsedDocument
from hrss_tui.sources.manifest.said import DocumentInfo
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import close_gaps, fold

_FRONT = 8
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年")
_DAY = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_STAMP = re.compile(r"来源\s*[:：]\s*(.+?)\s*(\d{4}-\d{2}-\d{2})")
_NOTICE = re.compile(r"关于.+的\s*(?:通知|意见|公告|决定|办法|函)$")
_BODY = re.compile(r"(.*(?:厅|局|委员会|办公室|领导小组|部|院|中心|政府))(?:文件)?$")
_BYLINE = re.compile(r"[（(](?:本报|本刊|全媒体)?记者\s*([^（）()\d]{2,30}?)\s*[)）]$")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def metadata(parsed: ParsedDocument, info: DocumentInfo) -> tuple[Document, int | None]:
    """The row of `documents` and the year the document is about."""
    blocks = parsed.blocks
    own_title = _title(blocks)
    title = own_title or info.title or _first_heading(blocks) or parsed.file.name
    stamp = _stamp(blocks)
    date = stamp[1] if stamp else _date(blocks)
    kind = info.kind or _kind(title, blocks)
    year = _year(title, date, blocks)
    doc_id = info.id or (f"{kind}-{year}" if year else kind)
    lines = [line for block in blocks for line in (block.text.line_start, block.text.line_end)]
    row = Document(
        doc_id=doc_id,
        title=title,
        title_supplied=not own_title and info.title is not None,
        kind=kind,
        issuer=(stamp[0] if stamp else None) or _issuer(blocks) or info.issuer,
        doc_number=_doc_number(blocks) or info.doc_number,
        date=date or info.date,
        period=info.period or (str(year) if year else None),
        source_file=parsed.file.name,
        source_sha256=parsed.file.sha256,
        source_lines=len(parsed.file.lines),
        encoding=parsed.file.encoding,
        author=_author(blocks) or info.author,
        year=year,
        phase=document_phase(kind, title),
        line_start=min(lines),
        line_end=max(lines),
    )
    return row, year


def _front(blocks: Sequence[Placed]) -> list[Placed]:
    """The blocks above the first numbered heading, at most a few."""
    front = []
    for block in blocks[:_FRONT]:
        if block.raw.rank > 0 and block.kind is Kind.HEADING:
            break
        front.append(block)
    return front


def _title(blocks: Sequence[Placed]) -> str | None:
    front = _front(blocks)
    marked = next((block for block in front if block.raw.rank == -1), None)
    if marked is not None:
        return _clean(marked.text.text)
    headings = [i for i, block in enumerate(front) if block.kind is Kind.HEADING]
    notice = next((i for i in headings if _NOTICE.search(front[i].text.text)), None)
    if notice is not None:
        return _clean(front[notice].text.text)
    if not headings:
        return None
    above = front[headings[0] - 1] if headings[0] else None
    lead = above.text.text if above is not None and _YEAR.search(above.text.text) else ""
    return _clean(lead + front[headings[0]].text.text) if lead or headings[0] == 0 else None


def _clean(title: str) -> str:
    """White space folded; a space beside a full-width mark is left over from typesetting."""
    return re.sub(r"(?<=[《》“”（）、，])\s+|\s+(?=[《》“”（）、，])", "", " ".join(title.split()))


def _first_heading(blocks: Sequence[Placed]) -> str | None:
    return next((close_gaps(block.text.text) for block in blocks if block.kind is Kind.HEADING), None)


def _stamp(blocks: Sequence[Placed]) -> tuple[str, str] | None:
    """Publisher and day of a line such as 来源:新疆日报2026-01-31."""
    for block in _front(blocks):
        match = _STAMP.match(block.text.text)
        if match:
            return match.group(1), match.group(2)
    return None


def _date(blocks: Sequence[Placed]) -> str | None:
    """The last line that is nothing but a date."""
    for block in reversed(blocks):
        text = close_gaps(block.text.text)
        if block.kind is not Kind.TABLE_ROW and marks.is_date(text):
            match = _DAY.match(text.translate(_DIGITS))
            if match:
                year, month, day = match.groups()
                return f"{year}-{int(month):02}-{int(day):02}"
    return None


def _issuer(blocks: Sequence[Placed]) -> str | None:
    """The body that signs above the date, else the one named above the text."""
    last = blocks[-2:]
    if len(last) == 2 and marks.is_date(close_gaps(last[1].text.text)):
        match = _BODY.fullmatch(close_gaps(last[0].text.text))
        if match:
            return match.group(1)
    for block in _front(blocks):
        match = _BODY.fullmatch(close_gaps(block.text.text))
        if block.kind is Kind.PARAGRAPH and match and not _YEAR.search(block.text.text):
            return match.group(1)
    return None


def _author(blocks: Sequence[Placed]) -> str | None:
    """Who wrote a report, from the line below its text: (记者 …)."""
    for block in blocks[-2:]:
        match = _BYLINE.search(block.text.text.strip())
        if match:
            return " ".join(match.group(1).split())
    return None


def _doc_number(blocks: Sequence[Placed]) -> str | None:
    return next((fold_number(b.text.text) for b in _front(blocks) if marks.is_doc_number(b.text.text)), None)


def fold_number(text: str) -> str:
    """A document number without white space."""
    return re.sub(r"\s+", "", text)


def _kind(title: str, blocks: Sequence[Placed]) -> str:
    text = fold("\n".join(block.text.text for block in blocks if block.kind is not Kind.TABLE_ROW))
    for rule in document_kinds():
        in_title = any(re.search(pattern, fold(title)) for pattern in rule.title)
        if in_title or any(re.search(pattern, text) for pattern in rule.text):
            return rule.kind
    return "other"


def _year(title: str, date: str | None, blocks: Sequence[Placed]) -> int | None:
    """The year of the title, else the one the text names most, else that of the date."""
    match = re.search(r"((?:19|20)\d{2})", title)
    if match:
        return int(match.group(1))
    if date:
        return int(date[:4])
    years = Counter(int(found) for block in blocks for found in _YEAR.findall(block.text.text))
    return min(years, key=lambda year: (-years[year], year)) if years else None
