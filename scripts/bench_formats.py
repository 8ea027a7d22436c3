"""Readers of files against others: `python scripts/bench_formats.py [FORMAT …] [--folder N [--rounds N]]`.

Prints per format and reader: processor time a page (or table sheet, or file), memory, and amounts whose whole row was
read as it was described. Others are pdfplumber, openpyxl and lxml; one that is not installed is left out. `--folder N`
builds a folder of N invented PDFs with one process and with two, in turn; of several rounds the quickest of each count,
since others may be at work on the machine. Needs what the tests need.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from itertools import islice
from pathlib import Path

import msgspec

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

_EVERY = 5
"""Of so many invented documents one takes part: others are patient, people are not."""
Row = tuple[str, ...]


def plain(texts: Iterable[object]) -> Row:
    """A row without empty cells and white space, numbers without commas and closing zeros."""
    found = []
    for text in texts:
        bare = "".join(str("" if text is None else text).split())
        with suppress(InvalidOperation):
            bare = str(Decimal(bare.replace(",", "")).normalize())
        if bare:
            found.append(bare)
    return tuple(found)


def ours(path: Path) -> tuple[int, list[Row]]:
    """Pages and rows that this program reads."""
    from hrss_tui.sources.formats.limits import Limits
    from hrss_tui.sources.formats.read import read

    file = read(path.read_bytes(), path.name, Limits())
    rows: list[Row] = []
    for grid in file.grids:
        texts: list[list[str]] = [[] for _ in range(grid.rows)]
        for cell in grid.cells:
            texts[cell.row].append(cell.text)
        rows += map(plain, texts)
    return max(len(file.pages), 1), rows


def pdfplumber(path: Path) -> tuple[int, list[Row]]:
    """The same of pdfplumber, with its own settings; it too reads the lines beside the tables."""
    import pdfplumber as library

    with library.open(path) as file:
        tables = []
        for page in file.pages:
            page.extract_text()
            tables += page.extract_tables()
        return len(file.pages), [plain(row) for table in tables for row in table]


def openpyxl(path: Path) -> tuple[int, list[Row]]:
    """The same of openpyxl."""
    import openpyxl as library

    book = library.load_workbook(path, data_only=True)
    return len(book.worksheets), [plain(row) for sheet in book for row in sheet.iter_rows(values_only=True)]


def lxml(path: Path) -> tuple[int, list[Row]]:
    """The same of lxml."""
    import lxml.html as library

    tree = library.fromstring(path.read_bytes())
    return 1, [plain(cell.text_content() for cell in row.xpath("./td|./th")) for row in tree.iter("tr")]


class Contest(msgspec.Struct, frozen=True):
    """A format, the library to measure against, and both readers by name."""

    form: str
    peer: str
    readers: dict[str, Callable[[Path], tuple[int, list[Row]]]]


CONTESTS = (
    Contest("pdf", "pdfplumber", {"hrss-tui": ours, "pdfplumber": pdfplumber}),
    Contest("xlsx", "openpyxl", {"hrss-tui": ours, "openpyxl": openpyxl}),
    Contest("html", "lxml", {"hrss-tui": ours, "lxml": lxml}),
)


def written(form: str, folder: Path) -> dict[str, Counter[tuple[Row, int]]]:
    """Invented documents in every way of a format; per file the described rows and how many amounts each has."""
    from tests.documents.described import Described
    from tests.documents.formats import FORMATS
    from tests.documents.library import documents

    def rows(document: Described) -> Iterator[tuple[Row, int]]:
        for table in document.tables:
            for row in table.rows:
                amounts = sum(cell.expects is not None for cell in row.cells)
                if amounts:
                    yield plain(cell.text for cell in row.cells), amounts

    known = {}
    for each in FORMATS:
        if each.name.split("-")[0] != form:
            continue
        for document in islice(documents(), None, None, _EVERY):
            name = f"{each.name}-{document.id}{each.suffix}"
            (folder / name).write_bytes(each.render(document))
            known[name] = Counter(rows(document))
    return known


def measured(contest: Contest, reader: str, folder: Path) -> None:
    """In a process of its own: read every file, print pages, seconds, megabytes and rows as JSON."""
    from hrss_tui.sources.formats.pdf.process import dismiss_all

    read = contest.readers[reader]
    pages, rows = 0, {}
    for path in sorted(folder.iterdir()):
        count, rows[path.name] = read(path)
        pages += count
    dismiss_all()  # the time of what has not been waited for is not counted
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(each.ru_utime + each.ru_stime for each in used)
    print(json.dumps([pages, seconds, max(each.ru_maxrss for each in used) / 1024, rows]))


def right(rows: list[Row], described: Counter[tuple[Row, int]]) -> int:
    """Amounts of described rows that were read as a whole, each row once."""
    read = Counter(rows)
    total = 0
    for (row, amounts), count in described.items():
        total += amounts * min(count, read[row])
    return total


def compare(contest: Contest) -> None:
    """Print a line per reader of a format."""
    with tempfile.TemporaryDirectory() as name:
        described = written(contest.form, Path(name))
        amounts = sum(count * times for known in described.values() for (_, count), times in known.items())
        for reader in contest.readers:
            if reader == contest.peer and importlib.util.find_spec(contest.peer) is None:
                print(f"{contest.form:5} {reader:11} not installed")
                continue
            command = [sys.executable, __file__, contest.form, "--reader", reader, "--in", name]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            pages, seconds, megabytes, rows = json.loads(done.stdout)
            found = sum(right([tuple(row) for row in rows[file]], known) for file, known in described.items())
            print(
                f"{contest.form:5} {reader:11} {1000 * seconds / pages:7.1f} ms a page  {megabytes:5.0f} MiB  "
                f"{found:,} of {amounts:,} amounts in whole rows ({found / amounts:.1%}), "
                f"{len(described)} files, {pages:,} pages",
                flush=True,
            )


def folder(count: int, rounds: int) -> None:
    """Build a folder of PDFs with one process and with two, in turn."""
    from tests.documents.as_pdf import render
    from tests.documents.library import documents

    known = list(documents())
    with tempfile.TemporaryDirectory() as name:
        sources = Path(name, "sources")
        sources.mkdir()
        for number in range(count):
            (sources / f"{number}.pdf").write_bytes(render(known[number % len(known)]))
        times: dict[int, list[float]] = {1: [], 2: []}
        for jobs in (1, 2) * rounds:
            times[jobs].append(built(sources, Path(name, "out"), jobs))
            print(f"  --jobs {jobs}: {times[jobs][-1]:.1f} s, load {os.getloadavg()[0]:.1f}", flush=True)
    one, two = min(times[1]), min(times[2])
    print(f"{count} PDFs: {one:.1f} s on one process, {two:.1f} s on two ({one / two:.2f} times)")


def built(sources: Path, out: Path, jobs: int) -> float:
    """Seconds that a build takes."""
    command = [sys.executable, "-m", "hrss_tui", "build", str(sources), "-o", str(out), "--jobs", str(jobs)]
    begun = time.monotonic()
    subprocess.run(command, check=False, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    return time.monotonic() - begun


def main() -> None:
    """Run the contests asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("formats", nargs="*", help="pdf, xlsx, html; default all")
    parser.add_argument("--folder", type=int, default=0, help="PDFs to build on one process and on two")
    parser.add_argument("--rounds", type=int, default=1, help="how often each of both is built")
    parser.add_argument("--reader", help=argparse.SUPPRESS)
    parser.add_argument("--in", dest="place", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    for contest in CONTESTS:
        if options.formats and contest.form not in options.formats:
            continue
        if options.reader:
            measured(contest, options.reader, options.place)
        else:
            compare(contest)
    if options.folder:
        folder(options.folder, options.rounds)


if __name__ == "__main__":
    main()
