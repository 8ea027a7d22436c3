"""Search results as lines: entries that are called so, then the best hits grouped by document; their figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from typing_extensions import override

from hrss_tui.query.search.answer import Group, Hits
from hrss_tui.query.search.figures import Figure
from hrss_tui.query.search.hits import Hit
from hrss_tui.query.search.snippet import snippet
from hrss_tui.query.views import format_view, parse_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import PROJECT, Entry, find_entries, named_entries
from hrss_tui.tui.desk.lists import POLICIES, TERMS
from hrss_tui.tui.paint.lines import BLANK, Line, Seg, line, spaced
from hrss_tui.tui.paint.text import cells, clean, cut, pad
from hrss_tui.tui.search.searching import ENTRIES, Found

FIGURES = 6
PROJECTS = 3
"""Projects that stand before all else."""
LISTED = {"entry.policy": POLICIES, "entry.term": TERMS}
"""Entries that are rows of a list, with the list."""
EVERY = 1000
"""Names that are looked through to say how many more there are."""
WHERE = 9
"""Cells for a page; the name of a sheet gets twice as many."""


class ResultLines(Sequence[Line]):
    """Lines of results; those of hits, given by their places, are made when they are seen, and kept."""

    def __init__(
        self,
        parts: Sequence[Line | int],
        hits: Hits | tuple[()] = (),
        query: str = "",
        width: int = 0,
        leaf: Callable[[str, int], str] | None = None,
    ) -> None:
        self._parts = parts
        self._hits = hits
        self._query = query
        self._width = width
        self._leaf = leaf
        self._made: dict[int, Line] = {}

    @override
    def __len__(self) -> int:
        return len(self._parts)

    @overload
    def __getitem__(self, item: int) -> Line: ...

    @overload
    def __getitem__(self, item: slice) -> list[Line]: ...

    @override
    def __getitem__(self, item: int | slice) -> Line | list[Line]:
        if isinstance(item, slice):
            return [self[place] for place in range(*item.indices(len(self)))]
        part = self._parts[item]
        if isinstance(part, Line):
            return part
        if part not in self._made:
            self._made[part] = self._line_of(self._hits[part])
        return self._made[part]

    def _line_of(self, hit: Hit) -> Line:
        where = self._leaf(hit.doc_id, hit.lines[0]) if self._leaf is not None else ""
        return _hit_line(hit, self._query, self._width, where)

    def hit(self, item: int) -> Hit | None:
        """The hit that a line shows."""
        part = self._parts[item] if item < len(self) else BLANK
        return None if isinstance(part, Line) else self._hits[part]

    def place(self, hit: Hit) -> int:
        """The line that shows a hit, also one of an earlier answer; the top where none does."""
        for at, part in enumerate(self._parts):
            if not isinstance(part, Line) and self._hits[part].block_id == hit.block_id:
                return at
        return 0


def result_lines(desk: Desk, found: Found, width: int) -> ResultLines:
    """The answer as lines: what is called so, passages by document, what has the words in its name."""
    if found.answer is None:
        return ResultLines([line(Seg(desk.say("search.start"), "dim"))])
    text = found.asked.text
    every = find_entries(desk, text, EVERY)
    projects = [entry for entry in every if entry.kind == PROJECT][:PROJECTS]
    called = [*projects, *(entry for entry in every if entry not in projects)][:ENTRIES]
    more = [entry for entry in every if entry not in called]
    exact = [entry for entry in called if entry in projects or entry.begins(text)]
    groups: list[list[Line | int]] = [_entry_lines(desk, exact, text) + _code_rows(desk, text, exact)]
    groups += [[_document_line(desk, group, width), *group.places] for group in found.answer.grouped()]
    groups.append(_rest(desk, found))
    others = _entry_lines(desk, [entry for entry in called if entry not in exact], text)
    if more:
        target = _list_of(more, text)
        said = desk.say("search.more_listed" if target else "search.more_entries", count=len(more))
        (others or groups[0]).append(line(Seg(said, "dim"), target=target))
    groups.append(others)
    if not found.hits:
        groups.append([line(Seg(desk.say("search.none"), "warn"))])
        groups.append([] if called else _entry_lines(desk, named_entries(desk, text, ENTRIES), ""))
    return ResultLines(spaced(groups), found.hits, found.asked.text, width, desk.leaf)


def _document_line(desk: Desk, group: Group, width: int) -> Line:
    """Title of a document and its occurrences, where they are counted and the query has words."""
    count = f"  {group.occurrences}" if group.occurrences else ""
    title = cut(clean(desk.data.title(group.doc_id)), width - len(count), desk.signs.ellipsis)
    return line(Seg(title, "head"), Seg(count, "figure"))


def _rest(desk: Desk, found: Found) -> list[Line | int]:
    blocks = found.totals.blocks if found.totals is not None else 0
    lines: list[Line | int] = []
    if blocks > len(found.hits):
        lines.append(line(Seg(desk.say("more", count=blocks - len(found.hits)), "dim")))
    if found.answer is not None and found.answer.cut:
        lines.append(line(Seg(desk.say("find.cut"), "warn")))
    return lines


def _opened(entry: Entry, text: str) -> str:
    """The view of an entry; a list it is in is narrowed to what was asked."""
    if not text.strip() or entry.kind not in LISTED:
        return entry.target
    shown = parse_view(entry.target)
    return format_view(shown._replace(params=(*shown.params, ("find", text.strip()))))


def _list_of(rest: Sequence[Entry], text: str) -> str:
    """The list that holds what there was no room for, narrowed to what was asked; nothing where none does."""
    part = next((LISTED[entry.kind] for entry in rest if entry.kind in LISTED), "")
    return format_view(view("documents", part=part, find=text.strip())) if part else ""


def _entry_lines(desk: Desk, listed: list[Entry], text: str) -> list[Line | int]:
    if not listed:
        return []
    rows = [
        line(Seg(f"{desk.say(entry.kind)} ", "dim"), entry.label, target=_opened(entry, text))
        for entry in listed
    ]
    return [line(Seg(desk.say("search.entries"), "head")), *rows]


def _code_rows(desk: Desk, text: str, listed: list[Entry]) -> list[Line | int]:
    """For a code the way to its rows: the tables print it in pieces, which are not found as one word."""
    code = text.strip()
    if not any(entry.code == code for entry in listed):
        return []
    target = format_view(view("search", f"code:{code}"))
    return [line(Seg("code: ", "dim"), desk.say("search.code", code=code), target=target)]


def _hit_line(hit: Hit, query: str, width: int, where: str) -> Line:
    """One line of text around the words, every place of them marked, with its page or source line before it."""
    number = (
        f"{pad(where, WHERE) if cells(where) <= WHERE else cut(where, 2 * WHERE)} "
        if where
        else f"{hit.lines[0]:>5} "
    )
    shown = snippet(hit, max(10, width - cells(number) - 1))
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
    return [
        _figure_line(desk, hit, figure)
        for figure in desk.data.of(hit.doc_id).search_figures.near(hit, FIGURES)
    ]


def _figure_line(desk: Desk, hit: Hit, figure: Figure) -> Line:
    name = " ".join(figure.names)
    value = figure.sign + desk.quantity(figure.printed, figure.unit)
    when = f"{figure.period} {desk.say('kind.target') if figure.target else ''}".strip()
    return line(
        Seg(f"{value}  ", "figure"),
        name,
        Seg(f"  {when}", "dim"),
        source=f"{hit.doc_id}:{hit.lines[0]}",
        value=f"{name} {when} {value}".strip(),
        record=figure.record_id,
        indent=4,
    )
