"""Start-up and key presses of the explorer in a pseudo-terminal: `python scripts/bench_start.py [ROUNDS]`.

Interleaved in one run, so that a busy machine slows all alike: `python -c pass`, the emptiest Textual
application, the explorer (as the installed command starts it, on the package that is shipped) and, where it is
installed, VisiData opening a CSV of two rows. Measured are wall time until a known text is on the screen, of the
explorer one that belongs to figures read from the package, and processor time of the process until it has quit;
then the time from a key press until the screen changed. Medians; one JSON object on stdout.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

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
PROGRAMS: dict[str, tuple[list[str], str]] = {
    "pass": ([sys.executable, "-c", "pass"], ""),
    "empty": ([sys.executable, "-c", EMPTY], "ready"),
    "explorer": ([sys.executable, "-c", ENTRY, "--lang", "zh"], "万元"),
}
if find_spec("visidata") is not None:
    PROGRAMS["visidata"] = ([sys.executable, "-c", VISIDATA, CSV], "47.74")
KEYS: tuple[tuple[str, str], ...] = (
    ("2", "budget"), ("\x1b[B", "down"), ("\x1b[C", "open"), ("\x1b[6~", "page down"), ("3", "compare"),
    ("m", "mode"), ("]", "sort"), ("7", "checks"), ("6", "documents"), ("\x1b[6~", "page down in a text"),
)  # fmt: skip


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


def presses() -> dict[str, float]:
    """Seconds from key press to changed screen, one session."""
    terminal = Terminal(PROGRAMS["explorer"][0])
    terminal.until(PROGRAMS["explorer"][1])
    found = {name: terminal.press(key) for key, name in KEYS}
    terminal.quiet()
    terminal.end("q")
    return found


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
    sessions = [presses() for _ in range(max(1, rounds // 3))]
    return {
        "wall_ms": wall,
        "processor_ms": processor,
        "wall_ratio": round(wall["explorer"] / wall["empty"], 2),
        "processor_ratio": round(processor["explorer"] / processor["empty"], 2),
        "quit_ms": {
            name: milliseconds([one[2] for one in taken[name]]) for name in PROGRAMS if name != "pass"
        },
        "keys_ms": {name: milliseconds([session[name] for session in sessions]) for _, name in KEYS},
        "peak_kib": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,
    }


if __name__ == "__main__":
    main()
