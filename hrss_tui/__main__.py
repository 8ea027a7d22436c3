"""The program: `hrss-tui`, also `python -m hrss_tui`.

Nothing is imported here but what prints an error; the module of a subcommand is imported when it is asked
for, Textual only for the explorer.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status. Never raises for anything a user can do."""
    import gc

    if argv is None and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Outside `run` nothing is half done, and Python would print its trace: the system ends the program.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from hrss_tui.cli.run import run

    if argv is not None:
        return run(list(argv))
    gc.set_threshold(*_SELDOM)
    status = run(sys.argv[1:])
    gc.freeze()  # the process ends, and with it all there is: looking for garbage in it would take 2 ms
    return status


_SELDOM = (100_000, 20, 20)
"""When garbage is looked for: nearly all that a command makes is used until its end, and a build took a twelfth longer."""


if __name__ == "__main__":
    sys.exit(main())
