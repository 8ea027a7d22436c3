"""Two thousand invented documents as a lake of Parquet, asked by DuckDB and by the program: `python scripts/check_lake.py`.

Four hundred departments with budgets of four years and the accounts of one are compiled into packages of five hundred
documents and into one of all; the two queries of the how-to must give what `compare` gives. Prints the times and ends with 1
where an answer differs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.cli.run import run  # noqa: E402
from tests.documents.formats import chosen  # noqa: E402
from tests.documents.lake import asked, disagreements  # noqa: E402
from tests.documents.layouts import accounts, shanghai  # noqa: E402
from tests.documents.layouts.common import Department  # noqa: E402

YEARS = (2021, 2022, 2023, 2024)
OFFICES = (("教育局", "20501"), ("水利局", "21303"), ("民政局", "20802"), ("人力资源和社会保障局", "20801"))
PART = 500
"""Documents of a package."""


def write(folder: Path, count: int) -> list[Path]:
    """Folders of so many documents in all, of at most `PART` each."""
    (made,) = chosen("text")
    folders: list[Path] = []
    for number in range(count):
        department, at = divmod(number, len(YEARS) + 1)
        office, group = OFFICES[department % len(OFFICES)]
        name = f"第{department + 1}区{office}"
        of = Department(
            f"d{department:04}", name, f"第{department + 1}区", department, (group,), (f"{name}服务中心",)
        )
        one = (
            shanghai.budget(of, YEARS[at], shanghai.Year())
            if at < len(YEARS)
            else accounts.final(of, YEARS[0])
        )
        if number % PART == 0:
            folders.append(folder / f"part{len(folders)}")
            folders[-1].mkdir()
        (folders[-1] / f"{one.id}{made.suffix}").write_bytes(made.render(one))
    return folders


def main() -> int:
    """Make, compile, export, ask, compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--jobs", default="2")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="check-lake-") as scratch:
        folder, began = Path(scratch), time.perf_counter()
        packs = []
        for part in write(folder, options.count):
            packs.append(f"{part}.msgpack")
            run(["build", str(part), "-o", packs[-1], "--jobs", options.jobs])
        whole = str(folder / "whole.msgpack")
        run(["build", *packs, "-o", whole])
        print(f"{options.count} documents in {len(packs)} packages: {time.perf_counter() - began:.0f} s")
        wrong = disagreements(packs, whole, folder / "lake", "30227", YEARS[-1])
        for name in ("years", "departments"):
            began = time.perf_counter()
            print(f"{name}: {len(asked(name, folder / 'lake'))} rows in {time.perf_counter() - began:.2f} s")
    print("\n".join(wrong[:20]) or "DuckDB and the program agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
