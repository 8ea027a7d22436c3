"""Ctrl+P: type what is wanted; commands that apply now, parts of pages, codes, prefectures, indicators and documents are offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from typing_extensions import override

from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry, find_entries
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.keys.actions import Action
from hrss_tui.tui.overlays.picking import Picking
from hrss_tui.tui.paint.lines import Seg, line
from hrss_tui.tui.paint.text import cells, pad
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.pane import Pane

MOST = 60


class PaletteScreen(Picking):
    """Dismissed with `do:action`, `part:key` or `view:string`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+p", "close", show=False)]

    def __init__(
        self, desk: Desk, page: str, here: Sequence[Action], parts: Callable[[], Sequence[Entry]]
    ) -> None:
        """`parts` are asked for when something is typed: entries whose target is a command."""
        super().__init__()
        self.desk = desk
        self._parts = parts
        self.commands = [
            Entry(
                "entry.action",
                desk.action_help(action, page),
                f"do:{action.id}",
                (
                    action.id,
                    desk.action_name(action, page).casefold(),
                    desk.words.get(f"forms_{action.id}", ""),
                ),
            )
            for action in here
        ]
        self.keys = {f"do:{action.id}": desk.key(action) for action in here}

    def compose(self) -> ComposeResult:
        """A line to type into, and below it what is offered."""
        with Vertical(id="palette"):
            yield Field(self.desk.say("palette.hint"), hidden=False, id="palette-box")
            yield Pane(self.desk.signs, id="palette-list")

    def on_mount(self) -> None:
        """Offer the commands."""
        self.fill("")
        self.query_one(Field).open()

    @cached_property
    def parts(self) -> Sequence[Entry]:
        """The tabs of all pages."""
        return self._parts()

    @override
    def fill(self, text: str) -> None:
        matcher = Matcher(self.desk, text)
        found = [entry for entry in self.commands if matcher.matches(entry.label, *entry.forms)]
        if matcher.words:
            tabs = [entry for entry in self.parts if matcher.matches(entry.label, *entry.forms)]
            found += sorted(tabs, key=lambda entry: not entry.begins(text))
            led = {entry.target for entry in tabs}
            found += [
                entry for entry in find_entries(self.desk, text, MOST) if f"view:{entry.target}" not in led
            ]
        wide = max(cells(self.desk.say(kind)) for kind in KINDS)
        lines = [
            line(
                Seg(f"{pad(self.desk.say(entry.kind), wide)}  ", "dim"),
                entry.label,
                Seg(f"  {self.desk.signs.plain(self.keys.get(entry.target, ''))}", "key"),
                target=entry.target if entry.kind in COMMANDS else f"view:{entry.target}",
            )
            for entry in found[:MOST]
        ]
        if text.strip():
            lines.append(
                line(
                    Seg(self.desk.say("palette.search", text=text.strip())),
                    target=f"view:search/{text.strip()}",
                )
            )
        self.query_one(Pane).load(lines)


COMMANDS = ("entry.action", "entry.part")
"""Kinds of entries whose target is a command and no view."""
KINDS = (
    *COMMANDS,
    "entry.code",
    "entry.prefecture",
    "entry.metric",
    "entry.indicator",
    "entry.list",
    "entry.project",
    "entry.policy",
    "entry.term",
    "entry.document",
)
