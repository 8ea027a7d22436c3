"""Settings and keys a reader chose, in `config.toml` of the platform's config directory; the last view beside it.

    theme = "textual-light"
    lang = "en"
    ascii = true
    viewer = "evince --page-label={page} {file}"
    originals = ["~/budgets"]

    [keys]
    export = "x"

`viewer` is the program that opens originals (no shell reads it), `originals` are folders in which they lie, beside that
of the package. Without a file, a home or the right to write everything works as shipped. A mistake is named with its line, its
key and the nearest valid one.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from hrss_tui.errors import HrssError, UsageError
from hrss_tui.query.views import View, format_view, parse_view
from hrss_tui.small_files import UnfitFileError, read_small
from hrss_tui.tui.keys.actions import ACTIONS, BY_ID
from hrss_tui.words import LANGUAGES, phrase

PROGRAM = "hrss-tui"
FILE = "HRSS_TUI_CONFIG"
"""Environment variable that names another file."""
USUAL_THEMES = {"light": "textual-light", "dark": "textual-dark"}
"""What one would call them."""
KINDS: dict[str, type | tuple[type, ...]] = {
    "theme": str, "ascii": bool, "keys": dict, "lang": str, "viewer": (str, list), "originals": (str, list),
}  # fmt: skip


_MOST = 2**16
"""Bytes of such a file."""


class Settings(NamedTuple):
    """What the file says; empty where it says nothing. `keys` maps action ids to key names."""

    theme: str = ""
    ascii: bool = False
    keys: Mapping[str, str] = MappingProxyType({})
    lang: str = ""
    viewer: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()


def config_path(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where the settings are; None where the platform knows no such place."""
    if environ.get(FILE):
        return Path(environ[FILE])
    place = _directory("config", environ)
    return place / "config.toml" if place is not None else None


def state_path() -> Path | None:
    """Where the last view is kept."""
    place = _directory("state", os.environ)
    return place / "last-view" if place is not None else None


def _directory(kind: str, environ: Mapping[str, str]) -> Path | None:
    """The platform's directory; where the environment names it, the library that knows others is not imported."""
    named = Path(environ.get(f"XDG_{kind.upper()}_HOME", ""))
    home = Path(environ.get("HOME", ""))
    if sys.platform.startswith("linux") and (named.is_absolute() or home.is_absolute()):
        below = {"config": ".config", "state": ".local/state"}[kind]
        return (named if named.is_absolute() else home / below) / PROGRAM
    import platformdirs

    with suppress(OSError, RuntimeError, KeyError):
        found = platformdirs.user_config_dir if kind == "config" else platformdirs.user_state_dir
        return Path(found(PROGRAM))
    return None


def read_settings(path: Path | None, themes: Iterable[str]) -> Settings:
    """The settings of a file, or the shipped ones where there is none. Raises UsageError for a mistake in it."""
    try:
        text = read_small(path, _MOST) if path is not None else b""
    except OSError:
        return Settings()
    except UnfitFileError as error:
        raise _broken(path, error) from error
    if not text.strip():
        return Settings()
    import tomllib

    try:
        found = tomllib.loads(text.decode())
        _Checked(text.decode(), str(path)).all(found, {*themes, *USUAL_THEMES})
    except (ValueError, RecursionError) as error:  # brackets by the thousand, a number of ten thousand digits
        raise _broken(path, error) from error
    found["theme"] = USUAL_THEMES.get(found.get("theme", ""), found.get("theme", ""))
    found["viewer"] = _arguments(found.get("viewer", ""))
    originals = found.get("originals", ())
    found["originals"] = (originals,) if isinstance(originals, str) else tuple(originals)
    return Settings(**found)


def _arguments(said: str | list[str]) -> tuple[str, ...]:
    """A command line as a list of arguments; quotation marks hold one together. Raises ValueError."""
    if isinstance(said, list):
        return tuple(said)
    import shlex

    return tuple(shlex.split(said))


def _broken(path: Path | None, error: Exception) -> UsageError:
    message = phrase("config.broken", path=str(path), error=str(error))
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


