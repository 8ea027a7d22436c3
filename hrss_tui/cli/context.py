"""What a command is given beside its options: the package, the words, a place to print results."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from hrss_tui.errors import UsageError
from hrss_tui.plain import substituted
from hrss_tui.words import Lang, Phrase, phrase, spoken, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from hrss_tui.errors import HrssError
    from hrss_tui.pack.read import Pack


class Context:
    """One run of one command. `lang` and `words` say it in the user's language, `format` is what to print."""

    def __init__(self, options: Namespace, lang: Lang, title: str = "") -> None:
        self.lang: Lang = lang
        self.words: Mapping[str, str] = words(lang)
        self.format: str = options.format
        self.title = title
        """What the command does, in a line."""
        self.whole: int | None = None
        """How many results there are in all, where a limit left some out."""
        self._pack_path: str | None = options.pack
        self._pack: Pack | None = None
        self._out: TextIO | None = None

    @property
    def pack(self) -> Pack:
        """The package asked for, opened when first used. Raises PackError."""
        if self._pack is None:
            from hrss_tui.pack.read import open_pack

            self._pack = open_pack(self._pack_path)
        return self._pack

    @property
    def pack_path(self) -> str | None:
        """What --pack names."""
        return self._pack_path

    @property
    def out(self) -> TextIO:
        """Standard output, ready for Chinese: data go out as UTF-8, a table in the terminal's encoding."""
        if self._out is None:
            self._out = standard_output(data=self.format != "table")
        return self._out

    @property
    def room(self) -> int:
        """Cells of a line of the terminal; 0 where results go elsewhere: there a record stays one line."""
        try:
            return os.get_terminal_size(self.out.fileno()).columns if self.out.isatty() else 0
        except (OSError, ValueError):
            return 0

    def write(self, lines: Iterable[str], styles: tuple[str, ...] = ()) -> None:
        """Print lines of results; what of an argument, a file name or the environment is in them stays text.

        `styles` are the only commands to the terminal that may be in them.
        """
        write = self.out.write
        for line in lines:
            write(f"{line if line.isprintable() else _harmless(line, styles)}\n")

    def write_path(self, path: str) -> None:
        """Print the path of a file: on a terminal as text, for a program byte for byte."""
        if self.out.isatty():
            self.write([path])
        else:
            self.out.flush()
            self.out.buffer.write(os.fsencode(f"{path}\n"))

    def note(self, text: str) -> None:
        """Narrate on stderr."""
        narrate(substituted(spoken(text, self.lang)))


def _harmless(text: str, styles: tuple[str, ...]) -> str:
    """The text, of one line or several, without commands but those styles."""
    for part in ("\n", *styles):
        if part in text:
            return part.join(_harmless(piece, styles) for piece in text.split(part))
    return substituted(text)


def narrate(text: str, end: str = "\n") -> None:
    """Print on stderr, where there is one that takes it: no result depends on it."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(text + end)
            sys.stderr.flush()


def sentence(error: HrssError, lang: Lang) -> str:
    """What went wrong and, behind it, what to do."""
    message, hint = spoken(error.message, lang), spoken(error.hint, lang)
    shape = Phrase("（{hint}）", " ({hint})")
    return message + (spoken(shape, lang).format(hint=hint) if hint else "")


def standard_output(data: bool = False) -> TextIO:
    """Standard output, ready for Chinese. Raises UsageError where standard output is closed."""
    out = sys.stdout
    if out is None:
        raise UsageError(phrase("error.stdout_closed"), phrase("error.stdout_closed.hint"))
    write_chinese(out, data and not out.isatty())
    return out


def write_chinese(stream: TextIO, data: bool = False) -> None:
    """Make a stream take any text: data as UTF-8, other text in the terminal's encoding.

    Where that has no Chinese at all (ASCII in an unset locale) it says nothing of the terminal, which then gets
    UTF-8 too; what it lacks otherwise becomes a question mark, one cell wide.
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace", encoding="utf-8" if data or not _has_chinese(stream.encoding) else None)


def _has_chinese(encoding: str) -> bool:
    try:
        return bool("人".encode(encoding))
    except (LookupError, UnicodeEncodeError):
        return False
