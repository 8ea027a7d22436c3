"""A package with nothing in it but the final accounts of one department: called accounts, and of no prefecture."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from hrss_tui.pack.read import open_pack
from hrss_tui.tui.widgets.table import Table
from tests.documents.formats import chosen
from tests.documents.layouts import accounts
from tests.documents.layouts.common import Department
from tests.tui.driving import explorer, explorer_of, press, screen, settled


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("alone")
    (made,) = chosen("text")
    department = Department("a", "宁安区教育局", "宁安区", 5, ("20501",), ("教育局服务中心",))
    described = accounts.final(department, 2031)
    (folder / f"{described.id}{made.suffix}").write_bytes(made.render(described))
    out = folder / "alone.msgpack"
    assert run(["build", str(folder), "-o", str(out)]) == 0
    return str(out)


async def test_every_page_says_that_they_are_accounts(alone: str) -> None:
    async with explorer(alone) as pilot:
        assert "2031 年部门支出决算" in screen(pilot)
        assert "支出预算" not in screen(pilot)
        await press(pilot, "2")
        assert "宁安区教育局 2031 决算" in screen(pilot)
        await press(pilot, "3")
        assert "宁安区教育局" in screen(pilot)


async def test_nothing_is_said_of_pages_that_nobody_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "乙市人力资源和社会保障局\n\n2031年，全市城镇新增就业3.2万人。\n", "utf-8"
    )
    out = tmp_path / "out.msgpack"
    assert run(["build", str(tmp_path), "-o", str(out)]) == 0
    async with explorer(str(out)) as pilot:
        await explorer_of(pilot).foresee_page("compare")
        await settled(pilot)
        assert not list(explorer_of(pilot)._notifications)
        await press(pilot, "3")
        assert "数据包中没有地州数据" in screen(pilot)
        page = explorer_of(pilot).page
        assert page is not None
        assert "数据包中没有地州数据" in page.query_one(Table).nothing, "said as long as the page is empty"


def test_it_holds_no_prefectures(alone: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert open_pack(alone).count("prefectures") == 0
    assert run(["compare", "--pack", alone]) != 0
    assert "数据包中没有地州数据" in capsys.readouterr().err
