"""Being told to end: this process unwinds, one that was forked from it dies at once and says nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

if sys.platform == "win32":
    pytest.skip("signals of Unix", allow_module_level=True)

from hrss_tui.cli.signals import ending_in_order
from tests.robustness.process import ROOT

UNWOUND = 99
PATIENCE = 60


@pytest.fixture(autouse=True)
def as_in_the_foreground() -> Iterator[None]:
    """A shell has what it starts behind & ignore these, and `conftest` then heeds them for the programs that tests start."""
    interrupted = signal.signal(signal.SIGINT, signal.default_int_handler)
    quitted = signal.signal(signal.SIGQUIT, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, interrupted)
    signal.signal(signal.SIGQUIT, quitted)


@pytest.mark.parametrize(
    "name", ["SIGTERM", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGXCPU", "SIGVTALRM"]
)
def test_a_signal_unwinds_this_process(name: str) -> None:
    number = getattr(signal, name)
    with pytest.raises(SystemExit) as ended, ending_in_order():
        signal.raise_signal(number)
    assert ended.value.code == 128 + number
    assert signal.getsignal(number) is signal.SIG_DFL


def test_an_interruption_of_the_keyboard_is_one() -> None:
    with pytest.raises(KeyboardInterrupt), ending_in_order():
        signal.raise_signal(signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


class Telling:
    """What sends a signal while the class that has it is made."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __set_name__(self, owner: type, name: str) -> None:
        signal.raise_signal(self.number)


@pytest.mark.parametrize(
    ("number", "ended"), [(signal.SIGTERM, SystemExit), (signal.SIGINT, KeyboardInterrupt)]
)
def test_the_error_that_a_signal_becomes_is_the_signal(number: int, ended: type[BaseException]) -> None:
    with pytest.raises(ended), ending_in_order():
        type("Made", (), {"part": Telling(number)})


def test_an_error_without_a_signal_stays_what_it_is() -> None:
    with pytest.raises(LookupError), ending_in_order():
        raise LookupError("of its own")


@pytest.mark.parametrize(
    ("number", "ended"), [(signal.SIGTERM, SystemExit), (signal.SIGINT, KeyboardInterrupt)]
)
def test_a_signal_that_a_callback_loses_comes_again(number: int, ended: type[BaseException]) -> None:
    """As those do by which the import system forgets its locks: what they raise nobody hears."""
    kept = sys.unraisablehook
    with pytest.raises(ended), ending_in_order():
        gone = Event()
        reference = weakref.ref(gone, lambda _: signal.raise_signal(number))
        del gone
        assert reference() is None
        Event().wait(PATIENCE)
        pytest.fail("it goes on")
    assert sys.unraisablehook is kept


_INTERRUPTED = """
import signal, sys
class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            signal.raise_signal(signal.SIGINT)
sys.meta_path.insert(0, Interrupting())
"""


@pytest.mark.parametrize("name", ["hrss_tui.cli.run", "hrss_tui.words", "hrss_tui.cli.budget"])
def test_an_interruption_while_the_program_is_imported_prints_no_trace(name: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_INTERRUPTED.format(name=name), "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "hrss_tui", "budget"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"},
        capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode in (-signal.SIGINT, 128 + signal.SIGINT)
    assert (done.stdout, done.stderr) == ("", "")


def test_a_forked_process_that_is_told_before_it_begins_does_not_unwind() -> None:
    with ending_in_order():
        child = os.fork()
        if not child:
            try:
                signal.raise_signal(signal.SIGTERM)
            finally:
                os._exit(UNWOUND)
        _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGTERM
