"""HTML and SVG put together from pieces: a text is text, whatever it holds.

tag("td", title)                 # &lt;script&gt; stays what it says
tag("td", tag("b", title))       # only what `tag` made is markup
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from hrss_tui.plain import without_commands

_VOID: Final = frozenset({"br", "col", "hr", "meta"})
_NO_CHARACTERS: Final = {0xFFFE: None, 0xFFFF: None}
"""XML has no place for them."""

Value = str | int | float | bool | None


class Markup(str):
    """A text that is markup already: made by `tag` and `joined` only, or of the program's own files."""

    __slots__ = ()


def text(value: str) -> Markup:
    """A text of a document as it stands in a page: escaped, in one line, nothing invisible in it."""
    line = " ".join(value.splitlines()) if "\n" in value else value
    return Markup(escape(visible(line)))


def visible(value: str) -> str:
    """What of a text is seen: no commands, nothing that is no character."""
    return without_commands(value.translate(_NO_CHARACTERS))


def tag(name: str, /, *children: str | None, **attributes: Value) -> Markup:
    """An element; of an attribute `class_` or `data_order` the name is class, data-order. None and False are left out."""
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Markup(opened if name in _VOID else f"{opened}{joined(children)}</{name}>")


def joined(children: Iterable[str | None], between: str = "") -> Markup:
    """Pieces one after the other; what is no markup is escaped."""
    pieces = (child if isinstance(child, Markup) else text(child) for child in children if child)
    return Markup(between.join(pieces))


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(_number(value))}"'


def _number(value: str | float) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
