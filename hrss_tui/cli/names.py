"""What the program and the variable of the environment that chooses its language are called."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

PROGRAM: Final = "hrss-tui"

LANGUAGE_VARIABLE: Final = "HRSS_TUI_LANG"
