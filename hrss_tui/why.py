"""Why a file was refused, in both languages: what the system and the reader of TOML say in English only."""

from __future__ import annotations

import errno

from hrss_tui import lazy_re as re
from hrss_tui.words import TABLES, Phrase, phrase

_AT = re.compile(r"(.+) \(at line (\d+), column (\d+)\)")
_AT_END = re.compile(r"(.+) \(at end of document\)")
_SAID = {"Too many parts of a name": "small.parts", "Exceeds the limit": "small.number"}
"""How errors begin that have no kind of their own."""


def why(error: BaseException) -> Phrase:
    """What an error says; one of a kind that is not known is left as it is."""
    if error.args and isinstance(error.args[0], Phrase):
        return error.args[0]
    if isinstance(error, UnicodeDecodeError):
        return phrase("small.encoding", at=error.start + 1)
    if isinstance(error, RecursionError):
        return phrase("small.nested")
    if isinstance(error, OSError):
        return refused(error)
    return _of_text(str(error) or type(error).__name__)


def refused(error: OSError) -> Phrase:
    """What the system says of a file, by the number of the error."""
    if error.errno is not None and (known := system_says(error.errno)):
        return known
    said = error.strerror or str(error) or type(error).__name__
    return Phrase(said, said)


def system_says(number: int) -> Phrase | None:
    """What the system says of an error of a number; None where it has no words here."""
    key = f"os.{errno.errorcode.get(number, '')}".replace("ENOTSUP", "EOPNOTSUPP")
    return phrase(key) if any(key in table for table in TABLES) else None


def _more_in_english(where: Phrase, said: str) -> Phrase:
    """The place, in English with what the reader says of it."""
    return Phrase(str(where), f"{where.en}: {said}")


def _of_text(said: str) -> Phrase:
    if (at := _AT.fullmatch(said)) is not None:
        text, line, column = at.groups()
        return _more_in_english(phrase("small.wrong", line=line, column=column), text)
    if (at := _AT_END.fullmatch(said)) is not None:
        return _more_in_english(phrase("small.unfinished"), at[1])
    for begins, key in _SAID.items():
        if said.startswith(begins):
            return phrase(key)
    return Phrase(said, said)
