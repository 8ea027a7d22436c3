"""View strings: what the explorer shows, as one line that opens it again.

    budget/20801?by=class,group,item&measure=total      page / path ? parameters

The path and the values are the reader's own words (a code, a query, a document and line); only the
characters that would end them are percent-encoded, so a Chinese view string stays readable.
"""

from __future__ import annotations

from typing import NamedTuple

from hrss_tui.errors import UsageError
from hrss_tui.plain import substituted
from hrss_tui.words import phrase

PAGES = ("overview", "budget", "compare", "indicators", "search", "documents", "checks")
"""The pages, in the order of the keys 1, 2, 3 …; each has its words `page.NAME` and its room in `tui`."""

_RESERVED = "%?&=#\t\n\r"


class View(NamedTuple):
    """A page, where on it, and how it is shown; parameters are (name, value) pairs in a fixed order."""

    page: str
    path: str = ""
    params: tuple[tuple[str, str], ...] = ()

    def get(self, name: str, default: str = "") -> str:
        """The value of a parameter, or `default` where the view does not name it."""
        return dict(self.params).get(name, default)


def view(page: str, path: str = "", **params: str) -> View:
    """A view; empty parameters are left out."""
    return View(page, path, tuple((name, value) for name, value in params.items() if value))


def format_view(shown: View) -> str:
    """The view string; `parse_view` reads it back to the same view."""
    path = f"/{_quote(shown.path)}" if shown.path else ""
    params = "&".join(f"{_quote(name)}={_quote(value)}" for name, value in shown.params)
    return f"{shown.page}{path}{'?' + params if params else ''}"


def parse_view(text: str) -> View:
    """The view a string names. Raises UsageError with the nearest page where it names none."""
    place, _, query = text.partition("?")
    page, _, path = place.partition("/")
    if page not in PAGES:
        import difflib

        near = difflib.get_close_matches(page, PAGES, 1, 0.4)
        hint = phrase("view.near", page=near[0]) if near else phrase("view.pages", pages=" ".join(PAGES))
        raise UsageError(phrase("view.no_page", view=text, page=page), hint)
    pairs = (part.partition("=") for part in query.split("&") if part)
    return View(page, _unquote(path), tuple((_unquote(name), _unquote(value)) for name, _, value in pairs))


def meant(text: str) -> str:
    """What a view string that is given in place of an id or a place shows: its path; any other text as it is."""
    page, slash, _ = text.partition("/")
    return parse_view(text).path or text if slash and page in PAGES else text


def _quote(text: str) -> str:
    return "".join(f"%{ord(char):02X}" if char in _RESERVED else char for char in text)


def _unquote(text: str) -> str:
    """The text as it was; no command to a terminal comes in with it."""
    if "%" in text:
        from urllib.parse import unquote

        text = unquote(text)
    return substituted(text)
