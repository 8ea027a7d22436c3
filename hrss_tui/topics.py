"""The documents that `hrss-tui help` and the help of the explorer show: a topic is a file of `hrss_tui/docs`, or a marked section of the reference."""

from __future__ import annotations

import os

from hrss_tui import lazy_re as re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from hrss_tui.words import Lang

_DOCS: Final = os.path.join(os.path.dirname(os.path.abspath(__file__)), "docs")  # noqa: PTH100, PTH118, PTH120 - pathlib takes as long as the rest
SECTIONS: Final = ("commands", "keys", "search", "exit")
"""Parts of the reference, each below its own mark."""
FILES: Final = ("tutorial", "howto", "reference", "api", "architecture")
TOPICS: Final = (*FILES, *SECTIONS)
_MARK: Final = re.compile(r"^<!--[^>]{0,200}-->\n", re.MULTILINE)


def topic(name: str, lang: Lang) -> str:
    """The text of a topic of `TOPICS`, without marks; the architecture is for those who write code, in English."""
    if name not in SECTIONS:
        return _MARK.sub("", _text(name, lang)).rstrip("\n")
    _, _, rest = _text("reference", lang).partition(f"<!-- topic {name} -->\n")
    section, _, _ = rest.partition("<!-- topic ")
    return _MARK.sub("", section).rstrip("\n")


def _text(name: str, lang: Lang) -> str:
    folder = () if name == "architecture" else (lang,)
    with open(os.path.join(_DOCS, *folder, f"{name}.md"), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - see above
        return file.read()
