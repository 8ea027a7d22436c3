"""Copying that arrives: through the terminal, by programs that are there, and else in a box that shows the text."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hrss_tui.tui.frame.recalling import RecallingApp
from hrss_tui.tui.paint.text import cut

if TYPE_CHECKING:
    from hrss_tui.tui.taking.programs import Program

NOTE_FRAME = 4
"""Columns of a notice that are not its text."""


class CopyingApp(RecallingApp):
    """An application that puts texts on the clipboard, whichever there is."""

    _given = ""

    def give(self, text: str, said: str) -> None:
        """Put a text on the clipboard and say so, with `said`; the same text a second time is shown as well."""
        from hrss_tui.tui.taking import clipboard, programs

        text = clipboard.inert(text)
        again, self._given = text == self._given, "" if text == self._given else text
        written = clipboard.sequence(text, os.environ)
        if written is not None and self._driver is not None:
            self._driver.write(written)
        if again:
            self._show_text(text, "")
        elif found := programs.present(os.environ) if self.desk.programs else []:
            self.run_worker(self._put(text, said, found), group="copying")
        else:
            self._say_given(text, said, ())

    async def _put(self, text: str, said: str, found: Sequence[Program]) -> None:
        """By programs, beside the interface."""
        from hrss_tui.tui.taking.programs import put

        self._say_given(text, said, await asyncio.to_thread(put, text, found))

    def _say_given(self, text: str, said: str, took: Sequence[str]) -> None:
        """Where it went; where it went nowhere it is shown."""
        from hrss_tui.tui.taking import clipboard

        whole = clipboard.fits(text)
        if took:
            way = self.desk.say("copy.programs", names=self.desk.say("tui.join").join(took))
        elif whole and clipboard.heard(os.environ):
            way = self.desk.say(clipboard.way(os.environ))
        else:
            why = "copy.unheard" if whole else "copy.long"
            self._show_text(text, self.desk.say(why, **({} if whole else {"limit": clipboard.LIMIT})))
            return
        self.note(cut(f"{way}  {said}", self.size.width * 9 // 10 - NOTE_FRAME, self.desk.signs.ellipsis))

    def _show_text(self, text: str, why: str) -> None:
        from hrss_tui.tui.overlays.copied import CopiedScreen

        self.clear_notifications()
        self.dress()
        self.push_screen(CopiedScreen(self.desk, text, why))
