"""Bytes of a text file to sanitised physical lines.

The line numbers of this module are those of `sed -n`: only LF ends a line. What a terminal could take as
a command (control characters, bidirectional overrides, zero-width marks) is dropped here, once, so that
nothing behind this module has to think of it.
"""

from __future__ import annotations

import unicodedata

from hrss_tui.errors import SourceError
from hrss_tui.plain import SUBSTITUTE, legible
from hrss_tui.sources.formats.draft import MAX_LINE, MAX_LINES
from hrss_tui.sources.formats.form import SourceFile, digest
from hrss_tui.sources.formats.unmarked import unmarked
from hrss_tui.words import phrase

MAX_BYTES = 32 * 2**20
"""Bytes of a text; the longest budgets have one or two million."""
_WHOLE = 9
"""So many characters of a damaged text are whole where one is lost; of GB18030 read as UTF-8 hardly one is."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decode(data: bytes, name: str) -> SourceFile:
    """Decode `data`: UTF-8, UTF-16, else GB18030, with a note where nothing in it says so.

    Raises SourceError for an empty file, for binary data, for bytes no encoding explains and for endless lines.
    """
    if not data.strip():
        raise SourceError(phrase("source.empty", name=name), phrase("source.empty.hint"))
    if len(data) > MAX_BYTES:
        size = MAX_BYTES // 2**20
        raise SourceError(phrase("source.too_large", name=name, size=size), phrase("source.too_large.hint"))
    text, encoding, notes = _decode_text(data, name)
    if not text.strip():  # a mark of its encoding and nothing behind it
        raise SourceError(phrase("source.empty", name=name), phrase("source.empty.hint"))
    lines = text.replace("\r\n", "\n").split("\n") if "\n" in text else text.split("\r")
    if lines and not lines[-1]:
        lines.pop()
    if len(lines) > MAX_LINES:
        what = phrase("source.many_lines", name=name, most=f"{MAX_LINES:,}")
        raise SourceError(what, phrase("source.too_large.hint"))
    longest = max(range(len(lines)), key=lambda index: len(lines[index]))
    if len(lines[longest]) > MAX_LINE:
        raise SourceError(
            phrase("source.long_line", name=name, line=longest + 1, most=f"{MAX_LINE:,}"),
            phrase("source.long_line.hint"),
        )
    return SourceFile(name, digest(data), encoding, tuple(legible(line) for line in lines), notes)


def _decode_text(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return (
                _strict(data[len(mark) :], encoding, name),
                encoding,
                (phrase("source.mark", name=name, encoding=encoding),),
            )
    if order := unmarked(data):
        return _strict(data, order, name), order, (phrase("source.unmarked", name=name, encoding=order),)
    if b"\0" in data:
        raise SourceError(phrase("source.zeros", name=name), phrase("source.text.hint"))
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        encoding = "utf-8" if _is_meant_as_utf8(data) else "gb18030"
        return _strict(data, encoding, name), encoding, (phrase("source.gb18030", name=name),)


def _is_meant_as_utf8(data: bytes) -> bool:
    """Is it UTF-8, damaged or cut? Read as GB18030 a short one would be other characters, and no error."""
    text = data.decode("utf-8", "replace")
    lost = text.count(SUBSTITUTE)
    return _WHOLE * lost < sum(not char.isascii() for char in text) - lost


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            phrase("source.encoding", name=name, byte=error.start, encoding=encoding),
            phrase("source.encoding.hint"),
        ) from error
    if _looks_binary(text):
        raise SourceError(phrase("source.binary", name=name), phrase("source.text.hint"))
    return text


def _looks_binary(text: str) -> bool:
    sample = text[:4096]
    odd = sum(
        1
        for char in sample
        if unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"} and char not in "\t\r\n"
    )
    return odd * 10 > len(sample)
