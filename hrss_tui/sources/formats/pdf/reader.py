"""Read a PDF in a process of its own: whatever a file does to the library, it costs one line.

This module imports no pdfium: it asks the process, waits no longer than the limits say, and turns the answer into
the intermediate form or into the one error that names the file.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import msgspec

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.flowing import flowing
from hrss_tui.sources.formats.form import SourceFile, digest
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.process import Process, kept, taken
from hrss_tui.sources.formats.pdf.protocol import (
    Answer,
    Ask,
    Failure,
    Note,
    Progress,
    Success,
    received,
    send,
)
from hrss_tui.words import Phrase, phrase

_ANSWERS: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
_NEEDED = ("hrss_tui", "msgspec", "pypdfium2_raw")
_START = (
    "import sys; sys.path[:0] = sys.argv[1:]; from hrss_tui.sources.formats.pdf.child import main; main()"
)
_SLOW_PAGE = 180.0
"""Seconds that the recognition of one picture may take."""
_MOST_RANGES = 8
_CRASHED = Failure(Note("crashed"))

Told = Callable[[int, int], None]


def read(data: bytes, name: str, limits: Limits, told: Told | None = None) -> SourceFile:
    """The intermediate form of a PDF. Raises SourceError; `told` hears of pages done and pages in all."""
    answer = _ask(Ask(data, limits), name, told)
    if isinstance(answer, Failure):
        raise _refusal(answer.why, name, limits)
    return SourceFile(
        name,
        digest(data),
        "",
        answer.laid.lines,
        tuple(_said(f"pdf.{note.kind}", note, name, limits) for note in answer.notes),
        "pdf",
        answer.laid.grids,
        answer.laid.pages,
        answer.laid.boxes,
        wrapped=True,
        rest=flowing(answer.laid.lines, answer.laid.leaves, dict(answer.laid.boxes)),
        anew=answer.laid.anew,
    )


def _ask(ask: Ask, name: str, told: Told | None) -> Success | Failure:
    """What a process answers in the end, or what its end says."""
    command = _command(name)
    process = taken(command)
    reused = not process.fresh
    answer = _answer(process, ask, told)
    # One that had waited may have been ended meanwhile, which is no fault of the file.
    return _answer(Process(command), ask, told) if reused and answer == _CRASHED else answer


def _answer(process: Process, ask: Ask, told: Told | None) -> Success | Failure:
    """The answer of one process, which is kept where it gave one and ended where not."""
    clock = _Clock(process, ask.limits.seconds)
    final = None
    try:
        # A process that has ended already takes no question; its end is told below.
        with suppress(OSError):
            send(process.questions, ask)
            final = _final(process.answers, clock, told)
    finally:
        clock.stop()
        if final is None or clock.over:
            process.close()
    if final is None:
        return Failure(Note("slow")) if clock.over else _CRASHED
    if not clock.over:
        kept(process)
    return final


def _final(pipe: IO[bytes], clock: _Clock, told: Told | None) -> Success | Failure | None:
    """The last answer; None where the process ended without one."""
    while (packed := received(pipe)) is not None:
        answer = _ANSWERS.decode(packed)
        if not isinstance(answer, Progress):
            return answer
        if answer.slow:
            clock.more(_SLOW_PAGE)
        if told is not None:
            told(answer.done, answer.pages)
    return None


class _Clock:
    """Ends a process when its time is over; `over` says that it did."""

    def __init__(self, process: Process, seconds: float) -> None:
        self.over = False
        self._process = process
        self._seconds = seconds
        self._timer = self._started()

    def more(self, seconds: float) -> None:
        """From now on it has the whole time again, and so much more."""
        self._timer.cancel()
        self._timer = self._started(seconds)

    def stop(self) -> None:
        """No more waiting."""
        self._timer.cancel()

    def _started(self, more: float = 0.0) -> threading.Timer:
        timer = threading.Timer(self._seconds + more, self._end)
        timer.daemon = True
        timer.start()
        return timer

    def _end(self) -> None:
        self.over = True
        self._process.kill()


def _command(name: str) -> list[str]:
    """How the process is started: a bare interpreter that finds what this one has found, and nothing else."""
    places = []
    for needed in _NEEDED:
        spec = find_spec(needed)
        if spec is None or spec.origin is None:
            raise SourceError(phrase("pdf.missing", name=name), phrase("pdf.missing.hint"))
        places.append(str(Path(spec.origin).parent.parent))
    options = ["-I", "-S", "-X", "utf8", *(["-B"] if sys.dont_write_bytecode else [])]
    return [sys.executable, *options, "-c", _START, *dict.fromkeys([*places, *sys.path[1:]])]


def _refusal(why: Note, name: str, limits: Limits) -> SourceError:
    return SourceError(_said(f"pdf.{why.kind}", why, name, limits), phrase(f"pdf.{why.kind}.hint"))


def _said(key: str, note: Note, name: str, limits: Limits) -> Phrase:
    """A note as a sentence."""
    values = {
        "pages": _ranges(note.pages),
        "seconds": f"{limits.seconds:g}",
        "memory": f"{limits.memory // 2**20:,}",
        **note.values,
    }
    return phrase(key, name=name, **values)


def _ranges(pages: Sequence[int]) -> str:
    """Page numbers as they are said: 3、5–9."""
    ranges: list[tuple[int, int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], page)
        else:
            ranges.append((page, page))
    shown = [f"{first}" if first == last else f"{first}–{last}" for first, last in ranges[:_MOST_RANGES]]
    return "、".join(shown) + ("…" if len(ranges) > _MOST_RANGES else "")
