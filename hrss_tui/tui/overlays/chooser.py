"""`d`: one of many departments, years and phases, found by typing part of what it is called."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from typing_extensions import override

from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry
from hrss_tui.tui.desk.matching import Matcher, Names, called
from hrss_tui.tui.overlays.picking import Picking
from hrss_tui.tui.paint.lines import Line, Seg, line
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane

MOST = 200
"""Entries that are listed; of the others it is said how many there are."""


class ChooserScreen(Picking):
    """Dismissed with `view:string` of the entry chosen; `here` is what is shown now, on a `page` whose words it uses."""

    def __init__(self, desk: Desk, entries: Sequence[Entry], here: str, page: str = "") -> None:
        super().__init__()
        self.page = page
        self.desk = desk
        self.entries = entries
        self.here = here
        self.names = Names((entry, called(desk, (entry.label, *entry.forms))) for entry in entries)

    @override
    def compose(self) -> ComposeResult:
        """A line to type into, and below it what can be chosen."""
        with Vertical(id="palette"):
            yield Field(self._word("chooser.hint"), hidden=False, id="palette-box")
            yield Pane(self.desk.signs, title=self._word("chooser.title"), id="palette-list")

    def _word(self, key: str) -> str:
        """What is chosen on the page, and what a sign before one of them says."""
        text = self.desk.words.get(f"{key}.{self.page}") or self.desk.words[key]
        return text.format(mark=self.desk.signs.marked)

    def on_mount(self) -> None:
        """All of them, the cursor on what is shown."""
        self.fill("")
        self.query_one(Field).open()

    @override
    def fill(self, text: str) -> None:
        matcher = Matcher(self.desk, text)
        found = self.names.matching(matcher) if matcher.words else list(self.entries)
        targets = [entry.target for entry in found[:MOST]]
        lines = [self._line(entry) for entry in found[:MOST]]
        if len(found) > MOST:
            lines.append(line(Seg(self.desk.say("more", count=len(found) - MOST), "dim")))
        pane = self.query_one(Pane)
        pane.nothing = self.desk.say("filter.nothing", text=text.strip())
        pane.load(lines, targets.index(self.here) if self.here in targets else 0)

    def _line(self, entry: Entry) -> Line:
        """What can be chosen, with a sign where it is what is shown now."""
        mark = self.desk.signs.marked if entry.target == self.here else " "
        return line(Seg(f"{mark} ", "accent"), entry.label, target=f"view:{entry.target}")
