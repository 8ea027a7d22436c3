"""The few options of the explorer, read without argparse: its import takes longer than all that is asked of it.

Only what is beyond doubt is read here: each option spelled out, with a plain value. Everything else, and with it
every mistake, is left to `hrss_tui.cli.parser`, which gives the same result where both read a command line.
"""

from __future__ import annotations

from types import SimpleNamespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

_VALUED: Final = frozenset(("pack", "view", "theme", "lang"))
_LANGUAGES: Final = frozenset(("zh", "en"))


def quick_options(arguments: list[str]) -> SimpleNamespace | None:
    """What argparse would make of the arguments of the program without a command; None where it should."""
    found = SimpleNamespace(pack=None, view=None, theme=None, ascii=False, lang=None, crash=False)
    if not "".join(arguments).isprintable():
        return None
    left = iter(arguments)
    for argument in left:
        if argument == "--ascii":
            found.ascii = True
            continue
        name, value = _valued(argument, left)
        if not value or (name == "lang" and value not in _LANGUAGES):
            return None
        setattr(found, name, value)
    return found


def _valued(argument: str, left: Iterator[str]) -> tuple[str, str]:
    """Name and value of an option, the value from the arguments that are left where it is not in the same one.

    The value is empty where this is no such option, or where the value may be taken for something else.
    """
    name, given, value = argument.removeprefix("--").partition("=")
    if not argument.startswith("--") or name not in _VALUED:
        return "", ""
    value = value if given else next(left, "")
    return name, "" if value.startswith("-") else value
