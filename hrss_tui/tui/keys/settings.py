"""Settings and keys a reader chose, in `config.toml` of the platform's config directory (`hrss_tui.locations`).

    theme = "textual-light"
    lang = "en"
    unit = "亿元"
    ascii = true
    clipboard = false
    viewer = "evince --page-label={page} {file}"
    originals = ["~/budgets"]

    [keys]
    export = "x"

`clipboard` says whether programs may be started that put a text on the clipboard. `viewer` is the program that opens
originals (no shell reads it), `originals` are folders in which they lie, beside that of the package. Without a file, a
home or the right to write everything works as shipped. A mistake is named with its line, its key and the nearest valid one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from hrss_tui.errors import UsageError
from hrss_tui.small_files import UnfitFileError, read_small, toml_of
from hrss_tui.why import refused, why
from hrss_tui.words import Lang, phrase

USUAL_THEMES = {"light": "textual-light", "dark": "textual-dark"}
"""What one would call them."""
MOST = 2**16
"""Bytes of such a file."""


class Settings(NamedTuple):
    """What the file says; empty where it says nothing. `keys` maps action ids to key names."""

    theme: str = ""
    ascii: bool = False
    keys: Mapping[str, str] = MappingProxyType({})
    lang: Lang | Literal[""] = ""
    unit: str = ""
    clipboard: bool = True
    viewer: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()


def read_settings(path: Path | None, themes: Iterable[str]) -> Settings:
    """The settings of a file, or the shipped ones where there is none. Raises UsageError for a mistake in it.

    One that is there and cannot be read is not passed over; one in a folder that may not be looked into is none.
    """
    try:
        text = read_small(path, MOST) if path is not None else b""
    except OSError as error:
        if path is not None and _is_there(path, error):
            said = phrase("pack.unreadable", name=str(path), what=refused(error))
            raise UsageError(said, phrase("config.remedy")) from error
        return Settings()
    except UnfitFileError as error:
        raise _broken(path, error) from error
    if not text.strip():
        return Settings()
    from hrss_tui.tui.keys.checking import UNITS, Checked, command_line

    try:
        found = toml_of(text.decode())
        Checked(text.decode(), str(path)).all(found, {*themes, *USUAL_THEMES})
    except (ValueError, RecursionError) as error:  # brackets by the thousand, a number of ten thousand digits
        raise _broken(path, error) from error
    found["theme"] = USUAL_THEMES.get(found.get("theme", ""), found.get("theme", ""))
    found["unit"] = UNITS.get(found.get("unit", ""), "")
    found["viewer"] = command_line(found.get("viewer", ""))
    originals = found.get("originals", ())
    found["originals"] = (originals,) if isinstance(originals, str) else tuple(originals)
    return Settings(**found)


def _is_there(path: Path, error: OSError) -> bool:
    """Whether what could not be read stands there; of a link to nothing the system says so itself."""
    if isinstance(error, FileNotFoundError):
        return False
    try:
        path.lstat()
    except OSError:
        return False
    return True


def _broken(path: Path | None, error: Exception) -> UsageError:
    message = phrase("config.broken", path=str(path), error=why(error))
    return UsageError(message, phrase("config.remedy"))


def known_theme(name: str, themes: Iterable[str]) -> str:
    """The theme of a name; `light` and `dark` are names too. Raises UsageError with the nearest names."""
    themes = list(themes)
    meant = USUAL_THEMES.get(name, name)
    if meant in themes:
        return meant
    from difflib import get_close_matches

    near = get_close_matches(name, [*USUAL_THEMES, *themes], n=3, cutoff=0.4) or list(USUAL_THEMES)
    raise UsageError(phrase("error.theme", name=name), phrase("error.command.near", near=", ".join(near)))
