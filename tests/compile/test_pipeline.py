"""A folder of sources to a package: what goes wrong is named, the rest goes on, and bytes are always the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import Compiled, Crew, compile_folder
from hrss_tui.errors import SourceError
from hrss_tui.pack.read import decode_pack
from hrss_tui.records import Document, Fact, record_id
from tests.conftest import ROOT, SEEDS

BULLETIN = (
    "某省人力资源和社会保障厅\n\n2030 年，全省城镇新增就业 12.5 万人。\n\n注：\n\n1.本公报数据为年报数据。\n"
)


def folder_of(tmp_path: Path, **files: bytes) -> Path:
    for name, data in files.items():
        (tmp_path / f"{name}.txt").write_bytes(data)
    return tmp_path


def test_a_source_without_manifest_has_an_id_of_its_kind_and_year(tmp_path: Path) -> None:
    compiled = compile_folder(folder_of(tmp_path, a=BULLETIN.encode()))
    (document,) = compiled.documents
    assert document.source.doc_id == "bulletin-2030"
    assert document.source.document.issuer == "某省人力资源和社会保障厅"


def test_bad_files_are_named_and_the_others_compiled(tmp_path: Path) -> None:
    folder = folder_of(
        tmp_path,
        a=b"",
        b=b"PK\x03\x04\x00\x00",
        c=BULLETIN.encode("gb18030"),
        d=b"\xff\xfe\xfd\x00\x01",
        e=b"\xed\xa0\x80\xff\xff",
    )
    (tmp_path / "f.txt").mkdir()
    (tmp_path / "g.txt").symlink_to(tmp_path / "g.txt")
    compiled = compile_folder(folder)
    assert [document.source.doc_id for document in compiled.documents] == ["bulletin-2030"]
    named = [error.message.split(":")[0] for error in compiled.errors]
    assert named == ["a.txt", "b.txt", "d.txt", "e.txt", "f.txt", "g.txt"]
    assert any("GB18030" in note for note in compiled.notes)


def test_two_sources_with_one_id_are_both_named(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=BULLETIN.encode(), b=BULLETIN.replace("12.5", "13.5").encode())
    compiled = compile_folder(folder)
    (error,) = compiled.errors
    assert "b.txt" in error.message and "a.txt" in error.message and "bulletin-2030" in error.message
    assert len(compiled.documents) == 1


def test_a_faulty_manifest_is_named_with_its_place(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=BULLETIN.encode())
    (folder / "manifest.toml").write_text('[package]\nname = "x"\nversoin = "1"\n', "utf-8")
    with pytest.raises(SourceError, match=r"manifest\.toml.*versoin"):
        compile_folder(folder)


BAD_VALUES = {
    "sources[0].documents[0].id": (
        "", "a b", "a:b", "a/b", "-a", "a\\n", "a\\u001b[31m", "x" * 101, "a?b", "a,b", "a=b",
    ),
    "sources[0].documents[0].kind": ("", "law", "Budget"),
    "sources[0].documents[0].date": ("", "2021-13-45", "2021-02-30", "gestern", "2021/2022", "20210101"),
    "sources[0].documents[0].period": ("2021/2022/2023", "2021/", "2021-1", "2031/2030", "2031-01/2029-12"),
    "sources[0].documents[0].title": ("x" * 2001, "a\\u202eb"),
    "package.version": ("", "1", "v1.0.0", "1.0.0-x"),
    "package.created": ("yesterday",),
    "package.title": ("a\\u001b[31m",),
}  # fmt: skip


@pytest.mark.parametrize(("place", "value"), [(key, one) for key, some in BAD_VALUES.items() for one in some])
def test_a_manifest_says_nothing_that_makes_no_sense(place: str, value: str, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=BULLETIN.encode())
    key = place.rpartition(".")[2]
    entry = f'[package]\n{key} = "{value}"\n'
    if place.startswith("sources"):
        entry = f'[[sources]]\nfile = "a.txt"\ndocuments = [{{ {key} = "{value}" }}]\n'
    (folder / "manifest.toml").write_text(entry, "utf-8")
    with pytest.raises(SourceError, match=re.escape(f"manifest.toml: {place}")):
        compile_folder(folder)


def test_who_made_a_package_is_named_by_its_manifest(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=BULLETIN.encode())
    (folder / "manifest.toml").write_text('[package]\ncontributors = ["甲", "乙"]\n', "utf-8")
    assert decode_pack(package_bytes(compile_folder(folder)), "").package["contributors"] == ["甲", "乙"]
    (folder / "manifest.toml").write_text('[package]\ncontributors = ["甲", "a\\u001b[31m"]\n', "utf-8")
    with pytest.raises(SourceError, match=r"manifest\.toml: package\.contributors\[1\]"):
        compile_folder(folder)


def test_a_manifest_describes_each_file_once_and_only_what_is_there(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=BULLETIN.encode())
    (folder / "manifest.toml").write_text('[[sources]]\nfile = "a.txt"\n' * 2, "utf-8")
    with pytest.raises(SourceError, match=r"sources\[1\]\.file"):
        compile_folder(folder)
    (folder / "manifest.toml").write_text('[[sources]]\nfile = "b.txt"\n', "utf-8")
    compiled = compile_folder(folder)
    assert list(compiled.notes) == ["manifest.toml: 文件夹中没有来源文件 b.txt"]
    assert len(compiled.documents) == 1


def test_more_documents_than_a_file_holds_are_said_to_be_too_many(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=BULLETIN.encode())
    (folder / "manifest.toml").write_text(
        '[[sources]]\nfile = "a.txt"\ndocuments = [{ id = "x" }, { id = "y" }]\n', "utf-8"
    )
    compiled = compile_folder(folder)
    (note,) = compiled.notes
    assert note.startswith("manifest.toml: a.txt 只有 1 份文件，清单写有 2 份")
    assert [document.source.doc_id for document in compiled.documents] == ["x"]


def test_a_manifest_may_begin_with_a_mark_of_its_encoding(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, a=BULLETIN.encode())
    (folder / "manifest.toml").write_text('[package]\nname = "marked"\n', "utf-8-sig")
    assert compile_folder(folder).manifest.package.name == "marked"


MANIFESTS: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "folder": Path.mkdir,
    "dangling": lambda path: path.symlink_to("nowhere"),
    "device": lambda path: path.symlink_to("/dev/zero"),
    "deep": lambda path: path.write_text("a = " + "[" * 5000 + "]" * 5000, "utf-8"),
    "number": lambda path: path.write_text("a = " + "9" * 10_000, "utf-8"),
    "bytes": lambda path: path.write_bytes(b"\xff\xfe"),
}


@pytest.mark.parametrize("make", MANIFESTS.values(), ids=list(MANIFESTS))
def test_whatever_is_called_a_manifest_is_read_or_refused(
    make: Callable[[Path], object], tmp_path: Path
) -> None:
    folder = folder_of(tmp_path, a=BULLETIN.encode())
    make(folder / "manifest.toml")
    with pytest.raises(SourceError, match=r"manifest\.toml"):
        compile_folder(folder)


@pytest.mark.parametrize("name", ["nothing", "file"])
def test_what_is_no_folder_of_sources_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(SourceError, match=name):
        compile_folder(tmp_path / name)


def test_every_id_is_unique(compiled: Compiled) -> None:
    ids = [record_id(record) for rows in compiled.tables.values() for record in rows if record.KEY]
    repeated = {one for one, count in Counter(ids).items() if count > 1}
    assert repeated == set()


def test_every_fact_has_lines_of_its_own_source(compiled: Compiled) -> None:
    sizes = {
        row.doc_id: row.source_lines for row in compiled.tables["documents"] if isinstance(row, Document)
    }
    facts = [record for rows in compiled.tables.values() for record in rows if isinstance(record, Fact)]
    assert facts
    for fact in facts:
        assert 1 <= fact.line_start <= fact.line_end <= sizes[fact.doc_id], fact


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_bytes_do_not_depend_on_hash_seed_locale_or_time_zone(
    seed: str, pack_data: bytes, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    code = (
        "import sys; from pathlib import Path; from hrss_tui.compile.build import package_bytes;"
        "from hrss_tui.compile.pipeline import compile_folder;"
        f"Path({str(out)!r}).write_bytes(package_bytes(compile_folder(Path({str(SEEDS)!r}))))"
    )
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONHASHSEED": seed,
        "LC_ALL": "C",
        "TZ": "Asia/Kathmandu",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd="/")
    assert out.read_bytes() == pack_data


def test_several_processes_give_the_same_bytes(pack_data: bytes) -> None:
    with ProcessPoolExecutor(2) as executor:
        assert package_bytes(compile_folder(SEEDS, Crew(executor, 2))) == pack_data


def test_articles_of_one_file_that_no_manifest_knows_are_told_apart(tmp_path: Path) -> None:
    text = "# 甲\n\n关键词：就业\n\n2030年就业增加。\n\n# 乙\n\n关键词：社保\n\n2030年参保增加。\n"
    compiled = compile_folder(folder_of(tmp_path, a=text.encode()))
    assert [document.source.doc_id for document in compiled.documents] == ["article-2030", "article-2030-2"]
    assert compiled.errors == ()
