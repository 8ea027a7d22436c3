"""Documents whose titles begin alike are told apart in the narrow outline."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.tui.documents.outline import Outline
from tests.tui.driving import explorer, screen

TEXT = "青溪市水利和湖泊管理局{year}年部门预算公开\n\n一、情况说明\n\n{year}年收入预算{amount}.50万元。\n"


def built(folder: Path, *years: int) -> str:
    """A package of a budget for each year."""
    (folder / "in").mkdir()
    for year in years:
        (folder / "in" / f"{year}.txt").write_text(TEXT.format(year=year, amount=year - 2000), "utf-8")
    path = folder / "p.msgpack"
    path.write_bytes(package_bytes(compile_folder(folder / "in")))
    return str(path)


async def test_a_title_without_room_is_a_short_one_of_its_own(tmp_path: Path) -> None:
    async with explorer(built(tmp_path, 2031, 2032), "documents", size=(80, 24)) as pilot:
        outline = pilot.app.query_one(Outline)
        shown = [
            "".join(text for text, _ in outline.paint(at, 24))
            for at, (_, depth) in enumerate(outline.shown)
            if not depth
        ]
        assert len(set(shown)) == len(shown) == 2
        assert ["2031" in shown[0], "2032" in shown[1]] == [True, True]
        wide = "".join(text for text, _ in outline.paint(0, 60))
        assert "青溪市水利和湖泊管理局2031年部门预算公开" in wide


async def test_a_package_without_tables_offers_no_pages_that_are_empty(tmp_path: Path) -> None:
    async with explorer(built(tmp_path, 2031), "overview", size=(80, 24)) as pilot:
        text = screen(pilot).partition("从这里开始")[2]
        assert "7 哪些数" in text
        assert "钱花在哪里" not in text
        assert "并排比较" not in text
