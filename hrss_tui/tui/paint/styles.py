"""The styles segments are drawn in, by name, each with its colours: said once, for all widgets and themes.

They are no component classes of the stylesheet: the toolkit would work out each of them for each widget, twice,
before anything is painted. A colour is one of the theme's variables where it begins with `$`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

from hrss_tui.tui.paint.contrast import contrast

if TYPE_CHECKING:
    from textual.app import App

FEW_COLOURS = "sixteen"
"""The class of a program on a terminal of sixteen colours."""


EITHER = "$foreground $background"
"""Of two colours the one that stands out more from its ground."""


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
    "t1": Look(EITHER, "$primary-darken-3"),
    "t2": Look(EITHER, "$primary-darken-1"),
    "t3": Look(EITHER, "$primary-lighten-1"),
    "t4": Look(EITHER, "$primary-lighten-3", "bold"),
}


ON_LIGHT = {"t1": "t4", "t2": "t3", "t3": "t2", "t4": "t1"}
"""Shades of tiles on a light ground: there the larger is the darker one."""

SIXTEEN: dict[bool, dict[str, str]] = {
    True: {
        **dict.fromkeys(("dim", "code", "tab"), "#aaaaaa"),
        **dict.fromkeys(("head", "link"), "#55ffff"),
        **dict.fromkeys(("accent", "figure", "key", "warn"), "#ffff55"),
        **{"good": "#55ff55", "bad": "#ff5555", "bar": "#00aaaa"},
    },
    False: {
        **dict.fromkeys(("dim", "code", "tab"), "#555555"),
        **dict.fromkeys(("head", "link", "bar"), "#0000aa"),
        **dict.fromkeys(("accent", "figure", "key"), "#aa00aa"),
        **{"warn": "#aa5500", "good": "#00aa00", "bad": "#aa0000"},
    },
}
"""Letters where a terminal has sixteen colours, for dark themes (True) and light ones: exactly those the terminal
has, as what is nearest to a pale red or green is grey."""

COLOURLESS: dict[str, str] = {
    **dict.fromkeys(("cursor", "here", "focus", "hit"), "bold reverse"),
    **dict.fromkeys(("title", "figure"), "underline"),
    **dict.fromkeys(("bad", "warn", "chosen"), "bold"),
    "now": "bold underline reverse",
}
"""Kind of letters where there are no colours: what a ground says is said by reversing or underlining."""


def style_in(app: App[Any], name: str) -> Style:
    """The style of a name as a program draws it: in its theme, in sixteen colours, without colours."""
    shade = name if app.current_theme.dark else ON_LIGHT.get(name, name)
    look, variables = LOOKS[shade], app.theme_variables
    if app.no_color:
        look = look._replace(text=COLOURLESS.get(name, look.text))
    elif app.has_class(FEW_COLOURS):
        look = look._replace(color=SIXTEEN[app.current_theme.dark].get(name, look.color))
    return _style(
        _letters(look, variables),
        _value(look.background, variables),
        look.text,
        _value(look.background or "$background", variables),
    )


def _letters(look: Look, variables: Mapping[str, str]) -> str:
    named = [_value(color, variables) for color in look.color.split(" ")]
    if len(named) == 1:
        return named[0]
    ground = _rich(_value(look.background, variables), "#000000")
    return max(named, key=lambda color: _contrast(_rich(color, "#000000"), ground))


def _contrast(letters: RichColor | None, ground: RichColor | None) -> float:
    return contrast(letters, ground) if letters is not None and ground is not None else 0.0


def _value(color: str, variables: Mapping[str, str]) -> str:
    return variables[color[1:]] if color.startswith("$") else color


@cache
def _style(color: str, background: str, text: str, ground: str) -> Style:
    return Style(color=_rich(color, ground), bgcolor=_rich(background, ground)) + Style.parse(text)


def _rich(color: str, ground: str) -> RichColor | None:
    """A colour as it is drawn on a ground, with which it is mixed where it lets it through."""
    parsed = Color.parse(color.split(maxsplit=1)[0]) if color else None
    if parsed is None or not parsed.a:
        return None
    return (Color.parse(ground) + parsed).rich_color if 0 < parsed.a < 1 else parsed.rich_color


def without_colours(filters: Iterable[LineFilter]) -> list[LineFilter]:
    """The filters of a program that is to write no colours: the toolkit's own would write shades of grey."""
    return [NoColor() if isinstance(one, Monochrome) else one for one in filters]


def status_style(status: str) -> str:
    """The style a check's status is shown in."""
    return {"exact": "good", "rounding": "accent", "fails": "bad"}.get(status, "dim")
