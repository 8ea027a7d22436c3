"""`compare` over documents that state one metric in other units, of other kinds, or otherwise; options that say nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hrss_tui.cli.run import run

HEAD = """{province}人力资源和社会保障厅关于{what}的通知

各市人力资源和社会保障局：

现将有关情况下达给你们，请认真组织落实。

附件：{title}

{province}人力资源和社会保障厅
{date}

附件

{title}

单位：{unit}

地区\t城镇新增就业人数{suffix}
"""


def paper(folder: Path, name: str, rows: dict[str, str], **said: str) -> str:
    path = folder / f"{name}.txt"
    table = "\n".join("\t".join(row) for row in rows.items())
    path.write_text(f"{HEAD.format(**{'suffix': '', **said})}{table}\n", "utf-8")
    return str(path)


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("several")
    plan = {"what": "下达2031年就业工作目标任务", "title": "2031年就业工作目标任务分解表"}
    anhui = {"province": "安徽省", **plan, "unit": "万人"}
    papers = [
        paper(folder, "first", {"合肥市": "13.20", "芜湖市": "8.40"}, date="2031年2月18日", **anhui),
        paper(folder, "again", {"合肥市": "12.00", "芜湖市": "8.40"}, date="2031年8月3日", **{**anhui, "what": "调整2031年就业工作目标任务"}),
        paper(
            folder, "persons", {"黄山市": "9000", "池州市": "6000"}, date="2031年3月1日",
            **{**anhui, "unit": "人", "what": "补充下达2031年就业工作目标任务"},
        ),
        paper(
            folder, "done", {"合肥市": "14.10", "芜湖市": "8.40"}, province="安徽省", what="2031年就业工作完成情况",
            title="2031年就业工作目标任务完成情况表", unit="万人", suffix="完成数", date="2032年1月9日",
        ),
        paper(folder, "other", {"南昌市": "70000", "赣州市": "50000"}, date="2031年2月1日", province="江西省", **plan, unit="人"),
    ]  # fmt: skip
    out = str(folder / "several.msgpack")
    assert run(["build", *papers, "-o", out]) == 0
    return out


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[list[str]], str]:
    assert run(["compare", *arguments]) == 0
    said = capsys.readouterr()
    return [line.split() for line in said.out.splitlines()], said.err


@pytest.mark.parametrize(("place", "count"), [("合肥", 1), ("芜湖", 0), ("南昌", 0)])
def test_the_page_of_a_prefecture_says_what_others_state_otherwise(
    several: str, capsys: pytest.CaptureFixture[str], place: str, count: int
) -> None:
    """合肥 has two targets of one year, of two documents; what was done of it is of another kind."""
    for form in ("table", "json"):
        assert run(["prefecture", place, "--pack", several, "--format", form]) == 0
        notes = capsys.readouterr().err
        assert notes.count("其他文件说得不同") == count
        assert not count or "另有 1 个数" in notes


def test_the_heading_has_the_unit_of_every_value(several: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows, notes = asked(capsys, "安徽", "南昌", "--pack", several)
    assert ["城镇新增就业人数（人）", "120000", "84000", "9000", "6000", "70000"] in rows
    assert "另有实际 2 个未列，--kind actual 列出" in notes
    assert "另有 1 个数其他文件说得不同" in notes
    shares, said = asked(capsys, "安徽", "--as", "share", "--pack", several)
    assert ["城镇新增就业人数（%）", "/", "/", "/", "/"] in shares
    assert "1 项指标没有占比：表中没有印出全省的数，所列地方又不全" in said


def test_values_alone_in_their_unit_are_shown_as_printed(
    several: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, notes = asked(capsys, "安徽", "--kind", "actual", "--pack", several, "--lang", "en")
    assert rows[-1][-2:] == ["14.10", "8.40"]
    assert "4 more values, target: --kind target lists them" in notes


def test_data_keep_what_is_printed(several: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "合肥", "黄山", "--pack", several, "--format", "csv"]) == 0
    out = capsys.readouterr().out
    assert ",12.00," in out
    assert ",9000," in out


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (["--of", "years", "--metric", "urban_new_jobs"], "--metric"),
        (["--of", "years", "--year", "2026"], "--year"),
        (["--of", "text", "--as", "share"], "--as"),
        (["--of", "departments", "--table", "three_public"], "--table"),
        (["--of", "projects", "--measure", "basic"], "--measure"),
        (["--of", "execution", "--totals"], "--totals"),
        (["--phase", "final"], "--phase"),
        (["--unit", "yuan"], "--unit"),
    ],
)
def test_an_option_that_says_nothing_is_refused(
    arguments: list[str], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", *arguments, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{option} says nothing of --of" in said.err


def test_a_diff_of_an_unknown_table_is_refused_and_of_some_says_so(
    several: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", several, several, "--table", "block"]) == 2
    assert "没有表 block" in capsys.readouterr().err
    assert run(["diff", several, several, "--table", "blocks"]) == 0
    assert "blocks 没有差别，其他表没有比较" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["all.sqlite3", "all.db3", "all.7z", "all.x2", "all.foo"])
def test_an_ending_that_names_no_format_is_refused(
    name: str, several: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "figures", "-o", str(tmp_path / name), "--pack", several]) == 2
    assert name.partition(".")[2] in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "shown", [["--base", "克州"], ["--as", "share", "--totals"], ["--as", "rank", "--base", "克州"]]
)
def test_an_option_of_another_way_to_show_it_is_refused(
    shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", *shown, "--lang", "en"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "says nothing of --as" in said.err
    if "--base" in shown:  # data hold the index, whatever is shown
        assert run(["compare", *shown, "--format", "json"]) == 0


@pytest.fixture(scope="module")
def two_years(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("years")
    tables = {
        "2030": (
            "2030年1月8日",
            "市\t城镇新增就业（万人）\t就业困难人员就业（万人）",
            ("合肥市\t13.0\t0.8", "芜湖市\t8.0\t0.4", "全省\t62.0\t5.0"),
        ),
        "2031": (
            "2031年1月8日",
            "市\t城镇新增就业（万人）\t完成率（%）",
            ("合肥市\t13.2\t103.1", "芜湖市\t8.4\t96.2", "全省\t64.0\t100.2"),
        ),
    }
    for year, (date, head, rows) in tables.items():
        title = f"{year}年安徽省各市就业工作目标任务分解表"
        text = f"{year}年安徽省就业工作要点\n\n安徽省人力资源和社会保障厅\n\n{date}\n\n{title}\n\n"
        (folder / f"{year}.txt").write_text(text + "\n".join((head, *rows)) + "\n", "utf-8")
    out = str(folder / "years.msgpack")
    assert run(["build", str(folder), "-o", out]) == 0
    return out


def test_metrics_of_several_years_each_say_their_own(
    two_years: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("table", "md"):
        capsys.readouterr()
        assert run(["compare", "--pack", two_years, "--format", form, "--lang", "zh"]) == 0
        out = capsys.readouterr().out
        assert "城镇新增就业 2031（万人）" in out
        assert "就业困难人员就业 2030（万人）" in out
    capsys.readouterr()
    assert run(["compare", "--pack", two_years, "--metric", "城镇新增就业", "--format", "md"]) == 0
    assert "2031（" not in capsys.readouterr().out


def test_a_rate_has_no_share_of_the_sum_of_rates(two_years: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["compare", "--pack", two_years, "--metric", "all", "--format", "json"]) == 0
    shares = {row["unit"]: row["share"] for row in json.loads(capsys.readouterr().out)}
    assert shares["%"] is None
    assert shares["万人"] is not None


ALLOCATED = """新疆维吾尔自治区人力资源和社会保障厅2032年部门预算公开{edition}

第三部分 部门预算情况说明
五、项目支出情况说明
项目名称：创业扶持行动
预算安排规模：300.00万元
项目承担单位：新疆维吾尔自治区人力资源和社会保障厅
资金分配情况：其中：塔城地区{first}万元，哈密市80.00万元，阿勒泰地区95.00万元。
资金执行时间：2032年1月1日至12月31日
"""


def test_money_of_one_name_and_year_is_told_apart_by_its_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, edition, first in (("a", "", "120.00"), ("b", "（更正）", "125.00")):
        (tmp_path / f"{name}.txt").write_text(ALLOCATED.format(edition=edition, first=first), "utf-8")
    out = str(tmp_path / "two.msgpack")
    assert run(["build", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "-o", out]) == 0
    capsys.readouterr()
    assert run(["--pack", out, "compare", "--kind", "allocation"]) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if "创业扶持行动" in line]
    assert sorted(line.split()[-3] for line in lines) == ["120.00", "125.00"]
    assert len({line.split()[1] for line in lines}) == 2
    assert all(" budget-2032-" in line for line in lines)
