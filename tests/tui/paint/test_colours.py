"""Every screen with its colours: of a full terminal, as one of sixteen colours draws it, and without any."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import ColorSystem
from textual.theme import BUILTIN_THEMES

from hrss_tui.query.views import PAGES
from hrss_tui.tui.paint.styles import FEW_COLOURS, LOOKS
from hrss_tui.tui.widgets.field import Field
from hrss_tui.tui.widgets.rows import Rows
from tests.tui.colours import coloured, no_colours, sixteen_colours, true_colours
from tests.tui.driving import explorer, explorer_of, press, settled
from tests.tui.frame.test_screens import VIEWS
from tests.tui.screens import FOLDER, compare

SCREENS = {page: (VIEWS[page], ()) for page in PAGES} | {
    "map": ("compare", ("t", "t")),
    "help": ("budget", ("question_mark",)),
    "palette": ("budget", ("ctrl+p",)),
    "copied": ("budget/2080104", ("y",)),
}
"""Name of a file → the view and the keys after it."""
MODES = {"truecolor": true_colours, "16": sixteen_colours, "nocolor": no_colours}


@pytest.fixture(autouse=True, scope="module")
def cursors_stay() -> Iterator[None]:
    """A cursor that blinks is gone half of the time, on a busy machine also when a screen is looked at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Field, "_toggle_cursor", lambda _: None)
        yield


@pytest.mark.parametrize("name", SCREENS)
async def test_in_colours(release_file: str, name: str) -> None:
    view, keys = SCREENS[name]
    async with explorer(release_file, view) as pilot:
        await press(pilot, *keys)
        found = compare(f"colours/{name}-truecolor", coloured(pilot.app, true_colours))
        pilot.app.add_class(FEW_COLOURS)
        for widget in pilot.app.screen.query("*"):
            widget.notify_style_update()
            widget.refresh()
        await settled(pilot)
        assert found + compare(f"colours/{name}-16", coloured(pilot.app, sixteen_colours)) == []


@pytest.mark.parametrize("name", SCREENS)
async def test_without_colours(release_file: str, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    view, keys = SCREENS[name]
    async with explorer(release_file, view) as pilot:
        await press(pilot, *keys)
        assert compare(f"colours/{name}-nocolor", coloured(pilot.app, no_colours)) == []


async def test_hits_stand_out_of_the_row_of_the_cursor_without_colours(
    release_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with explorer(release_file, "documents/plan-2021:23?find=就业") as pilot:
        await press(pilot, "tab")
        strips = pilot.app.screen._compositor.render_strips()
        marked = [strip for strip in strips if any(text == "▌" for text, _, _ in strip)]
        turned = [
            (text, bool(style and style.reverse))
            for strip in marked
            for text, style, _ in strip
            if text.strip()
        ]
        assert ("就业", False) in turned
        assert ("就业", True) not in turned
        assert any(is_turned and len(text) > 5 for text, is_turned in turned)


@pytest.mark.parametrize("name", [*PAGES, "map"])
def test_the_text_is_the_same_in_every_mode(name: str) -> None:
    texts = {
        "\n".join(
            line
            for line in (FOLDER / "colours" / f"{name}-{mode}.txt").read_text("utf-8").splitlines()
            if line[0] == "t"
        )
        for mode in MODES
    }
    assert len(texts) == 1


async def test_nothing_vanishes_in_sixteen_colours_in_any_theme(pack_file: str) -> None:
    unseen = []
    async with explorer(pack_file, "budget") as pilot:
        app = explorer_of(pilot)
        rows = pilot.app.query(Rows).first()
        app.add_class(FEW_COLOURS)
        for theme in BUILTIN_THEMES:
            app.theme = theme
            await press(pilot)
            for name in LOOKS:
                for ground in (rows.rich_style, rows.rich_style + rows.named("cursor")):
                    drawn = ground + rows.named(name)
                    assert drawn.color is not None
                    assert drawn.bgcolor is not None
                    pair = {
                        one.downgrade(ColorSystem.STANDARD).number for one in (drawn.color, drawn.bgcolor)
                    }
                    if len(pair) == 1 and None not in pair:
                        unseen.append((theme, name, drawn.color.name, drawn.bgcolor.name))
    assert unseen == []


def test_each_screen_has_its_files_and_no_others() -> None:
    names = {f"{name}-{mode}" for name in SCREENS for mode in MODES}
    written = {path.stem for path in (FOLDER / "colours").glob("*.txt")}
    assert written == names, "UPDATE_SCREENS=1 pytest tests/tui/paint/test_colours.py writes them"
