"""The overview takes the room there is: two columns from 150 cells, one below."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.tui.widgets.pane import Pane
from tests.documents.many import package
from tests.tui.driving import explorer, explorer_of, press, screen


@pytest.mark.parametrize(("width", "two"), [(149, False), (150, True), (200, True)])
async def test_a_second_column_holds_what_is_left(pack_file: str, width: int, two: bool) -> None:
    async with explorer(pack_file, "overview", size=(width, 60)) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        first, second = (page.query_one(name, Pane) for name in ("#overview", "#overview-more"))
        assert (second.display, bool(second.lines)) == (two, two)
        assert len(first.lines) + len(second.lines) > 30
        assert "目标与完成" in screen(pilot)
        if two:
            await press(pilot, "tab")
            assert second.has_focus


async def test_contradictions_that_are_failing_checks_too_are_said_to_be_some_of_these(
    pack_file: str,
) -> None:
    async with explorer(pack_file, "overview", size=(120, 60)) as pilot:
        app = explorer_of(pilot)
        assert app.page is not None
        fails = app.desk.data.statuses["fails"]
        said = next(
            one.text for one in app.page.query_one("#overview", Pane).lines if "互相矛盾，" in one.text
        )
        assert said.startswith("≠ 2 项指标")
        assert "其中 2 项也计入校验的“不符”" in said
        assert fails > 2, "what fails is more than these"


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_of_many_documents_the_lists_stand_in_the_column_that_has_less(
    tmp_path: Path, lang: str
) -> None:
    path = tmp_path / "many.msgpack"
    path.write_bytes(package(60))
    async with explorer(str(path), "overview", size=(200, 60), lang=lang) as pilot:
        page = explorer_of(pilot).page
        assert page is not None
        first, second = (page.query_one(name, Pane) for name in ("#overview", "#overview-more"))
        assert max(len(pane.lines) for pane in (first, second)) <= second.size.height
        assert not any("第001局" in one.text and "2030" in one.text for one in first.lines)
        assert any("第001局" in one.text for one in second.lines)
