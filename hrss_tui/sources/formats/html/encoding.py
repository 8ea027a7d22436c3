"""In which encoding a page is written: a mark at its beginning, else what it says, else what fits."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.unmarked import unmarked
from hrss_tui.words import phrase

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NAMED = re.compile(
    rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_FAMILY = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
           "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "iso-8859-1": "cp1252", "unicode": "utf-16"}  # fmt: skip
"""Names that stand for a larger encoding: what calls itself GB2312 holds characters that only GB18030 has."""
_REACH = 4_096
_SPARE = 200
"""One character in so many may be undecodable in a page that is read nevertheless."""
_TEXTS = ("utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp950", "hz")


_WIDE, _WESTERN = ("utf-16", "utf-16-le", "utf-16-be"), "cp1252"
_BEYOND = re.compile(r"[^\x00-\x7f]+")
_NONE = re.compile(r"[\ue000-\uf8ff\u0080-\u009f]+")
_SELDOM = 20
"""One character in so many, beyond ASCII, may be one that stands for nothing."""


class Decoded(msgspec.Struct, frozen=True):
    """The text of a page, its encoding, and how many characters could not be decoded."""

    text: str
    encoding: str
    lost: int = 0


def decode_page(data: bytes, name: str, named: str | None = None) -> Decoded:
    """The text of a page; `named` is an encoding told from outside. Raises SourceError where none fits."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lossy(data[len(mark) :], encoding, name)
    if order := unmarked(data):
        return _lossy(data, order, name)
    candidates = list(dict.fromkeys(_candidates(data, named)))
    fitting: Decoded | None = None
    for encoding in candidates:
        text = _strict(data, encoding)
        if text is not None and _is_written(text):
            return Decoded(text, encoding)
        if text is not None and fitting is None:
            fitting = Decoded(text, encoding)
    if fitting is not None:
        return fitting
    tried = [data.decode(encoding, "replace").count("\ufffd") for encoding in candidates]
    return _lossy(data, candidates[tried.index(min(tried))], name)


def _candidates(data: bytes, named: str | None) -> Iterator[str]:
    if (
        not data.isascii()
    ):  # a page in another encoding is never UTF-8 by chance, whatever it or its server says
        yield "utf-8"
    match = _NAMED.search(data[:_REACH])
    said = (named, match.group(1).decode("ascii") if match else None)
    known = [codec for each in said if each and (codec := _known(each))]
    # what can be read in the page to be UTF-16 is not, and where Chinese fits no western encoding was meant
    yield from (codec for codec in known if codec not in (*_WIDE, _WESTERN))
    yield from ("utf-8", "gb18030", "big5hkscs")
    yield from known


def _strict(data: bytes, encoding: str) -> str | None:
    """The text in an encoding; None where it does not fit."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _is_written(text: str) -> bool:
    """Is it text that somebody wrote: does hardly any of its characters stand for none?"""
    beyond = _BEYOND.findall(text)
    return _SELDOM * sum(map(len, _NONE.findall("".join(beyond)))) <= sum(map(len, beyond))


def _known(said: str) -> str | None:
    """The codec of a name; None for what is no encoding of text."""
    name = _FAMILY.get(said.lower(), said.lower())
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    return codec if codec in _TEXTS else None


def _lossy(data: bytes, encoding: str, name: str) -> Decoded:
    """The text with marks for what cannot be decoded; too many of them are an error."""
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") if "\ufffd" in text else 0
    if lost * _SPARE > len(text):
        raise SourceError(phrase("source.no_encoding", name=name), phrase("source.encoding.hint"))
    return Decoded(text, encoding, lost)
