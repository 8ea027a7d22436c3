"""Whatever lies in a folder of sources is named in one line, the others are compiled, and no half package is left."""

from __future__ import annotations

import io
import os
import random
import signal
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile import one_file, pipeline
from hrss_tui.compile.build import package_bytes
from hrss_tui.pack.read import open_pack
from hrss_tui.pack.verify import verify
from hrss_tui.sources import decode
from hrss_tui.sources.formats.draft import MAX_LINE
from hrss_tui.sources.formats.limits import Limits
from tests.cli.commands import Program
from tests.compile.test_pipeline import BULLETIN
from tests.robustness.forked import Forking

GOOD = BULLETIN.encode()


def zipped(size: int = 10**7) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(size))
    return out.getvalue()


def unreadable(path: Path) -> None:
    path.write_bytes(GOOD)
    path.chmod(0)


def wide_line(path: Path) -> None:
    """A line of 100 MB, and nothing else."""
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"1,234.56 " * (10**6 // 9))


BAD: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "blank": lambda path: path.write_bytes("　\n \t\n".encode()),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 64),
    "program": lambda path: path.write_bytes(Path(sys.executable).read_bytes()[:100_000]),
    "UTF-16 without its first byte": lambda path: path.write_bytes(BULLETIN.encode("utf-16-le")[1:]),
    "half a character": lambda path: path.write_bytes(b"\xff\xfe" + BULLETIN.encode("utf-16-le")[:-1]),
    "lone surrogates": lambda path: path.write_bytes(b"\xff\xfe\x00\xd8a\x00" * 20),
    "surrogates in UTF-8": lambda path: path.write_bytes(b"\xed\xa0\x80\xed\xff" * 20),
    "zip bomb": lambda path: path.write_bytes(zipped()),
    "gzip": lambda path: path.write_bytes(b"\x1f\x8b\x08\x00" + bytes(100)),
    "line of 100 MB": wide_line,
    "two million lines": lambda path: path.write_bytes(b"1\n" * 2_000_000),
    "long line": lambda path: path.write_text("就" * (MAX_LINE + 1), "utf-8"),
    "long paragraph of a page": lambda path: path.write_text(
        f"<html><p>{'就' * (MAX_LINE + 1)}</p>", "utf-8"
    ),
    "directory": lambda path: path.mkdir(),
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "link to itself": lambda path: path.symlink_to(path),
    "link to nothing": lambda path: path.symlink_to("nothing"),
    "unreadable": unreadable,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "sources"
    made.mkdir()
    (made / "good.txt").write_bytes(GOOD)
    return made


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_bad_source_is_named_and_the_good_one_compiled(
    jobs: str, folder: Path, tmp_path: Path, building: Forking
) -> None:
    for number, make in enumerate(BAD.values()):
        make(folder / f"bad{number:02}.txt")
    out = tmp_path / "out.msgpack"
    done = building.run(["build", folder, "-o", out, "--jobs", jobs])
    assert done.status == 2
    for number, kind in enumerate(BAD):
        named = [line for line in done.err.splitlines() if line.startswith(f"bad{number:02}.txt: ")]
        assert len(named) == 1, (kind, done.err)
    assert "Traceback" not in done.err
    assert open_pack(out).column("documents", "doc_id") == ["bulletin-2030"]
    assert done.seconds < 20
    assert done.megabytes < 500


def test_a_folder_that_cannot_be_looked_into_is_named(
    folder: Path, tmp_path: Path, building: Forking
) -> None:
    for name in ("closed", "open"):
        (folder / name).mkdir()
        (folder / name / "more.txt").write_text(BULLETIN.replace("2030", "2031"), "utf-8")
    (folder / "closed").chmod(0)
    out = tmp_path / "out.msgpack"
    done = building.run(["build", folder, "--recursive", "-o", out])
    (folder / "closed").chmod(0o700)
    assert done.status == 2
    (line,) = [line for line in done.err.splitlines() if line.startswith("closed: ")]
    assert "没有权限" in line
    assert open_pack(out).column("documents", "doc_id") == ["bulletin-2030", "bulletin-2031"]


def test_strict_writes_nothing(folder: Path, tmp_path: Path, hrss: Program) -> None:
    (folder / "bad.txt").write_bytes(b"")
    out = tmp_path / "out.msgpack"
    done = hrss("build", folder, "-o", out, "--strict")
    assert done.status == 2
    assert "bad.txt" in done.err
    assert list(tmp_path.iterdir()) == [folder]


