"""Where the program keeps what is a person's own: settings, and what was seen last. Every such path stands here.

`config.toml` in the platform's config directory (or the file that `$HRSS_TUI_CONFIG` names); `history` and
`bookmarks` in its state directory. Nothing is made or read here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

PROGRAM = "hrss-tui"
FILE = "HRSS_TUI_CONFIG"
"""Environment variable that names another file of settings."""


def config_path(environ: Mapping[str, str] = os.environ) -> Path | None:
    """Where the settings are; None where the platform knows no such place."""
    if environ.get(FILE):
        return Path(environ[FILE])
    place = _directory("config", environ)
    return place / "config.toml" if place is not None else None


def history_path() -> Path | None:
    """Where the last places are kept."""
    return _state("history")


def bookmarks_path() -> Path | None:
    """Where bookmarks are kept."""
    return _state("bookmarks")


def _state(name: str) -> Path | None:
    place = _directory("state", os.environ)
    return place / name if place is not None else None


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
