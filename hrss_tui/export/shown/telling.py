"""What evidence and contradictions say in words: the same in a page and in a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrss_tui.export.shown.drawing import width
from hrss_tui.export.shown.sheet import Picture, Run, Source
from hrss_tui.pack.read import Pack
from hrss_tui.query.check_words import description, reason
from hrss_tui.query.cite import cite
from hrss_tui.query.evidence.evidence import Evidence
from hrss_tui.query.evidence.passage import Passage
from hrss_tui.query.evidence.peers import Peers
from hrss_tui.records import Check, Document
from hrss_tui.words import Lang, phrase, spoken, words

LABEL, BARS = 36, 32
"""Cells of the names and of the bars of a chart."""
_EIGHTHS = "▏▎▍▌▋▊▉"


class Teller:
    """A language, and the names that check sentences have in it."""

    def __init__(self, pack: Pack, lang: Lang, names: Mapping[str, str]) -> None:
        self.pack = pack
        self.lang = lang
        self.words = words(lang)
        self._names = names

    def say(self, text: str) -> str:
        """A text of the program in the language of the reader; of a document as it is."""
        return spoken(text, self.lang)

    def check(self, check: Check) -> str:
        """What must equal what."""
        return description(check, self.lang, self._names)

    def why(self, check: Check) -> str:
        """Why it does not."""
        return reason(check, self.lang, self._names)

    def status(self, check: Check) -> str:
        """How it came out."""
        return self.words.get(f"status.{check.status}", check.status)

    def place(self, passage: Passage) -> str:
        """The page or sheet, else the lines of the file; of a recognised page that it was."""
        if passage.leaf is not None:
            return self.say(passage.leaf)
        return self.say(lines(passage.line_start, passage.line_end))

    def sources(self, documents: Sequence[Document]) -> tuple[Source, ...]:
        """The documents with their citations."""
        return tuple(
            Source(
                row.doc_id, row.title, cite(self.pack, row.doc_id).text, row.source_file, row.source_sha256
            )
            for row in documents
        )

    def chart(self, found: Evidence) -> Picture | None:
        """The figure among its like; nothing where it stands alone."""
        if not found.peers.rows:
            return None
        return chart(
            self.say(found.peers.title), found.peers, self.lang, [row.doc_id for row in found.documents]
        )


def lines(first: int, last: int) -> str:
    """Some lines of a file in words."""
    return phrase("taken.line", line=str(first) if first == last else f"{first}–{last}")


def chart(title: str, beside: Peers, lang: Lang, documents: Sequence[str]) -> Picture:
    """A bar for each figure on one scale from nothing, the figure itself in another colour; documents by number."""
    most = max((abs(row.size) for row in beside.rows), default=0)
    several = len({row.source.rpartition(":")[0] for row in beside.rows}) > 1
    labels = []
    for row in beside.rows:
        doc_id = row.source.rpartition(":")[0]
        number = f" [{documents.index(doc_id) + 1}]" if several and doc_id in documents else ""
        labels.append(f"{_cut(spoken(row.label, lang), LABEL - len(number))}{number}")
    wide = max(map(width, labels), default=1)
    printed = [spoken(row.printed, lang) for row in beside.rows]
    figures = max(map(width, printed), default=1)
    drawn = []
    for row, label, said in zip(beside.rows, labels, printed, strict=True):
        share = float(abs(row.size) / most) if most else 0.0
        drawn.append(
            (
                Run(label + " " * (wide - width(label) + 2), "lit" if row.own else ""),
                Run(" " * (figures - width(said)) + said + "  ", "lit" if row.own else "strong"),
                Run(_bar(share), "lit" if row.own else "bar", 0.0, BARS * share),
            )
        )
    own = dict.fromkeys(row.source.rpartition(":")[0] for row in beside.rows)
    return Picture(title, tuple(drawn), (), tuple(own))


def _bar(share: float) -> str:
    if share <= 0:
        return ""
    whole, part = divmod(max(1, round(share * BARS * 8)), 8)
    return "█" * whole + (_EIGHTHS[part - 1] if part else "")


def _cut(text: str, cells: int) -> str:
    if width(text) <= cells:
        return text
    kept = text
    while kept and width(kept) > cells - 1:
        kept = kept[:-1]
    return f"{kept}…"
