"""Start-up and key presses of the explorer in a pseudo-terminal: `python scripts/bench_start.py [ROUNDS] [PACK]`.

Interleaved in one run, so that a busy machine slows all alike: `python -c pass`, the emptiest Textual
application, the explorer (as the installed command starts it, on the package that is shipped), the explorer on PACK
where one is named ("named": one of a thousand documents, say) and, where it is installed, VisiData opening a CSV of
two rows. Measured are wall time until a known text is on the screen, of the explorer one that belongs to figures read
from the package, and processor time of the process until it has quit; then, in whole sessions, the time from a key
press until the screen changed, the processor time of the main thread in it (what a busy machine does not lengthen),
and the most memory. Medians; one JSON object on stdout.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from scripts.bench_terminal import Terminal  # noqa: E402

EMPTY = (
    "from textual.app import App\n"
    "from textual.widgets import Static\n"
    "class Empty(App):\n"
    "    BINDINGS = [('q', 'quit', 'Quit')]\n"
    "    def compose(self):\n"
    "        yield Static('ready')\n"
    "Empty().run()\n"
)
ENTRY = "import sys\nfrom hrss_tui.__main__ import main\nsys.exit(main())\n"
"""What the installed command `hrss-tui` does."""
VISIDATA = "from visidata.main import vd_cli\nvd_cli()\n"
CSV = "small.csv"
NAMED = "named"
"""The explorer on the package of the command line."""
PROGRAMS: dict[str, tuple[list[str], str]] = {
    "pass": ([sys.executable, "-c", "pass"], ""),
    "empty": ([sys.executable, "-c", EMPTY], "ready"),
    "explorer": ([sys.executable, "-c", ENTRY, "--lang", "zh"], "万元"),
}
if find_spec("visidata") is not None:
    PROGRAMS["visidata"] = ([sys.executable, "-c", VISIDATA, CSV], "47.74")
if len(sys.argv) > 2:
    named = ["--pack", str(Path(sys.argv[2]).resolve())]
    PROGRAMS[NAMED] = ([sys.executable, "-c", ENTRY, "--lang", "zh", *named], "万元")
KEYS: tuple[tuple[str, str], ...] = (
    ("2", "budget"), ("\x1b[B", "down"), ("\x1b[C", "open"), ("\x1b[6~", "page down"), ("t", "part"), ("u", "unit"), ("f", "filter"),
    ("2", "letter in the filter"), ("\x1b", "out of the filter"), ("3", "compare"), ("m", "mode"), ("]", "sort"),
    ("\x1b[B", "down in compare"), ("\x1b[6~", "page down in compare"), ("7", "checks"),
    ("\x1b[B", "down in checks"), ("t", "groups of checks"), ("\x1b[6~", "page down in groups"), ("4", "indicators"),
    ("\x1b[B", "down in indicators"), ("]", "sort of indicators"), ("\r", "into values"), ("6", "documents"),
    ("\x1b[6~", "page down in a text"), ("\x7f", "to the outline"), ("\x1b[B", "next document"), ("2", "budget again"),
    ("d", "chooser"), ("2", "letter in the chooser"), ("\x1b", "out of the chooser"), ("1", "overview again"),
)  # fmt: skip
OF_MANY = ("chooser", "letter in the chooser", "out of the chooser")
"""Keys that do something where there are several budgets."""


def start(name: str) -> tuple[float, float, float]:
    """Wall seconds to the first paint with data, processor seconds, seconds to quit."""
    command, text = PROGRAMS[name]
    terminal = Terminal(command)
    if not text:
        _, processor = terminal.end()
        return time.perf_counter() - terminal.started, processor, 0.0
    painted = terminal.until(text)
    took, processor = terminal.end("q")
    return painted, processor, took


class Session(NamedTuple):
    """One session: of each key seconds until the screen changed and processor seconds in it; the most memory in MiB."""

    wall: dict[str, float]
    processor: dict[str, float]
    memory: float


def presses(program: str) -> Session:
    """Every key once."""
    terminal = Terminal(PROGRAMS[program][0])
    terminal.until(PROGRAMS[program][1])
    found = Session({}, {}, 0)
    for key, name in KEYS:
        if program == NAMED or name not in OF_MANY:
            terminal.quiet()
            before = terminal.busy()
            found.wall[name] = terminal.press(key)
            found.processor[name] = terminal.busy() - before
    terminal.quiet()
    found = found._replace(memory=peak(terminal.pid))
    terminal.end("q")
    return found


def peak(pid: int) -> float:
    """The most memory a running process has taken, in MiB; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def milliseconds(values: list[float]) -> float:
    """The median in milliseconds."""
    return round(statistics.median(values) * 1000, 1)


def main() -> None:
    """Measure in an empty home and print."""
    with tempfile.TemporaryDirectory(prefix="bench-start-") as home:
        os.chdir(home)
        Path(CSV).write_text("name,value\nnew jobs,47.74\n", "utf-8")
        os.environ.update(HOME=home, PYTHONPATH=str(HERE))
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HRSS_TUI_CONFIG", "HRSS_TUI_PACK"):
            os.environ.pop(name, None)
        print(json.dumps(measured(), indent=1))


def measured() -> dict[str, object]:
    """Everything that is measured, in milliseconds; the number of rounds is what the command line says."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    taken: dict[str, list[tuple[float, float, float]]] = {name: [] for name in PROGRAMS}
    for name in PROGRAMS:
        start(name)  # compiles what is not compiled yet
    for number in range(rounds):
        for name in PROGRAMS:
            taken[name].append(start(name))
        print(f"{number + 1}/{rounds}", end="\r", file=sys.stderr)
    wall = {name: milliseconds([one[0] for one in runs]) for name, runs in taken.items()}
    processor = {name: milliseconds([one[1] for one in runs]) for name, runs in taken.items()}
    explorers = [name for name in PROGRAMS if name in ("explorer", NAMED)]
    sessions = {name: [presses(name) for _ in range(max(1, rounds // 3))] for name in explorers}
    return {
        "wall_ms": wall,
        "processor_ms": processor,
        "wall_ratio": round(wall["explorer"] / wall["empty"], 2),
        "processor_ratio": round(processor["explorer"] / processor["empty"], 2),
        "quit_ms": {
            name: milliseconds([one[2] for one in taken[name]]) for name in PROGRAMS if name != "pass"
        },
        "keys_ms": {name: by_key([one.wall for one in found]) for name, found in sessions.items()},
        "keys_processor_ms": {
            name: by_key([one.processor for one in found]) for name, found in sessions.items()
        },
        "median_key_ms": {
            name: milliseconds([value for one in found for value in one.wall.values()])
            for name, found in sessions.items()
        },
        "peak_mib": {
            name: round(statistics.median(one.memory for one in found)) for name, found in sessions.items()
        },
    }


def by_key(sessions: list[dict[str, float]]) -> dict[str, float]:
    """The median of each key."""
    return {name: milliseconds([one[name] for one in sessions]) for name in sessions[0]}


if __name__ == "__main__":
    main()
