"""A monkey at the explorer: `python scripts/monkey.py [--acts N] [--seconds N] [--seed N[,N…]] [--pack KIND] [--stay]`.

Seeded keys, clicks, pasted text, noise and sizes on all pages, by the bytes a terminal sends, with exports into a
temporary folder. An act is a few keys, a text, some clicks or another size. None may raise, hang for a minute of the processor, put a
character on the screen that commands a terminal, or write to the terminal anything but the clipboard. When the program
is quit another one is opened, unless `--stay` keeps the first for the whole run, which shows what it does to memory.
Printed are what was visited and, at intervals, memory with its slope. Exit status 1 after an error, with the seed and
the last acts; the same seed repeats it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import math
import os
import re
import sys
import tempfile
import time
import traceback
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import _lru_cache_wrapper
from importlib import import_module
from pathlib import Path
from random import Random
from statistics import linear_regression
from typing import Any, Final, NamedTuple
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from textual._xterm_parser import XTermParser  # noqa: E402
from textual.drivers.headless_driver import HeadlessDriver  # noqa: E402
from textual.pilot import Pilot  # noqa: E402
from textual.worker import WorkerCancelled  # noqa: E402

from hrss_tui.plain import UNSAFE  # noqa: E402
from hrss_tui.query.views import View  # noqa: E402
from hrss_tui.tui.desk.data import Data  # noqa: E402
from hrss_tui.tui.desk.desk import Desk  # noqa: E402
from hrss_tui.tui.frame.app import Explorer  # noqa: E402
from hrss_tui.tui.paint.glyphs import glyphs  # noqa: E402
from hrss_tui.tui.taking.exporting import save  # noqa: E402
from hrss_tui.words import words  # noqa: E402
from scripts.monkey_acts import Act, acts  # noqa: E402
from scripts.monkey_watch import patient, watched  # noqa: E402

SHIPPED: Final = ROOT / "datapack" / "hrss-xinjiang.msgpack"
KINDS: Final = ("shipped", "texts", "everything", "mean")
"""The package of the program; with commands to something before all texts that are read, or all texts; senseless."""
KEPT: Final = 40
EVERY: Final = 500
"""Acts after which memory is measured."""
_NOT_KEYS = ("Resize", "InBandWindowResize")
"""What a terminal that was not asked for its size does not report."""
_CLIPBOARD = re.compile(r"(?:\x1bP(?:tmux;\x1b)?)?\x1b\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\)+(?:\x1b\\)?")
_POINTER = re.compile(r"\x1b\]22;[a-z-]+\x07")


class Memory(NamedTuple):
    """After how many acts: resident memory in MiB, objects that Python keeps track of, garbage among them, answers in caches with a bound.

    Those of the toolkit hold two hundred thousand, most of them of sizes and places: no reader has as many as a monkey.
    """

    acts: int
    resident: float
    objects: int
    remembered: int


class Run:
    """One run: what has been done and seen so far."""

    def __init__(
        self, seed: int, wanted: int, stay: bool = False, *, watched: bool = False, seconds: float = math.inf
    ) -> None:
        self.seed, self.wanted, self.stay, self.watched = seed, wanted, stay, watched
        self.begun, self.seconds = time.monotonic(), seconds
        self.chance = Random(seed)
        self.acts = acts(self.chance)
        self.done = 0
        self.inputs = 0
        self.opened = 0
        self.seen: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.last: deque[Act] = deque(maxlen=KEPT)
        self.memory: list[Memory] = []
        self.slowest: tuple[float, str] = (0.0, "")

    @property
    def over(self) -> bool:
        """Have all acts been done, or is the time over?"""
        return self.done >= self.wanted or time.monotonic() - self.begun > self.seconds

    def next(self) -> Act:
        """The next act, which counts as done."""
        act = next(self.acts)
        self.done += 1
        self.last.append(act)
        self.kinds[act.kind] += 1
        if self.watched and self.done % EVERY == 0:
            self.measure()
        return act

    def measure(self) -> None:
        """Note what memory is used now. Nothing is tidied: garbage that the program does not look for is in the count."""
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1]) if sys.platform == "linux" else 0
        objects = len(gc.get_objects()) + gc.get_freeze_count()
        now = Memory(self.done, pages * os.sysconf("SC_PAGE_SIZE") / 2**20, objects, remembered(caches()))
        self.memory.append(now)
        print(
            f"{now.acts:7} acts {now.resident:7.1f} MiB {now.objects:8} objects {now.remembered:7} remembered",
            flush=True,
        )

    def slope(self, field: str) -> float:
        """Growth in a thousand acts, after the first third, in which pages are filled and texts remembered."""
        later = self.memory[len(self.memory) // 3 :]
        if len(later) < 2:
            return 0.0
        values = [float(getattr(one, field)) for one in later]
        return 1000 * linear_regression([one.acts for one in later], values).slope

    def report(self) -> dict[str, Any]:
        """Everything that is known at the end."""
        return {
            "seed": self.seed, "seconds": round(time.monotonic() - self.begun), "acts": self.done, "keys": self.inputs, "programs": self.opened, "kinds": dict(self.kinds.most_common()),
            "seen": dict(self.seen.most_common()), "slowest": {"seconds": round(self.slowest[0], 2), "act": self.slowest[1]},
            "resident": [round(one.resident, 1) for one in self.memory[:: max(1, len(self.memory) // 10)]],
            "mib_per_thousand_acts": round(self.slope("resident"), 3),
            "objects_per_thousand_acts": round(self.slope("objects"), 1),
            "remembered_per_thousand_acts": round(self.slope("remembered"), 1),
        }  # fmt: skip


def caches() -> list[object]:
    """What the modules that are loaded, and their classes, call by a name: their caches are among it, set aside or not."""
    named = [
        thing
        for module in list(sys.modules.values())
        for thing in list(getattr(module, "__dict__", {}).values())
    ]
    owned = [thing for one in named if isinstance(one, type) for thing in list(vars(one).values())]
    bare = [
        thing.fget if isinstance(thing, property)
        else thing.__func__ if isinstance(thing, classmethod | staticmethod)
        else thing
        for thing in owned
    ]  # fmt: skip
    return list({id(thing): thing for thing in (*named, *bare)}.values())


def remembered(objects: Sequence[object]) -> int:
    """How many answers the caches with a bound among some objects hold."""
    known = [one.cache_info() for one in objects if isinstance(one, _lru_cache_wrapper)]
    return sum(one.currsize for one in known if one.maxsize is not None)


class WrittenError(AssertionError):
    """Something reached the terminal that must not."""


async def monkey(run: Run, pack: str) -> None:
    """Do as many acts as the run asks for. Raises whatever the explorer does."""
    while not run.over:
        app = _opened(run, pack)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await _play(run, app, pilot)


def _opened(run: Run, pack: str) -> Explorer:
    """The program in either language, with any theme, on a screen with or without other signs than ASCII."""
    run.opened += 1
    lang: Any = run.chance.choice(("zh", "zh", "en"))
    desk = Desk(words(lang), lang, glyphs(run.chance.random() < 0.2), Data, pack)
    app = Explorer(desk, View("overview"), run.chance.choice((None, None, "textual-light", "textual-ansi")))
    if run.stay:
        app.exit = lambda *_, **__: None  # type: ignore[method-assign]
    return app


async def _play(run: Run, app: Explorer, pilot: Pilot[int]) -> None:
    parser = XTermParser()
    await _settled(app, pilot)
    while not run.over and app.is_running and not app._exit and app.crash is None:
        act = run.next()
        begun = time.monotonic()
        with watched() if run.watched else nullcontext():
            parser = await _act(run, act, app, pilot, parser)
            await _settled(app, pilot)
            if app.is_running and not app._exit:
                _look(run, app)
        run.slowest = max(run.slowest, (time.monotonic() - begun, repr(act)))
    type(app).exit(app, 0)


async def _act(run: Run, act: Act, app: Explorer, pilot: Pilot[int], parser: XTermParser) -> XTermParser:
    """Do it, as the driver of a real terminal would; the parser to go on with."""
    if act.kind == "size":
        await pilot.resize_terminal(*act.size)
        return parser
    driver = app._driver
    assert driver is not None
    for character in act.text:
        try:
            for event in parser.feed(character):
                if type(event).__name__ not in _NOT_KEYS:
                    run.inputs += 1
                    driver.process_message(event)
        except (ArithmeticError, ValueError):
            parser = XTermParser()
    return parser


async def _settled(app: Explorer, pilot: Pilot[int]) -> None:
    """Until what was done has been answered: messages are handled, searches are over."""
    for _ in range(2):
        if not app.is_running or app._exit or app.crash is not None:
            return
        await pilot.pause(0)
        with suppress(WorkerCancelled):  # typing on gives up a search that is under way
            await app.workers.wait_for_complete()


def _look(run: Run, app: Explorer) -> None:
    """Note where the program is. Raises WrittenError where the screen holds what commands a terminal."""
    screen = app.screen
    where = app.page.NAME if app.page is not None else "-"
    run.seen[where if type(screen).__name__ == "Screen" else f"{where} {type(screen).__name__}"] += 1
    for strip in screen._compositor.render_strips():
        if (found := UNSAFE.search(strip.text)) is not None:
            raise WrittenError(f"on the screen: {found.group()!r} in {strip.text!r}")


def _written(driver: object, data: str) -> None:
    """What the program writes to the terminal beside its screen. Raises WrittenError."""
    if _POINTER.sub("", _CLIPBOARD.sub("", data)):
        raise WrittenError(f"to the terminal: {data[:200]!r}")


def _saved(path: Path, data: bytes) -> None:
    """An export, in the temporary folder only: elsewhere is as if it could not be written."""
    if not path.resolve().is_relative_to(Path.cwd()):
        raise OSError(13, "Permission denied")
    save(path, data)


@contextmanager
def caged() -> Iterator[None]:
    """Inside, exports go to a temporary folder, and nothing goes to a terminal."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="monkey-") as folder:
        os.chdir(folder)
        try:
            with (
                patch.dict(os.environ, {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}),
                patch("hrss_tui.tui.overlays.export.save", _saved),
                patch.object(HeadlessDriver, "write", _written),
                patch.object(Pilot, "_wait_for_screen", patient),
            ):
                yield
        finally:
            os.chdir(before)


