"""Fuzz what reads sources: `python scripts/fuzz_sources.py [--seconds N] [--findings DIR] [--replay FILE …]`.

Whatever the bytes are, they are decoded, parsed and compiled into a package that `verify` finds whole, or refused with a
SourceError. Mutation starts from pieces of the sources in seeds/ and moves lines, cells and marks about.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.compile.audit import audit  # noqa: E402
from hrss_tui.compile.one_file import CompiledFile, compile_documents  # noqa: E402
from hrss_tui.compile.pipeline import assemble  # noqa: E402
from hrss_tui.errors import SourceError  # noqa: E402
from hrss_tui.pack.read import decode_pack  # noqa: E402
from hrss_tui.pack.verify import verify  # noqa: E402
from hrss_tui.pack.write import encode_package  # noqa: E402
from hrss_tui.sources.decode import decode  # noqa: E402
from hrss_tui.sources.manifest.said import Manifest  # noqa: E402
from scripts.fuzzing import main  # noqa: E402

NAME = "fuzzed.txt"
BEGINNING, PIECE = 12, 40
"""Lines of a source that every piece of it begins with, for they tell its kind, and lines that follow."""
MARKS = (
    *"0123456789,.，。、；：（）()《》“”％%-—\t 　\n",
    "万元",
    "万人",
    "合计",
    "其中",
    "年",
    "1.",
    "（一）",
    "一、",
    "\u200b",
    "\x00",
)

_FIGURE = re.compile(r"[0-9０-９]+(?:[.,][0-9]+)*")


class NotWholeError(AssertionError):
    """A package that was compiled and that `verify` does not find whole."""


def one(data: bytes) -> None:
    """Compile one text. Raises NotWholeError, or whatever the compiler should not have raised."""
    try:
        file = decode(data, NAME)
        documents = tuple(compile_documents(file))
    except SourceError:
        return
    manifest = Manifest()
    compiled = assemble(manifest, [CompiledFile(NAME, documents, file.notes)])
    audit(compiled)
    package = encode_package({"name": "x", "version": "1", "sources": []}, compiled.tables, {})
    faults = verify(decode_pack(package, NAME))
    if faults:
        raise NotWholeError(faults[0].table)


@cache
def _sources() -> tuple[tuple[str, ...], ...]:
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    return tuple(tuple(path.read_text("utf-8").splitlines(keepends=True)) for path in paths)


def seeds() -> Iterator[bytes]:
    """Pieces of every source, each after the source's beginning, and one in the other encodings."""
    for lines in _sources():
        for start in range(BEGINNING, max(len(lines), BEGINNING + 1), PIECE):
            yield "".join((*lines[:BEGINNING], *lines[start : start + PIECE])).encode()
    text = "".join(_sources()[0][:BEGINNING])
    yield text.encode("gb18030")
    yield text.encode("utf-16")


def changed(data: bytes, chance: Random) -> bytes:
    """The text with one to five changes. Raises ValueError where it is no UTF-8."""
    lines = data.decode().splitlines(keepends=True) or [""]
    for _ in range(chance.choice((1, 1, 2, 3, 5))):
        chance.choice(CHANGES)(lines, chance.randrange(len(lines)), chance)
        lines = lines or [""]
    return "".join(lines).encode()


def _remove(lines: list[str], at: int, chance: Random) -> None:
    del lines[at : at + chance.choice((1, 1, 3))]


def _repeat(lines: list[str], at: int, chance: Random) -> None:
    lines[at:at] = lines[at : at + chance.choice((1, 3, 8))]


def _swap(lines: list[str], at: int, chance: Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _foreign(lines: list[str], at: int, chance: Random) -> None:
    """Lines of any source, here."""
    source = chance.choice(_sources())
    start = chance.randrange(len(source))
    lines[at:at] = source[start : start + chance.choice((1, 2, 10))]


def _cut(lines: list[str], at: int, chance: Random) -> None:
    place = chance.randrange(len(lines[at]) + 1)
    lines[at] = (
        lines[at][:place] + chance.choice(("", "\n", *MARKS)) + lines[at][place + chance.choice((0, 1, 4)) :]
    )


def _cells(lines: list[str], at: int, chance: Random) -> None:
    """The cells of a line in another order, or its words, where it has no cells."""
    mark = chance.choice(("\t", " ", "，"))
    cells = lines[at].rstrip("\n").split(mark)
    chance.choice((cells.reverse, lambda: chance.shuffle(cells), lambda: cells.extend(cells[:3])))()
    lines[at] = mark.join(cells) + "\n"


def _figures(lines: list[str], at: int, chance: Random) -> None:
    """Another digit wherever there is one, or none."""
    table = str.maketrans("0123456789", "".join(chance.choice("0123456789") for _ in range(10)))
    lines[at] = lines[at].translate(table)


def _strange(lines: list[str], at: int, chance: Random) -> None:
    """A figure of the line as no document should print it."""
    found = list(_FIGURE.finditer(lines[at]))
    if found:
        place = chance.choice(found)
        odd = chance.choice(
            ("", "0", ",", ".", "9" * 13, "9" * 30, "1,2,8", "1,234,567,890,123,456", "%", "-", "０．５")
        )
        cut = chance.choice((place.start(), place.end()))
        lines[at] = lines[at][:cut] + odd + lines[at][chance.choice((cut, place.end())) :]


def _joined(lines: list[str], at: int, chance: Random) -> None:
    lines[at] = lines[at].rstrip("\n")


CHANGES: tuple[Callable[[list[str], int, Random], None], ...] = (
    _remove, _repeat, _swap, _foreign, _cut, _cut, _cut, _cells, _figures, _strange, _strange, _joined,
)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main("fuzz_sources"))
