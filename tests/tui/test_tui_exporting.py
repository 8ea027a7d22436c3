"""What is typed as a path for an export is a path, or it is said why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.tui.widgets.field import Field
from tests.tui.driving import explorer, press, screen, settled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("~nobody-is-called-so/x.csv", "~nobody-is-called-so/x.csv"),
        ("folder.csv/../a file/x.csv", "a file"),
        ("x" * 300 + ".csv", "xxx"),
        ("x.exe", ".exe"),
        (".", "."),
        ("   ", ""),
        ("folder.csv", "folder.csv"),
    ],
)
async def test_a_path_that_cannot_be_written_is_told(
    text: str, said: str, pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "a file").touch()
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, "e")
        pilot.app.screen.query_one(Field).value = text
        await settled(pilot)
        await press(pilot, "enter", "enter")
        assert said in screen(pilot)
        assert pilot.app.screen.query("#export")
    assert {path.name for path in tmp_path.iterdir()} == {"folder.csv", "a file"}
