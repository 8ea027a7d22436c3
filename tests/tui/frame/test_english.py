"""Every page in English: no name and no unit is Chinese that the reference has an English one for."""

from __future__ import annotations

import re

from hrss_tui.query.views import parse_view
from hrss_tui.reference.english import english_of, english_unit
from tests.tui.driving import explorer, explorer_of, press, screen

HAN = re.compile(r"[\u3400-\u9fff]")
FIGURE = re.compile(r"[▌<>=≤≥~ ]{0,4}[\d,.]+ ?([\u3400-\u9fff/]{1,12})")
VIEWS = (
    "overview",
    "budget",
    "budget/2080104",
    "budget?table=income",
    "budget?table=economic",
    "budget?table=three_public",
    "budget?table=outsourcing",
    "budget?table=changes",
    "budget?table=real",
    "compare",
    "compare?as=share",
    "compare/6531,6532",
    "compare/6532",
    "indicators",
    "indicators/urban_new_jobs",
    "indicators?part=outcomes",
    "indicators?part=disagree",
    "indicators?part=series",
    "indicators?part=targets",
    "indicators?part=targets&only=below",
    "documents?part=policies",
    "checks",
    "checks?status=not_checkable",
    "checks?by=kind",
)
"""Pages that show more than what documents print."""


async def test_a_page_is_english(release_file: str) -> None:
    async with explorer(release_file, VIEWS[0], lang="en", size=(200, 60)) as pilot:
        for view in VIEWS:
            await explorer_of(pilot).go(parse_view(view))
            await press(pilot, "down")
            cells = [cell.strip() for cell in re.split(r" {2,}|[▕│\n]", screen(pilot)) if HAN.search(cell)]
            assert [cell for cell in cells if _is_known(cell)] == [], view


def _is_known(cell: str) -> bool:
    """Whether a cell is a name that has an English one, or a figure whose unit has."""
    figure = FIGURE.fullmatch(cell)
    unit = figure[1] if figure else cell
    return bool(english_of(cell)) or english_unit(unit) != unit


async def test_the_box_of_commands_and_settings_are_english(release_file: str) -> None:
    for keys in (("?",), (",",), ("e",), ("ctrl+p",)):
        async with explorer(release_file, "budget", lang="en", size=(120, 40)) as pilot:
            before = set(HAN.findall(screen(pilot)))
            await press(pilot, *keys)
            assert set(HAN.findall(screen(pilot))) - before - {"中", "文"} == set()
