"""The README's pictures: every character stands in its cell and none is squeezed, the first picture is open at the top."""

from __future__ import annotations

import re
from pathlib import Path

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
    assert readme.index("overview-zh.svg") < readme.index("## ") < readme.index("<details>")
