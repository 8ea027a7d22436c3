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
    found, unusable = unpacked(path, into, Limits())
    assert not unusable
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
    (found,), _ = unpacked(tmp_path / "a.zip", tmp_path / "into", Limits())
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
            raise unpacked(path, tmp_path, Limits())[1][0]
        else:
            read_source(path)


def test_a_file_of_an_archive_that_cannot_be_used_costs_no_other(tmp_path: Path) -> None:
    texts = {
        "甲.txt": "城镇新增就业 3 万人",
        "乙.txt": "新增参保 4 万人",
        "丙.txt": "培训 5 万人次",
        "丁.txt": "一",
    }
    path = archive(tmp_path / "a.zip", **{name: text.encode() * 50 for name, text in texts.items()})
    data = bytearray(path.read_bytes())
    damaged = data.index("甲.txt".encode()) + len("甲.txt".encode())
    data[damaged : damaged + 20] = b"\xff" * 20
    encrypted = data.rindex("丙.txt".encode())
    data[encrypted - 46 + 8] |= 1
    path.write_bytes(data)
    (tmp_path / "into").mkdir()
    found, unusable = unpacked(path, tmp_path / "into", Limits())
    assert [file.name for file in found] == ["丁.txt", "乙.txt"]
    assert sorted(str(error) for error in unusable) == [
        "a.zip/丙.txt: 文件已加密（去掉密码后重试）",
        "a.zip: 文件已损坏或被截断（甲.txt）（重新下载或另存后重试）",
    ]


def test_an_archive_that_is_encrypted_throughout_is_said_so_once(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", **{"甲.txt": b"1", "乙.txt": b"2"})
    data = bytearray(path.read_bytes())
    for name in ("甲.txt", "乙.txt"):
        data[data.rindex(name.encode()) - 46 + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(SourceError, match=r"^a\.zip: 文件已加密"):
        unpacked(path, tmp_path, Limits())


def test_the_remedy_for_an_archive_in_an_archive_is_no_archive(tmp_path: Path) -> None:
    path = archive(tmp_path / "b.zip", **{"甲.txt": b"1"})
    with pytest.raises(SourceError, match=r"b\.zip: 不支持 ZIP 格式（先解压）"):
        read_source(path)


def test_what_is_neither_file_nor_folder_is_not_asked_to_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^/dev/null: 不是普通文件"):
        source_paths(Path("/dev/null"))
    with pytest.raises(SourceError, match="不是目录"):
        source_paths(tmp_path / "absent")
