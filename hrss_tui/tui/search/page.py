"""Search: as the reader types, best hits first, grouped by document; Enter opens the place."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from hrss_tui.errors import HrssError
from hrss_tui.query.search.hits import Hit
from hrss_tui.query.search.language import QueryError
from hrss_tui.query.search.totals import StoppedError
from hrss_tui.query.views import View, view
from hrss_tui.records import Block
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.page.asked import known
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.page.taking import Taken
from hrss_tui.tui.paint.text import content
from hrss_tui.tui.search.lines import ResultLines, figure_lines, result_lines
from hrss_tui.tui.search.searching import Asked, Found, kinds_found, meant, prepare, search
from hrss_tui.tui.taking.grids import Grid, traced
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.listing import Listing
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.words import spoken


class SearchPage(Page):
    """Path: the query; parameters `doc` and `kind` keep to one document, one kind of passage."""

    NAME = "search"
    ASKED = known("doc", "kind")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.asked = Asked()
        self.found = Found()
        self.sequence = 0

    def compose(self) -> ComposeResult:
        """The box on top, below it how to ask and what else could be chosen; results; figures of a result."""
        say, signs = self.desk.say, self.desk.signs
        yield Field(say("search.hint"), hidden=False, together=True, id="search-box")
        yield Static(id="search-language")
        yield Bar(signs, gap=" ", more="do:part", id="search-docs")
        yield Bar(signs, gap=" ", more="do:help", id="search-kinds")
        yield Listing(signs, title=say("search.title"), id="search-results")
        yield Pane(signs, title=say("search.figures"), id="search-figures")

    def on_mount(self) -> None:
        """Nothing is found yet; the text is read while the reader thinks of a word."""
        self._say_language()
        self._show_choices()
        self.figures.display = False
        self.query_one(Field).below = self.results
        self.run_worker(partial(prepare, self.desk), thread=True, group="prepare")

    @cached_property
    def results(self) -> Listing:
        """The results."""
        return self.query_one("#search-results", Listing)

    @cached_property
    def figures(self) -> Pane:
        """The figures in the result under the cursor."""
        return self.query_one("#search-figures", Pane)

    @override
    def show(self, shown: View) -> None:
        self.query_one(Field).set_quietly(shown.path)
        self._ask(Asked(shown.path, shown.get("doc"), shown.get("kind")))

    @override
    def current(self) -> View:
        asked = self.found.asked
        return view(self.NAME, asked.text.strip(), doc=asked.doc, kind=asked.kind)

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        asked = self.found.asked
        return [(part, "") for part in (asked.text.strip(), asked.doc, self._kind_name(asked.kind)) if part]

    @override
    def home(self) -> Widget:
        return self.query_one(Field)

    @override
    def lists(self) -> list[Widget]:  # type: ignore[override]
        shown = [self.figures] if self.figures.display else []
        return [self.query_one(Field), self.results, *shown]

    @override
    def applies(self, action: str) -> bool:
        if action in ("sort_left", "sort_right"):
            return False
        if action in ("part", "part_back", "next_hit", "previous_hit"):
            return bool(self.found.hits)
        return super().applies(action)

    def do_filter(self) -> None:
        """`f` and `/`: to the box, where what is typed replaces what it holds."""
        self.query_one(Field).open()

    def do_next_hit(self) -> None:
        """`n`: the next result."""
        self.results.focus(scroll_visible=False)
        self.results.action_move("down")

    def do_previous_hit(self) -> None:
        """`N`: the one before."""
        self.results.focus(scroll_visible=False)
        self.results.action_move("up")

    def do_part(self) -> None:
        """`t`: keep to the next document."""
        self._turn_document(1)

    def do_part_back(self) -> None:
        """`T`: keep to the one before."""
        self._turn_document(-1)

    def _turn_document(self, step: int) -> None:
        totals = self.found.totals
        docs = ["", *(totals.by_doc if totals is not None else ())]
        at = docs.index(self.asked.doc) if self.asked.doc in docs else 0
        self._ask(Asked(self.asked.text, docs[(at + step) % len(docs)], self.asked.kind))

    @override
    def close(self) -> bool:
        """Esc in the list: without the choices, then without the query, with the keys in the box."""
        field = self.query_one(Field)
        if self.figures.has_focus:
            self.screen.set_focus(self.results, scroll_visible=False)
            return True
        if self.asked.doc or self.asked.kind:
            self._ask(Asked(self.asked.text))
            return True
        field.clear()
        self.screen.set_focus(field, scroll_visible=False)
        return True

    @on(Field.Escaped)
    def _box_left(self, event: Field.Escaped) -> None:
        """The keys are in the results, which stay; where nothing was asked, back to where one was before."""
        event.stop()
        if not self.query_one(Field).value.strip():
            self.post_message(self.Return())

    @override
    def taken(self) -> Taken | None:
        """Of a result the figure that was looked for, with what it is of and its unit."""
        hit = self._hit() if self.results.has_focus else None
        own = self.desk.data.owns.of(hit.doc_id) if hit is not None else None
        at = own.records.find(hit.block_id) if own is not None and hit is not None else None
        if own is None or hit is None or not isinstance(at, Block):
            return super().taken()
        from hrss_tui.tui.taking.proofs import passage_said

        figures = [(one.start, one.end, one.record) for one in sorted(own.spans.of(at))]
        value, record = passage_said(self.desk, at, figures, hit.spans)
        return Taken(value, f"{hit.doc_id}:{hit.lines[0]}", record)

    @override
    def grid(self) -> Grid | None:
        heads = tuple(self.desk.say(key) for key in ("col.document", "grid.line", "grid.text"))
        hits = self.found.hits
        rows = tuple((self.desk.data.title(hit.doc_id), str(hit.lines[0]), hit.text) for hit in hits)
        places = [(f"{hit.doc_id}:{hit.lines[0]}", "") for hit in hits]
        return traced(self.desk.say, Grid("search", heads, rows), places) if rows else None

    @override
    def left_out(self) -> str:
        more = (self.found.totals.blocks if self.found.totals is not None else 0) - len(self.found.hits)
        return self.desk.say("more", count=more) if more > 0 else ""

    # Searching.

    def _ask(self, asked: Asked) -> None:
        """Search at once where that takes no time, else beside the interface."""
        asked = self.asked = msgspec.structs.replace(asked, text=meant(asked.text))
        self.sequence += 1
        if self.desk.data.searcher.prompt(asked.text):
            self.take(self.sequence, search(self.desk.data, asked))
        else:
            self.run_worker(partial(self._search, self.sequence, asked), thread=True, exclusive=True)

    def _search(self, sequence: int, asked: Asked) -> None:
        """The hits first, then the counts, unless something else is asked; what is too late is dropped by its number."""
        found = search(self.desk.data, asked, whole=True)
        self.app.call_from_thread(self.take, sequence, found)
        if found.answer is not None and found.totals is None:
            with suppress(StoppedError):
                self.desk.data.searcher.count(found.answer, lambda: sequence == self.sequence)
                self.app.call_from_thread(self.take, sequence, found)

    def take(self, sequence: int, found: Found) -> None:
        """Show an answer, unless something else was asked since; a faulty query leaves the last results."""
        if sequence != self.sequence:
            return
        self._say_language(found)
        if found.error is not None:
            return
        self.found = found
        self._say_broken()
        self._fill()
        self._show_choices()
        self.post_message(self.Went())

    def _say_broken(self) -> None:
        """Once, that the index was changed under us and everything is read since."""
        if self.desk.data.searcher.broke and not self._told:
            self._told = True
            self.post_message(self.Note(self.desk.say("find.broke")))

    _told = False

    def _say_language(self, found: Found | None = None) -> None:
        """Under the box: how to ask, or what is wrong with the query."""
        error = found.error if found is not None else None
        if error is self._error and found is not None:
            return
        self._error = error
        said = self.query_one("#search-language", Static)
        said.set_class(error is not None, "faulty")
        if error is None:
            said.update(content(self.desk.signs.plain(self.desk.say("search.language"))))
        else:
            texts = (
                spoken(text, "en" if self.desk.lang == "en" else "zh") for text in (error.message, error.hint)
            )
            place = f"{error.at + 1}: " if isinstance(error, QueryError) else ""
            said.update(content(self.desk.signs.plain(place + " — ".join(filter(None, texts)))))

    def _show_choices(self) -> None:
        totals, asked = self.found.totals, self.found.asked
        docs: dict[str, int] = totals.by_doc if totals is not None else {}
        kinds = kinds_found(totals) if totals is not None else {}
        self._load_choices("doc", docs, asked.doc, {name: name for name in docs})
        self._load_choices("kind", kinds, asked.kind, {name: self._kind_name(name) for name in kinds})

    def _load_choices(self, name: str, counts: dict[str, int], chosen: str, called: dict[str, str]) -> None:
        bar = self.query_one(f"#search-{name}s", Bar)
        whole, say = sum(counts.values()), self.desk.say
        everything = say(f"search.all_{name}", count=whole) if whole else say("search.all")
        items = [Item(f" {everything} ", f"{name}:", "tab" if chosen else "here")]
        if not counts:
            items = []  # its line stays: what is below it does not move with every key
        for key, count in counts.items():
            style = "here" if key == chosen else "tab"
            items.append(Item(f" {called[key]} {count or ''}".rstrip() + " ", f"{name}:{key}", style))
        bar.load(items)

    def _kind_name(self, kind: str) -> str:
        return self.desk.words.get(f"find.kind.{kind}", kind)

    def _fill(self) -> None:
        say, found, pane = self.desk.say, self.found, self.results
        pane.pane_title = say("search.title")
        if found.totals is not None:
            documents = sum(1 for count in found.totals.documents.values() if count)
            pane.pane_title = say("search.count", total=found.totals.occurrences, documents=documents)
            if found.totals.blocks and not found.totals.occurrences:
                # Only filters: nothing occurs, passages are chosen.
                pane.pane_title = say(
                    "search.passages", total=found.totals.blocks, documents=len(found.totals.documents)
                )
        lines = result_lines(self.desk, found, max(30, self.size.width - 3))
        pane.load(lines, pane.cursor if self._again else self._kept(lines))
        self._drawn, self._drawn_for = found.answer, found.asked.text
        self._show_figures()

    @override
    def retype(self, text: str) -> None:
        """What has a fault leaves the results of what was asked before."""
        if meant(text) != self.asked.text:
            self._ask(Asked(text, self.asked.doc, self.asked.kind))

    @override
    def follow(self, rows: Rows) -> None:
        if rows is self.results:
            self._show_figures()

    @property
    def _again(self) -> bool:
        """Whether the same answer is drawn anew."""
        return bool(self.results.lines) and self._drawn is self.found.answer

    def _kept(self, lines: ResultLines) -> int:
        """The place of the result under the cursor where other choices leave the query as it was, else the top."""
        hit = self._hit() if self._drawn_for == self.found.asked.text else None
        return lines.place(hit) if hit is not None else 0

    _drawn: object = None
    _drawn_for: str = ""
    _error: HrssError | None = None

    def _show_figures(self) -> None:
        """The figures of the result under the cursor."""
        hit = self._hit()
        lines = figure_lines(self.desk, hit) if hit is not None else []
        self.figures.display = bool(lines)
        self.figures.load(lines)

    def _hit(self) -> Hit | None:
        lines = self.results.lines
        return lines.hit(self.results.cursor) if isinstance(lines, ResultLines) else None

    @override
    def fit(self) -> None:
        """Hits show as much text as there is room."""
        if self.found.answer is not None:
            self._fill()

    @on(Bar.Chosen)
    def _choice(self, event: Bar.Chosen) -> None:
        name, _, value = event.command.partition(":")
        event.stop()
        asked = self.asked
        doc, kind = (value, asked.kind) if name == "doc" else (asked.doc, value)
        self._ask(Asked(asked.text, doc, kind))

    @on(Rows.Moved, "#search-results")
    def _result_moved(self, event: Rows.Moved) -> None:
        event.stop()
        self._show_figures()

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        try:
            self._ask(Asked(event.text, self.asked.doc, self.asked.kind))
        finally:
            self.post_message(self.Filled(event.field.release))
