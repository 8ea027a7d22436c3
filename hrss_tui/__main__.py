"""The program: `hrss-tui`, also `python -m hrss_tui`.

Nothing is imported here but what prints an error; the module of a subcommand is imported when it is asked
for, Textual only for the explorer.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit status. Never raises for anything a user can do."""
    from hrss_tui.cli.run import run

    status = run(list(sys.argv[1:] if argv is None else argv))
    if argv is None:
        import gc

        gc.freeze()  # the process ends, and with it all there is: looking for garbage in it would take 2 ms
    return status


if __name__ == "__main__":
    sys.exit(main())
