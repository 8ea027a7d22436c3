"""The styles segments are drawn in, by name, each with its colours: said once, for all widgets and themes.

They are no component classes of the stylesheet: the toolkit would work out each of them for each widget, twice,
before anything is painted. A colour is one of the theme's variables where it begins with `$`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color


class Look(NamedTuple):
    """Foreground, background and kind of letters; what is empty is that of the widget."""

    color: str = ""
    background: str = ""
    text: str = ""


LOOKS: dict[str, Look] = {
    "dim": Look("$foreground-muted"),
    "strong": Look(text="bold"),
    "head": Look("$text-primary", text="bold"),
    "title": Look("$foreground-muted", "$surface"),
    "focus": Look("$foreground", "$primary-muted", "bold"),
    "accent": Look("$text-accent"),
    "link": Look("$text-primary", text="underline"),
    "good": Look("$text-success"),
    "warn": Look("$text-warning"),
    "bad": Look("$text-error", text="bold"),
    "bar": Look("$primary"),
    "hit": Look("black", "$warning"),
    "now": Look("black", "$accent", "bold underline"),
    "figure": Look("$text-accent"),
    "term": Look(text="underline"),
    "code": Look("$foreground-muted"),
    "cursor": Look("", "$primary-muted", "bold"),
    "chosen": Look("", "$surface"),
    "tab": Look("$foreground-muted"),
    "here": Look("$background", "$primary", "bold"),
    "key": Look("$text-accent", text="bold"),
    "t0": Look("$foreground-muted", "$surface"),
    "t1": Look("$foreground", "$primary-darken-3"),
    "t2": Look("$foreground", "$primary-darken-1"),
    "t3": Look("$background", "$primary-lighten-1"),
    "t4": Look("$background", "$primary-lighten-3", "bold"),
}


def style_of(name: str, variables: Mapping[str, str]) -> Style:
    """The style of a name in a theme, which is given by its variables. Raises KeyError for an unknown name."""
    look = LOOKS[name]
    return _style(_value(look.color, variables), _value(look.background, variables), look.text)


def _value(color: str, variables: Mapping[str, str]) -> str:
    return variables[color[1:]] if color.startswith("$") else color


@cache
def _style(color: str, background: str, text: str) -> Style:
    return Style(color=_rich(color), bgcolor=_rich(background)) + Style.parse(text)


def _rich(color: str) -> RichColor | None:
    """A colour as it is drawn: a share in it (`red 50%`) says nothing where nothing lies below."""
    parsed = Color.parse(color.split(maxsplit=1)[0]) if color else None
    return parsed.rich_color if parsed is not None and parsed.a > 0 else None


def status_style(status: str) -> str:
    """The style a check's status is shown in."""
    return {"exact": "good", "rounding": "accent", "fails": "bad"}.get(status, "dim")
