"""Markup to tags and text with their offsets, in time that grows with its length whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import msgspec

from hrss_tui import lazy_re as re

_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(r"[^\s/>=][^\s/>=]*")
_BARE = re.compile(r"[^\s>]*")
_BLANK = re.compile(r"[\s/]*")
_SPACE = re.compile(r"\s*")
_LONG_REFERENCE = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noscript", "iframe", "noembed", "noframes"))
"""Elements whose text holds no tags."""
_LONGEST_TAG = 65_536


class Tag(msgspec.Struct, frozen=True):
    """A start or end tag; `attributes` is empty for an end tag. `start` is its offset, `end` that behind it."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int
    closing: bool = False
    closed: bool = False


class Words(msgspec.Struct, frozen=True):
    """Text with references resolved, and the offset it begins at."""

    text: str
    start: int


Token = Tag | Words


def tokens(markup: str) -> Iterator[Token]:
    """Tags and text in order; comments, declarations and instructions are left out."""
    at = 0
    while at < len(markup):
        opened = markup.find("<", at)
        opened = opened if opened >= 0 else len(markup)
        if opened > at:
            yield Words(resolved(markup[at:opened]), at)
        if opened == len(markup):
            return
        token, at = _markup(markup, opened)
        if token is not None:
            yield token
        if isinstance(token, Tag) and token.name in _RAW and not token.closing:
            end = _raw_end(markup, token.name, at)
            if end > at:
                yield Words(resolved(markup[at:end]), at)
            at = end


def resolved(text: str) -> str:
    """The text with character references resolved."""
    return unescape(_LONG_REFERENCE.sub("\ufffd", text)) if "&" in text else text


def _markup(markup: str, at: int) -> tuple[Token | None, int]:
    """What begins with the bracket at an offset, and the offset behind it."""
    if markup.startswith("<!--", at):
        end = markup.find("-->", at + 2)
        return None, end + 3 if end >= 0 else len(markup)
    following = markup[at + 1 : at + 2]
    if following in ("!", "?"):
        end = markup.find(">", at)
        return None, end + 1 if end >= 0 else len(markup)
    closing = following == "/"
    name = _NAME.match(markup, at + 1 + closing)
    if name is None:
        return Words("<", at), at + 1
    if closing:
        end = markup.find(">", name.end())
        end = end + 1 if end >= 0 else len(markup)
        return Tag(name.group().lower(), {}, at, end, closing=True), end
    return _start_tag(markup, at, name.group().lower(), name.end())


def _start_tag(markup: str, start: int, name: str, at: int) -> tuple[Tag, int]:
    attributes: dict[str, str] = {}
    last = min(len(markup), start + _LONGEST_TAG)
    while at < last:
        blank = _end(_BLANK, markup, at)
        if markup[blank : blank + 1] in (">", ""):
            closed = markup[at:blank].endswith("/")
            return Tag(name, attributes, start, blank + 1, closed=closed), blank + 1
        named = _ATTRIBUTE.match(markup, blank)
        if named is None:
            at = blank + 1
            continue
        value, at = _value(markup, named.end(), last)
        attributes.setdefault(named.group().lower(), value)
    return Tag(name, attributes, start, at), at


def _value(markup: str, at: int, last: int) -> tuple[str, int]:
    """The value behind the name of an attribute, and the offset behind that."""
    equals = _end(_SPACE, markup, at)
    if markup[equals : equals + 1] != "=":
        return "", at
    begin = _end(_SPACE, markup, equals + 1)
    quote = markup[begin : begin + 1]
    if quote in ('"', "'"):
        end = markup.find(quote, begin + 1, last)
        if end >= 0:
            return resolved(markup[begin + 1 : end]), end + 1
    end = _end(_BARE, markup, begin)
    return resolved(markup[begin:end]), end


def _end(pattern: re.Pattern[str], markup: str, at: int) -> int:
    """Where a pattern that matches anything ends."""
    match = pattern.match(markup, at)
    return match.end() if match else at


def _raw_end(markup: str, name: str, at: int) -> int:
    match = _raw_closing(name).search(markup, at)
    return match.start() if match else len(markup)


def _raw_closing(name: str) -> re.Pattern[str]:
    return re.compile(f"</{name}", re.IGNORECASE)
