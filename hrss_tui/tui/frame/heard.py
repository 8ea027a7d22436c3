"""What a terminal sends, before keys are made of it: a paste is bounded, and late answers are no keys.

The toolkit takes several microseconds a character and a paste of megabytes keeps it for minutes; in a paste it takes
an escape for a key, and an answer to a question of the program before this one (`ESC ] 11 ; rgb:…`) for typed text.
What is begun and never ended is over when nothing more comes for a while: keys are keys again.
"""

from __future__ import annotations

from typing import Final

from hrss_tui import lazy_re as re

MOST: Final = 2**16
"""Characters of a paste that are passed on; no field takes as many."""
_START: Final = "\x1b[200~"
_END: Final = "\x1b[201~"
_OPEN: Final = len(_END) - 1
"""Characters that may be the beginning of a mark whose rest has not come."""
_ANSWER = re.compile(
    r"\x1b(?:\]\d{1,4};[^\x07\x1b]*(?:\x07|\x1b\\)|P[0-9>!=][^\x07\x1b]*\x1b\\|\[(?!\?\d{1,5};\d\$y)[=>?][ -?]{0,64}[@-~])"
)
"""Strings (OSC, DCS) and private answers of a terminal, which no key begins like; of these only modes are asked for."""
_BEGUN = re.compile(r"\x1b(?:(?:\]\d{1,4};|P[0-9>!=])[^\x07\x1b]{0,4096}\x1b?|\[[=>?][ -?]{0,64})\Z")
"""One whose end has not come."""
PATIENCE: Final = 10
"""How often in a row nothing may come before what is open counts as ended: about a second."""


class Heard:
    """What was read, part by part, without what nobody typed."""

    def __init__(self) -> None:
        self._room: int | None = None
        self._last = ""
        self._answer = ""
        self._silent = 0

    def feed(self, text: str) -> str:
        """The text that is passed on of the next part."""
        passed: list[str] = []
        self._silent = 0
        text, self._answer = self._answer + text, ""
        while text:
            text = self._typed(text, passed) if self._room is None else self._pasted(text, passed)
        return "".join(passed)

    def nothing(self) -> str:
        """Nothing came for a moment: the text that is passed on of what is begun, when that has lasted long enough."""
        self._silent += 1
        if self._silent < PATIENCE:
            return ""
        self._answer = ""  # of which nothing was typed
        if self._room is None:
            return ""
        text = self._last.replace("\x1b", "")[: self._room] + _END
        self._room, self._last = None, ""
        return text

    def _typed(self, text: str, passed: list[str]) -> str:
        """Pass on what is outside a paste; the rest."""
        at = (self._last + text).find(_START)
        end = len(text) if at < 0 else at + len(_START) - len(self._last)
        typed = _ANSWER.sub("", text[:end])
        begun = _BEGUN.search(typed) if at < 0 else None
        if begun:
            typed, self._answer = typed[: begun.start()], begun[0]
        passed.append(typed)
        self._last = (self._last + typed)[-_OPEN:] if at < 0 else ""
        if at >= 0:
            self._room = MOST
        return text[end:]

    def _pasted(self, text: str, passed: list[str]) -> str:
        """Pass on what is inside a paste, as far as there is room; the rest."""
        whole = self._last + text
        at = whole.find(_END)
        inside = (whole[:-_OPEN] if at < 0 else whole[:at]).replace("\x1b", "")
        passed.append(inside[: self._room])
        if at < 0:
            self._room, self._last = max(0, (self._room or 0) - len(inside)), whole[-_OPEN:]
            return ""
        passed.append(_END)
        self._room, self._last = None, ""
        return whole[at + len(_END) :]
