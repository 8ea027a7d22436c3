"""Settings and keys a reader chose, in `config.toml` of the platform's config directory; the last view beside it.

    theme = "textual-light"
    ascii = true

    [keys]
    export = "x"

Without a file, a home or the right to write everything works as shipped. A mistake is named with its line, its
key and the nearest valid one.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.errors import HrssError, UsageError
from hrss_tui.pack.write import write_atomic
from hrss_tui.query.views import View, format_view, parse_view
from hrss_tui.tui.actions import ACTIONS, BY_ID
from hrss_tui.words import phrase

FILE = "HRSS_TUI_CONFIG"
"""Environment variable that names another file."""
KINDS: dict[str, type] = {"theme": str, "ascii": bool, "keys": dict}


class Settings(msgspec.Struct, frozen=True):
    """What the file says; empty where it says nothing. `keys` maps action ids to key names."""

    theme: str = ""
    ascii: bool = False
    keys: dict[str, str] = {}


def config_path(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where the settings are; None where the platform knows no such place."""
    if environ.get(FILE):
        return Path(environ[FILE])
    import platformdirs

    with suppress(OSError, RuntimeError, KeyError):
        return Path(platformdirs.user_config_dir("hrss-tui")) / "config.toml"
    return None


def state_path() -> Path | None:
    """Where the last view is kept."""
    import platformdirs

    with suppress(OSError, RuntimeError, KeyError):
        return Path(platformdirs.user_state_dir("hrss-tui")) / "last-view"
    return None


def read_settings(path: Path | None, themes: Iterable[str]) -> Settings:
    """The settings of a file, or the shipped ones where there is none. Raises UsageError for a mistake in it."""
    try:
        text = path.read_text("utf-8") if path is not None else ""
    except (OSError, UnicodeDecodeError):
        return Settings()
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(
            phrase("config.broken", path=str(path), error=str(error)), phrase("config.remedy")
        ) from error
    _check(found, text, str(path), set(themes))
    return Settings(**found)


def _check(found: dict[str, Any], text: str, path: str, themes: set[str]) -> None:
    for name, value in found.items():
        if name not in KINDS:
            raise _mistake(text, path, name, name, KINDS)
        if not isinstance(value, KINDS[name]):
            raise _mistake(text, path, name, str(value), ["true", "false"] if KINDS[name] is bool else [])
    if found.get("theme", "") and found["theme"] not in themes:
        raise _mistake(text, path, "theme", found["theme"], themes)
    taken = {
        key: action.id
        for action in ACTIONS
        if action.id not in found.get("keys", {})
        for key in action.keys.split(",")
    }
    for name, keys in found.get("keys", {}).items():
        if name not in BY_ID:
            raise _mistake(text, path, name, name, BY_ID)
        for key in str(keys).split(","):
            if not isinstance(keys, str) or not key.strip() or key in taken:
                raise UsageError(
                    phrase(
                        "config.taken",
                        path=path,
                        line=_line(text, name),
                        name=name,
                        pressed=key,
                        other=taken.get(key, "-"),
                    ),
                    phrase("config.remedy"),
                )
            taken[key] = name


def _mistake(text: str, path: str, name: str, value: str, valid: Iterable[str]) -> HrssError:
    near = difflib.get_close_matches(value, list(valid), 1, 0.3) or sorted(valid)[:8]
    return UsageError(
        phrase("config.unknown", path=path, line=_line(text, name), value=value),
        phrase("config.near", near=" ".join(near)) if near else phrase("config.remedy"),
    )


def _line(text: str, name: str) -> int:
    """The line on which a key stands."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if line.lstrip().lstrip("\"'").startswith(name)), 1)


def remember(view: View, path: Path | None) -> None:
    """Keep a view for the next session; where nothing can be written nothing is kept."""
    if path is not None:
        with suppress(HrssError, OSError):
            write_atomic(path, format_view(view).encode())


def remembered(path: Path | None) -> View | None:
    """The view of the last session, where there is one that can still be read."""
    if path is None:
        return None
    with suppress(HrssError, OSError, UnicodeDecodeError):
        return parse_view(path.read_text("utf-8"))
    return None
