"""Which language the program speaks, and what chose it.

The first of these that says one: `--lang`, `$HRSS_TUI_LANG`, in the explorer the file of settings, the locale. Of the
locale the variable that POSIX asks first decides; a locale that names no language (none, C, POSIX) means Chinese.
"""

from __future__ import annotations

import os

from hrss_tui.cli.names import LANGUAGE_VARIABLE
from hrss_tui.words import LANGUAGES, Lang

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

OPTION: Final = "--lang"
LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the locale for what a program says, the first that is set and not empty decides."""
USUAL: Final[Lang] = "zh"
_NO_LANGUAGE: Final = frozenset(("c", "posix"))


def said(asked: str | None, environ: Mapping[str, str] = os.environ) -> tuple[Lang, str] | None:
    """The language that the option or the variable of the program names, and which of them; None where neither does."""
    for value, by in ((asked, OPTION), (environ.get(LANGUAGE_VARIABLE), LANGUAGE_VARIABLE)):
        if value in LANGUAGES:
            return ("en" if value == "en" else "zh"), by
    return None


def usual(environ: Mapping[str, str] = os.environ) -> tuple[Lang, str]:
    """The language of the locale and the variable that says so, which is empty where none names a language."""
    by = next((name for name in LOCALE if environ.get(name)), "")
    language = environ.get(by, "").partition(".")[0].partition("_")[0].partition("@")[0].lower()
    if language in _NO_LANGUAGE or not language:
        return USUAL, ""
    return ("zh" if language.startswith("zh") else "en"), by


def asked_in(arguments: list[str]) -> str | None:
    """The last value of `--lang` in the arguments, before anything is parsed: complaints about them are in it too."""
    asked = None
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for index, argument in enumerate(options):
        if argument == OPTION and index + 1 < len(options):
            asked = options[index + 1]
        elif argument.startswith(f"{OPTION}="):
            asked = argument.removeprefix(f"{OPTION}=")
    return asked
