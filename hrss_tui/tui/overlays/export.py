"""`e`: where to write what is on screen. The format follows the ending; an existing file asks twice."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from hrss_tui.errors import HrssError, UsageError
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.paint.text import content
from hrss_tui.tui.taking.exporting import FORMATS, render, save
from hrss_tui.tui.taking.grids import Grid
from hrss_tui.tui.widgets.field import Field
from hrss_tui.words import Lang, phrase, spoken


class ExportScreen(Overlay[str]):
    """Dismissed with the path that was written."""

    def __init__(self, desk: Desk, grid: Grid) -> None:
        super().__init__()
        self.desk = desk
        self.grid = grid
        self.confirmed = ""

    def compose(self) -> ComposeResult:
        """A path to edit, and below it what will happen."""
        say = self.desk.say
        with Vertical(id="export"):
            yield Static(content(say("export.title", rows=len(self.grid.rows))), id="export-title")
            yield Field(say("export.hint"), hidden=False, id="export-box")
            yield Static(content(say("export.formats", formats=" ".join(FORMATS))), id="export-note")

    def on_mount(self) -> None:
        """Propose a name in the current directory."""
        field = self.query_one(Field)
        field.value = f"hrss-{self.grid.name}.csv"
        field.open()
        field.cursor_position = len(field.value)

    @on(Field.Typed)
    def _typed(self, event: Field.Typed) -> None:
        event.stop()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        event.stop()
        text = event.field.value.strip()
        if not event.entered or not text:
            return
        try:
            path = _path(text)
            data = render(self.grid, path.suffix)
            if path.exists() and self.confirmed != text:
                self.confirmed = text
                self._say(self.desk.say("export.exists", path=str(path)))
                return
            save(path, data)
        except HrssError as error:
            lang: Lang = "en" if self.desk.lang == "en" else "zh"
            self._say("  ".join(spoken(part, lang) for part in (error.message, error.hint) if part))
        except (OSError, ValueError) as error:
            self._say(f"{text}: {getattr(error, 'strerror', None) or error}")
        else:
            self.leave(str(path))

    def _say(self, text: str) -> None:
        self.query_one("#export-note", Static).update(content(text))


def _path(text: str) -> Path:
    """The path a user means. Raises UsageError for the home of a user who is not there."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise UsageError(phrase("export.no_home", path=text)) from error
