"""What the budget page shows: tree of amounts, parts of the opened one as a table, what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from typing_extensions import override

from hrss_tui.query.views import View, format_view, view
from hrss_tui.records import BudgetLine
from hrss_tui.tui.budget.detail import detail
from hrss_tui.tui.budget.namesakes import asked
from hrss_tui.tui.budget.paths import State, ancestors, crumbs, kept, title
from hrss_tui.tui.budget.real import REAL, pictures, real_lines, real_rows
from hrss_tui.tui.budget.rows import (
    CHANGES,
    RANKINGS,
    Part,
    Stem,
    change_rows,
    child_rows,
    node,
    order_name,
    part_name,
    parts,
    stems,
)
from hrss_tui.tui.budget.sources import PART as SOURCES
from hrss_tui.tui.budget.sources import source_rows
from hrss_tui.tui.cards.change import change_lines
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.page.asked import known
from hrss_tui.tui.page.listed import ListPage
from hrss_tui.tui.page.taking import Taken
from hrss_tui.tui.taking.grids import Grid, of_table
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.columns import Column, Row
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows
from hrss_tui.tui.widgets.table import Table
from hrss_tui.tui.widgets.tree import Node, Tree

if TYPE_CHECKING:
    from hrss_tui.export.shown.sheet import Picture


class BudgetShown(ListPage):
    """Path: a code, or the names down to a row; parameters `table`, `by`, `doc` (the newest budget where it is left out).

    `project` is the one that is meant among projects of one name.
    """

    NAME = "budget"
    ASKED = known("table", "by", "doc", "project", measure=("total",))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.state = State()
        self.stems: dict[str, Stem] = {}
        self.filtered: set[str] | None = None
        self.project = ""
        """The project that was asked for by its id."""

    def compose(self) -> ComposeResult:
        """Parts on top, tree, children, detail."""
        say, signs = self.desk.say, self.desk.signs
        yield Bar(signs, gap=" ", more="do:part", id="budget-parts")
        yield Field(say("budget.filter"), id="budget-filter")
        with Container(id="budget-body"):
            yield Tree(signs, title=" ", id="budget-tree")
            with Vertical(id="budget-side"):
                yield Table(signs, title=say("budget.children"), id="budget-children")
                yield Pane(signs, title=say("budget.detail"), id="budget-detail")

    @property
    def amounts(self) -> Tree:
        """The tree of amounts."""
        return self.query_one("#budget-tree", Tree)

    @property
    def children_table(self) -> Table:
        """What the opened amount is made of; the ranking of changes stands here too."""
        return self.query_one("#budget-children", Table)

    # What the program asks.

    @override
    def show(self, shown: View) -> None:
        doc_id = self._document(shown.get("doc"))
        known = [part.key for part in parts(self.desk, doc_id)]
        part = shown.get("table", known[0] if known else "")
        self.project = shown.get("project")
        by = tuple(dict.fromkeys(name for name in shown.get("by").split(",") if name))
        if part not in known:
            if part:
                self.post_message(self.Note(self.desk.say("budget.no_table", name=part)))
            part = known[0] if known else ""
        self._set(State(part, self._given(doc_id, part, by), doc_id), shown.path)
        self.unfilter()

    def _document(self, asked: str) -> str:
        """The budget or accounts asked for; where there is none such, said so, and the newest budget."""
        data = self.desk.data
        if asked and asked not in data.filings:
            self.post_message(self.Note(self.desk.say("budget.no_filing", doc=asked)))
        return asked if asked in data.filings else data.newest_filing

    def _given(self, doc_id: str, name: str, by: tuple[str, ...]) -> tuple[str, ...]:
        """The way down asked for, where the tables give it; else said so, and the way the table begins with."""
        part = next((part for part in parts(self.desk, doc_id) if part.key == name), None)
        if not by or part is None or stems(self.desk, doc_id, part, by):
            return by
        self.post_message(self.Note(self.desk.say("budget.no_order", order=order_name(self.desk, by))))
        return ()

    def _set(self, state: State, key: str = "") -> None:
        if state.part != self.state.part:
            self.last_focus = None  # the list it was may not be shown any more
        kept = self.amounts.opened if state == self.state else ()
        self.state, self.filtered = state, None
        ranking = state.part in RANKINGS
        self.set_class(ranking, "ranking")
        self.remove_class("leaf")
        if ranking:
            self.stems = {}
            table = self.children_table
            table.pane_title = f"{self.desk.say(f'budget.{state.part}')} {self.desk.unit_name}"
            table.load(*self._ranking(), key=key)
            self._show_change()
        else:
            part = self._part()
            self.stems = stems(self.desk, state.doc_id, part, state.by) if part else {}
            self._load_tree(key, kept)
        self._load_parts()

    def _load_tree(self, key: str, kept: Iterable[str] = ()) -> None:
        """Show the tree with the cursor on a row; of the same tree as before the rows of `kept` stay open."""
        if key and self.stems and key not in self.stems:
            self.post_message(self.Note(self.desk.say("budget.no_code", code=key)))
        key = key if key in self.stems else next(iter(self.stems), "")
        open_before = self.stems.keys() & set(kept)
        opened = {next(iter(self.stems), ""), *ancestors(self.stems, key), key, *open_before}
        tree = self.amounts
        tree.pane_title = title(self.desk, self.state, self._part(), self.stems)
        tree.load(self._children, opened, key)
        self._show_row()

    def _load_parts(self) -> None:
        desk, doc_id = self.desk, self.state.doc_id
        self.load_parts(self.part_items((name, part_name(desk, doc_id, name)) for name in self.part_names()))

    @override
    def part_names(self) -> list[str]:
        return [part.key for part in self._parts()]

    @override
    def part_shown(self) -> str:
        return self.state.part

    @override
    def current(self) -> View:
        first = next(iter(self._parts()), None)
        part = "" if first is None or self.state.part == first.key else self.state.part
        key = self._key()
        root = next(iter(self.stems), None)
        doc_id = "" if self.state.doc_id == self.desk.data.newest_filing else self.state.doc_id
        by = ",".join(self.state.by)
        project = self.project if self._asked() else ""
        return view(self.NAME, "" if key == root else key, table=part, by=by, doc=doc_id, project=project)

    @override
    def again(self) -> View | None:
        """From another way down to the one that its table begins with."""
        now = self.current()
        return view(self.NAME, "", table=now.get("table"), doc=now.get("doc")) if self.state.by else None

    def _asked(self) -> Sequence[BudgetLine]:
        """What the project that was asked for is paid by, where the row is called as others are too."""
        stem = self.stems.get(self._key()) if self.project else None
        return asked(self.desk, stem.row, self.project) if stem is not None else ()

    def _key(self) -> str:
        if self.state.part in RANKINGS:
            row = self.children_table.current
            return row.key if row and self.children_table.cursor else ""
        current = self.amounts.current
        return current.key if current else ""

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        found = crumbs(self.desk, self.state, self.stems, self.current(), self._key())
        own = self._asked()
        if own and found:
            text, target = found[-1]
            found[-1] = f"{text} {self.desk.money(sum(one.amount for one in own))}", target
        return found

    @override
    def home(self) -> Rows:
        return self.children_table if self.state.part in RANKINGS else self.amounts

    @override
    def lists(self) -> list[Rows]:
        return self.in_sight()

    @override
    def taken(self) -> Taken | None:
        if self.amounts.has_focus:
            stem = self.stems.get(self._key())
            if stem is None:
                return None
            row, own = stem.row, self._asked()
            name = f"{row.code} {self.desk.named(row.name)}" if row.code else self.desk.named(row.name)
            amount = self.desk.money(sum(one.amount for one in own) if own else row.amount)
            record = self.project if own else row.line_id or ""
            return Taken(f"{name} {amount}{self.desk.unit_after}", self.source(), record)
        return super().taken()

    @override
    def source(self) -> str:
        if self.amounts.has_focus:
            stem, own = self.stems.get(self._key()), self._asked()
            if own:
                return f"{own[0].doc_id}:{own[0].line_start}"
            return f"{stem.row.doc_id}:{stem.row.line_start}" if stem else ""
        return super().source()

    @override
    def unit_changed(self) -> None:
        key = self._key()
        self._set(self.state, key)

    def _part(self) -> Part | None:
        return next((part for part in self._parts() if part.key == self.state.part), None)

    def _parts(self) -> list[Part]:
        return parts(self.desk, self.state.doc_id)

    # The tree.

    def _children(self, key: str) -> list[Node]:
        if not key:
            keys = [root for root, stem in self.stems.items() if stem.parent is None]
        else:
            keys = list(self.stems[key].children)
        width = self.amounts.size.width or 80
        whole = next(iter(self.stems.values())).row.amount if self.stems else 0
        kept = self.filtered
        return [
            node(self.desk, child, self.stems[child], whole, width)
            for child in keys
            if kept is None or child in kept
        ]

    def _show_row(self) -> None:
        """The table and the detail follow the tree."""
        stem = self.stems.get(self._key())
        pane = self.query_one("#budget-detail", Pane)
        if stem is None:
            self.add_class("leaf")
            self.children_table.load(self.children_table.columns, [])
            pane.tell("", [])
            return
        rows = [(key, self.stems[key].row) for key in stem.children]
        self.set_class(not rows, "leaf")
        self.children_table.pane_title = f"{self.desk.say('budget.children')} {self.desk.unit_name}"
        made = source_rows if self.state.part == SOURCES else child_rows
        self.children_table.load(*made(self.desk, rows))
        pane.tell(format_view(self.current()), detail(self.desk, stem.row, self.project))

    @override
    def grid(self) -> Grid | None:
        """The tree, as far as it is open, where it stands alone; else the parts beside it."""
        if not self.stems or self.children_table.display:
            return super().grid()
        shown = [(node.key, self.stems[node.key].row) for node, _ in self.amounts.shown]
        return of_table(self.desk.say, self.NAME, *child_rows(self.desk, shown))

    @override
    def row_grid(self) -> Grid | None:
        stem = self.stems.get(self._key()) if self.amounts.has_focus else None
        if stem is None:
            return super().row_grid()
        return of_table(self.desk.say, self.NAME, *child_rows(self.desk, [(self._key(), stem.row)]))

    @override
    def pictures(self) -> list[Picture]:
        if self.state.part == REAL:
            return pictures(self.desk, self.state.doc_id)
        return super().pictures()

    @override
    def fit(self) -> None:
        """Amounts, shares and bars take the room there is."""
        if self.stems and self.state.part not in RANKINGS:
            self.amounts.rebuild()
        elif self.state.part == REAL and not self.query_one(Field).value:
            self.children_table.load(*self._ranking(), key=self._key())
            self._show_change()

    @override
    def show_detail(self) -> None:
        if self.state.part in RANKINGS:
            self._show_change()
        else:
            self._show_row()

    def _ranking(self) -> tuple[tuple[Column, ...], list[Row]]:
        """The statements of change as rows, or what of them is real."""
        if self.state.part == CHANGES:
            return change_rows(self.desk, self.state.doc_id)
        return real_rows(self.desk, self.state.doc_id, self.children_table.size.width or self.app.size.width)

    def _show_change(self) -> None:
        """The detail follows the ranking of changes."""
        row = self.children_table.current
        if self.state.part == REAL:
            pane = self.query_one("#budget-detail", Pane)
            width = (pane.size.width or self.app.size.width) - 3
            pane.load(real_lines(self.desk, self.state.doc_id, row.key if row else "", width))
            return
        change = next(
            (one for one in self.desk.data.of(self.state.doc_id).changes if row and one.change_id == row.key),
            None,
        )
        name = row.cells[0].text if row else None
        lines = change_lines(self.desk, change, named=True, name=name) if change is not None else []
        self.query_one("#budget-detail", Pane).load(lines)

    @override
    def narrow(self, text: str) -> None:
        if self.state.part in RANKINGS:
            self._filter_table(text)
            return
        if not text.strip():
            self.filtered = None
            self._load_tree(self._key())
            return
        self.filtered, first = kept(self.desk, self.stems, text)
        self.amounts.load(self._children, self.filtered, first)
        self._show_row()

    def _filter_table(self, text: str) -> None:
        columns, rows = self._ranking()
        if text.strip():
            matcher = Matcher(self.desk, text)
            printed = {one.change_id: one.name for one in self.desk.data.of(self.state.doc_id).changes}
            rows = [
                row
                for row in rows
                if matcher.matches(row.cells[0].text, row.cells[1].text, printed.get(row.key, ""))
            ]
        self.children_table.load(columns, rows)
        self._show_change()