def main(arguments: Sequence[str] | None = None) -> int:
    """One run for each seed; 1 after an error."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--acts", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=math.inf, help="how long at most, for each seed")
    parser.add_argument("--seed", default="1", help="one or more, with commas between them")
    parser.add_argument("--pack", default="shipped", help=f"a file, or one of {', '.join(KINDS)}")
    parser.add_argument("--stay", action="store_true", help="quitting does nothing")
    options = parser.parse_args(arguments)
    seeds, before = [int(seed) for seed in options.seed.split(",")], Path.cwd()
    with caged():
        kind = options.pack if options.pack in KINDS else str(Path(before, options.pack))
        return max(
            [
                _one(
                    Run(seed, options.acts, options.stay, watched=True, seconds=options.seconds),
                    str(_package(kind, seed)),
                )
                for seed in seeds
            ]
        )


def _one(run: Run, pack: str) -> int:
    error: BaseException | None = None
    try:
        asyncio.run(monkey(run, pack))
    except Exception as raised:  # noqa: BLE001 - whatever it is, it is what was looked for
        error = raised
    print(json.dumps(run.report(), ensure_ascii=False, indent=1))
    if error is None:
        return 0
    traceback.print_exception(error, limit=-12)
    print(f"seed {run.seed}, act {run.done}; the last acts:")
    for act in run.last:
        print(f"  {act}")
    return 1


def _package(kind: str, seed: int) -> Path:
    """The package asked for, as a file."""
    if kind not in KINDS:
        return Path(kind)
    if kind == "shipped":
        return SHIPPED
    texts, mutations = (import_module(f"tests.robustness.{name}") for name in ("hostile", "mutations"))
    whole = SHIPPED.read_bytes()
    if kind == "mean":
        data = mutations.mutated(whole, seed)
    else:
        kept = texts.keys_of(whole) if kind == "texts" else frozenset()
        data = mutations.encoded(texts.hostile(whole, kept))
    path = Path.cwd() / f"{kind}.msgpack"
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    sys.exit(main())
