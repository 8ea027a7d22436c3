"""A second province: chosen by `d`, its prefectures by themselves, the largest first in bars where it has no map."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from hrss_tui.errors import UsageError
from hrss_tui.pack.read import open_pack
from hrss_tui.query.compare import Comparison, compare, regions
from tests.tui.driving import explorer, explorer_of, press, screen, type_text

PLAN = """安徽省人力资源和社会保障厅关于下达2031年就业工作目标任务的通知

皖人社发〔2031〕7号

各市人力资源和社会保障局：

现将2031年全省就业工作目标任务下达给你们，请认真组织落实。

附件：2031年就业工作目标任务分解表

安徽省人力资源和社会保障厅
2031年2月18日

附件

2031年就业工作目标任务分解表

单位：万人

地区\t城镇新增就业人数\t失业人员再就业人数
合肥市\t13.20\t3.10
芜湖市\t21.40\t4.45
阜阳市\t9.60\t1.90
黄山市\t1.85\t0.55
合计\t46.05\t10.00
"""


@pytest.fixture(scope="module")
def two(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The shipped documents and a plan of another province."""
    folder: Path = tmp_path_factory.mktemp("regions")
    (folder / "shipped.msgpack").write_bytes(pack_data)
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    out = folder / "two.msgpack"
    files = [str(folder / name) for name in ("shipped.msgpack", "plan.txt")]
    assert run(["build", *files, "-o", str(out)]) == 0
    return str(out)


async def test_the_prefecture_of_another_province_with_the_largest_target(two: str) -> None:
    async with explorer(two) as pilot:
        await press(pilot, "3", "d")
        await type_text(pilot, "安徽")
        await press(pilot, "enter", "t", "t")
        shown = screen(pilot).splitlines()
        first = next(line for line in shown if "市" in line and "█" in line)
        assert first.lstrip("▌ ").startswith("芜湖市 21.40")
        assert "安徽省" in screen(pilot)
        assert "喀什" not in screen(pilot)
        assert explorer_of(pilot).view_string() == "compare?place=34"


async def test_the_first_province_is_shown_as_it_was(two: str, pack_file: str) -> None:
    tables = []
    for path in (two, pack_file):
        async with explorer(path, "compare?place=65" if path == two else "compare") as pilot:
            tables.append([line for line in screen(pilot).splitlines() if "地区" in line or "州" in line][1:])
    assert tables[0][:8] == tables[1][:8]


def test_each_province_is_measured_against_itself(two: str) -> None:
    pack = open_pack(two)
    assert set(regions(pack)) == {"34", "65"}
    for names in (("安徽",), ("安徽省",), ("合肥", "芜湖", "阜阳", "黄山")):
        rows = compare(pack, Comparison(names, ("urban_new_jobs",)))
        ranks = {row.prefecture: (row.rank, row.share, row.year) for row in rows}
        assert ranks["芜湖市"] == (1, round(21.4 * 100 / 46.05, 4), 2031)
    both = compare(pack, Comparison(("芜湖", "喀什"), ("urban_new_jobs",)))
    assert [(row.prefecture, row.rank, row.year) for row in both] == [
        ("芜湖市", 1, 2031),
        ("喀什地区", 2, 2021),
    ]
    with pytest.raises(UsageError):
        compare(pack, Comparison(("浙江",)))


def test_values_of_different_years_each_say_theirs(two: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "芜湖", "喀什", "--pack", two]) == 0
    rows = [row.split() for row in capsys.readouterr().out.splitlines()]
    assert ["城镇新增就业人数（万人）", "21.40", "(2031)", "9.12", "(2021)"] in rows
    assert run(["compare", "安徽", "--as", "rank", "--pack", two]) == 0
    rows = [row.split() for row in capsys.readouterr().out.splitlines()]
    assert ["城镇新增就业人数", "2/4", "1/4", "4/4", "3/4"] in rows


PERSONS = """江西省人力资源和社会保障厅关于下达2030年就业工作目标任务的通知

各设区市人力资源和社会保障局：

现将2030年全省就业工作目标任务下达给你们。

附件：2030年就业工作目标任务分解表

江西省人力资源和社会保障厅
2030年2月18日

附件

2030年就业工作目标任务分解表

单位：人

地区\t城镇新增就业人数
南昌市\t70000
赣州市\t60000
九江市\t50001
全省\t200001
"""


async def test_values_in_persons_and_ten_thousands_stand_in_persons(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    (tmp_path / "persons.txt").write_text(PERSONS, "utf-8")
    out = tmp_path / "both.msgpack"
    assert run(["build", str(tmp_path / "plan.txt"), str(tmp_path / "persons.txt"), "-o", str(out)]) == 0
    async with explorer(str(out), "compare/3401,3601?metric=urban_new_jobs") as pilot:
        row = next(line for line in screen(pilot).splitlines() if "城镇新增就业人数" in line)
        assert "132000 (2031)" in row
        assert "70000 (2030)" in row
        assert "合计" not in screen(pilot)
    async with explorer(str(out), "compare?as=share&place=36&metric=urban_new_jobs") as pilot:
        assert "占全省比重" in screen(pilot)
        assert "全省合计 200,001 人" in screen(pilot)
    async with explorer(str(out), "compare?as=difference&place=36&metric=urban_new_jobs") as pilot:
        row = next(line for line in screen(pilot).splitlines() if "南昌市" in line)
        assert "+9,999.67" in row
