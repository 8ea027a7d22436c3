"""A screen with its colours as text: under each line of it the letters of the colours it is drawn in.

    t|  1 总览  2 预算      the line as it stands
    f|          ddddddd    one letter per cell for the colour of the text, nothing for the ordinary one
    b|          PPPPPPP    the same for the ground
    a|          BBBBBBB    bold, underlined, reversed: B U R; two of them: the letter of `ATTRIBUTES`

Layers in which nothing stands are left out, so that a screen stays as readable as its text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color

ANSI = "krgybmcwKRGYBMCW"
"""The sixteen colours by number; capitals are the bright ones."""

VARIABLES = {
    "foreground": " ", "background": " ", "surface": "s", "primary": "P", "primary-muted": "p", "accent": "a",
    "text-accent": "A", "text-primary": "h", "text-success": "+", "text-warning": "!", "text-error": "x",
    "warning": "W", "primary-darken-3": "1", "primary-darken-1": "2", "primary-lighten-1": "3",
    "primary-lighten-3": "4", "scrollbar": "|", "scrollbar-background": "_", "foreground-muted": "m",
}  # fmt: skip
"""Variables of the theme → letter; of two that have the same colour the first."""

ATTRIBUTES = {"": " ", "b": "B", "u": "U", "r": "R", "d": "D", "bu": "&", "br": "#", "ur": "%", "bur": "@"}

Letter = Callable[[RichColor, bool], str]


def true_colours(app: App[int]) -> Letter:
    """Letters by the variables of the theme and blends of two; `~` is any other mixture, as below a box."""
    letters = _blends(
        tuple((name, app.theme_variables[name]) for name in VARIABLES if name in app.theme_variables)
    )
    return lambda colour, _: letters.get(colour.name.lower(), "~")


@cache
def _blends(variables: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Colour → letter, of the variables and of blends of two."""
    named = {name: Color.parse(colour) for name, colour in variables}
    letters = {"#000000": "k"}
    for name, colour in reversed(named.items()):
        for ground in reversed(named.values()):
            letters[(ground + colour).hex.lower()] = VARIABLES[name]
    return letters


def sixteen_colours(_app: App[int]) -> Letter:
    """Letters as a terminal of sixteen colours draws them: what is nearest to each colour."""

    def letter(colour: RichColor, ground: bool) -> str:
        number = colour.downgrade(ColorSystem.STANDARD).number
        usual = number in {0} if ground else number == 15
        return " " if usual or number is None else ANSI[number]

    return letter


def no_colours(_app: App[int]) -> Letter:
    """Nothing is drawn in a colour."""

    def letter(colour: RichColor, _: bool) -> str:
        assert colour.is_default, colour
        return " "

    return letter


def _attributes(style: Style) -> str:
    held = (("b", style.bold), ("u", style.underline), ("r", style.reverse), ("d", style.dim))
    return ATTRIBUTES["".join(name for name, is_set in held if is_set)]


def _layers(strip: list[Segment], letter: Letter) -> Mapping[str, str]:
    lines = dict.fromkeys("tfba", "")
    for text, style, _ in strip:
        drawn, wide = style or Style.null(), cell_len(text)
        lines["t"] += text
        fore = letter(drawn.color, False) if drawn.color else " "
        lines["f"] += "".join((" " if char == " " else fore) * cell_len(char) for char in text)
        lines["b"] += (letter(drawn.bgcolor, True) if drawn.bgcolor else " ") * wide
        lines["a"] += _attributes(drawn) * wide
    return lines


def coloured(app: App[int], letters: Callable[[App[int]], Letter]) -> str:
    """The screen of an app with its colours."""
    letter = letters(app)
    drawn = [_layers(list(strip), letter) for strip in app.screen._compositor.render_strips()]
    return "\n".join(
        f"{name}|{line.rstrip()}"
        for layers in drawn
        for name, line in layers.items()
        if line.strip() or name == "t"
    )
