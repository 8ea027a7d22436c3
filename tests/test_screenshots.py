"""The README's pictures: every character stands in its cell and none is squeezed, the first picture is open at the top."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

ROOT = Path(__file__).resolve().parent.parent
PICTURES = sorted((ROOT / "scripts" / "screenshots").glob("*.svg"))
RUN = re.compile(r'<text x="([\d ]+)"[^>]*>([^<]*)</text>')
ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'"}


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_every_character_has_its_cell(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    assert "textLength" not in text
    runs = RUN.findall(text)
    assert len(runs) > 20
    for places, said in runs:
        for entity, char in ENTITIES.items():
            said = said.replace(entity, char)  # noqa: PLW2901
        at = [int(place) for place in places.split()]
        assert len(at) == len(said)
        assert all(
            after - before >= 9 * cell_len(char)
            for before, after, char in zip(at, at[1:], said, strict=False)
        )


def test_the_first_picture_is_seen_at_once() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert readme.index("tour-zh.svg") < readme.index("## ") < readme.index("<details>")


def test_the_moving_picture_is_all_screens_in_turn_and_fetches_nothing() -> None:
    screens = [each.read_text("utf-8") for each in PICTURES if each.stem != "tour-zh"]
    tour = (ROOT / "scripts" / "screenshots" / "tour-zh.svg").read_text("utf-8")
    root = ElementTree.fromstring(tour)
    turns = root.findall("{http://www.w3.org/2000/svg}g")
    assert len(turns) == len(screens) == 7
    assert [each.get("style") for each in turns] == [f"animation-delay:{at}s" for at in range(0, 21, 3)]
    assert all(screen.partition(">")[2].strip().removesuffix("</svg>").strip() in tour for screen in screens)
    assert not re.search(r"href|url\(|<script|@import", tour)
    assert "animation:turn 21s" in tour
    assert "prefers-reduced-motion" in tour