LONG: dict[str, str] = {
    "50,000 short lines": "1\n" * 50_000,
    "100,000 empty lines": "甲\n" + "\n" * 100_000,
    "a paragraph of 200,000 characters": "就业1,234.56万人" * 15_000,
    "opening brackets": "（" * 50_000,
    "quotation marks": "“《" * 25_000,
    "one number": "9" * 100_000,
    "dashes": "-" * 100_000,
    "spaces": "甲" + " " * 200_000 + "乙",
    "names of projects": "项目名称：甲\n" * 1_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_time_and_memory_are_in_proportion(
    kind: str, folder: Path, tmp_path: Path, building: Forking
) -> None:
    (folder / "long.txt").write_text(LONG[kind], "utf-8")
    done = building.run(["build", folder, "-o", tmp_path / "out.msgpack"])
    assert done.status == 0, done.err
    assert (
        done.seconds < 12
    )  # a slow machine needs a quarter of it, what grows with the square minutes; test_work counts
    assert done.megabytes < 300


def ragged(chance: random.Random) -> str:
    """A budget table whose rows have any number of cells."""
    title = "部门收入总体情况表\n单位：万元\n功能分类科目编码\t功能分类科目名称\t总计\n类\t款\t项\n"
    rows = (
        "\t".join(
            chance.choice(("", "208", "01", "合计", "1.00", "-", "/", "甲", "1,234.56")) for _ in range(size)
        )
        for size in (chance.randrange(18) for _ in range(40))
    )
    return title + "\n".join(rows) + "\n"


@pytest.mark.parametrize("seed", range(10))
def test_ragged_tables_are_read_or_kept_as_text(
    seed: int, folder: Path, tmp_path: Path, hrss: Program
) -> None:
    (folder / "ragged.txt").write_text(ragged(random.Random(seed)), "utf-8")
    out = tmp_path / "out.msgpack"
    done = hrss("build", folder, "-o", out)
    assert done.status == 0, done.err
    assert verify(open_pack(out)) == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-be"])
def test_encodings_give_the_same_text(encoding: str, folder: Path, tmp_path: Path, hrss: Program) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    (folder / "good.txt").write_bytes(mark + BULLETIN.encode(encoding))
    out = tmp_path / "out.msgpack"
    assert hrss("build", folder, "-o", out).status == 0
    assert any("12.5 万人" in text for text in open_pack(out).column("blocks", "text"))


def test_names_of_files_command_nothing(folder: Path, tmp_path: Path, building: Forking) -> None:
    (folder / "\x1b]0;evil\x07.txt").write_bytes(b"")
    (folder / "\x1b[31m\u202ered.txt").write_text(BULLETIN.replace("2030", "2031"), "utf-8")
    os.close(os.open(os.fsencode(folder) + b"/\xff\xfe.txt", os.O_CREAT | os.O_WRONLY))
    out = tmp_path / "out.msgpack"
    done = building.run(["build", folder, "-o", out])
    assert done.status == 2
    assert "\x1b" not in done.err + "".join(open_pack(out).column("documents", "source_file"))
    assert "\u202e" not in done.err


def test_a_file_that_grows_while_it_is_read_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"1\n" * 40)
    status = path.stat()
    path.write_bytes(b"1\n" * 400)
    monkeypatch.setattr(Path, "stat", lambda self, **_: status)
    with pytest.raises(decode.SourceError, match=r"a\.txt"):
        decode.read_source(path, Limits(size=100))


def test_a_source_may_be_as_large_as_is_said(tmp_path: Path, building: Forking) -> None:
    paragraph = "某市就业工作总结。" * 1200  # longer than any whose figures are read
    (tmp_path / "a.txt").write_bytes(f"{paragraph}\n".encode() * 42)
    building_it = ["build", tmp_path / "a.txt", "-o", tmp_path / "out.msgpack", "--max-megabytes"]
    small = building.run([*building_it, "1"])
    assert (small.status, "--max-megabytes" in small.err) == (2, True)
    assert building.run([*building_it, "2"]).status == 0


