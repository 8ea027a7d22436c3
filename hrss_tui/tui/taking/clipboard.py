"""Copying through the terminal (OSC 52), also from inside tmux and screen."""

from __future__ import annotations

import base64
from collections.abc import Mapping

from hrss_tui.export.text import harmless

LIMIT = 74_994
"""Bytes of text that terminals take; more would be dropped in silence."""
DEAF = frozenset({"linux", "dumb", "vt100", "vt220", "cons25"})
"""Terminals without a clipboard."""
VTE = 7600
"""The first version of the library of GNOME's and Xfce's terminals that may hear of it."""
_CHUNK = 250


def inert(text: str) -> str:
    """The text as it may be pasted into a spreadsheet: no cell of it is a formula."""
    rows = (line.split("\t") for line in text.split("\n"))
    return "\n".join("\t".join(map(harmless, cells)) for cells in rows)


def fits(text: str) -> bool:
    """Whether a terminal takes a text of this length."""
    return len(text.encode()) <= LIMIT


def heard(environ: Mapping[str, str]) -> bool:
    """Whether the terminal may take it: none of those that are known not to, which would say nothing."""
    if environ.get("TMUX") or environ.get("STY"):
        return True
    version = environ.get("VTE_VERSION", "")
    deaf = environ.get("TERM", "") in DEAF or environ.get("TERM_PROGRAM") == "Apple_Terminal"
    return not deaf and not (version.isdecimal() and int(version) < VTE)


def sequence(text: str, environ: Mapping[str, str]) -> str | None:
    """The control sequence that puts a text on the clipboard; None where it is too long."""
    if not fits(text):
        return None
    plain = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    if environ.get("TMUX"):
        # tmux takes the first with set-clipboard on, the second with allow-passthrough on; no answer tells which.
        return plain + "\x1bPtmux;" + plain.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environ.get("STY") or environ.get("TERM", "").startswith("screen"):
        parts = (plain[at : at + _CHUNK] for at in range(0, len(plain), _CHUNK))
        return "".join(f"\x1bP{part}\x1b\\" for part in parts)
    return plain


def way(environ: Mapping[str, str]) -> str:
    """Which way the text goes: the key of the word that says so."""
    if environ.get("TMUX"):
        return "copy.tmux"
    return "copy.screen" if environ.get("STY") else "copy.terminal"
