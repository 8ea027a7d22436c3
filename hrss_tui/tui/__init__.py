"""The explorer. Importing this package imports nothing of it; `run` does."""

from __future__ import annotations


def run(pack_path: str | None, view: str | None, lang: str, theme: str | None, ascii: bool) -> int:
    """Open the explorer on a terminal that the caller knows to be there; the exit status.

    Raises HrssError for a view string or a package that cannot be used.
    """
    import gc

    gc.disable()
    from hrss_tui.query.views import parse_view

    first = parse_view(view or "overview")
    from hrss_tui.tui.app import Explorer
    from hrss_tui.tui.data import Data
    from hrss_tui.tui.desk import Desk
    from hrss_tui.tui.glyphs import glyphs
    from hrss_tui.words import words

    language = "en" if lang == "en" else "zh"
    app = Explorer(Desk(words(language), language, glyphs(ascii), Data, pack_path), first, theme)
    status = app.run()
    if app.failure is not None:
        raise app.failure
    return status if status is not None else app.return_code or 0
