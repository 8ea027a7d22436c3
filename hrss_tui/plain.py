"""Text that cannot command anything: no control characters, no bidirectional overrides, nothing invisible.

A terminal, a clipboard and a spreadsheet take some characters as commands, and some change what a reader
sees. Sources lose them when they are decoded; a package, which anybody may have written, has them replaced
when a column is read. Nothing behind these two places has to think of it.
"""

from __future__ import annotations

import re

UNSAFE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Everything that is dropped or replaced; the tab, which separates cells, is kept."""

SUBSTITUTE = "\ufffd"


def without_commands(text: str) -> str:
    """The text without unsafe characters."""
    return UNSAFE.sub("", text)


def substituted(text: str) -> str:
    """The text with a visible sign for every unsafe character: offsets into it stay true."""
    return UNSAFE.sub(SUBSTITUTE, text)


def are_safe(texts: list[str]) -> bool:
    """Are all texts free of unsafe characters? One look over all of them.

    Python's own notion of printable is ten times as fast as the expression and stricter: it knows neither the
    tab nor the ideographic space, nor what Unicode has not assigned. Only what fails it is searched.
    """
    text = "".join(texts)
    return (
        text.isprintable()
        or text.replace("\t", "").replace("\u3000", "").isprintable()
        or UNSAFE.search(text) is None
    )
