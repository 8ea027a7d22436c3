"""Being told to end: this process unwinds, one that was forked from it dies at once and says nothing."""

from __future__ import annotations

import os
import signal
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("signals of Unix", allow_module_level=True)

from hrss_tui.cli.signals import ending_in_order

UNWOUND = 99


def test_a_signal_unwinds_this_process() -> None:
    with pytest.raises(SystemExit) as ended, ending_in_order():
        signal.raise_signal(signal.SIGTERM)
    assert ended.value.code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


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
