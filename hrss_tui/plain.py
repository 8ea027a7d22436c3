"""Text that cannot command anything: no control characters, no bidirectional overrides, nothing invisible.

A terminal, a clipboard and a spreadsheet take some characters as commands, and some change what a reader
sees. Sources lose them when they are decoded; a package, which anybody may have written, has them replaced
when a column is read. Nothing behind these two places has to think of it.
"""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re

TYPE_CHECKING = False
if TYPE_CHECKING:
    UNSAFE: re.Pattern[str]

_UNSAFE = (
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
"""Everything that is dropped or replaced; the tab, which separates cells, is kept. `UNSAFE` is the expression."""

SUBSTITUTE = "\ufffd"
_SURROGATES = re.compile("[\ud800-\udfff]")
_NO_BYTES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that stand for no byte."""

_FIGURES = "0123456789０１２３４５６７８９.,．，"
"""What numbers are written with."""
MINUS_SIGNS = "‐‑‒−﹣⁃➖"
"""Further characters that are printed as the minus sign of a number, beside that of ASCII."""
PICTURES = "\u2600-\u2775\u2794\u2798-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
"""Signs of decoration (✅, ⭐, 💰), as the inside of a character class: no part of a name, and nothing counts over them."""
_LINE_ENDS = frozenset("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_OVERRIDES = frozenset("\u202d\u202e")

BEYOND = 10**9
"""More than any line, year or count there is."""
_DEEPEST = 16
"""More levels than any list of codes has."""


@cache
def _unsafe() -> re.Pattern[str]:
    """The expression, compiled when a text needs it: that takes longer than a start has time for, and few do.

    What Python calls printable contains none of it.
    """
    return re.compile(_UNSAFE)


def __getattr__(name: str) -> re.Pattern[str]:
    if name == "UNSAFE":
        return _unsafe()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def indent(level: int) -> str:
    """Blanks before a name of a level, the first having none; a level that no list has is taken for the deepest."""
    return "  " * max(0, min(level, _DEEPEST) - 1)


def whole_number(text: str) -> int | None:
    """The number that ASCII digits write, at most BEYOND however many there are; None for anything else.

    Python itself refuses to read thousands of digits, and takes some signs for digits that it cannot read.
    """
    if not (text.isascii() and text.isdigit()):
        return None
    digits = text.lstrip("0") or "0"
    return int(digits) if len(digits) < len(str(BEYOND)) else BEYOND


def readable(text: str) -> str:
    """The text without lone surrogates, which stand for bytes that the locale does not know.

    Mostly they are UTF-8, typed in a terminal whose locale was never set; what is not is marked.
    """
    if _SURROGATES.search(text) is None:
        return text
    escaped = _NO_BYTES.sub(SUBSTITUTE, text)
    return escaped.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def without_commands(text: str) -> str:
    """The text without unsafe characters."""
    return text if text.isprintable() else _unsafe().sub("", text)


def legible(text: str) -> str:
    """The text of a source without unsafe characters; where one parted or damaged a number, a blank or a sign stays.

    What is invisible (a zero-width blank) parts nothing. A line end of some system parts two numbers; any other control
    character stands where something was lost, and behind an override digits are seen in another order.
    """
    return text if text.isprintable() else _unsafe_runs().sub(_left, text)


@cache
def _unsafe_runs() -> re.Pattern[str]:
    return re.compile(f"{_UNSAFE}+")


def _left(match: re.Match[str]) -> str:
    """What stays of a run of unsafe characters."""
    found, text = match.group(), match.string
    before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
    if before in _FIGURES and after in _FIGURES and before and after:
        if not _LINE_ENDS.isdisjoint(found):
            return " "
        if any(char < " " or "\x7f" <= char < "\xa0" for char in found):
            return SUBSTITUTE
    return SUBSTITUTE if not _OVERRIDES.isdisjoint(found) and after and after in _FIGURES else ""


def substituted(text: str, sign: str = SUBSTITUTE) -> str:
    """The text with a sign for every unsafe character: offsets into it stay true."""
    return text if text.isprintable() else _unsafe().sub(sign, text)


@cache
def _markup() -> re.Pattern[str]:
    r"""What Markdown takes for markup inside a cell; a stroke inside a word (`doc_id`) is none."""
    return re.compile(r"[\\`*\[\]<|&~]|(?<![^\W_])_|_(?![^\W_])")


def unmarked(text: str) -> str:
    """The text of a cell in Markdown: neither columns, nor links, emphasis or HTML."""
    return _markup().sub(r"\\\g<0>", text)


def are_safe(texts: list[str]) -> bool:
    """Are all texts free of unsafe characters? One look over all of them.

    Python's own notion of printable is ten times as fast as the expression and stricter: it knows neither the
    tab nor the ideographic space, nor what Unicode has not assigned. Only what fails it is searched.
    """
    text = "".join(texts)
    return (
        text.isprintable()
        or text.replace("\t", "").replace("\u3000", "").isprintable()
        or _unsafe().search(text) is None
    )


_YEAR_OF_MONTHS = re.compile(r"(\d{4})(?:-01/(\d{4})-12)?", re.ASCII)


def one_year(period: str | None) -> str:
    """The year that a period is the whole of, also where it is told by its months (2031-01/2031-12); else nothing."""
    found = _YEAR_OF_MONTHS.fullmatch(period or "")
    return found[1] if found and found[2] in (None, found[1]) else ""
