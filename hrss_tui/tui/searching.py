"""Search results as lines: entries that are called so, then the best hits grouped by document; their figures."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.query.search.answer import Answer, Totals
from hrss_tui.query.search.figures import Figure
from hrss_tui.query.search.hits import Hit
from hrss_tui.query.search.language import QueryError
from hrss_tui.query.search.snippet import snippet
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.data import Data
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.entries import Entry, find_entries
from hrss_tui.tui.lines import Line, Seg, line, spaced

MOST = 200
"""Hits shown; the others are counted."""
ENTRIES = 5
FIGURES = 6
PARAGRAPHS = "paragraph"


class Asked(msgspec.Struct, frozen=True):
    """A query with the document and the kind of passage it is narrowed to, where it is."""

    text: str = ""
    doc: str = ""
    kind: str = ""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.text.strip()


class Found(msgspec.Struct, frozen=True):
    """What came of it: an answer, or what is wrong with the query."""

    asked: Asked = Asked()
    answer: Answer | None = None
    error: QueryError | None = None

    @property
    def hits(self) -> Sequence[Hit]:
        """The best hits."""
        return self.answer.hits if self.answer is not None else ()

    @property
    def totals(self) -> Totals | None:
        """The exact counts."""
        return self.answer.totals if self.answer is not None else None


def search(data: Data, asked: Asked) -> Found:
    """The answer to a query; the best hits first, everything counted."""
    if asked.nothing:
        return Found(asked)
    docs = (asked.doc,) if asked.doc else ()
    kinds = (asked.kind,) if asked.kind else ()
    try:
        answer = data.searcher.search(asked.text, limit=MOST, docs=docs, kinds=kinds)
        data.searcher.count(answer)
    except QueryError as error:
        return Found(asked, error=error)
    return Found(asked, answer)


def kinds_found(totals: Totals) -> dict[str, int]:
    """Kind of passage → passages that answer the query; list items are paragraphs."""
    found: dict[str, int] = {}
    for kind, count in totals.by_kind.items():
        name = PARAGRAPHS if kind == "list_item" else kind
        found[name] = found.get(name, 0) + count
    return found


def result_lines(desk: Desk, found: Found, width: int) -> list[Line]:
    """The answer as lines: what is called so, passages by document, what has the words in its name."""
    if found.answer is None:
        return [line(Seg(desk.say("search.start"), "dim"))]
    called = find_entries(desk, found.asked.text, ENTRIES)
    exact = [entry for entry in called if entry.begins(found.asked.text)]
    groups = [_entry_lines(desk, exact)]
    for group in found.answer.grouped():
        count = "" if group.occurrences is None else f"  {group.occurrences}"
        title = line(Seg(desk.data.title(group.doc_id), "head"), Seg(count, "figure"))
        groups.append([title, *(_hit_line(hit, found.asked.text, width) for hit in group.hits)])
    groups.append(_rest(desk, found))
    groups.append(_entry_lines(desk, [entry for entry in called if entry not in exact]))
    if not found.hits:
        groups.append([line(Seg(desk.say("search.none"), "warn"))])
    return spaced(groups)


def _rest(desk: Desk, found: Found) -> list[Line]:
    blocks = found.totals.blocks if found.totals is not None else 0
    lines = []
    if blocks > len(found.hits):
        lines.append(line(Seg(desk.say("more", count=blocks - len(found.hits)), "dim")))
    if found.totals is not None and found.totals.cut:
        lines.append(line(Seg(desk.say("find.cut"), "warn")))
    return lines


def _entry_lines(desk: Desk, listed: list[Entry]) -> list[Line]:
    if not listed:
        return []
    rows = [
        line(Seg(f"{desk.say(entry.kind)} ", "dim"), entry.label, target=entry.target) for entry in listed
    ]
    return [line(Seg(desk.say("search.entries"), "head")), *rows]


def _hit_line(hit: Hit, query: str, width: int) -> Line:
    """One line of text around the words, every place of them marked, with the source line before it."""
    number = f"{hit.lines[0]:>5} "
    shown = snippet(hit, max(10, width - len(number) - 1))
    segs: list[Seg] = [Seg(number, "dim")]
    at = 0
    for low, high in shown.spans:
        segs += [Seg(shown.text[at:low]), Seg(shown.text[low:high], "hit")]
        at = high
    segs.append(Seg(shown.text[at:]))
    place = f"{hit.doc_id}:{hit.lines[0]}"
    target = format_view(view("documents", place, find=query))
    value = hit.text.replace("\t", "  ").strip()
    return line(*segs, target=target, source=place, value=value, record=hit.block_id)


def figure_lines(desk: Desk, hit: Hit) -> list[Line]:
    """The figures printed in a hit, those nearest to the words: what each is, for when, in which unit."""
    return [_figure_line(desk, hit, figure) for figure in desk.data.search_figures.near(hit, FIGURES)]


def _figure_line(desk: Desk, hit: Hit, figure: Figure) -> Line:
    name = " ".join(figure.names)
    value = f"{figure.printed}{figure.unit}"
    return line(
        Seg(f"{value}  ", "figure"),
        name,
        Seg(f"  {figure.period}", "dim"),
        source=f"{hit.doc_id}:{hit.lines[0]}",
        value=f"{name} {figure.period} {value}".strip(),
        record=figure.record_id,
        indent=4,
    )