class _Checked:
    """A settings file being checked; `all` raises UsageError for the first mistake."""

    def __init__(self, text: str, path: str) -> None:
        self.lines = text.splitlines()
        self.path = path

    def all(self, found: dict[str, Any], themes: set[str]) -> None:
        """Names, kinds and values."""
        for name, value in found.items():
            if name not in KINDS:
                raise self._unknown(name, KINDS)
            if not isinstance(value, KINDS[name]):
                raise self._wrong(name, value, ["true", "false"] if KINDS[name] is bool else [])
        for name, valid in (("theme", themes), ("lang", LANGUAGES)):
            if found.get(name, "") and found[name] not in valid:
                raise self._wrong(name, found[name], valid)
        self._keys(found.get("keys", {}))
        self._viewer(found)

    def _viewer(self, found: dict[str, Any]) -> None:
        """Texts, and a command that says where the file goes."""
        for name in ("viewer", "originals"):
            said = found.get(name, [])
            for one in said if isinstance(said, list) else [said]:
                if not isinstance(one, str) or not one:
                    raise self._wrong(name, one, [])
        try:
            arguments = _arguments(found.get("viewer", ""))
        except ValueError as error:
            raise self._wrong("viewer", found["viewer"], []) from error
        if arguments and not any("{file}" in one for one in arguments[1:]):
            raise self._wrong("viewer", found["viewer"], ["evince --page-label={page} {file}"])

    def _keys(self, chosen: dict[str, Any]) -> None:
        """Known actions, keys that exist, none twice."""
        others = (action for action in ACTIONS if action.id not in chosen)
        taken = {key: action.id for action in others for key in action.keys.split(",")}
        for name, keys in chosen.items():
            if name not in BY_ID:
                raise self._unknown(name, BY_ID)
            if not isinstance(keys, str):
                raise self._wrong(name, keys, [])
            for key in map(str.strip, keys.split(",")):
                if key in taken:
                    raise self._taken(name, key, taken[key])
                if not _is_key(key):
                    raise self._wrong(name, key, _named_keys())
                taken[key] = name

    def _unknown(self, name: str, valid: Iterable[str]) -> UsageError:
        said = phrase("config.unknown", path=self.path, line=self._line(name), value=name)
        return UsageError(said, _near(name, valid))

    def _wrong(self, name: str, value: object, valid: Iterable[str]) -> UsageError:
        said = phrase("config.value", path=self.path, line=self._line(name), name=name, value=str(value))
        return UsageError(said, _near(str(value), valid))

    def _taken(self, name: str, key: str, other: str) -> UsageError:
        said = phrase(
            "config.taken", path=self.path, line=self._line(name), name=name, pressed=key, other=other
        )
        return UsageError(said, phrase("config.remedy"))

    def _line(self, name: str) -> int:
        """The line on which a name is given a value, else on which it stands at all."""
        given = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*=""")
        header = re.compile(rf"\s*\[+\s*{re.escape(name)}\b")
        for shape in (given.match, header.match, re.compile(re.escape(name)).search):
            for number, line in enumerate(self.lines, 1):
                if shape(line):
                    return number
        return 1


def _near(value: str, valid: Iterable[str]) -> str:
    import difflib

    known = list(valid)
    near = difflib.get_close_matches(value, known, 1, 0.3) or sorted(known)[:8]
    return phrase("config.near", near=" ".join(near)) if near else phrase("config.remedy")


def _named_keys() -> list[str]:
    from textual.keys import Keys

    return [key.value for key in Keys if not key.value.startswith("<")]


def _is_key(name: str) -> bool:
    """Whether a terminal can send a key of this name: a character, a named key or sign, with modifiers or not."""
    *modifiers, last = name.split("+")
    if not last or set(modifiers) - {"ctrl", "shift", "alt"}:
        return False
    return len(last) == 1 or last in _named_keys() or _is_sign(last)


def _is_sign(name: str) -> bool:
    import unicodedata

    from textual.keys import KEY_NAME_REPLACEMENTS

    signs = {"slash", "backslash", "minus", "plus", *KEY_NAME_REPLACEMENTS.values()}
    with suppress(KeyError):
        signs.add(name if unicodedata.lookup(name.replace("_", " ").upper()) else "")
    return name in signs


def remember(view: View, path: Path | None) -> None:
    """Keep a view for the next session; where nothing can be written nothing is kept."""
    from hrss_tui.pack.write import write_atomic

    if path is not None:
        with suppress(HrssError, OSError):
            write_atomic(path, format_view(view).encode())


def remembered(path: Path | None) -> View | None:
    """The view of the last session, where there is one that can still be read."""
    if path is None:
        return None
    with suppress(HrssError, OSError, ValueError):
        return parse_view(read_small(path, _MOST).decode())
    return None
