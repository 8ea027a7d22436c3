"""A setting changed in the file that a person may have written: everything else in it stays as it stands.

The line of the setting is replaced, or one is added; comments, order and what is not understood stay. What comes of it
is read and compared with what was meant before it is written; where they differ nothing is written and that is said.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hrss_tui import lazy_re as re
from hrss_tui.errors import UsageError
from hrss_tui.small_files import UnfitFileError, read_small, toml_of
from hrss_tui.tui.keys.rewriting import alone, rewrite
from hrss_tui.tui.keys.settings import MOST
from hrss_tui.words import phrase

_TABLE = re.compile(r"\s*\[")
_VALUE = r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[\w.+-]+)[ \t]*(#.*)?$"""
"""A value on one line, and a comment behind it."""


def save_setting(path: Path, name: str, value: str | bool | None, table: str = "") -> None:
    """Set a value in a file, in a table of it where one is named; None takes it out. Raises UsageError."""
    with alone(path):
        try:
            text = read_small(path, MOST).decode() if path.exists() else ""
            changed = with_setting(text, name, value, table)
        except (OSError, UnfitFileError, ValueError, RecursionError) as error:
            raise UsageError(phrase("config.kept_out", path=str(path), name=name)) from error
        if changed != text:
            rewrite(path, changed.encode())


def with_setting(text: str, name: str, value: str | bool | None, table: str = "") -> str:
    """The text of a file with a value set. Raises ValueError where it cannot be set without harm to the rest."""
    wanted = toml_of(text)
    _put(wanted, name, value, table)
    changed = _changed(text, name, value, table)
    if toml_of(changed) != wanted:
        raise ValueError(name)
    return changed


def _put(found: dict[str, Any], name: str, value: str | bool | None, table: str) -> None:
    """The same in what has been read."""
    place = (
        found.setdefault(table, {})
        if table and value is not None
        else found.get(table, {})
        if table
        else found
    )
    if value is None:
        place.pop(name, None)
    else:
        place[name] = value


def _changed(text: str, name: str, value: str | bool | None, table: str) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []
    start, stop = _stretch(lines, table)
    given = re.compile(rf"""\s*(?:{name}|"{name}"|'{name}')[ \t]*=[ \t]*{_VALUE}""")
    at = next((at for at in range(start, stop) if given.match(lines[at])), None)
    if value is not None:
        _write(lines, f"{name} = {_literal(value)}", given, at, (start, stop, table))
    elif at is not None:
        del lines[at]
    return end.join(lines) + end if lines else ""


def _write(
    lines: list[str], line: str, given: re.Pattern[str], at: int | None, place: tuple[int, int, str]
) -> None:
    """Put a line in place of that of the setting, else at the end of its stretch."""
    start, stop, table = place
    if at is not None:
        found = given.match(lines[at])
        comment = found[2] if found is not None else None
        lines[at] = f"{line}  {comment}" if comment else line
        return
    above = stop < len(lines)  # what is said of a table above it belongs to the table
    while stop > start and (
        not lines[stop - 1].strip() or (above and lines[stop - 1].lstrip().startswith("#"))
    ):
        stop -= 1
    if table and not start:
        lines += ["", f"[{table}]", line] if lines else [f"[{table}]", line]
    else:
        follows = [""] if stop < len(lines) and lines[stop].strip() else []
        lines[stop:stop] = [line, *follows]


def _stretch(lines: list[str], table: str) -> tuple[int, int]:
    """The lines [start, stop) of a table, or those above all tables; at 0 to 0 where there is no such table."""
    heads = [at for at, line in enumerate(lines) if _TABLE.match(line)]
    if not table:
        return 0, heads[0] if heads else len(lines)
    head = re.compile(rf"""\s*\[[ \t]*(?:{table}|"{table}"|'{table}')[ \t]*\]""")
    start = next((at for at in heads if head.match(lines[at])), None)
    if start is None:
        return 0, 0
    return start + 1, next((at for at in heads if at > start), len(lines))


def _literal(value: str | bool) -> str:
    """A value as TOML writes it."""
    return json.dumps(value, ensure_ascii=False)
