"""Which files a folder or an archive means."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.decode import read_source
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.inputs import passed_over, source_paths, unpacked


def test_a_folder_gives_its_sources_by_name_and_those_below_where_asked(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.PDF", "a.txt", "sub/c.xlsx", ".d.txt", "~$e.docx", "f.jpg", "g.zip"):
        (tmp_path / name).write_text("甲")
    assert [path.name for path in source_paths(tmp_path)] == ["a.txt", "b.PDF", "g.zip"]
    assert [path.name for path in source_paths(tmp_path, recursive=True)] == [
        "a.txt",
        "b.PDF",
        "g.zip",
        "c.xlsx",
    ]


def test_what_a_folder_holds_and_is_not_read_is_known(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    ours = ("manifest.toml", "p.msgpack", "p.msgpack.gz", "p.msgpack.search")
    for name in ("a.txt", "b.rar", "C.JPG", "sub/d.ofd", ".hidden", "~$e.docx", *ours):
        (tmp_path / name).write_text("甲")
    assert passed_over(tmp_path) == (["C.JPG", "b.rar"], 1)
    assert passed_over(tmp_path, recursive=True) == (["C.JPG", "b.rar", "d.ofd"], 0)
    assert passed_over(tmp_path / "a.txt") == ([], 0)


def archive(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def test_an_archive_gives_its_sources_inside_the_folder_named(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "a.zip", **{"../../b.txt": "甲".encode(), "c/d.html": b"x", "e.exe": b"x", "f.zip": b"x"}
    )
    into = tmp_path / "into"
    into.mkdir()
    found = unpacked(path, into, Limits())
    assert [file.name for file in found] == ["b.txt", "d.html", "f.zip"]
    assert all(file.resolve().is_relative_to(into.resolve()) for file in found)


def test_names_that_old_programs_write_are_read(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("预算.txt".encode("gb18030").decode("cp437"))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr(info, "甲")
    data = (
        (tmp_path / "a.zip").read_bytes().replace("预算.txt".encode("gb18030").decode("cp437").encode(), b"x")
    )
    assert data
    (tmp_path / "into").mkdir()
    with zipfile.ZipFile(tmp_path / "a.zip") as file:
        flagged = file.infolist()[0].flag_bits & 0x800
    (found,) = unpacked(tmp_path / "a.zip", tmp_path / "into", Limits())
    assert found.name.endswith(".txt")
    assert flagged


def test_archives_without_end_are_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", **{"b.txt": b"0" * 10_000})
    (tmp_path / "into").mkdir()
    with pytest.raises(SourceError, match=r"^a\.zip: 解压后超过"):
        unpacked(path, tmp_path / "into", Limits(unpacked=5_000))
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(SourceError, match=r"^a\.zip: 文件已损坏"):
        unpacked(path, tmp_path / "into", Limits())


def test_parts_of_the_system_are_no_sources(tmp_path: Path) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to("/proc/self/environ")
    for path in (Path("/proc/self/status"), link):
        with pytest.raises(SourceError, match="不是普通文件"):
            read_source(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("kind", ["zip", "xlsx"])
def test_however_a_zip_is_packed_its_damage_is_said_of_it(method: int, kind: str, tmp_path: Path) -> None:
    """Each way of packing has errors of its own."""
    path = tmp_path / f"a.{kind}"
    name = "b.txt" if kind == "zip" else "xl/workbook.xml"
    with zipfile.ZipFile(path, "w", method) as file:
        file.writestr(name, "城镇新增就业 3 万人".encode() * 50)
    data = bytearray(path.read_bytes())
    start = 30 + len(name)
    data[start + 4 : start + 24] = b"\xff" * 20
    path.write_bytes(data)
    with pytest.raises(SourceError, match=rf"^a\.{kind}: 文件已损坏或被截断（{name}）"):
        if kind == "zip":
            unpacked(path, tmp_path, Limits())
        else:
            read_source(path)
