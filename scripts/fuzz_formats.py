"""Fuzz the readers of files: `python scripts/fuzz_formats.py [FORMAT …] [--seconds N] [--seed N] [--findings DIR]`.

Whatever the bytes are, a file is read into lines, grids and pages that fit each other, or refused with a SourceError
of one line that names it. Invented documents in every format are the seeds; bytes, and the parts inside of zips and
of the compressed streams of a PDF, are cut, doubled and overwritten. Needs what the tests need.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
import time
import traceback
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.errors import SourceError  # noqa: E402
from hrss_tui.sources.formats.form import Grid, GridCell, SourceFile  # noqa: E402
from hrss_tui.sources.formats.limits import Limits  # noqa: E402
from hrss_tui.sources.formats.read import read  # noqa: E402

NAME = "fuzzed"
PATIENCE = 20.0
"""Seconds that no file of this size may take."""
LIMITS = Limits(seconds=PATIENCE, unpacked=64 * 2**20, pictures=0)
_STREAM = re.compile(rb"stream\r?\n(.{1,200000}?)\r?\nendstream", re.DOTALL)
_TOKENS = (
    b"0",
    b"-1",
    b"1e9",
    b"99999999999",
    b"\0",
    b"[",
    b"<<",
    b"obj",
    b"R",
    b"<table>",
    b"\xff\xfe",
    b"&#0;",
    b"(",
)

Change = Callable[[bytes, Random], bytes]


class Kind(msgspec.Struct, frozen=True):
    """How files of some formats are changed: `prefix` of the formats' names, and the change."""

    prefix: str
    change: Change


def changed_bytes(data: bytes, chance: Random) -> bytes:
    """A few places overwritten, cut out, doubled, or the end cut off."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found) + 1)
        size = chance.choice((1, 1, 4, 40, 400))
        act = chance.randrange(5)
        if act == 0:
            found[at : at + size] = chance.randbytes(size)
        elif act == 1:
            del found[at : at + size]
        elif act == 2:
            found[at:at] = found[at : at + size] * chance.randint(1, 5)
        elif act == 3:
            found[at : at + 1] = chance.choice(_TOKENS)
        elif chance.random() < 0.1:
            del found[at:]
    return bytes(found)


def changed_zip(data: bytes, chance: Random) -> bytes:
    """One part of a zip changed and packed anew; now and then the zip itself."""
    if chance.random() < 0.1:
        return changed_bytes(data, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, changed_bytes(part, chance) if name == chosen else part)
    return out.getvalue()


def changed_pdf(data: bytes, chance: Random) -> bytes:
    """One stream of a PDF unpacked, changed and packed again; or the file itself."""
    streams = list(_STREAM.finditer(data))
    if not streams or chance.random() < 0.4:
        return changed_bytes(data, chance)
    stream = chance.choice(streams)
    try:
        packed = zlib.compress(changed_bytes(zlib.decompress(stream[1]), chance))
    except zlib.error:
        packed = changed_bytes(stream[1], chance)
    return data[: stream.start(1)] + packed + data[stream.end(1) :]


KINDS = (
    Kind("pdf", changed_pdf),
    Kind("docx", changed_zip),
    Kind("xlsx", changed_zip),
    Kind("", changed_bytes),
)
"""In order: the first whose prefix fits a format's name."""


def seeds(wanted: list[str]) -> list[tuple[str, bytes]]:
    """Format and bytes of short invented documents in every format asked for."""
    from tests.documents.formats import FORMATS
    from tests.documents.library import documents

    small = sorted(documents(), key=lambda each: len(each.parts))[:3]
    return [
        (form.name, form.render(document))
        for form in FORMATS
        if not wanted or any(form.name.startswith(name) for name in wanted)
        for document in small
    ]


def wrong(data: bytes) -> str | None:
    """What is wrong with how a file was taken, or nothing."""
    begun = _worked()
    try:
        problem = next(_problems(read(data, NAME, LIMITS)), None)
    except SourceError as error:
        problem = _said(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        last = traceback.extract_tb(error.__traceback__)[-1]
        problem = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
    return "slow" if problem is None and _worked() - begun > PATIENCE else problem


def _worked() -> float:
    """Seconds of the processor, those of processes that have ended among them: a busy machine makes nothing slow."""
    return sum(os.times()[:4])


def _said(error: SourceError) -> str | None:
    """Is the refusal one line that names the file, and no error of the program?"""
    message = error.message
    if "内部出错" in message:
        return message
    return None if message.startswith(NAME) and "\n" not in str(error) else f"said: {message[:80]}"


def _problems(file: SourceFile) -> Iterator[str]:
    """What does not fit in a file that was read."""
    if any("\n" in line or "\r" in line for line in file.lines):
        yield "a line end in a line"
    for grid in file.grids:
        yield from _grid_problems(file, grid)
    last = 0
    for page in file.pages:
        if page.first and not last < page.first <= page.last <= len(file.lines):
            yield "pages overlap or reach beyond the lines"
        last = page.last or last


def _grid_problems(file: SourceFile, grid: Grid) -> Iterator[str]:
    if not 1 <= grid.first <= grid.last <= len(file.lines):
        yield "a grid beyond the lines"
        return
    for cell in grid.cells:
        if not (cell.row + cell.rows <= grid.rows and cell.column + cell.columns <= grid.columns):
            yield "a cell beyond its grid"
        if cell.text and not _stands(file, cell):
            yield "a cell whose text stands elsewhere"


def _stands(file: SourceFile, cell: GridCell) -> bool:
    """Does the text of a cell stand where it says?

    In a text, quotes inside of quotes are doubled, and of a cell in marks (<td>…) only the first words have a place.
    """
    there = file.lines[cell.line - 1][cell.start : cell.end]
    if file.format != "text":
        return there == cell.text
    return cell.text.startswith(" ".join(there.replace('""', '"').split())) or there == cell.text


def main() -> int:
    """Run, print a line a finding, and exit with 1 where there is one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("formats", nargs="*", help="beginnings of the names of formats, default all")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path)
    options = parser.parse_args()
    chance = Random(options.seed)
    started = seeds(options.formats)
    found: dict[str, bytes] = {}
    count, end = 0, time.monotonic() + options.seconds
    while time.monotonic() < end:
        name, data = chance.choice(started)
        change = next(kind.change for kind in KINDS if name.startswith(kind.prefix))
        data = change(data, chance)
        problem = wrong(data)
        count += 1
        if problem is not None and f"{name}: {problem}" not in found:
            found[f"{name}: {problem}"] = data
            print(f"{name}: {problem} ({len(data)} bytes)")
            if options.findings is not None:
                options.findings.mkdir(parents=True, exist_ok=True)
                (options.findings / f"{name}-{len(found)}").write_bytes(data)
    print(f"{count} files, {len(found)} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
