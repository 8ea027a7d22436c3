"""One corpus searched by this program, with its index and by its scan, and by its peers: times and sizes."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from hrss_tui.pack.open import open_light
from hrss_tui.query.search.index import open_index
from hrss_tui.query.search.index_write import write_index
from hrss_tui.query.search.scan import Scanner
from hrss_tui.query.search.searcher import Searcher
from scripts.bench_agreement import Contest, Queries, agreement
from scripts.bench_corpus import corpus
from scripts.bench_goals import Goal, percentile
from scripts.bench_peers import ABSENT, PEERS, Peer
from scripts.bench_queries import ask

INDEX, SCAN, PLAIN = "index", "scan", "str.find"
LARGE = 1000
"""The scale for which speed is promised."""
Times = dict[str, dict[str, list[float]]]
"""Engine → class → seconds."""
MEGABYTE = 1e6


class Measured(NamedTuple):
    """What came of one scale: the goals it is measured by and the seconds of each search by the index."""

    goals: list[Goal]
    seconds: list[float]


def measure(scale: int, queries: Queries, folder: Path, alone: bool = False) -> Measured:
    """Build what is needed, search, compare, print; `alone` leaves the peers out."""
    path = folder / f"{scale}x.msgpack"
    if not path.exists():
        path.write_bytes(corpus(scale))
    began = time.perf_counter()
    index_file = Path(write_index(str(path)))
    built = time.perf_counter() - began
    chosen = SCAN if isinstance(Searcher(open_light(str(path))).engine, Scanner) else INDEX
    scanner = Scanner(open_light(str(path)))
    texts = scanner.corpus.texts
    size = sum(len(text.encode()) for text in scanner.corpus.printed)
    print(
        f"\n{scale}x: {len(texts):,} blocks, {size / MEGABYTE:.1f} MB of text; by itself the program uses: {chosen}"
    )
    index_size = index_file.stat().st_size
    print(_size_line(INDEX, index_size, built, size))
    peers = [] if alone else list(_peers(texts, folder, size))
    contest = Contest(_forced(path, open_index(str(path))), _forced(path, scanner), peers, texts)
    times = _timed(contest, queries)
    _print_times(times, queries)
    goals = agreement(contest, queries, every=max(1, round(scale**0.5)))
    if scale >= LARGE:
        goals += _promises(times, index_size / size, built / (size / MEGABYTE))
    return Measured(goals, _all(times[INDEX]))


def _forced(path: Path, engine: object) -> Searcher:
    """A searcher with an engine of our choice, whatever the size of the package."""
    searcher = Searcher(open_light(str(path)))
    searcher.__dict__["engine"] = engine
    return searcher


def _peers(texts: Sequence[str], folder: Path, size: int) -> Iterator[Peer]:
    """The peers that are installed, built; the others are named."""
    for make in PEERS:
        if not make.installed():
            print(f"  {make.name}: {ABSENT}")
            continue
        began = time.perf_counter()
        peer = make(texts, folder)
        if peer.size:
            print(_size_line(peer.name, peer.size, time.perf_counter() - began, size))
        yield peer


def _size_line(name: str, size: int, seconds: float, text: int) -> str:
    shares = f"{size / MEGABYTE:.1f} MB, {size / text:.2f} of the text"
    return f"  {name}: {shares}; built in {seconds:.1f} s, {seconds / (text / MEGABYTE):.2f} s/MB"


def _timed(contest: Contest, queries: Queries) -> Times:
    """Each query by each engine in turn, after a round in which everything that an index reads is read once."""
    engines: dict[str, Callable[[str], object]] = {
        INDEX: lambda query: ask(contest.indexed, query),
        SCAN: lambda query: ask(contest.scanned, query),
        **{peer.name: _by_words(peer) for peer in contest.peers},
    }
    gc.collect()
    gc.freeze()  # what the engines hold is no garbage, and looking through it would be measured as search
    times: Times = {name: {kind: [] for kind in queries} for name in engines}
    for warm in (False, True):
        for kind, asked in queries.items():
            for query in asked:
                for name, find in engines.items():
                    if warm or name not in (SCAN, PLAIN):
                        seconds = _seconds(find, query)
                        if warm and seconds is not None:
                            times[name][kind].append(seconds)
    return times


def _by_words(peer: Peer) -> Callable[[str], object]:
    return lambda query: peer.find(query.split())


def _seconds(find: Callable[[str], object], query: str) -> float | None:
    """Seconds of one search; None where the engine cannot answer."""
    began = time.perf_counter()
    found = find(query)
    return None if found is None else time.perf_counter() - began


def _print_times(times: Times, queries: Queries) -> None:
    print("  " + f"{'ms, p50 / p99':<18}" + "".join(f"{name:>19}" for name in times))
    for kind in queries:
        print(f"  {kind:<18}" + "".join(f"{_percentiles(by[kind]):>19}" for by in times.values()))
    print(f"  {'all':<18}" + "".join(f"{_percentiles(_all(by)):>19}" for by in times.values()))


def _percentiles(seconds: Sequence[float]) -> str:
    if not seconds:
        return "-"
    return " / ".join(f"{percentile(seconds, share) * 1000:.2f}" for share in (0.5, 0.99))


def _all(by_class: Mapping[str, Sequence[float]]) -> list[float]:
    return [second for seconds in by_class.values() for second in seconds]


def _promises(times: Times, share: float, per_megabyte: float) -> list[Goal]:
    ours, scan = (percentile(_all(times[name]), 0.99) * 1000 for name in (INDEX, SCAN))
    goals = [
        Goal(f"{LARGE}x: first fifty hits by the index, p99 in ms", ours, 10),
        Goal(f"{LARGE}x: p99 of the index / of the scan", ours / scan, 0.1),
        Goal(f"{LARGE}x: index / text", share, 1.4),
        Goal(f"{LARGE}x: building the index, s per MB of text", per_megabyte, 0.5),
    ]
    if PLAIN in times:
        plain = percentile(_all(times[PLAIN]), 0.99) * 1000
        goals.append(Goal(f"{LARGE}x: p99 of the index / of plain str.find", ours / plain, 0.1))
    return goals


def growth(small: Sequence[float], large: Sequence[float]) -> Goal:
    """How much longer a median search takes in ten times as much text."""
    return Goal("100x to 1000x: growth of the median", percentile(large, 0.5) / percentile(small, 0.5), 2)
