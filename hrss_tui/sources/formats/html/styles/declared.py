"""What a rule or a style declares: property → value, of those properties that decide what is seen, and only what is valid."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui import lazy_re as re

Declared = dict[str, tuple[bool, str]]
"""Property → is it important, and its value in lower case (that of `content` as it is written)."""

_COMMON = ("inherit", "initial", "unset", "revert", "revert-layer")
_DISPLAYS = frozenset(
    ("none", "inline", "block", "contents", "flow-root", "flex", "inline-flex", "grid", "inline-grid", "inline-block",
     "list-item", "table", "inline-table", "table-row", "table-cell", "table-row-group", "table-header-group",
     "table-footer-group", "table-column", "table-column-group", "table-caption", "run-in", "-webkit-box", "-webkit-flex",
     "-webkit-inline-box", "-ms-flexbox", "ruby", "ruby-text", "ruby-base", "math", "-moz-box")
)  # fmt: skip
_VISIBLE = frozenset(("visible", "hidden", "collapse"))
_LENGTH = re.compile(r"[+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(?:[a-z]{1,5}|%)?")
_SIZE = re.compile(
    r"(?:^|\s)(\d{1,6}(?:\.\d{1,9})?(?:px|pt|r?em|%|ex|cm|mm|in|pc|vw|vh|rpx)|\.\d{1,9}[a-z]{1,4}|0)(?=[\s/]|$)"
)
_SIZE_WORDS = frozenset(
    (
        "xx-small",
        "x-small",
        "small",
        "medium",
        "large",
        "x-large",
        "xx-large",
        "xxx-large",
        "smaller",
        "larger",
    )
)
_SOME_SIZE = "medium"
"""For one that is calculated."""
_SHARE = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_PARTS = re.compile(r"[;\"'()\\]")
_WORDS_OF = {
    "display": _DISPLAYS,
    "visibility": _VISIBLE,
    "position": frozenset(("static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky")),
    "float": frozenset(("left", "right", "none", "inline-start", "inline-end")),
    "direction": frozenset(("ltr", "rtl")),
    "unicode-bidi": frozenset(
        ("normal", "embed", "isolate", "bidi-override", "isolate-override", "plaintext")
    ),
    "content-visibility": frozenset(("visible", "hidden", "auto")),
    "mso-hide": frozenset(("all", "none", "screen")),
    "clear": frozenset(("both", "left", "right", "none")),
    "white-space": frozenset(("normal", "nowrap", "pre", "pre-wrap", "pre-line", "break-spaces")),
}
"""Property → the words that it may have."""
_LENGTHS = frozenset(
    ("left", "top", "right", "bottom", "width", "height", "max-width", "max-height", "min-width", "min-height", "padding-top", "padding-bottom", "text-indent", "margin-left",
     "margin-right", "padding-left", "padding-right", "opacity", "flex-grow")
)  # fmt: skip
_FREE = {
    "clip": "clip", "clip-path": "clip-path", "-webkit-clip-path": "clip-path", "transform": "transform",
    "-webkit-transform": "transform", "scale": "scale", "color": "color", "-webkit-text-fill-color": "fill",
    "background-color": "ground", "text-shadow": "shadow", "list-style-type": "marks", "vertical-align": "vertical",
    "text-decoration-line": "line", "text-decoration": "line", "content": "content", "-webkit-background-clip": "cut",
    "background-clip": "cut", "overflow-x": "overflow-x", "overflow-y": "overflow-y",
    "justify-content": "justify", "filter": "filter", "-webkit-filter": "filter",
}  # fmt: skip
"""Property → what it is called here; any value is taken."""
_SIDES = ("top", "right", "bottom", "left")
_OF_SIDES = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
"""How many values are given → which of them is that of each side."""
_LIST_PLACES = ("inside", "outside")
RELEVANT = re.compile(
    r"display|visib|position|left|top|right|bottom|clip|opacity|font|color|background|vertical|width|height|overflow"
    r"|transform|scale|flex|decoration|indent|hide|list-style|content|direction|bidi|margin|padding|inset|float|white-space|shadow|justify|filter",
    re.IGNORECASE,
)
"""What stands in a rule that may decide what is seen."""


def declared(body: str) -> Declared:
    """What the declarations say, the last or the important one winning."""
    found: Declared = {}
    for written in _parted(body):
        name, _, value = written.partition(":")
        name = name.strip().lower()
        value, important = _heavy(value.strip())
        for said, each in _longhands(name, value if name == "content" else value.lower()):
            if important or not found.get(said, (False,))[0]:
                found[said] = important, each
    return found


def _heavy(value: str) -> tuple[str, bool]:
    """A value without the word that makes it important."""
    head, sign, tail = value.rpartition("!")
    return (head.strip(), True) if sign and tail.strip().lower() == "important" else (value, False)


def _parted(body: str) -> list[str]:
    """The declarations of a body: a semicolon in a string or in brackets parts nothing."""
    if not any(sign in body for sign in "\"'("):
        return body.split(";")
    found, begin, depth, quote, skipped = [], 0, 0, "", -1
    for match in _PARTS.finditer(body):
        sign, at = match[0], match.start()
        if at == skipped:
            continue
        if sign == "\\":
            skipped = at + 1
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in "()":
            depth = max(depth + (1 if sign == "(" else -1), 0)
        elif sign == ";" and not depth:
            found.append(body[begin:at])
            begin = at + 1
    return [*found, body[begin:]]


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    """The properties that a declaration sets; none where it is not valid or decides nothing."""
    if not value or ("\\" in value and name != "content"):
        return
    if value in _COMMON:
        yield from ((each, value) for each in _named(name))
    elif name in _WORDS_OF:
        two = name == "display" and value.startswith(("block ", "inline "))
        one = value.rpartition(" ")[2] if two else value
        if one in _WORDS_OF[name]:
            yield name, one
    elif name in _LENGTHS:
        if _LENGTH.fullmatch(value) or value in ("auto", "none"):
            yield name, value
    elif name in _FREE:
        yield _FREE[name], value
    elif name == "font-size":
        if _LENGTH.fullmatch(value) or value in _SIZE_WORDS:
            yield name, value
        elif "(" in value:
            yield name, _SOME_SIZE
    else:
        yield from _shorthand(name, value)


def _named(name: str) -> tuple[str, ...]:
    """What a property is called here."""
    if name in _FREE:
        return (_FREE[name],)
    return {"font": ("font-size",), "background": ("ground",), "list-style": ("marks",),
            "overflow": ("overflow-x", "overflow-y")}.get(name, (name,))  # fmt: skip


def _shorthand(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name == "font":
        if size := _SIZE.search(value):
            yield "font-size", size[1]
        elif "(" in value:
            yield "font-size", _SOME_SIZE
    elif name == "background":
        yield "ground", value
        yield "cut", "text" if "text" in value.split() else "border-box"
    elif name == "background-image":
        if value != "none":
            yield "picture", value
    elif name in ("flex", "-webkit-flex", "-ms-flex"):
        grows = value.split(maxsplit=1)[0]
        yield "flex-grow", {"auto": "1", "none": "0"}.get(grows, grows if _SHARE.fullmatch(grows) else "1")
    elif name == "list-style":
        words = [word for word in value.split() if word not in _LIST_PLACES and not word.startswith("url(")]
        yield "marks", words[0] if words else "disc"
    elif name == "overflow":
        across, _, down = value.partition(" ")
        yield "overflow-x", across
        yield "overflow-y", down.strip() or across
    elif name in ("margin", "padding", "inset"):
        yield from _four(name, value.split())


def _four(name: str, values: list[str]) -> Iterator[tuple[str, str]]:
    """The values of all four sides."""
    if len(values) in _OF_SIDES and all(_LENGTH.fullmatch(each) or each == "auto" for each in values):
        for side, index in zip(_SIDES, _OF_SIDES[len(values)], strict=True):
            if name == "inset":
                yield side, values[index]
            elif name == "padding" or side in ("left", "right"):
                yield f"{name}-{side}", values[index]
