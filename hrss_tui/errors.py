"""The family of errors a user can meet: one line that names the place and the remedy.

Every error carries the exit status of the command line. Nothing here prints: `hrss_tui.cli` does, in one place.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

EXIT_DONE: Final = 0
EXIT_FOUND: Final = 1
"""Nothing found, or a check, `verify` or `diff` found something."""
EXIT_USAGE: Final = 2
EXIT_PACK: Final = 3
EXIT_CRASH: Final = 70
EXIT_INTERRUPTED: Final = 130


class HrssError(Exception):
    """Something the user can mend: `message` says what and where, `hint` what to do."""

    status: int = EXIT_USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[HrssError], tuple[str, str]]:
        """Message and hint: an error may come from another process."""
        return type(self), (self.message, self.hint)

    def __str__(self) -> str:
        return f"{self.message}（{self.hint}）" if self.hint else self.message


class UsageError(HrssError):
    """Arguments or a query that cannot be used."""


class SourceError(HrssError):
    """A source document that cannot be read."""


class PackError(HrssError):
    """A data package that cannot be used: wrong format, version, damaged or altered."""

    status = EXIT_PACK


class NothingFoundError(HrssError):
    """The question was fine and the answer is empty."""

    status = EXIT_FOUND
