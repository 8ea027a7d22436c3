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
MANY_COLOURS = "cube"
"""The class of a program on a terminal of 256 colours."""


def few_colours(app: App[Any]) -> bool:
    """Whether what is drawn has sixteen colours: those of the terminal, or of a theme that leaves them to it."""
    return app.has_class(FEW_COLOURS) or app.current_theme.ansi


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

_MARKED: dict[str, Look] = {
    **dict.fromkeys(("cursor", "focus", "here"), Look("#ffffff", "#0000aa")),
    "chosen": Look(text="bold"),
    "hit": Look("#000000", "#ffff55"),
    "now": Look("#ffffff", "#aa00aa"),
}
SIXTEEN: dict[bool, dict[str, Look]] = {
    True: {
        **dict.fromkeys(("dim", "code", "tab", "t0"), Look("#aaaaaa")),
        "title": Look("#aaaaaa", text="underline"),
        **dict.fromkeys(("head", "link"), Look("#55ffff")),
        **dict.fromkeys(("accent", "figure", "key", "warn"), Look("#ffff55")),
        **{"good": Look("#55ff55"), "bad": Look("#ff5555"), "bar": Look("#00aaaa")},
        **{"t1": Look("#ffffff", "#0000aa"), "t2": Look("#000000", "#00aaaa")},
        **{"t3": Look("#000000", "#55ffff"), "t4": Look("#000000", "#ffffff")},
        **_MARKED,
    },
    False: {
        **dict.fromkeys(("dim", "code", "tab", "good", "t0"), Look("#000000")),
        "title": Look("#000000", text="underline"),
        **dict.fromkeys(("head", "link", "bar"), Look("#0000aa")),
        **dict.fromkeys(("accent", "figure", "key"), Look("#aa00aa")),
        **dict.fromkeys(("warn", "bad"), Look("#aa0000")),
        **{"t1": Look("#000000", "#55ffff"), "t2": Look("#000000", "#00aaaa")},
        **{"t3": Look("#ffffff", "#0000aa"), "t4": Look("#ffffff", "#000000")},
        **_MARKED,
    },
}
"""Letters and grounds where there are sixteen colours, for dark themes (True) and light ones: exactly those the
terminal has, as what is nearest to a pale red or green is grey, and pairs that are legible in whatever way it paints
them. What is left out is the theme's."""

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
    elif few_colours(app) and name in SIXTEEN[app.current_theme.dark]:
        few = SIXTEEN[app.current_theme.dark][name]
        look = Look(few.color, few.background or look.background, few.text or look.text)
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
