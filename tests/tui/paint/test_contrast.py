"""Contrast: every pair of colours in every shipped theme, and what is really on the screens."""

from __future__ import annotations

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
from hrss_tui.tui.paint.styles import LOOKS, style_in
from hrss_tui.tui.widgets.rows import Rows
from tests.tui.contrast import faint
from tests.tui.driving import desk_of, explorer_of, press, settled

THEMES = list(BUILTIN_THEMES)
SHOWN = ("overview", "budget/2080104", "compare?as=index", "documents/plan-2021:23?find=就业", "checks")


def test_what_is_not_legible_is_made_so_and_nothing_else_is_changed() -> None:
    grey, white = Color.parse("#999999"), Color.parse("#ffffff")
    assert legible(Color.parse("#333333"), white, TEXT) == Color.parse("#333333")
    for least in (TEXT, PICTURE):
        assert least <= contrast(legible(grey, white, least), white) < least + 0.3


def test_the_end_of_a_scroll_bar_has_the_colour_of_the_bar(pack_file: str) -> None:
    style = Style(color="#999999", bgcolor="#ffffff")
    filters = Legible(Explorer(desk_of(pack_file), parse_view("overview")))
    segments = filters.apply([Segment("▅", style), Segment("5", style)], Ground(255, 255, 255))
    assert segments[0].style == style
    assert segments[1].style != style


@pytest.mark.parametrize("theme", THEMES)
async def test_letters_on_a_tile_are_what_stands_out_from_its_shade(pack_file: str, theme: str) -> None:
    app = Explorer(desk_of(pack_file), parse_view("overview"), theme)
    async with app.run_test() as pilot:
        await settled(pilot)
        ends = [app.theme_variables[name] for name in ("foreground", "background")]
        for level in range(1, 5):
            style = style_in(app, f"t{level}")
            ground = style.bgcolor
            if style.color is None or ground is None or not style.color.triplet or not ground.triplet:
                continue
            colours = [Ground.parse(end).rich_color for end in ends]
            assert contrast(style.color, ground) >= max(contrast(end, ground) for end in colours) - 0.01


@pytest.mark.parametrize("theme", THEMES)
async def test_every_screen_is_legible_in_every_theme(pack_file: str, theme: str) -> None:
    app = Explorer(desk_of(pack_file), parse_view("overview"), theme)
    async with app.run_test(size=(140, 40), notifications=True) as pilot:
        await settled(pilot)
        for view in SHOWN:
            await app.go(parse_view(view))
            await press(pilot, *(("y",) if view == "budget/2080104" else ()))
            await settled(pilot)
            assert list(faint(app)) == [], view


@pytest.mark.parametrize("theme", THEMES)
async def test_every_style_is_legible_on_every_ground(pack_file: str, theme: str) -> None:
    app = Explorer(desk_of(pack_file), parse_view("overview"), theme)
    async with app.run_test() as pilot:
        await settled(pilot)
        rows = explorer_of(pilot).query(Rows).first()
        unseen = []
        for name in LOOKS:
            for ground in ("", "cursor", "chosen"):
                style = rows.rich_style + rows.named(ground or name) + rows.named(name)
                (drawn,) = Legible(app).apply([Segment("字", style)], app.screen.background_colors[1])
                assert drawn.style is not None
                letters, below = drawn.style.color, drawn.style.bgcolor
                assert letters is not None
                assert below is not None
                if letters.triplet and below.triplet and contrast(letters, below) < 4.5:
                    unseen.append((name, ground))
        assert unseen == []
