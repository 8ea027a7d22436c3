"""What `build` takes: files of every format, folders, archives, and several files of one document."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from hrss_tui.pack.read import open_pack
from tests.cli.conftest import Program

PAGE = "<html><title>甲县公报</title><p>2031年甲县人力资源和社会保障事业发展统计公报</p><p>2031年，全县城镇新增就业900人。</p></html>"


def workbook() -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    for row in (("支出情况", ""), ("名称", "金额"), ("甲", 3)):
        sheet.append(row)  # type: ignore[union-attr]
    book.save(out)
    return out.getvalue()


def files_of(pack: Path) -> list[str]:
    return open_pack(pack).column("documents", "source_file")


def test_files_named_one_by_one_are_one_package(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.xls").write_bytes(workbook())
    out = tmp_path / "p.msgpack"
    done = hrss("build", tmp_path / "a.html", tmp_path / "b.xls", "-o", out)
    assert done.status == 0, done.err
    assert files_of(out) == ["a.html", "b.xls"]
    pages = open_pack(out)
    assert pages.column("pages", "label") == ["Sheet"]


@pytest.mark.parametrize("library", ["opencc", "pypinyin"])
def test_what_building_needs_is_asked_for_before_a_file_is_read(
    library: str, hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    monkeypatch.setitem(sys.modules, library, None)
    done = hrss("build", tmp_path / "a.html", "-o", tmp_path / "p.msgpack")
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines() == [f"hrss-tui: 生成数据包需要 {library}（pip install {library}）"]
    assert not (tmp_path / "p.msgpack").exists()


def test_an_archive_and_a_folder_below(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "sub" / "a.html").write_text(PAGE, "utf-8")
    with zipfile.ZipFile(tmp_path / "in" / "b.zip", "w") as file:
        file.writestr("c/d.html", PAGE.replace("2031", "2032"))
    out = tmp_path / "p.msgpack"
    assert hrss("build", tmp_path / "in", "-o", out).status == 0
    assert files_of(out) == ["d.html"]
    again = hrss("build", "--recursive", tmp_path / "in", "-o", out)
    assert again.status == 0
    assert again.err.splitlines()[-1] == f"原有的数据包 {out} 已被替换"
    assert sorted(files_of(out)) == ["a.html", "d.html"]


def test_parts_of_a_manifest_are_one_document(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.xlsx").write_bytes(workbook())
    (tmp_path / "manifest.toml").write_text('[[sources]]\nfile = "a.html"\nparts = ["b.xlsx"]\n', "utf-8")
    out = tmp_path / "p.msgpack"
    done = hrss("build", tmp_path, "-o", out)
    assert done.status == 0, done.err
    assert files_of(out) == ["a.html"]
    assert any("甲\t3" in text for text in open_pack(out).column("blocks", "text"))


def test_of_several_files_of_one_name_a_manifest_describes_the_one_beside_it(
    hrss: Program, tmp_path: Path
) -> None:
    """What it says of one (its title, its place) stood in the records of all."""
    folder, out = tmp_path / "in", tmp_path / "p.msgpack"
    for below, page in (("", PAGE), ("older", PAGE.replace("3", "4"))):
        (folder / below).mkdir(exist_ok=True)
        (folder / below / "a.html").write_text(page, "utf-8")
    said = '[[sources]]\nfile = "a.html"\ndocuments = [{ title = "某县2033年工作总结", place = "6531" }]\n'
    (folder / "manifest.toml").write_text(said, "utf-8")
    done = hrss("build", folder, "-r", "-o", out)
    assert (done.status, "a.html 的文件有 2 个，清单只用于其旁的一个" in done.err) == (0, True), done.err
    assert sorted(open_pack(out).column("documents", "place"), key=str) == ["6531", None]
    (folder / "a.html").rename(folder / "older" / "b.html")
    done = hrss("build", folder, "-r", "-o", out)
    assert (done.status, "清单" in done.err) == (0, False), done.err
    assert open_pack(out).column("documents", "place").count("6531") == 1
    (folder / "other").mkdir()
    (folder / "older" / "b.html").rename(folder / "other" / "a.html")
    done = hrss("build", folder, "-r", "-o", out)
    assert (done.status, "不知所指" in done.err) == (0, True), done.err
    assert open_pack(out).column("documents", "place").count("6531") == 0


def test_a_file_that_cannot_be_used_costs_one_line(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.xlsx").write_bytes(workbook()[:300])
    (tmp_path / "c.doc").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0\0"
    )
    done = hrss("build", tmp_path, "-o", tmp_path / "p.msgpack")
    assert done.status == 2
    said = [line for line in done.err.splitlines() if line.startswith(("b.xlsx", "c.doc"))]
    assert len(said) == 2
    assert "soffice" in said[1]


def test_an_archive_of_nothing_and_what_is_only_called_one_are_named(hrss: Program, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_text(PAGE, "utf-8")
    zipped(folder / "b.zip")
    zipped(folder / "c.zip", ("manifest.toml", ""))
    (folder / "d.zip").write_bytes(b"Rar!\x1a\x07\x01\x00" + bytes(90))
    (folder / "e.zip").write_text("2031年，全县城镇新增就业900人。", "utf-8")
    os.mkfifo(folder / "f.zip")
    done = hrss("build", folder, "-o", tmp_path / "p.msgpack")
    assert done.status == 2
    for words in ("b.zip: 没有", "c.zip: 没有", "d.zip: 不支持 RAR", "f.zip: 不是普通文件"):
        assert words in done.err
    assert sorted(files_of(tmp_path / "p.msgpack")) == ["a.html", "e.zip"]


def test_what_does_not_exist_is_said_to(hrss: Program, tmp_path: Path) -> None:
    for name in ("none.msgpack", "none.pdf", "none"):
        done = hrss("build", tmp_path / name, "-o", tmp_path / "p.msgpack")
        assert done.status == 2
        assert "不存在" in done.err
        assert done.err.count("\n") == 1
    assert not (tmp_path / "p.msgpack").exists()


def zipped(path: Path, *members: tuple[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name, text in members:
            file.writestr(name, text)
    return path


def test_the_order_of_an_archive_makes_no_difference(hrss: Program, tmp_path: Path) -> None:
    """Two files give documents of one id, of which one is taken: by name, wherever it stands in the archive."""
    members = [("c/a.html", PAGE), ("b.html", PAGE.replace("900", "800"))]
    packages = []
    for order in (members, members[::-1]):
        out = tmp_path / "p.msgpack"
        hrss("build", zipped(tmp_path / "x.zip", *order), "-o", out)
        packages.append(out.read_bytes())
        assert files_of(out) == ["a.html"]
    assert packages[0] == packages[1]


def test_what_stands_beside_sources_is_none_when_it_is_named_with_them(hrss: Program, tmp_path: Path) -> None:
    """`build papers/*`: the shell names the manifest and the index of a package too."""
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "manifest.toml").write_text(
        '[[sources]]\nfile = "a.html"\ndocuments = [{ id = "bulletin-x" }]\n', "utf-8"
    )
    (tmp_path / "p.msgpack.search").write_bytes(b"x")
    out = tmp_path / "p.msgpack"
    done = hrss("build", *sorted(tmp_path.iterdir()), "-o", out)
    assert done.status == 0, done.err
    assert open_pack(out).column("documents", "doc_id") == ["bulletin-x"]
    assert hrss("build", tmp_path / "p.msgpack.search", "-o", tmp_path / "q.msgpack").status == 2


def test_what_is_not_heard_or_not_read_is_said(hrss: Program, tmp_path: Path) -> None:
    said = '[[sources]]\nfile = "d.html"\n'
    for folder in ("in", "in/sub", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "manifest.toml").write_text(said, "utf-8")
        (tmp_path / folder / "a.html").write_text(PAGE.replace("900", str(len(folder))), "utf-8")
    zipped(
        tmp_path / "in" / "b.zip",
        ("d.html", PAGE),
        ("manifest.toml", said),
        ("e.ofd", "x"),
        ("p.msgpack", "x"),
    )
    out = tmp_path / "p.msgpack"
    lines = hrss("build", "--recursive", tmp_path / "in", "-o", out).err.splitlines()
    unheard = [line.split(": 其中的 manifest.toml 未用")[0] for line in lines if "manifest.toml 未用" in line]
    assert sorted(unheard) == sorted([f"{tmp_path}/in/sub", "b.zip"])
    assert [line.split("（")[0] for line in lines if "ofd" in line] == [
        "b.zip: 未读 1 个其他种类的文件：e.ofd"
    ]
    assert not any("没有来源文件" in line for line in lines)
    done = hrss("build", tmp_path / "in" / "a.html", tmp_path / "other" / "a.html", "-o", out)
    assert [line.split(": ")[0] for line in done.err.splitlines() if "manifest.toml 未用" in line] == [
        f"{tmp_path}/in",
        f"{tmp_path}/other",
    ]


@pytest.mark.parametrize("option", ["--limit-seconds", "--max-megabytes", "--max-pages"])
def test_a_limit_may_be_any_number(
    option: str, hrss: Program, tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    for number in ("9" * 20, "9" * 400, "99999999"):
        done = hrss("build", tmp_path / "a.html", "-o", tmp_path / "p.msgpack", option, number)
        assert done.status == 0, done.err
        assert "Traceback" not in done.err
    assert not [str(warning.message) for warning in recwarn if "thread" in str(warning.message)]
