"""Search results as lines: entries that are called so, then hits grouped by document. Pure but for the package."""

from __future__ import annotations

import re

import msgspec

from hrss_tui.query.views import format_view, view
from hrss_tui.records import Block
from hrss_tui.tui.data import Data
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.entries import Entry, find_entries
from hrss_tui.tui.lines import Line, Seg, line, spaced
from hrss_tui.tui.text import char_cells

MOST = 300
"""Hits shown; the others are counted."""
ENTRIES = 5
BEFORE = 14
"""Cells of text before a hit."""


class Hit(msgspec.Struct, frozen=True):
    """A passage with the places [start, end) of what was searched."""

    block: Block
    spans: tuple[tuple[int, int], ...]


class Found(msgspec.Struct, frozen=True):
    """The answer to one query: places in all and per document, the first hits."""

    query: str = ""
    total: int = 0
    documents: dict[str, int] = {}
    hits: tuple[Hit, ...] = ()


def search(data: Data, query: str, doc_id: str = "") -> Found:
    """Passages that hold every word, in printed order."""
    words = query.split()
    if not words:
        return Found(query)
    patterns = [re.compile(r"\s*".join(map(re.escape, word)), re.IGNORECASE) for word in words]
    hits: list[Hit] = []
    counts: dict[str, int] = {}
    for name, blocks in data.blocks.items():
        if doc_id and name != doc_id:
            continue
        for block in blocks:
            spans = _spans(block.text, patterns)
            if spans:
                hits.append(Hit(block, spans))
                counts[name] = counts.get(name, 0) + len(spans)
    return Found(query, sum(counts.values()), counts, tuple(hits))


def _spans(text: str, patterns: list[re.Pattern[str]]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for pattern in patterns:
        found = [match.span() for match in pattern.finditer(text)]
        if not found:
            return ()
        spans += found
    return tuple(sorted(spans))


def result_lines(desk: Desk, found: Found, width: int) -> list[Line]:
    """The answer as lines: what is called so, passages by document, what has the words in its name."""
    if not found.query.strip():
        return [line(Seg(desk.say("search.start"), "dim"))]
    called = find_entries(desk, found.query, ENTRIES)
    exact = [entry for entry in called if entry.begins(found.query)]
    groups = [_entry_lines(desk, exact)]
    for doc_id, count in found.documents.items():
        hits = [hit for hit in found.hits[:MOST] if hit.block.doc_id == doc_id]
        if hits:
            title = line(Seg(desk.data.documents[doc_id].title, "head"), Seg(f"  {count}", "figure"))
            groups.append([title, *(_hit_line(desk, hit, found.query, width) for hit in hits)])
    if len(found.hits) > MOST:
        groups.append([line(Seg(desk.say("more", count=len(found.hits) - MOST), "dim"))])
    groups.append(_entry_lines(desk, [entry for entry in called if entry not in exact]))
    if not found.hits:
        groups.append([line(Seg(desk.say("search.none"), "warn"))])
    return spaced(groups)


def _entry_lines(desk: Desk, listed: list[Entry]) -> list[Line]:
    if not listed:
        return []
    rows = [
        line(Seg(f"{desk.say(entry.kind)} ", "dim"), entry.label, target=entry.target) for entry in listed
    ]
    return [line(Seg(desk.say("search.entries"), "head")), *rows]


def _hit_line(desk: Desk, hit: Hit, query: str, width: int) -> Line:
    """One line of text around the first place, every place of it marked, with the source line before it."""
    block = hit.block
    number = f"{line_of(block, hit.spans[0][0]):>5} "
    start, end = _window(block.text, hit.spans[0][0], max(10, width - len(number) - 2))
    segs: list[Seg] = [Seg(number, "dim"), Seg(desk.signs.ellipsis if start else "")]
    at = start
    for low, high in hit.spans:
        if low >= end or low < at:
            continue
        segs += [Seg(block.text[at:low].replace("\t", "  ")), Seg(block.text[low : min(high, end)], "hit")]
        at = min(high, end)
    segs.append(Seg(block.text[at:end].replace("\t", "  ")))
    place = f"{block.doc_id}:{line_of(block, hit.spans[0][0])}"
    target = format_view(view("documents", place, find=query))
    return line(*segs, target=target, source=place, value=block.text.replace("\t", "  ").strip())


def _window(text: str, at: int, width: int) -> tuple[int, int]:
    """The part of a text that fits `width` cells and begins a little before `at`."""
    start, used = at, 0
    while start > 0 and used < BEFORE:
        start -= 1
        used += char_cells(text[start])
    end, used = start, 1 if start else 0
    while end < len(text):
        used += 2 if text[end] == "\t" else char_cells(text[end])
        if used > width:
            break
        end += 1
    return start, end


def line_of(block: Block, offset: int) -> int:
    """The source line on which a character of a block stands."""
    found = block.line_start
    for start, number in zip(block.breaks[::2], block.breaks[1::2], strict=True):
        if start > offset:
            break
        found = number
    return found
