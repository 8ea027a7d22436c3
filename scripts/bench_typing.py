"""Measure what a person who searches the shipped package notices: each key stroke, and a whole process.

`strokes` in process, `keys` in a pseudo-terminal beside an application that is nothing but an input box, `process`
beside `python -c pass`. What is compared is interleaved, so that a busy machine slows both alike.
"""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from hrss_tui.pack.open import open_light
from hrss_tui.query.search.scan import Scanner
from hrss_tui.query.search.searcher import Searcher
from hrss_tui.words import words
from scripts.bench_goals import Goal, percentile
from scripts.bench_queries import ask, keystrokes
from scripts.bench_terminal import Terminal, compiling

ROOT = Path(__file__).resolve().parent.parent
BOX = (
    "from textual.app import App\n"
    "from textual.widgets import Input\n"
    "class Box(App):\n"
    "    BINDINGS = [('ctrl+q', 'quit', 'Quit')]\n"
    "    def compose(self):\n"
    "        yield Input(placeholder='ready')\n"
    "Box().run()\n"
)
CLEAR, LEAVE = "\x15", "\x11"
"""Keys: empty the box; leave it and quit."""
QUERY = "就业"


def strokes(queries: int) -> list[Goal]:
    """Every state of the search box while queries are typed, each answered in this process."""
    typed = keystrokes(Scanner(open_light()).corpus.texts, queries)
    searcher = Searcher(open_light())
    ask(searcher, QUERY)  # reads the package
    gc.collect()
    gc.freeze()
    seconds = []
    for query in (query for states in typed for query in states):
        began = time.perf_counter()
        ask(searcher, query)
        seconds.append(time.perf_counter() - began)
    middle, rare = (percentile(seconds, share) * 1000 for share in (0.5, 0.99))
    print(
        f"{len(seconds)} key strokes of {len(typed)} queries in process: p50 {middle:.2f} ms, p99 {rare:.2f} ms"
    )
    return [Goal("key stroke answered on the seeds, p99 in ms", rare, 2.0)]


def keys(queries: int) -> list[Goal]:
    """Key press to painted results in the explorer, and to the painted letter in an empty input box."""
    searcher = Searcher(open_light())
    typed = keystrokes(Scanner(open_light()).corpus.texts, queries)
    box = Terminal([sys.executable, "-c", BOX])
    explorer = Terminal([sys.executable, "-m", "hrss_tui", "--lang", "zh", "--view", "search"])
    box.until("ready")
    explorer.until("py:")
    echoes, results = [], []
    for states in typed:
        for key, title in _titles(searcher, states):
            echo, painted = box.painted(key), explorer.painted(key, title)
            if title:
                echoes.append(echo)
                results.append(painted)
        for terminal in (box, explorer):
            terminal.painted(CLEAR)
    for terminal in (box, explorer):
        terminal.end(LEAVE)
    for name, seconds in (("empty input box", echoes), ("search results", results)):
        shown = ", ".join(
            f"p{100 * share:.0f} {percentile(seconds, share) * 1000:.1f} ms" for share in (0.5, 0.99)
        )
        print(f"{len(seconds)} key presses, {name}: {shown}")
    ratio = statistics.median(results) / statistics.median(echoes)
    return [Goal("key press to painted results / echo of an empty input box, medians", ratio, 4.0)]


def _titles(searcher: Searcher, states: list[str]) -> Iterator[tuple[str, str]]:
    """The keys of a query, each with what stands above its results; nothing where there are none."""
    template = words("zh")["search.count"]
    for query in states:
        totals = searcher.search(query, limit=1).totals if query.strip() else None
        if totals is None or not totals.occurrences:
            yield query[-1], ""
            continue
        documents = sum(1 for count in totals.documents.values() if count)
        yield query[-1], template.format(total=totals.occurrences, documents=documents)


def process(rounds: int) -> list[Goal]:
    """A whole process that searches, and one that does nothing; modules are compiled before."""
    commands = {"pass": ["-c", "pass"], "search": ["-m", "hrss_tui", "search", QUERY]}
    environment = compiling(dict(os.environ))
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(
                [sys.executable, *command], stdout=subprocess.DEVNULL, cwd=ROOT, env=environment, check=True
            )
            if number:  # the first round compiles
                seconds[name].append(time.perf_counter() - began)
    middle = {name: statistics.median(times) for name, times in seconds.items()}
    print(
        f"processes, {rounds} rounds, medians: python -c pass {middle['pass'] * 1000:.1f} ms, "
        f"hrss-tui search {middle['search'] * 1000:.1f} ms"
    )
    return [Goal("hrss-tui search / python -c pass, medians", middle["search"] / middle["pass"], 6.0)]
