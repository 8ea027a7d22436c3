"""Measure search: this program and its peers on the same queries, and whether their results agree.

    python scripts/bench_search.py [--scales 1,100,1000] [--folder DIR] [--queries N] [--alone]
    python scripts/bench_search.py --keys       key strokes on the shipped package, in process and in a pseudo-terminal
    python scripts/bench_search.py --process    a whole `hrss-tui search` beside `python -c pass`

Per scale a corpus is made (scripts/bench_corpus.py; kept in DIR, which saves making it again), indexed, and searched
with 400 queries of seven classes by this program with its index and by its scan, by plain `str.find`, and by what else
is installed (scripts/bench_peers.py), all interleaved. Printed are the median and the 99th percentile per class and
engine, sizes and build times, and the goals, met or missed. Scale 1000 takes ten minutes and 4 GB of memory. The exit
status is 1 where results do not agree or a goal is missed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.pack.open import open_light  # noqa: E402
from hrss_tui.query.search.scan import Scanner  # noqa: E402
from scripts import bench_typing  # noqa: E402
from scripts.bench_goals import Goal, print_goals  # noqa: E402
from scripts.bench_queries import classes  # noqa: E402
from scripts.bench_scale import LARGE, Measured, growth, measure  # noqa: E402

TYPED = 80
"""Queries typed key by key."""
ROUNDS = 31


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; see the module."""
    asked = _parser().parse_args(arguments)
    if asked.process:
        return print_goals(bench_typing.process(ROUNDS))
    if asked.keys:
        return print_goals([*bench_typing.strokes(TYPED), *bench_typing.keys(TYPED)])
    return print_goals(_scales(asked))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--scales", default="1,100", help="how many times the shipped texts, such as 1,100,1000"
    )
    parser.add_argument("--folder", type=Path, help="where corpora and indexes are kept; else nothing is")
    parser.add_argument("--queries", type=int, help="so many of each class only")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--keys", action="store_true", help="key strokes instead")
    parser.add_argument("--process", action="store_true", help="whole processes instead")
    return parser


def _scales(asked: argparse.Namespace) -> list[Goal]:
    """The goals of all scales."""
    every = classes(Scanner(open_light()).corpus.texts)
    queries = {kind: several[: asked.queries] for kind, several in every.items()}
    print(f"{sum(map(len, queries.values()))} queries")
    measured: dict[int, Measured] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for scale in map(int, asked.scales.split(",")):
            measured[scale] = measure(scale, queries, folder, asked.alone)
    goals = [goal for one in measured.values() for goal in one.goals]
    if {LARGE // 10, LARGE} <= measured.keys():
        goals.append(growth(measured[LARGE // 10].seconds, measured[LARGE].seconds))
    return goals


if __name__ == "__main__":
    sys.exit(main())
