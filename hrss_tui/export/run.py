"""An export from beginning to end: which tables, into which file or folder, and what was written.

Everything is written under a temporary name and renamed; see `target`. Text goes line by line, so that a table
never stands in memory twice.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO, Final

import msgspec

from hrss_tui.errors import UsageError
from hrss_tui.export.derived import WithDerived
from hrss_tui.export.registry import FORMATS, Format
from hrss_tui.export.tables import chosen_tables, left_out
from hrss_tui.export.target import new_file, new_folder, unwritable
from hrss_tui.pack.read import Pack
from hrss_tui.plain import substituted
from hrss_tui.words import Lang, listed, phrase

Report = Callable[[str], None]
BOM: Final = "\ufeff"
_BESIDE: Final = "metadata.json"
_LONGEST: Final = 255
"""Bytes of the name of a file, on most systems."""
_COMPLETE: Final = "datapackage.json"
"""The file of a folder that says the others are all there: it is moved last."""


class Request(msgspec.Struct, frozen=True):
    """What is to be exported.

    No tables means all. `path` is a file, or a folder where a format has several files; None means a place
    named after the package in the current folder. `bom` puts a byte order mark before CSV. `lang` is the language of
    headings that are words.
    """

    format: str
    tables: tuple[str, ...] = ()
    path: Path | None = None
    force: bool = False
    bom: bool = False
    lang: Lang = "zh"


def export(pack: Pack, request: Request, report: Report) -> Path:
    """Write the tables; return the file or folder. Raises UsageError where the request cannot be met."""
    pack, form, tables = _checked(pack, request, report)
    path = request.path or Path(_default(pack, request.format, tables))
    if form.by_table and (len(tables) > 1 or path.is_dir()):
        with new_folder(path, request.force, read=pack.path) as folder:
            for table in tables:
                _write_table(pack, table, folder / f"{table}{form.suffix}", request)
    elif form.shape == "folder":
        with new_folder(path, request.force, last=_COMPLETE, read=pack.path) as folder:
            form.load().write(pack, tables, folder, **_told(form, request, report))
    else:
        with ExitStack() as drafts:
            draft = drafts.enter_context(new_file(path, request.force, pack.path))
            if form.beside:
                beside = _beside(path)
                other = drafts.enter_context(new_file(beside, request.force, pack.path))
                other.write_bytes(form.description(pack, tables, substituted(path.stem)))
            try:
                _write_file(pack, tables, draft, request, report)
            except OSError as error:  # of this file, not of what is written beside it
                raise unwritable(path, error) from error
        if form.beside:
            report(phrase("note.exported", path=beside))
    return path


def _beside(path: Path) -> Path:
    """Where the description of a file goes; without the name of the file where that is too long for both."""
    name = f"{path.stem}.{_BESIDE}"
    return path.with_name(name if len(os.fsencode(name)) <= _LONGEST else _BESIDE)


def export_lines(pack: Pack, request: Request, report: Report = lambda _text: None) -> Iterator[str]:
    """The lines of one table in a text format, for standard output, without a byte order mark.

    Raises UsageError for anything that is not one table of text.
    """
    pack, form, tables = _checked(pack, request, report)
    if form.shape != "lines" or len(tables) != 1:
        raise UsageError(phrase("error.not_a_stream"), phrase("error.not_a_stream.hint"))
    lines: Iterator[str] = form.load().lines(pack, tables[0])
    return lines


def export_bytes(pack: Pack, request: Request, out: BinaryIO, report: Report) -> None:
    """Write a format of one file to a binary stream. Raises UsageError for a format of several files."""
    pack, form, tables = _checked(pack, request, report)
    if form.shape == "folder" or (form.by_table and len(tables) != 1):
        raise UsageError(phrase("error.not_a_stream"), phrase("error.not_a_stream.hint"))
    import tempfile

    with tempfile.TemporaryDirectory(prefix="hrss-tui-") as folder:
        draft = Path(folder) / f"export{form.suffix}"
        _write_file(pack, tables, draft, request, report)
        with draft.open("rb") as file:
            shutil.copyfileobj(file, out)


def is_text(request: Request, pack: Pack) -> bool:
    """Can standard output take it line by line: one table, in a text format?"""
    return (
        FORMATS[request.format].shape == "lines"
        and len(chosen_tables(WithDerived(pack), request.tables)) == 1
    )


def _checked(pack: Pack, request: Request, report: Report) -> tuple[Pack, Format, list[str]]:
    """The package with the tables that are derived from it, the format, the tables asked for; `report` hears what is left out."""
    if request.bom and request.format != "csv":
        raise UsageError(phrase("error.bom"), phrase("error.bom.hint"))
    whole = WithDerived(pack)
    tables = chosen_tables(whole, request.tables)
    if unfit := left_out(whole, tables, request.tables):
        report(phrase("error.name_left_out", names=listed(unfit)))
    return whole, FORMATS[request.format], tables


def _default(pack: Pack, name: str, tables: list[str]) -> str:
    """A name in the current folder: of the table, or of the package."""
    form = FORMATS[name]
    if form.by_table and len(tables) == 1:
        return tables[0] + form.suffix
    whole = "".join(
        char if char.isalnum() or char in "-_." else "-" for char in str(pack.package.get("name"))
    )
    whole = whole.lstrip(".") or "package"
    return f"{whole}-{name}" if form.by_table or form.shape == "folder" else whole + form.suffix


def _write_file(pack: Pack, tables: list[str], path: Path, request: Request, report: Report) -> None:
    form = FORMATS[request.format]
    if form.by_table:
        _write_table(pack, tables[0], path, request)
    else:
        form.load().write(pack, tables, path, **_told(form, request, report))


def _told(form: Format, request: Request, report: Report) -> dict[str, Any]:
    known: dict[str, Any] = {"report": report, "lang": request.lang}
    return {name: known[name] for name in form.told}


def _write_table(pack: Pack, table: str, path: Path, request: Request) -> None:
    form = FORMATS[request.format]
    if form.shape == "table":
        told: dict[str, Any] = {"lang": request.lang} if "lang" in form.told else {}
        form.load().write(pack, table, path, **told)
        return
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(BOM if request.bom else "")
        file.writelines(f"{line}\n" for line in form.load().lines(pack, table))
