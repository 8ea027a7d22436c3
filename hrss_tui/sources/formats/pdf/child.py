"""The process that reads PDFs: it limits itself, answers over its pipe, and ends with whoever started it.

Where the system forks safely it has loaded everything when a question comes, and a fork of it reads the file.
"""

from __future__ import annotations

import gc
import os
import select
import sys
import threading
from collections.abc import Callable
from typing import IO, NoReturn

import msgspec
import pypdfium2_raw as api

from hrss_tui.lazy_re import compile_all
from hrss_tui.reference.documents import page_words
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.document import RefusedError, read_document
from hrss_tui.sources.formats.pdf.fonts import find_no_others
from hrss_tui.sources.formats.pdf.protocol import Answer, Ask, Failure, Note, Progress, received, send

_NO_DIALOGS = 0x8007
"""Windows: no window asks what is to be done about a crash."""

_STATM = "/proc/self/statm"
_SEVERAL = 2
"""Files after which more are expected."""
_MODELS = 6 * 2**30
"""Bytes of address space that recognition takes beside the file: its threads reserve far more than they use."""


def main() -> None:
    """Answer the questions that stand on the standard input: each in a fork of its own, or the only one here."""
    answers = _own_output()
    _silence()
    gc.freeze()
    files = 0
    while (packed := received(sys.stdin.buffer)) is not None:
        if sys.platform != "linux":
            _one(packed, answers)
        child = os.fork()
        if not child:
            _one(packed, answers)
        del packed
        files += 1
        if files == _SEVERAL:
            _get_ready()
        # Of one that failed nobody knows how much it has answered: the end of all tells whoever waits.
        if os.waitpid(child, 0)[1]:
            os._exit(1)
    os._exit(0)


def _get_ready() -> None:
    """While a file is read, do here what for each of the next ones would be done anew."""
    page_words()
    compile_all(module for name, module in tuple(sys.modules.items()) if name.startswith("hrss_tui."))
    gc.freeze()


def _one(packed: bytes, answers: IO[bytes]) -> NoReturn:
    """Answer one question and end."""
    status = 1
    try:
        threading.Thread(target=_end_with_parent, daemon=True).start()
        ask = msgspec.msgpack.decode(packed, type=Ask)
        _limit(ask.limits)
        send(answers, _answer(ask, answers))
        status = 0
    finally:
        os._exit(status)


def _answer(ask: Ask, answers: IO[bytes]) -> Answer:
    if _taken() > ask.limits.memory:
        return Failure(Note("memory"))
    try:
        api.FPDF_InitLibrary()
        find_no_others()
        return read_document(ask.data, ask.limits, _telling(answers, ask.limits))
    except RefusedError as refused:
        return Failure(refused.why)
    except MemoryError:
        return Failure(Note("memory"))
    except Exception as error:  # noqa: BLE001 - whatever happens to one file, the others go on
        return Failure(Note("internal", (), {"kind": type(error).__name__, "place": _place(error)}))


def _telling(answers: IO[bytes], limits: Limits) -> Callable[[int, int, bool], None]:
    """Hears of pages and passes it on; before a picture is recognised limits are lifted for that."""

    def told(done: int, pages: int, slow: bool) -> None:
        if slow:
            _lift(limits)
        send(answers, Progress(done, pages, slow))

    return told


def _place(error: Exception) -> str:
    """Module and line where an error was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"  # noqa: PTH119


def _own_output() -> IO[bytes]:
    """The pipe of the answers; nothing else that is printed gets there."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _silence() -> None:
    """A crash makes no window and no file."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_NO_DIALOGS)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit(limits: Limits) -> None:
    """Memory and processor time, where the system limits them."""
    if sys.platform != "win32":
        import resource

        _set(resource.RLIMIT_AS, limits.memory)
        _set(resource.RLIMIT_CPU, int(limits.seconds) + 5)


def _taken() -> int:
    """Bytes of address space that this process has already, which the limit does not take back.

    0 where the system does not say so: Linux where nobody has mounted /proc, and every other.
    """
    if sys.platform != "linux":
        return 0
    import resource

    try:
        with open(_STATM, "rb") as file:  # noqa: PTH123 - pathlib is not loaded here
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _lift(limits: Limits) -> None:
    """More memory, for the models; processor time is limited by whoever waits."""
    if sys.platform != "win32":
        import resource

        _set(resource.RLIMIT_AS, limits.memory + _MODELS)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))


def _set(which: int, most: int) -> None:
    """A limit that is not above what the process may have anyway; macOS refuses some, which is no reason to stop."""
    import resource

    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    try:
        resource.setrlimit(which, (most, hard))
    except (ValueError, OSError):
        return


def _end_with_parent() -> None:
    """The question is followed by nothing until it is answered, or whoever asked is gone.

    Where this is a fork, nothing may be taken from the pipe: the next question is not for this process.
    """
    if sys.platform == "linux":
        gone = select.poll()
        gone.register(0, 0)
        gone.poll()
    else:
        os.read(0, 1)
    os._exit(1)
