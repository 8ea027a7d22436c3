"""A package or an index that changes under the explorer: it goes on, or ends with one line that says what happened."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import msgpack
import pexpect
import pytest

if sys.platform == "win32":
    pytest.skip("terminals of Unix", allow_module_level=True)

from hrss_tui.pack import open as packs
from hrss_tui.pack.open import open_light
from hrss_tui.query.search import index_format
from hrss_tui.query.search.index_format import is_large
from hrss_tui.query.search.index_write import write_index
from hrss_tui.query.search.scan import Scanner
from hrss_tui.query.search.searcher import Searcher
from tests.robustness.forked_terminal import Forked, ForkedTerminal
from tests.robustness.mutations import encoded

KEYS = ("2", "\x1b[B", "\r", "3", "4", "6", "\x1b[B", "\r", "7", "\x1b[B", "\r", "/", "南疆", "\r")
"""What reads most of a package."""
CHANGED = "数据包在打开期间被改动"
LARGEST, SCANNED = (2 * 2**20, 2**20) if sys.platform == "linux" else (packs.LARGEST, index_format.SCANNED)
"""Bytes from which a package is read where it lies, and of text from which it has an index: fewer where explorers are forked."""


class _OfSmall(Forked):
    first = f"""
from hrss_tui.pack import open as packs
from hrss_tui.query.search import index_format
packs.LARGEST, index_format.SCANNED = {LARGEST}, {SCANNED}
"""


class Explored(ForkedTerminal):
    """A terminal with an explorer for which packages are large that are not."""

    spawn = _OfSmall if sys.platform == "linux" else pexpect.spawn


def cut(path: Path) -> None:
    """As a copy over it begins."""
    os.truncate(path, path.stat().st_size // 3)


def overwritten(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 8)
        file.write(b"\xc1" * (path.stat().st_size // 2))


def replaced(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"something else")
    other.replace(path)


def removed(path: Path) -> None:
    path.unlink()


@pytest.fixture(scope="module", autouse=True)
def sizes() -> Iterator[None]:
    """They are large here too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packs, "LARGEST", LARGEST)
        patch.setattr(index_format, "SCANNED", SCANNED)
        yield


@pytest.fixture(scope="module")
def large(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that is read where it lies, with an index: the seeds with longer texts."""
    return lengthened(pack_data, LARGEST, tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="module")
def fair(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One that is large enough to be searched by its index, and quick to be read."""
    return lengthened(pack_data, SCANNED, tmp_path_factory.mktemp("fair"))


def lengthened(package: bytes, size: int, folder: Path) -> Path:
    """The package with texts of more than so many bytes in all, and its index."""
    plain = msgpack.unpackb(package)
    plain.pop("stretches", None)
    blocks = plain["tables"]["blocks"]
    more = "长" * (size // 3 // len(blocks["text"]) + 1)
    blocks["text"] = [text + more for text in blocks["text"]]
    path = folder / "long.msgpack"
    path.write_bytes(encoded(plain))
    assert is_large(open_light(str(path)))
    write_index(str(path))
    return path


def explored(
    pack: Path,
    home: Path,
    change: Callable[[Path], None],
    target: Path,
    kind: type[ForkedTerminal] = Explored,
) -> tuple[int, str, str]:
    """Exit status, what is said when the terminal is restored, and all that was written, after a change of a file."""
    terminal = kind(home, "--pack", str(pack)).started()
    change(target)
    with suppress(pexpect.EOF):  # it may end between two looks at whether it has
        for key in KEYS:
            if not terminal.child.isalive():
                break
            terminal.child.send(key)
            terminal.read()
        if terminal.child.isalive():
            terminal.until(lambda text: "南疆" in text or not terminal.child.isalive())
        if terminal.child.isalive():
            terminal.child.send("\x1b[27u\x1b[27uq")
    status, said = terminal.ended()
    assert list(home.rglob("hrss-tui-crash-*")) == []
    return status, said, terminal.written.decode("utf-8", "replace")


def copied(pack: Path, folder: Path) -> Path:
    """A package of one's own, with its index where it has one."""
    own = folder / "own.msgpack"
    for end in ("", ".search"):
        if Path(f"{pack}{end}").exists():
            Path(f"{own}{end}").write_bytes(Path(f"{pack}{end}").read_bytes())
    return own


@pytest.mark.parametrize("change", [cut, overwritten, replaced, removed], ids=lambda one: one.__name__)
def test_a_large_package_that_changes(change: Callable[[Path], None], large: Path, tmp_path: Path) -> None:
    pack = copied(large, tmp_path)
    status, said, _ = explored(pack, tmp_path, change, pack)
    if change in (replaced, removed):  # the file that was opened is still there
        assert (status, said) == (0, "")
    else:
        assert status == 3
        assert (
            said.count(CHANGED) == said.count("hrss-tui: ") == 1
        )  # keys that come too late are echoed beside it


@pytest.mark.parametrize("change", [cut, overwritten], ids=lambda one: one.__name__)
def test_a_small_package_that_changes(
    change: Callable[[Path], None], pack_data: bytes, tmp_path: Path
) -> None:
    pack = tmp_path / "own.msgpack"
    pack.write_bytes(pack_data)
    assert explored(pack, tmp_path, change, pack, ForkedTerminal)[:2] == (0, "")


@pytest.mark.parametrize("change", [cut, overwritten, replaced, removed], ids=lambda one: one.__name__)
def test_an_index_that_changes(change: Callable[[Path], None], large: Path, tmp_path: Path) -> None:
    pack = copied(large, tmp_path)
    assert explored(pack, tmp_path, change, Path(f"{pack}.search"))[:2] == (0, "")


@pytest.fixture(scope="module")
def counted(fair: Path) -> dict[str, str]:
    """What the explorer says of how often words occur when everything is read."""
    searcher = Searcher(open_light(str(fair)))
    searcher.engine = Scanner(searcher.pack)
    found = {word: searcher.count(searcher.search(word)) for word in ("就业", "社会保障", "培训")}
    return {
        word: f"{totals.occurrences} 处，{sum(map(bool, totals.documents.values()))} 份文件"
        for word, totals in found.items()
    }


@pytest.mark.parametrize("change", [cut, overwritten, replaced, removed], ids=lambda one: one.__name__)
@pytest.mark.parametrize("moment", ["between two searches", "while results are paged"])
def test_an_index_that_changes_after_it_was_used(
    moment: str, change: Callable[[Path], None], fair: Path, counted: dict[str, str], tmp_path: Path
) -> None:
    """What is counted next is what reading everything counts."""
    pack = copied(fair, tmp_path)
    terminal = Explored(tmp_path, "--pack", str(pack), size=(30, 110)).started()
    for turn, word in enumerate(counted):
        terminal.child.send("/")
        terminal.child.send(word)
        terminal.until(lambda text, word=word: counted[word] in text)
        if moment == "between two searches" and turn == 0:
            change(Path(f"{pack}.search"))
        terminal.child.send("\r")
        for page in range(4):
            if page == 2 and turn == 0 and moment == "while results are paged":
                change(Path(f"{pack}.search"))
            terminal.child.send("\x1b[6~")
            terminal.read()
    terminal.child.send("\x1b[27u\x1b[27uq")
    status, said = terminal.ended()
    assert (status, said, list(tmp_path.rglob("hrss-tui-crash-*"))) == (0, "", [])
