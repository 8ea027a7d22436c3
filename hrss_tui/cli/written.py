"""What a command says of a file it has written."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.cli.context import Context
from hrss_tui.words import phrase


def missing_folder(path: Path | None) -> Path | None:
    """The folder that has to be made for a file; None where it is there."""
    return None if path is None or path.parent.exists() else path.parent


def tell_written(context: Context, path: Path, made: Path | None) -> None:
    """Name the file, and the folder that was made for it."""
    if made is not None and made.exists():
        context.note(phrase("note.folder", path=made))
    context.note(phrase("note.exported", path=path))
