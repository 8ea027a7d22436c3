"""Documents: outline left, text right; figures lead to their records, `n` and `N` walk over hits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from typing_extensions import override

from hrss_tui.plain import whole_number
from hrss_tui.query.views import View, view
from hrss_tui.records import Block
from hrss_tui.tui.cards.record import card
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.lists import cited_parts
from hrss_tui.tui.documents.finding import Links, find, prepare
from hrss_tui.tui.documents.outline import Outline
from hrss_tui.tui.page.asked import known
from hrss_tui.tui.page.base import Page
from hrss_tui.tui.page.taking import Taken
from hrss_tui.tui.paint.text import widths_with
from hrss_tui.tui.reader.marks import Stand
from hrss_tui.tui.reader.reader import Reader
from hrss_tui.tui.reader.reading import passages
from hrss_tui.tui.taking.grids import Grid
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.tree import Node, Tree


class DocumentsPage(Page):
    """Path: `doc_id` or `doc_id:line`; parameter `find` holds what is marked."""

    NAME = "documents"
    ASKED = known("find")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.doc_id = ""
        self.finding = ""
        self.line = 0
        self._headings: dict[str, list[Block]] = {}
        self._prepared = False
        self._known: dict[str, dict[str, Block]] = {}
        self._places: dict[str, tuple[str, int]] = {}
        """Key of a node → document, line; 0 for the document itself."""

    def compose(self) -> ComposeResult:
        """Outline, text, the card of a figure."""
        say, signs = self.desk.say, self.desk.signs
        yield Field(say("find.hint"), id="documents-filter")
        with Horizontal():
            yield Outline(self.desk, title=say("outline.title"), id="outline")
            with Vertical():
                yield Reader(signs, title=" ", id="reader")
                yield Pane(signs, title=say("card.title"), id="card")

    def on_mount(self) -> None:
        """Show the list of documents before one is opened."""
        self.card.display = False
        self.outline.load(self._outline_nodes)

    @property
    def outline(self) -> Tree:
        """The outline of all documents."""
        return self.query_one("#outline", Tree)

    @property
    def reader(self) -> Reader:
        """The text."""
        return self.query_one("#reader", Reader)

    @property
    def card(self) -> Pane:
        """What is known of the figure under the cursor."""
        return self.query_one("#card", Pane)

    # The outline.

    def _outline_nodes(self, key: str) -> list[Node]:
        data = self.desk.data
        if not key:
            self._places |= {doc_id: (doc_id, 0) for doc_id in data.documents}
            return [Node(doc_id, data.title(doc_id), style="strong") for doc_id in data.documents]
        doc_id, _ = self._places.get(key, (key, 0))
        headings = self._headings_of(doc_id)
        parents = {block.parent_id for block in headings}
        above = None if key == doc_id else key
        known = {block.block_id for block in headings}
        return [
            Node(block.block_id, block.text, leaf=block.block_id not in parents)
            for block in headings
            if (block.parent_id if block.parent_id in known else None) == above
        ]

    def _headings_of(self, doc_id: str) -> list[Block]:
        if doc_id not in self._headings:
            blocks = self.desk.data.blocks.get(doc_id, [])
            self._headings[doc_id] = [block for block in blocks if block.kind == "heading"]
            self._places |= {block.block_id: (doc_id, block.line_start) for block in self._headings[doc_id]}
        return self._headings[doc_id]

    def _by_id(self, doc_id: str) -> dict[str, Block]:
        """The headings of a document by their ids."""
        if doc_id not in self._known:
            self._known[doc_id] = {block.block_id: block for block in self._headings_of(doc_id)}
        return self._known[doc_id]

    def _path_to(self, block: Block) -> list[str]:
        """Keys from the document to the heading a block stands under."""
        by_id = self._by_id(block.doc_id)
        path: list[str] = []
        at = by_id.get(block.block_id) or by_id.get(block.parent_id or "")
        while at is not None and at.block_id not in path:
            path.insert(0, at.block_id)
            at = by_id.get(at.parent_id or "")
        return [block.doc_id, *path]

    # What the program asks.

    @override
    def show(self, shown: View) -> None:
        doc_id, _, line = shown.path.partition(":")
        documents = self.desk.data.documents
        if doc_id not in documents:
            if doc_id:
                self.post_message(self.Note(self.desk.say("documents.unknown", name=doc_id)))
                line = ""  # it is none of the document that is shown instead
            doc_id = self.doc_id or next(iter(documents), "")
        if doc_id and doc_id != self.doc_id:
            self._open(doc_id)
        number = whole_number(line)
        if number is not None:
            last = documents[doc_id].source_lines if doc_id in documents else number
            if number > last:
                self.post_message(self.Note(self.desk.say("documents.no_line", line=number, last=last)))
            self.line = number
            self.reader.seek_line(number)
        self._set_finding(shown.get("find"))
        self._follow_outline()
        self.query_one(Field).set_quietly("")

    @override
    def kept(self) -> Mapping[str, object]:
        return {"reader": self.reader.stand}

    @override
    def keep(self, kept: Mapping[str, object]) -> None:
        stand = kept.get("reader")
        if isinstance(stand, Stand):
            self.reader.take_stand(stand)
            self._show_card(stand.mark.record if stand.mark is not None else "")

    def _open(self, doc_id: str) -> None:
        data = self.desk.data
        self.doc_id = doc_id
        blocks = data.blocks.get(doc_id, [])
        items = passages(blocks, self._leaves(doc_id, blocks), widths_with(self.desk.signs.replace))
        self.reader.pane_title = data.title(doc_id)
        self.reader.load(items, Links(items, data))
        self.card.display = False

    def _leaves(self, doc_id: str, blocks: list[Block]) -> dict[int, str]:
        """The pages or sheets in words, each by the first passage that begins on it."""
        pages, found = self.desk.data.pages, {}
        for number in pages.numbers(doc_id):
            first, last = pages.lines(doc_id, number) or (0, 0)
            item = bisect_left(blocks, first, key=lambda block: block.line_start)
            if item < len(blocks) and blocks[item].line_start <= last:
                found[item] = self.desk.leaf(doc_id, first)
        return found

    def _follow_outline(self) -> None:
        reader = self.reader
        if reader.passages:
            path = self._path_to(reader.passages[reader.cursor].block)
            with self.prevent(Rows.Moved):
                self.outline.seek(path)

    @override
    def current(self) -> View:
        line = self._line()
        return view(self.NAME, f"{self.doc_id}:{line}" if line else self.doc_id, find=self.finding)

    def _line(self) -> int:
        """The source line shown: the one asked for while the cursor is on its passage, else where that begins."""
        reader = self.reader
        if not reader.passages:
            return 0
        block = reader.passages[reader.cursor].block
        return self.line if block.line_start <= self.line <= block.line_end else block.line_start

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        if not self.doc_id:
            return []
        found = [(self.desk.data.title(self.doc_id), f"documents/{self.doc_id}")]
        by_id = self._by_id(self.doc_id)
        if self.reader.passages:
            for key in self._path_to(self.reader.passages[self.reader.cursor].block)[1:]:
                found.append((by_id[key].text, f"documents/{self.doc_id}:{by_id[key].line_start}"))
        return found

    @override
    def home(self) -> Rows:
        return self.reader if self.doc_id else self.outline

    @override
    def lists(self) -> list[Rows]:
        return [self.outline, self.reader, *([self.card] if self.card.display else [])]

    @override
    def source(self) -> str:
        return f"{self.doc_id}:{self._line()}" if self.doc_id else ""

    @override
    def applies(self, action: str) -> bool:
        if action in ("next_hit", "previous_hit"):
            return bool(self.reader.hits)
        if action in ("sort_left", "sort_right", "source"):
            return False
        if action in ("part", "part_back"):
            return bool(cited_parts(self.desk))
        return super().applies(action)

    @override
    def taken(self) -> Taken | None:
        from hrss_tui.tui.taking.proofs import passage_said

        reader = self.reader
        if not reader.passages:
            return None
        block, mark = reader.passages[reader.cursor].block, reader.mark
        hit = reader.hits[reader.hit] if reader.hits else None
        meant = mark or (hit if hit is not None and hit.item == reader.cursor else None)
        links = [mark] if mark is not None else reader.links(reader.cursor)
        figures = [(one.start, one.end, one.record) for one in links]
        value, record = passage_said(
            self.desk, block, figures, [(meant.start, meant.end)] if meant is not None else []
        )
        return Taken(value, self.source(), record)

    @override
    def grid(self) -> Grid | None:
        heads = tuple(self.desk.say(key) for key in ("grid.line", "grid.kind", "grid.text"))
        blocks = self.reader.passages.blocks
        rows = tuple((str(row.line_start), row.kind, row.text) for row in blocks)
        places = tuple((f"{row.doc_id}:{row.line_start}", row.block_id) for row in blocks)
        return Grid(self.doc_id, heads, rows, places=places)

    # Actions.

    def do_numbers(self) -> None:
        """`l`: source line numbers."""
        self.reader.toggle_numbers()

    def do_part(self) -> None:
        """`t`: policy documents and terms as lists."""
        self.post_message(self.Go(view(self.NAME, part=cited_parts(self.desk)[0])))

    def do_part_back(self) -> None:
        """`T`: the last of these lists."""
        self.post_message(self.Go(view(self.NAME, part=cited_parts(self.desk)[-1])))

    def do_next_hit(self) -> None:
        """`n`."""
        self.reader.turn_hit(1)

    def do_previous_hit(self) -> None:
        """`N`."""
        self.reader.turn_hit(-1)

    def do_parent(self) -> None:
        """Backspace: to the outline, and there to the parent."""
        if self.outline.has_focus:
            self.outline.to_parent()
        else:
            self.screen.set_focus(self.outline, scroll_visible=False)

    def tab(self, step: int) -> bool:
        """Tab in the text walks over its figures; past the last one it leaves the text."""
        if not self.reader.has_focus:
            return False
        mark = self.reader.turn_mark(step)
        self._show_card(mark.record if mark else "")
        return mark is not None

    @override
    def close(self) -> bool:
        if self.card.display:
            self.reader.mark = None
            self._show_card("")
            self.screen.set_focus(self.reader, scroll_visible=False)
            return True
        if super().close():
            return True
        if self.finding:
            self._set_finding("")
            return True
        return False

    def _show_card(self, record: str) -> None:
        self.card.display = bool(record)
        if record:
            self.card.load(card(self.desk, record))

    # Messages.

    @on(Rows.Moved, "#outline")
    def _outline_moved(self, event: Rows.Moved) -> None:
        event.stop()
        node = self.outline.current
        if node is None:
            return
        doc_id, line = self._places.get(node.key, (node.key, 0))
        if doc_id != self.doc_id:
            self._open(doc_id)
        with self.prevent(Rows.Moved):
            if line:
                self.reader.seek_line(line)
            else:
                self.reader.put(0)
        self.post_message(self.Went())

    @on(Rows.Opened, "#outline")
    def _outline_opened(self, event: Rows.Opened) -> None:
        event.stop()
        event.prevent_default()
        node = self.outline.current
        if node is None:
            return
        if not node.leaf and node.key not in self.outline.opened:
            self.outline.toggle(True)
        else:
            self.screen.set_focus(self.reader, scroll_visible=False)
        if not self.doc_id:
            self._outline_moved(event)
        self.post_message(self.Went(visit=True))

    @on(Rows.Moved, "#reader")
    def _reader_moved(self, event: Rows.Moved) -> None:
        event.stop()
        if self.reader.mark is not None and self.reader.mark.item != event.item:
            self.reader.mark = None
            self.card.display = False
        self._follow_outline()
        self.post_message(self.Went())

    @on(Rows.Opened, "#reader")
    def _reader_opened(self, event: Rows.Opened) -> None:
        event.stop()
        event.prevent_default()
        if self.card.display:
            self.screen.set_focus(self.card, scroll_visible=False)
        else:
            self.tab(1)

    @on(Reader.Linked)
    def _reader_linked(self, event: Reader.Linked) -> None:
        self._show_card(event.mark.record)

    @on(events.DescendantFocus, "#documents-filter")
    def _about_to_type(self) -> None:
        """Somebody will type: until then there is time to read what is searched."""
        if not self._prepared:
            self._prepared = True
            self.run_worker(partial(prepare, self.desk.data), thread=True, group="prepare")

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        self._set_finding(event.text)
        self.post_message(self.Went())

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        if self.finding and not self.reader.hits:
            self.post_message(self.Note(self.desk.say("filter.nothing_here", text=self.finding)))
        self.screen.set_focus(self.reader, scroll_visible=False)

    def _set_finding(self, text: str) -> None:
        self.finding = text.strip()
        reader = self.reader
        reader.set_hits(find(self.desk.data, reader.passages, self.finding), reader.cursor)
