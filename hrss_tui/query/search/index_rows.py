"""Blocks to rows of the index. Pure, so that several processes can share the work."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.query.search.corpus import HEADING, ROW, row_label
from hrss_tui.query.search.grams import figures, paired, pairs, repeated, shifted, spelled, tags
from hrss_tui.query.search.normal import Folding, folding
from hrss_tui.query.search.pinyin import pinyin
from hrss_tui.query.search.rank import SENTENCE_ENDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_SENTENCES = re.compile(f"[^{SENTENCE_ENDS}]+")
_SHIFTED_SENTENCES = re.compile(f"[^{shifted(SENTENCE_ENDS)}]+")
_NAMES = 50_000
"""Names whose pinyin is remembered."""


class Rows:
    """The rows of some neighbouring blocks, as documents for SQLite.

    `heads`, `names` and `wholes` hold (number of the block among these, document); `parts` holds documents, and
    `counts` how many of them each block has.
    """

    __slots__ = ("counts", "heads", "names", "parts", "wholes")

    def __init__(self) -> None:
        self.heads: list[tuple[int, str]] = []
        self.names: list[tuple[int, str]] = []
        self.wholes: list[tuple[int, str]] = []
        self.parts: list[str] = []
        self.counts: list[int] = []


class Maker:
    """Makes rows of one package; `head` is the head of it."""

    def __init__(self, head: Mapping[str, Any]) -> None:
        self._fold: Folding = folding(head)
        self._initials = pinyin(head).initials()
        self._names: dict[str, str] = {}

    def rows(self, texts: list[str], kinds: list[str]) -> Rows:
        """The rows of blocks, given their printed texts."""
        made = Rows()
        joined = self._fold.text("\n".join(texts))
        forms = (joined, shifted(joined), paired(joined))
        lines = zip(*(form.split("\n") for form in forms), strict=True)
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
            before = len(made.parts)
            self._add(made, number, line, kind)
            made.counts.append(len(made.parts) - before)
        return made

    def _add(self, made: Rows, number: int, line: tuple[str, str, str], kind: str) -> None:
        text, spelt, form = line
        found = pairs(form)
        often = repeated(found)
        whole = f"{' '.join(found)} {tags(often)} {figures(text)}"
        if kind == HEADING:
            made.heads.append((number, f"{whole} {' '.join(spelt)} {self._spelled(text)}"))
            return
        sentences = [] if kind == ROW else _sentences(line, found, often)
        if sentences:
            made.parts += sentences
            made.wholes.append((number, whole))
            return
        made.parts.append(f"{whole} {' '.join(spelt)}")
        name = text[: row_label(text)] if kind == ROW else ""
        if name:
            document = _document(name, shifted(name), pairs(paired(name)), often)
            made.names.append((number, f"{document} {self._spelled(name)}"))

    def _spelled(self, name: str) -> str:
        """Tokens of a name's pinyin; names come again and again."""
        made = self._names.get(name)
        if made is None:
            if len(self._names) > _NAMES:
                self._names.clear()
            made = self._names[name] = spelled(name, self._initials)
        return made


def _sentences(line: tuple[str, str, str], found: list[str], often: dict[str, int]) -> list[str]:
    """Documents of the sentences of a block; none where it is a single one as it stands."""
    text, spelt, form = line
    parts = _SENTENCES.findall(text)
    if not parts or parts == [text]:
        return []
    places = (match.span() for match in _SHIFTED_SENTENCES.finditer(form))
    several = zip(parts, _SHIFTED_SENTENCES.findall(spelt), places, strict=True)
    return [
        _document(part, letters, found[start : end - 1], often) for part, letters, (start, end) in several
    ]


def _document(text: str, spelt: str, found: list[str], often: dict[str, int]) -> str:
    """The tokens of a row, of which SQLite counts none twice."""
    return f"{' '.join(found)} {tags(often, found)} {figures(text)} {' '.join(spelt)}"
