"""What a document states in two ways, to `corrections`: recorded as printed in both places, changed in neither.

The unit that carries out a project in the narrative and in its performance table; the unit of a target and of last
year's value beside it; the title of an attachment in the list of attachments and above the attachment.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import BREAK, Harvest, Source
from hrss_tui.compile.basics.money import is_amount
from hrss_tui.records import Correction, PerformanceTable, PerformanceTarget, Project
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import fold

_PREVIOUS = re.compile(r"[=<>≤≥\s]*+[\d,.]++\s*+(?P<unit>[^\d\s].*)")
_LISTED = re.compile(r"附件\s*[:：]\s*")
_NUMBER = re.compile(r"(?<!\d)\d++\s*+[.、．]\s*")
_ALIKE = 0.5
_SLIPS = 2


class _Place(msgspec.Struct, frozen=True):
    """A stretch of a line, 1-based line and column."""

    line: int
    column: int


def extract(source: Source, found: Harvest) -> Harvest:
    """Every such pair; each side's records stay as they are printed."""
    return Harvest((*_owners(source, found), *_units(source, found), *_titles(source)))


def _owners(source: Source, found: Harvest) -> Iterator[Correction]:
    """A performance table under another unit than the project of its money and name."""
    projects = [row for row in found.of(Project) if isinstance(row, Project)]
    for table in found.of(PerformanceTable):
        if not isinstance(table, PerformanceTable) or not table.project or not table.fiscal:
            continue
        paid = [project for project in projects if project.amount == table.fiscal]
        if len(paid) != 1 or not _are_alike(table.project, paid[0].name):
            continue
        own, other = table.unit_name or "", paid[0].unit_name or ""
        place = _find(source, own, table.line_start)
        if own and other and fold(own) != fold(other) and place:
            reason = (
                f"第 {paid[0].line_start} 行起的项目“{paid[0].name}”金额相同，承担单位为“{other}”；各按原文"
            )
            yield _correction(source, place, own, reason)


def _are_alike(one: str, other: str) -> bool:
    """Do the shorter name's pairs of characters mostly stand in the longer one?"""
    pairs = [{name[at : at + 2] for at in range(len(name) - 1)} for name in (fold(one), fold(other))]
    return bool(all(pairs)) and len(pairs[0] & pairs[1]) >= _ALIKE * min(map(len, pairs))


def _units(source: Source, found: Harvest) -> Iterator[Correction]:
    """A target and last year's value in different units."""
    for row in found.of(PerformanceTarget):
        if not isinstance(row, PerformanceTarget) or not is_amount(row.value) or not row.unit:
            continue
        match = _PREVIOUS.fullmatch(row.previous or "")
        if match and _parts(match["unit"]) != _parts(row.unit):
            place = _find(source, row.previous or "", row.line_start)
            if place:
                reason = f"指标值以“{row.unit}”计，上年完成值以“{match['unit']}”计；各按原文"
                yield _correction(source, place, f"{row.printed}{BREAK}{row.previous}", reason)


def _parts(unit: str) -> list[str]:
    """万/年/个 and 万/个/年 are one unit."""
    return sorted(fold(unit).split("/"))


def _titles(source: Source) -> Iterator[Correction]:
    """An attachment that the list names by a title differing in a character or two from the one above it."""
    headings = [block.text for block in source.blocks if block.kind is Kind.HEADING]
    for line, title in _listed(source):
        if any(fold(text.text) == fold(title) for text in headings):
            continue
        close = [text for text in headings if _slips(fold(text.text), fold(title))]
        place = _find(source, title, line)
        if len(close) == 1 and place:
            reason = f"第 {close[0].line_start} 行的标题为“{close[0].text}”；各按原文"
            yield _correction(source, place, title, reason)


def _listed(source: Source) -> Iterator[tuple[int, str]]:
    """Line and title of every entry of a list of attachments."""
    listing = False
    for block in source.blocks:
        text = block.text.text
        if match := _LISTED.match(text):
            listing, text = True, text[match.end() :]
        elif not (listing and _NUMBER.match(text)):
            listing = False
            continue
        yield block.text.line_start, _NUMBER.sub("", text, count=1).strip()


def _slips(one: str, other: str) -> bool:
    if len(one) != len(other) or len(one) < 4 * _SLIPS:
        return False
    return 0 < sum(a != b for a, b in zip(one, other, strict=True)) <= _SLIPS


def _find(source: Source, words: str, line: int) -> _Place | None:
    at = source.parsed.file.lines[line - 1].find(words)
    return _Place(line, at + 1) if at >= 0 else None


def _correction(source: Source, place: _Place, printed: str, reason: str) -> Correction:
    return Correction(
        correction_id=f"{source.doc_id}:correction:{place.line}.{place.column}",
        type="inconsistency",
        printed=printed,
        reading=printed,
        reason=reason,
        doc_id=source.doc_id,
        line_start=place.line,
        line_end=place.line,
    )