def test_a_file_that_changes_after_it_was_read_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = pipeline.compile_folder(folder)
    parse = one_file.parse

    def changing(file: decode.SourceFile) -> object:
        (folder / "good.txt").write_bytes(b"")
        return parse(file)

    monkeypatch.setattr(one_file, "parse", changing)
    assert pipeline.compile_folder(folder).tables == whole.tables


@pytest.mark.parametrize("step", ["reading", "parsing"])
def test_an_error_inside_one_document_does_not_cost_the_others(
    step: str, folder: Path, tmp_path: Path, hrss: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "odd.txt").write_text(BULLETIN.replace("2030", "2031"), "utf-8")
    parse, read = one_file.parse, decode.decode

    def failing(file: decode.SourceFile) -> object:
        if file.name == "odd.txt":
            raise IndexError("一段文字")
        return parse(file)

    def unreadable(data: bytes, name: str, *more: Any) -> decode.SourceFile:
        if name == "odd.txt":
            raise IndexError("一段文字")
        return read(data, name, *more)

    if step == "parsing":
        monkeypatch.setattr(one_file, "parse", failing)
    else:
        monkeypatch.setattr(decode, "decode", unreadable)
    done = hrss("build", folder, "-o", tmp_path / "out.msgpack")
    assert done.status == 2
    (line,) = [line for line in done.err.splitlines() if line.startswith("odd.txt")]
    assert "IndexError" in line
    assert "一段文字" not in line
    assert open_pack(tmp_path / "out.msgpack").count("documents") == 1


@pytest.mark.parametrize("others", ["at work", "still starting"])
def test_a_process_that_dies_is_one_line(
    others: str, folder: Path, tmp_path: Path, building: Forking
) -> None:
    """The executor ends the others, and one may not have come to say that it just dies when told."""
    code = (
        "from hrss_tui.cli import built; from hrss_tui.compile import one_file\n"
        f"first, begin, late = os.getpid(), built.in_background, {others == 'still starting'}\n"
        "def second(): return os.getpid() != min(children())\n"
        "def children(): return [int(x) for x in open(f'/proc/{first}/task/{first}/children').read().split()]\n"
        "built.in_background = lambda: (late and second() and time.sleep(20), begin())\n"
        "one_file.parse = lambda file: os._exit(1)\n"
    )
    done = building.run(["build", folder, "-o", tmp_path / "out.msgpack", "--jobs", "2"], before=code)
    assert done.status == 2
    assert "Traceback" not in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "out.msgpack").exists()


OLD = b"\x81\xa6format\xadhrss-datapack"
"""What a build takes for a package, and so replaces."""
KILLS = {"1": 5, "2": 3}
"""Builds that are killed here, at moments spread over the whole run."""


@pytest.mark.parametrize("jobs", KILLS)
def test_a_killed_build_leaves_the_old_package_or_the_new_one(
    jobs: str, folder: Path, tmp_path: Path, building: Forking
) -> None:
    for year in range(2031, 2034):
        (folder / f"{year}.txt").write_text(BULLETIN.replace("2030", str(year)), "utf-8")
    out = tmp_path / "out.msgpack"
    old = OLD
    command = ["build", folder, "-o", out, "--jobs", jobs]
    begun = time.monotonic()
    assert building.run(command).status == 0
    whole = time.monotonic() - begun
    new, left = out.read_bytes(), set()
    assert new == package_bytes(pipeline.compile_folder(folder))
    chance = random.Random(int(jobs))
    for _ in range(KILLS[jobs]):
        out.write_bytes(old)
        building.run(command, killed_after=chance.uniform(0.1, 1.05) * whole)
        left.add(out.read_bytes())
    assert left <= {old, new}


@pytest.mark.parametrize(
    ("step", "left"),
    [
        ("hrss_tui.pack.write.spare_name", "old"),
        ("os.fsync", "old"),
        ("Path.replace", "old"),
        ("Path.unlink", "new"),
    ],
)
def test_killed_at_any_step_of_writing_it_leaves_one_of_the_two(
    step: str, left: str, folder: Path, tmp_path: Path, building: Forking
) -> None:
    out = tmp_path / "out.msgpack"
    out.write_bytes(OLD)
    code = (
        "from pathlib import Path; import hrss_tui.cli.built\n"
        f"{step} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert building.run(["build", folder, "-o", out], before=code).status == -signal.SIGKILL
    if left == "old":
        assert out.read_bytes() == OLD
    else:
        assert verify(open_pack(out)) == ()
