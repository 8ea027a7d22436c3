"""A line to type into: the filter of a page, the search box. It stands above what it acts on."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from hrss_tui.plain import without_commands


class Field(Input):
    """Says so at every key; Enter and ↓ go to the list below, Esc clears."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "leave", show=False),
        Binding("pagedown", "leave", show=False),
    ]

    class Typed(Message):
        """The text is another one."""

        def __init__(self, field: Field, text: str) -> None:
            super().__init__()
            self.field = field
            self.text = text

    class Left(Message):
        """The reader wants to go to the list; `entered` where Enter was pressed."""

        def __init__(self, field: Field, entered: bool) -> None:
            super().__init__()
            self.field = field
            self.entered = entered

    def __init__(self, hint: str, *, hidden: bool = True, id: str | None = None) -> None:
        super().__init__(placeholder=hint, id=id, compact=True, select_on_focus=False)
        self.hidden = hidden
        self.display = not hidden

    def validate_value(self, value: str) -> str:
        """Whatever is typed, pasted or named by a view string: no command to the terminal is in it."""
        return without_commands(value.replace("\t", " "))

    def open(self) -> None:
        """Show the field and give it the keys."""
        self.display = True
        self.focus(scroll_visible=False)

    def clear(self) -> None:
        """Empty the field, and hide it where it shows only when asked for."""
        self.value = ""
        if self.hidden:
            self.display = False

    def set_quietly(self, text: str) -> None:
        """Another text without a message."""
        with self.prevent(Input.Changed):
            self.value = text
        if self.hidden:
            self.display = bool(text)

    def action_leave(self) -> None:
        """To the list below."""
        self.post_message(self.Left(self, False))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass the text on under our own name."""
        event.stop()
        self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.post_message(self.Left(self, True))
