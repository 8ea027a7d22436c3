"""Whatever is typed, pasted or named by a view string: the explorer shows something, says what is wrong, goes on."""

from __future__ import annotations

from textual.events import Paste

from hrss_tui.errors import UsageError
from hrss_tui.plain import UNSAFE
from hrss_tui.query.views import PAGES, format_view, parse_view, view
from hrss_tui.tui.widgets.field import Field
from tests.robustness.hostile import COMMANDS
from tests.tui.driving import Driver, explorer, explorer_of, press, screen, settled

ODD = (
    "plan-2021:" + "9" * 5000, "plan-2021:²", "plan-2021:-1", "budget-2026:99999999999", "9" * 5000, "业" * 5000, "²",
    "((业+)+)+$", "/((业+)+)+$/", "\"" * 300, "%FF%00%1b[31m", "\udcff", "..", " " * 2000, "-", "|", "208/", "[/]",
    *COMMANDS,
)  # fmt: skip
PASTED = ("业" * 5000, "9" * 5000, "((业+)+)+$", '"' * 300, " " * 2000, *COMMANDS[:10:3])
PARAMETERS = ("by", "measure", "as", "doc", "status", "find", "table", "year", "base", "unknown")


def unsafe(pilot: Driver) -> list[str]:
    """What of the screen would command a terminal."""
    return UNSAFE.findall(screen(pilot).replace("\n", ""))


async def test_any_view_string_shows_something(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        for turn, page in enumerate(PAGES):
            for number, text in enumerate(ODD):
                if (number + turn) % 2:
                    continue
                name = PARAMETERS[number % len(PARAMETERS)]
                for shown in (view(page, text), view(page, **{name: text})):
                    await explorer_of(pilot).go(parse_view(format_view(shown)))
                await settled(pilot)
                assert pilot.app.is_running, ascii(f"{page} {text}")
                assert unsafe(pilot) == [], ascii(f"{page} {text}")


async def test_anything_may_be_pasted(pack_file: str) -> None:
    async with explorer(pack_file) as pilot:
        for page in ("budget", "search", "documents", "checks"):
            await explorer_of(pilot).go(parse_view(page))
            for text in PASTED:
                await press(pilot, "/" if page == "search" else "f")
                pilot.app.post_message(Paste(text))
                await settled(pilot)
                assert pilot.app.is_running, ascii(f"{page} {text}")
                assert unsafe(pilot) == [], ascii(f"{page} {text}")
                field = next(field for field in pilot.app.query(Field) if field.has_focus)
                assert field.value.removeprefix("/") == field.validate_value(text.splitlines()[0])
                await press(pilot, "escape", "escape")


def test_a_view_string_is_read_or_refused() -> None:
    for text in ODD:
        for whole in (text, f"budget/{text}", f"search?{text}={text}", f"documents/{text}?{text}"):
            try:
                shown = parse_view(whole)
            except UsageError as error:
                assert 0 < len(str(error)) < 2000
            else:
                assert parse_view(format_view(shown)) == shown
