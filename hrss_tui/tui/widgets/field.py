"""A line to type into: the filter of a page, the search box. It stands above what it acts on.

What edits the text is carried out in the order in which it is typed, as characters are: the toolkit would look for
the binding of a key such as Backspace after all characters that were typed behind it.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.input import Selection

from hrss_tui.plain import without_commands


class Field(Input):
    """Says so at every key; Enter and ↓ go to the list below, Esc to the page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before anything else: what is typed ahead goes where these lead.
        Binding("down,pagedown", "leave(False)", show=False, priority=True),
        Binding("enter", "leave(True)", show=False, priority=True),
        Binding("escape", "escape", show=False, priority=True),
    ]

    # As the toolkit has it a longer text lays out the whole screen anew; this box stays as large as it is.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

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

    class Escaped(Message):
        """Esc was pressed, after what was typed before it."""

    def __init__(
        self, hint: str, *, hidden: bool = True, together: bool = False, id: str | None = None
    ) -> None:
        """With `together` nothing is painted after a key until `release`: text and results in one frame."""
        super().__init__(placeholder=hint, id=id, compact=True, select_on_focus=False)
        self.hidden = hidden
        self.display = not hidden
        self.below: Widget | None = None
        self._together = together
        self._held = ExitStack()

    def validate_value(self, value: str) -> str:
        """Whatever is typed, pasted or named by a view string: no command to the terminal is in it."""
        return without_commands(value.replace("\t", " "))

    def open(self, below: Widget | None = None) -> None:
        """Show the field and give it the keys, at once; what it holds is replaced by what is typed.

        `below` is where the keys go after it, unless it knows already.
        """
        self.display = True
        self.below = self.below or below
        self.selection = Selection(0, len(self.value))
        self.screen.set_focus(self, scroll_visible=False)

    def takes(self, key: str, printable: bool) -> bool:
        """Whether a key is for the text and not for the program."""
        return printable or bool(self._editing(key))

    def _editing(self, key: str) -> list[Binding]:
        return [one for one in self._bindings.key_to_bindings.get(key, ()) if not one.priority]

    async def _on_key(self, event: events.Key) -> None:
        """Carry out what edits the text, before the next key."""
        if event.is_printable:
            return
        for binding in self._editing(event.key):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return

    def clear(self) -> None:
        """Empty the field, and hide it where it shows only when asked for."""
        self.value = ""
        if self.hidden:
            self.display = False

    def set_quietly(self, text: str) -> None:
        """Another text without a message."""
        with self.prevent(self.Typed):
            self.value = text
        if self.hidden:
            self.display = bool(text)

    def action_leave(self, entered: bool) -> None:
        """To the list below: at once, where the page has said which it is."""
        if self.below is not None:
            self.screen.set_focus(self.below, scroll_visible=False)
        self.post_message(self.Left(self, entered))

    def action_copy(self) -> None:
        """Ctrl+C takes the selected text away; where none is, the program says how to quit."""
        if self.selected_text:
            super().action_copy()
        else:
            self.app.action_help_quit()

    def action_escape(self) -> None:
        """To the list below, at once; the page is told when what was typed before is known."""
        if self.below is not None:
            self.screen.set_focus(self.below, scroll_visible=False)
        self.post_message(self.Escaped())

    def release(self) -> None:
        """What comes of the text is ready to be painted."""
        self._held.close()
        self.screen.check_idle()

    def on_unmount(self) -> None:
        """Nobody releases it any more, and the screen, which stays, lets go of what the toolkit has it call."""
        self._held.close()
        self.screen.text_selection_started_signal.unsubscribe(self)

    def watch_value(self, value: str) -> None:
        """Say so, sooner than the toolkit does."""
        said = self.post_message(self.Typed(self, value))
        if said and self._together:
            self._held.close()
            self._held.enter_context(self.app.batch_update())

    def on_input_changed(self, event: Input.Changed) -> None:
        """It is known."""
        event.stop()
