"""Being told to end where nothing is half done: the process is gone at once, whatever would lose the signal."""

from __future__ import annotations

import os
import signal
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("signals of Unix", allow_module_level=True)

from hrss_tui.told import ENDING, ending_at_once, heeded

UNWOUND = 99


def test_a_heeded_signal_ends_the_process_there_and_then() -> None:
    child = os.fork()
    if not child:
        try:
            signal.signal(signal.SIGTERM, lambda number, frame: os._exit(UNWOUND))
            with ending_at_once():
                signal.raise_signal(signal.SIGTERM)
        finally:
            os._exit(UNWOUND)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGTERM


def test_afterwards_it_does_what_it_did_before_and_an_ignored_one_stays_so() -> None:
    seen: list[int] = []
    kept = signal.signal(signal.SIGUSR1, lambda number, frame: seen.append(number))
    ignored = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert signal.SIGUSR1 in heeded()
        assert signal.SIGHUP not in heeded()
        with ending_at_once():
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        signal.raise_signal(signal.SIGUSR1)
    finally:
        signal.signal(signal.SIGUSR1, kept)
        signal.signal(signal.SIGHUP, ignored)
    assert seen == [signal.SIGUSR1]


def test_all_that_ends_a_program_that_does_not_heed_it_is_known_but_what_cannot_be_heeded() -> None:
    """Real-time signals and those of a broken program, which must not go on, aside; so are those that Python ignores."""
    others = {"SIGKILL", "SIGPIPE", "SIGXFSZ", "SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL", "SIGSYS", "SIGTRAP"}
    stopping = {"SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGCONT", "SIGCHLD", "SIGURG", "SIGWINCH"}
    named = {one.name for one in signal.Signals if not one.name.startswith("SIGRT")}
    assert named - others - stopping <= set(ENDING)
