"""Amounts per head, from the documents to the screen and the command line; a dash where a document counts nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from tests.tui.driving import explorer, explorer_of, press, screen

TEXT = """{name}2031年部门预算公开

第一部分 部门概况

一、机构设置及人员情况

{people}

第二部分 部门预算公开表

表3 部门支出总表

编制部门：{name}\t单位：万元

功能分类科目编码\t\t\t功能分类科目名称\t支出预算\t基本支出\t项目支出
类\t款\t项\t\t\t\t
213\t\t\t农林水支出\t{total}.00\t{basic}.00\t{project}.00
213\t03\t\t水利\t{total}.00\t{basic}.00\t{project}.00
213\t03\t05\t水利工程建设\t{total}.00\t{basic}.00\t{project}.00
\t\t\t合计\t{total}.00\t{basic}.00\t{project}.00
"""
DEPARTMENTS = (
    (
        "临茂市水利局",
        "临茂市水利局编制数45名，实有人数44人，其中：在职40人，减少3人；退休4人，增加1人。",
        100,
        60,
    ),
    (
        "青河县水务局",
        "截至2030年底，本部门人员编制30人，其中行政编制20人、事业编制10人；实有在职人员25人。",
        70,
        50,
    ),
    ("石亭市水利局", "内设机构8个，下设水文站2个。", 90, 20),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("heads")
    for name, people, total, basic in DEPARTMENTS:
        text = TEXT.format(name=name, people=people, total=total, basic=basic, project=total - basic)
        (folder / f"{name}.txt").write_text(text, "utf-8")
    out = folder / "heads.msgpack"
    assert run(["build", str(folder), "-o", str(out)]) == 0
    return str(out)


async def test_people_amounts_and_the_sentence_behind_them(path: str) -> None:
    async with explorer(path, "compare?of=departments&year=2031") as pilot:
        await press(pilot, "m", "m", "m", "m", "m")
        assert explorer_of(pilot).view_string() == "compare?of=departments&year=2031&as=head"
        rows = {
            row.split()[0].strip("▌"): row.split()[1:] for row in screen(pilot).splitlines() if "局" in row
        }
        assert rows["临茂市水利局"] == ["40", "2.50", "1.50", "1.00"]
        assert rows["青河县水务局"] == ["25", "2.80", "2.00", "0.80"]
        assert rows["石亭市水利局"] == ["—", "—", "—"]
        assert "在职人数 40，人均  2.50 万元" in screen(pilot)
        await press(pilot, "m")
        assert "as=" not in explorer_of(pilot).view_string()


def test_on_the_command_line(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "--of", "departments", "基本支出", "--pack", path]) == 0
    out = capsys.readouterr().out
    assert [row.split() for row in out.splitlines() if "局" in row] == [
        ["1", "临茂市水利局", "60.00", "60.00", "46.15", "40", "15,000"],
        ["2", "青河县水务局", "50.00", "71.43", "38.46", "25", "20,000"],
        ["3", "石亭市水利局", "20.00", "22.22", "15.38", "—", "—"],
    ]
    assert "在职人数" in out
