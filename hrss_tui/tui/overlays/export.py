"""`e` and `E`: where to write what is on screen. The format follows the ending; what is there, or no folder, asks twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from typing_extensions import override

from hrss_tui.errors import HrssError, UsageError
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.paint.text import content
from hrss_tui.tui.taking.exporting import save
from hrss_tui.tui.widgets.bar import Bar, Item
from hrss_tui.tui.widgets.field import Field
from hrss_tui.why import why
from hrss_tui.words import Lang, phrase, spoken

_WRITE, _CANCEL = "write", "cancel"
"""What a click on the words below the path means."""
CLIP = ".tsv"
"""Typed alone it sends the table to the clipboard."""

Taken = tuple[str, str]
"""The path that was written, or nothing and a text for the clipboard."""


class ExportScreen(Overlay[Taken]):
    """Dismissed with what was taken away. `render` makes the bytes of an ending, `clip` the text for the clipboard."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        desk: Desk,
        title: str,
        name: str,
        formats: Sequence[str],
        render: Callable[[str], bytes],
        clip: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.formats = tuple(formats)
        self.confirmed = ""
        self._title = title
        self._name = name
        self._render_as = render
        self._clip = clip

    def compose(self) -> ComposeResult:
        """A path to edit, and below it what will happen."""
        say = self.desk.say
        how = "export.formats" if self._clip is None else "taken.formats"
        with Vertical(id="export"):
            yield Static(content(self._title), id="export-title")
            yield Field(say("export.hint"), hidden=False, id="export-box")
            yield Bar(self.desk.signs, id="export-keys")
            yield Static(content(say(how)), id="export-note")

    def on_mount(self) -> None:
        """Propose a name in the current directory; what can be done with it is there to be clicked."""
        say = self.desk.say
        keys = [
            Item(say("export.write"), _WRITE, "", "Enter"),
            Item(say("export.cancel"), _CANCEL, "", "Esc"),
        ]
        endings = [Item(ending, ending, "tab") for ending in self.formats]
        self.query_one(Bar).load([*keys, *endings])
        field = self.query_one(Field)
        field.value = f"{self._name}{self.formats[0]}"
        field.open()
        field.cursor_position = len(field.value)

    @override
    def turn(self, step: int) -> None:
        """Tab: the same name with the next ending."""
        ending = f".{self.query_one(Field).value.rpartition('.')[2]}"
        at = self.formats.index(ending) if ending in self.formats else -min(step, 0) - 1
        self._end(self.formats[(at + step) % len(self.formats)])

    def _end(self, ending: str) -> None:
        field = self.query_one(Field)
        stem, dot, _ = field.value.rpartition(".")
        field.value = f"{stem if dot else field.value}{ending}"
        field.cursor_position = len(field.value)

    @on(Bar.Chosen)
    def _clicked(self, event: Bar.Chosen) -> None:
        event.stop()
        if event.command == _CANCEL:
            self.leave(None)
        elif event.command == _WRITE:
            self._write(self.query_one(Field).value.strip())
        else:
            self._end(event.command)

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        event.stop()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        event.stop()
        if event.entered:
            self._write(event.field.value.strip())

    def _write(self, text: str) -> None:
        if not text:
            return
        if text.casefold() == CLIP and self._clip is not None:
            self.leave(("", self._clip()))
            return
        try:
            path = _path(text)
            data = self._render_as(self._ending(path))
            doubt = _doubt(self.desk, path)
            if doubt and self.confirmed != text:
                self.confirmed = text
                self._say(doubt)
                return
            save(path, data)
        except HrssError as error:
            lang: Lang = "en" if self.desk.lang == "en" else "zh"
            self._say("  ".join(spoken(part, lang) for part in (error.message, error.hint) if part))
        except (OSError, ValueError) as error:
            self._say(f"{text}: {spoken(why(error), 'en' if self.desk.lang == 'en' else 'zh')}")
        else:
            self.leave((str(path), ""))

    def _ending(self, path: Path) -> str:
        """The ending of a path. Raises UsageError for one of no format."""
        if path.suffix.casefold() not in self.formats:
            raise UsageError(
                phrase("export.unknown", suffix=path.suffix or "-"),
                phrase("export.unknown.hint", formats=" ".join(self.formats)),
            )
        return path.suffix

    def _say(self, text: str) -> None:
        self.query_one("#export-note", Static).update(content(text))


def _doubt(desk: Desk, path: Path) -> str:
    """What is asked before a file is written: over another one, or into a folder that is to be made."""
    if path.exists():
        return desk.say("export.exists", path=str(path))
    return "" if path.parent.exists() else desk.say("export.folder", path=str(path.parent))


def _path(text: str) -> Path:
    """The path a user means. Raises UsageError for the home of a user who is not there."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise UsageError(phrase("export.no_home", path=text)) from error
