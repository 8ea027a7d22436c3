"""Time and memory of compiling: the seeds once, then growing numbers of copies with changed figures.

    python scripts/bench_build.py [--copies 1000] [--jobs 2] [--cluster]
    python scripts/bench_build.py --against CHECKOUT [--sources FOLDER]

Prints seconds and peak memory of one build of seeds/, then for a quarter, half and all of the copies the seconds,
the seconds per copy and the ratio to the first: a ratio near 1 means that time grows linearly. A copy is one seed
file with every figure of two decimals changed; ids come from a manifest written beside the copies.

`--against` sets the processor time of a document beside that of another checkout (`git worktree add`), the two by turns
in fresh processes, what is read once and kept left aside: of twenty copies, or of a folder of texts.
"""

from __future__ import annotations

import argparse
import compileall
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.cluster import cluster_crew
from hrss_tui.compile.pipeline import Crew, compile_folder

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*\.\d{2}(?![\d.])")
ONCE = (
    "import resource, sys, time; from pathlib import Path; start = time.perf_counter();"
    "from hrss_tui.compile.build import package_bytes; from hrss_tui.compile.pipeline import compile_folder;"
    "data = package_bytes(compile_folder(Path(sys.argv[1])));"
    "print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(data))"
)

AGAIN = (
    "import sys, time; from pathlib import Path; from hrss_tui.compile.pipeline import compile_folder;"
    "count = len(compile_folder(Path(sys.argv[1])).documents); start = time.process_time();"
    "compile_folder(Path(sys.argv[1])); print((time.process_time() - start) / count)"
)


def changed(text: str, number: int) -> str:
    """The text with its figures moved by a factor that depends on the copy."""
    factor = Decimal(number % 97 + 1) / 7
    return FIGURE.sub(lambda match: f"{Decimal(match.group().replace(',', '')) * factor:,.2f}", text)


def write_copies(folder: Path, count: int) -> None:
    """`count` source files and the manifest that names their documents."""
    seeds = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    entries = []
    for number in range(count):
        name = f"{number:05}.txt"
        (folder / name).write_text(changed(seeds[number % len(seeds)], number), "utf-8")
        ids = ", ".join(f'{{ id = "copy-{number:05}-{part}" }}' for part in range(2))
        entries.append(f'[[sources]]\nfile = "{name}"\ndocuments = [{ids}]\n')
    (folder / "manifest.toml").write_text("\n".join(entries), "utf-8")


def build_copies(count: int, jobs: int, cluster: bool = False) -> float:
    """Seconds to compile and encode `count` copies in `jobs` processes, or workers of a cluster on this machine."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_copies(folder, count)
        with _crew(jobs, cluster) as crew:
            start = time.perf_counter()
            compiled = compile_folder(folder, crew, _progress)
        data = package_bytes(compiled)
        seconds = time.perf_counter() - start
        print(
            f"\n{count} copies: {len(compiled.documents)} documents, {len(data) / 1e6:.1f} MB",
            file=sys.stderr,
        )
        return seconds


def beside(other: Path, sources: Path | None) -> str:
    """A line with the processor time of a document here and in another checkout, and the ratio."""
    trees, least = (other.resolve(), ROOT), [float("inf")] * 2
    with tempfile.TemporaryDirectory() as name:
        if sources is None:
            write_copies(Path(name), _COPIES)
        for turn in range(2 * _TURNS):
            command = [sys.executable, "-c", AGAIN, str(sources or name)]
            setting = os.environ | {"PYTHONPATH": str(trees[turn % 2])}
            run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=name, env=setting)
            least[turn % 2] = min(least[turn % 2], float(run.stdout))
    there, here = least
    return f"a document: {here * 1000:.1f} ms here, {there * 1000:.1f} ms there, ratio {here / there:.2f} (best of {_TURNS})"


_COPIES, _TURNS = 20, 5


@contextmanager
def _crew(jobs: int, cluster: bool) -> Iterator[Crew]:
    if cluster:
        from distributed import LocalCluster

        address = {"host": "127.0.0.1", "dashboard_address": None}
        with (
            LocalCluster(n_workers=jobs, threads_per_worker=1, **address) as local,
            cluster_crew(local.scheduler_address) as crew,
        ):
            yield crew
    else:
        with ProcessPoolExecutor(jobs) as executor:
            yield Crew(executor, jobs)


def _progress(done: int, total: int, name: str) -> None:
    print(f"\r{done}/{total} {name}", end="", file=sys.stderr)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--cluster", action="store_true", help="workers of a Dask cluster on this machine")
    parser.add_argument(
        "--against", type=Path, metavar="CHECKOUT", help="another checkout to be compared with"
    )
    parser.add_argument("--sources", type=Path, metavar="FOLDER", help="what to compile instead of copies")
    arguments = parser.parse_args()
    if arguments.against:
        print(beside(arguments.against, arguments.sources and arguments.sources.resolve()))
        return 0
    compileall.compile_dir(str(ROOT / "hrss_tui"), quiet=2)
    runs = [
        subprocess.run(
            [sys.executable, "-c", ONCE, str(SEEDS)], check=True, capture_output=True, text=True, cwd=ROOT
        )
        for _ in range(3)
    ]
    seconds, megabytes, size = min(tuple(map(float, run.stdout.split())) for run in runs)
    print(f"seeds: {seconds:.2f} s, {megabytes:.0f} MB, package {size / 1e6:.2f} MB (best of 3)")
    first = 0.0
    for count in (arguments.copies // 4, arguments.copies // 2, arguments.copies):
        taken = build_copies(count, arguments.jobs, arguments.cluster)
        first = first or taken / count
        print(
            f"{count} copies: {taken:.1f} s, {taken / count * 1000:.1f} ms each, ratio {taken / count / first:.2f}"
        )
    print(f"peak of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
