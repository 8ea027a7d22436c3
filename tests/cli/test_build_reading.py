"""What `build` says of its documents without being asked, as lines, as data and as its exit status."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.commands import Program

TABLE = """2031年青溪市水利局部门预算公开

第二部分 2031年部门预算公开表

表 5

一般公共预算支出情况表

单位：万元

科目编码\t科目名称\t合计\t基本支出\t项目支出
213\t农林水支出\t{cell}\t50.00\t20.00
\t合计\t70.00\t50.00\t20.00
"""


def built(hrss: Program, folder: Path, cell: str, *more: str) -> Any:
    (folder / "in").mkdir()
    (folder / "in" / "甲.txt").write_text(TABLE.format(cell=cell), "utf-8")
    return hrss("build", folder / "in", "-o", folder / "out.msgpack", *more)


def test_one_line_where_all_is_well(hrss: Program, tmp_path: Path) -> None:
    done = built(hrss, tmp_path, "70.00")
    lines = [line for line in done.err.splitlines() if line.startswith("甲.txt")]
    assert lines == [
        "甲.txt: 2031年青溪市水利局部门预算公开（budget-2031 预算）：读出预算表 1 张、金额 6 个；10 个数字中 100% 已归类"
    ]
    assert (done.status, done.out) == (0, "")


def test_a_cell_that_cannot_be_read_is_named_with_its_line(hrss: Program, tmp_path: Path) -> None:
    done = built(hrss, tmp_path, "#VALUE!", "--lang", "en")
    assert (
        "甲.txt, line 12: '一般公共预算支出情况表': a figure of '农林水支出' cannot be read: #VALUE!"
        in done.err.splitlines()
    )
    assert done.status == 0


def test_strict_ends_with_1_and_still_writes(hrss: Program, tmp_path: Path) -> None:
    assert built(hrss, tmp_path, "#VALUE!", "--strict").status == 1
    assert (tmp_path / "out.msgpack").exists()


def test_the_same_as_data(hrss: Program, tmp_path: Path) -> None:
    (row,) = built(hrss, tmp_path, "#VALUE!", "--format", "json").json
    assert (row["file"], row["phase"], row["year"], row["records"]["budget_lines"]) == (
        "甲.txt",
        "budget",
        2031,
        5,
    )
    (missed,) = row["unread"]
    assert (missed["kind"], missed["reason"], missed["line"], missed["printed"]) == (
        "cell",
        "unreadable",
        12,
        "#VALUE!",
    )
    assert [table["kind"] for table in row["tables"]] == ["general_public"]


def test_files_and_folders_that_are_not_read_are_named(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    for name in ("扫描.jpg", "表.ofd", "manifest.toml"):
        (tmp_path / "in" / name).write_text("", "utf-8")
    (tmp_path / "in" / "甲.txt").write_text(TABLE.format(cell="70.00"), "utf-8")
    done = hrss("build", tmp_path / "in", "-o", tmp_path / "out.msgpack", "--lang", "en")
    said = "\n".join(done.err.splitlines())
    assert "of other kinds (2): 扫描.jpg 表.ofd (" in said
    assert "were not looked into: 1 (--recursive" in said
    assert done.status == 0
    whole = hrss("build", tmp_path / "in", "--recursive", "-o", tmp_path / "b.msgpack", "--lang", "en")
    assert "not looked into" not in whole.err


def test_a_document_without_numbers_is_said_to_have_none(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "甲.txt").write_text("某县水利局\n\n本年没有安排。\n", "utf-8")
    done = hrss("build", tmp_path / "in", "-o", tmp_path / "out.msgpack")
    assert "其中没有数字" in done.err
    assert "0 个数字" not in done.err


def test_a_package_is_a_file_and_none_is_named_like_standard_output(hrss: Program, tmp_path: Path) -> None:
    """`export -o -` writes to standard output; here a file of that name was made."""
    (tmp_path / "甲.txt").write_text(TABLE.format(cell="70.00"), "utf-8")
    done = hrss("build", tmp_path / "甲.txt", "-o", "-")
    assert (done.status, done.out) == (2, "")
    assert "标准输出" in done.err
