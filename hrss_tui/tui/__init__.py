"""The explorer. Importing this package imports nothing of it; `run` does."""

from __future__ import annotations

import sys
from functools import partial
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from hrss_tui.query.views import View
    from hrss_tui.tui.desk.data import Data
    from hrss_tui.tui.desk.desk import Desk
    from hrss_tui.tui.desk.opening import Opening
    from hrss_tui.tui.frame.app import Explorer
    from hrss_tui.tui.keys.settings import Settings
    from hrss_tui.words import Lang


SWITCH = 0.0001
"""Seconds after which a thread that computes gives way to one that waits."""


def run(  # noqa: PLR0913, PLR0917 - what the command line takes, and no more
    pack_path: str | None,
    view: str | None,
    lang: Lang | None,
    usual: Lang,
    theme: str | None,
    ascii: bool,
    provoke: Callable[[], None] | None = None,
) -> int:
    """Open the explorer on a terminal that the caller knows to be there; the exit status.

    It speaks `lang`; without that the language of the settings, and `usual` where they name none.
    Raises HrssError for a view string or a package that cannot be used, and whatever ended the explorer
    unexpectedly, with the view string of the screen as its attribute `view`. `provoke` is called when the first
    screen is painted, for what it raises.
    """
    import gc

    gc.disable()
    # What is painted is written by a thread of its own; it need not wait until all that follows is done.
    sys.setswitchinterval(SWITCH)
    from hrss_tui.told import ending_at_once

    with ending_at_once():
        from hrss_tui.query.views import View, parse_view
        from hrss_tui.tui.desk.opening import Opening

        first = parse_view(view) if view else View("overview")
        opening = Opening(pack_path) if first.page == "overview" else None
        _import_asyncio()
        app = _explorer(pack_path, first, opening, (lang, usual), theme, ascii)
        if provoke is not None:
            app.call_later(app.call_after_refresh, provoke)
        with app.heeding_signals():
            status = app.run()
    _raise_what_ended(app)
    if app.history.current is not None:
        from hrss_tui.locations import history_path
        from hrss_tui.tui.keys.kept import keep_places

        keep_places(app.seen_places(), history_path())
    return status if status is not None else app.return_code or 0


def check_settings() -> None:
    """Raise UsageError for what keeps the explorer from starting with the file of settings."""
    from textual.theme import BUILTIN_THEMES

    from hrss_tui.locations import config_path
    from hrss_tui.tui.keys.settings import read_settings

    read_settings(config_path(), BUILTIN_THEMES)


def _explorer(  # noqa: PLR0913, PLR0917 - what `run` takes
    pack_path: str | None,
    first: View,
    opening: Opening | None,
    langs: tuple[Lang | None, Lang],
    theme: str | None,
    ascii: bool,
) -> Explorer:
    """The program as the command line, then the settings say it is to be."""
    from textual.theme import BUILTIN_THEMES

    from hrss_tui.locations import config_path
    from hrss_tui.tui.frame.app import Explorer
    from hrss_tui.tui.keys.settings import known_theme, read_settings
    from hrss_tui.tui.paint.styles import FEW_COLOURS, MANY_COLOURS

    theme = known_theme(theme, BUILTIN_THEMES) if theme is not None else None
    chosen = read_settings(config_path(), BUILTIN_THEMES)
    lang, usual = langs
    desk = _desk(pack_path, opening, chosen, lang or chosen.lang or usual, ascii)
    app = Explorer(desk, first, theme or chosen.theme or None)
    app.set_class(app.console.color_system == "standard", FEW_COLOURS)
    app.set_class(app.console.color_system == "256", MANY_COLOURS)
    return app


def _desk(pack_path: str | None, opening: Opening | None, chosen: Settings, lang: Lang, ascii: bool) -> Desk:
    """What all pages work with, in a language."""
    from hrss_tui.locations import history_path
    from hrss_tui.pack.where import package_key
    from hrss_tui.tui.desk.desk import Desk
    from hrss_tui.tui.keys.kept import read_places
    from hrss_tui.tui.paint.glyphs import glyphs
    from hrss_tui.words import words

    return Desk(
        words(lang),
        lang,
        glyphs(ascii or chosen.ascii),
        partial(_data, opening),
        pack_path,
        opening=opening,
        keys=chosen.keys,
        last=next(iter(read_places(history_path(), 1, package_key(pack_path))), None),
        unit=chosen.unit,
        programs=chosen.clipboard,
        viewer=chosen.viewer,
        originals=chosen.originals,
    )


def _raise_what_ended(app: Explorer) -> None:
    """Raise what ended the explorer unasked, an unforeseen error with the view string of the screen."""
    if app.crash is not None:
        from hrss_tui.query.views import format_view

        app.crash.view = format_view(app.history.current or app.first)  # type: ignore[attr-defined]
        raise app.crash
    if app.failure is not None:
        raise app.failure


def _data(opening: Opening | None, path: str | None) -> Data:
    """The package for the pages: of the bytes that have been read already, where they have."""
    from hrss_tui.tui.desk.data import Data

    return Data(path, opening.pack() if opening is not None else None)


def _import_asyncio() -> None:
    """Import asyncio as where Python lacks TLS: the explorer has no use for a network, and OpenSSL takes 4 ms to load."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    missing: Any = None
    sys.modules["ssl"] = missing
    try:
        import_module("asyncio")
    finally:
        del sys.modules["ssl"]
