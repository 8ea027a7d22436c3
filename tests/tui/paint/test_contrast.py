"""Contrast: every pair of colours in every shipped theme, and what is really on the screens."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground
from textual.theme import BUILTIN_THEMES

from hrss_tui.query.views import parse_view
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.paint.contrast import contrast
from hrss_tui.tui.paint.legible import PICTURE, TEXT, Legible, legible
from hrss_tui.tui.paint.sixteen import ground_in
from hrss_tui.tui.paint.styles import FEW_COLOURS, LOOKS, MANY_COLOURS, style_in
from hrss_tui.tui.widgets.rows import Rows
from tests.once import once_a_run
from tests.tui.contrast import Drawn, faint, few_colours, least, luminance, many_colours, true_colours
from tests.tui.driving import Driver, desk_of, explorer_of, press, settled, shared_desk

THEMES = list(BUILTIN_THEMES)
WALKED = ["textual-dark", "nord", *(name for name in THEMES if not BUILTIN_THEMES[name].dark)]
"""Themes in which all screens are looked at on all kinds of terminals; what is drawn by name is in every theme."""
SHOWN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("overview", ("ctrl+p", "down")),
    ("budget/2080104", ("y",)),
    ("compare?as=index", ("right", "space")),
    ("indicators", ("t", "f", "9")),
    ("search/南疆", ("tab", "tab", "down")),
    ("documents/plan-2021:23?find=就业", ("tab",)),
    ("checks?status=fails", ()),
)
"""Views, and keys after which each is looked at."""


def test_what_is_not_legible_is_made_so_and_nothing_else_is_changed() -> None:
    grey, white = Color.parse("#999999"), Color.parse("#ffffff")
    assert legible(Color.parse("#333333"), white, TEXT) == Color.parse("#333333")
    for wanted in (TEXT, PICTURE):
        assert wanted <= contrast(legible(grey, white, wanted), white) < wanted + 0.3


def test_the_end_of_a_scroll_bar_has_the_colour_of_the_bar(pack_file: str) -> None:
    style = Style(color="#999999", bgcolor="#ffffff")
    filters = Legible(Explorer(desk_of(pack_file), parse_view("overview")))
    segments = filters.apply([Segment("▅", style), Segment("5", style)], Ground(255, 255, 255))
    assert segments[0].style == style
    assert segments[1].style != style


class Seen(NamedTuple):
    """What was seen in one theme."""

    tiles: list[tuple[int, float, float]]
    """Per shade of a tile: the contrast of its letters, and the most that either end of the theme has there."""
    styles: list[tuple[str, str, str]]
    """Styles that are not legible: kind of terminal, style, ground."""
    screens: list[tuple[object, ...]]
    """Texts that are not legible: view, keys, kind of terminal, text, colours, contrast."""
    grounds: list[Color]
    """Of sixteen colours: the ordinary ground and those of what is marked."""
    lights: list[float]
    """How light the tiles are in sixteen colours, lightest shade first."""


@pytest.fixture(scope="module")
def seen(pack_file: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """Theme → what is seen in it: an explorer for each screen, which it shows in every theme. Looked at once a run.

    The last screen is come to from another, so that the way back is seen.
    """
    return once_a_run(tmp_path_factory, "seen", lambda: asyncio.run(_look(pack_file)))


async def _look(pack_file: str) -> dict[str, Seen]:
    found: dict[str, Seen] = {}
    for view, keys in SHOWN:
        first = "overview" if (view, keys) == SHOWN[-1] else view
        app = Explorer(shared_desk(pack_file), parse_view(first), THEMES[0])
        async with app.run_test(size=(140, 40), notifications=True) as pilot:
            await settled(pilot)
            for theme in THEMES if not found else ():
                await _wear_theme(pilot, theme)
                styles = list(_faint_styles(app))
                wear(app, FEW_COLOURS)
                marked = _marked(app) if not app.current_theme.ansi else ([], [])
                wear(app, "")
                found[theme] = Seen(list(_tiles(app)), styles, [], *marked)
            if first != view:
                await app.go(parse_view(view))
            await press(pilot, *keys)
            for theme in THEMES:
                await _wear_theme(pilot, theme)
                kinds = terminals(app)[: None if theme in WALKED else 1]
                for kind, drawn in sorted(kinds, key=lambda each: not app.has_class(each[0])):
                    wear(app, kind)
                    await pilot.pause(0)
                    found[theme].screens.extend((view, keys, kind, *text) for text in faint(app, drawn))
    return found


async def _wear_theme(pilot: Driver, theme: str) -> None:
    """Another theme, on everything that is shown."""
    explorer_of(pilot).theme = theme
    await settled(pilot)


def _tiles(app: Explorer) -> Iterator[tuple[int, float, float]]:
    ends = [app.theme_variables[name] for name in ("foreground", "background")]
    for level in range(1, 5):
        style = style_in(app, f"t{level}")
        ground = style.bgcolor
        if style.color is None or ground is None or not style.color.triplet or not ground.triplet:
            continue
        colours = [Ground.parse(end).rich_color for end in ends]
        yield level, contrast(style.color, ground), max(contrast(end, ground) for end in colours)


def _faint_styles(app: Explorer) -> Iterator[tuple[str, str, str]]:
    rows = app.query(Rows).first()
    for kind, drawn in terminals(app):
        wear(app, kind)
        for name in LOOKS:
            for ground in ("", "cursor", "chosen"):
                style = rows.rich_style + rows.named(ground or name) + rows.named(name)
                (drawn_as,) = Legible(app).apply([Segment("字", style)], app.screen.background_colors[1])
                assert drawn_as.style is not None
                if least(drawn_as.style, app.current_theme.dark, drawn) < 4.5:
                    yield kind, name, ground


def _marked(app: Explorer) -> tuple[list[Color], list[float]]:
    rows = app.query(Rows).first()
    dark = app.current_theme.dark
    grounds = [ground_in(rows.rich_style.bgcolor or Color.default(), dark)]
    grounds += [
        ground_in(style_in(app, name).bgcolor or grounds[0], dark) for name in ("cursor", "hit", "now")
    ]
    tiles = [style_in(app, f"t{level}").bgcolor for level in range(1, 5)]
    return grounds, [luminance(few_colours(tile, 0)[1]) for tile in tiles if tile is not None]


@pytest.mark.parametrize("theme", THEMES)
def test_letters_on_a_tile_are_what_stands_out_from_its_shade(seen: dict[str, Seen], theme: str) -> None:
    for level, own, most in seen[theme].tiles:
        assert own >= most - 0.01, level


@pytest.mark.parametrize("theme", THEMES)
def test_every_screen_is_legible_in_every_theme(seen: dict[str, Seen], theme: str) -> None:
    assert seen[theme].screens == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_style_is_legible_on_every_ground(seen: dict[str, Seen], theme: str) -> None:
    assert seen[theme].styles == []


@pytest.mark.parametrize("theme", [name for name in THEMES if not BUILTIN_THEMES[name].ansi])
def test_what_is_marked_has_a_ground_of_its_own_in_sixteen_colours(seen: dict[str, Seen], theme: str) -> None:
    grounds, lights = seen[theme].grounds, seen[theme].lights
    assert len(set(grounds)) == len(grounds) == 4
    assert lights == sorted(set(lights), reverse=not BUILTIN_THEMES[theme].dark)
    assert len(lights) == 4


def terminals(app: Explorer) -> list[tuple[str, Drawn]]:
    """Kinds of terminals, as the program knows them, and how they draw; some themes leave all colours to them."""
    if app.current_theme.ansi:
        return [("", few_colours)]
    return [("", true_colours), (MANY_COLOURS, many_colours), (FEW_COLOURS, few_colours)]


def wear(app: Explorer, kind: str) -> None:
    """Draw for a terminal of a kind, if that is not what is drawn for."""
    if all(app.has_class(name) == (name == kind) for name in (MANY_COLOURS, FEW_COLOURS)):
        return
    for name in (MANY_COLOURS, FEW_COLOURS):
        app.set_class(name == kind, name, update=False)
    app.update_node_styles()  # once for both
    for screen in app.screen_stack:
        for widget in (screen, *screen.query("*")):
            widget.notify_style_update()
            widget.refresh()
