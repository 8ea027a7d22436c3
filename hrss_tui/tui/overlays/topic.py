"""A document of the manual in a box: tutorial, how-tos, reference, as `hrss-tui help` prints them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from hrss_tui import lazy_re as re
from hrss_tui.topics import topic
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.overlays.base import Overlay
from hrss_tui.tui.paint.lines import BLANK, Line, Seg, line
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.words import Lang

_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{1,300}\)")
_LATIN = re.compile(r"[ -~]")
_FENCE, _RULE, _BOLD = "```", "| ---", "**"


class TopicScreen(Overlay[None]):
    """Shows one topic of `hrss_tui.topics`; Esc goes back to where it was opened."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark,f1,q", "close", show=False)]

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.desk = desk
        self.name_of_topic = name

    def compose(self) -> ComposeResult:
        """One pane."""
        yield Pane(self.desk.signs, title=title_of(self.name_of_topic, self.desk.lang), id="help")

    def on_mount(self) -> None:
        """Fill it."""
        pane = self.query_one(Pane)
        pane.load(list(topic_lines(topic(self.name_of_topic, _known(self.desk.lang)))))
        pane.focus()


def title_of(name: str, lang: str) -> str:
    """The first heading of a topic."""
    return topic(name, _known(lang)).partition("\n")[0].lstrip("# ")


def _known(lang: str) -> Lang:
    return "en" if lang == "en" else "zh"


def topic_lines(text: str) -> Iterator[Line]:
    """Markdown as lines that the pane wraps: headings, paragraphs, rows of tables, code as it is printed."""
    paragraph: list[str] = []
    inside = False
    for row in (*text.split("\n")[1:], ""):
        special = inside or not row.strip() or row.startswith(("#", "|", _FENCE, "- "))
        if special and paragraph:
            yield _said(_joined(paragraph))
            paragraph = []
        if row.startswith(_FENCE):
            inside = not inside
        elif inside:
            yield line(Seg(f"  {row}", "key"), indent=4)
        elif row.startswith("#"):
            yield line(Seg(_plain(row.lstrip("# ")), "head"))
        elif row.startswith("|"):
            yield from _table_row(row)
        elif not row.strip():
            yield BLANK
        else:
            paragraph.append(row.strip())


def _said(text: str) -> Line:
    """A paragraph; what it begins with in bold is a heading of its own."""
    bold, _, rest = text.removeprefix(_BOLD).partition(_BOLD) if text.startswith(_BOLD) else ("", "", text)
    return line(Seg(_plain(bold), "head"), _plain(rest)) if bold else line(_plain(rest))


def _table_row(row: str) -> Iterator[Line]:
    """The first cell stands out, the others follow it; rules are left out."""
    if not row.startswith(_RULE):
        first, *rest = (_plain(cell.replace("\\|", "|").strip()) for cell in row.strip("| ").split(" | "))
        yield line(Seg(first, "key"), f"  {'  '.join(rest)}", indent=4)


def _joined(rows: list[str]) -> str:
    """One paragraph of hard-wrapped rows: a blank between them where Latin letters meet, or meet Han."""
    text = rows[0]
    for row in rows[1:]:
        ends = text[-1] + row[0]
        text += f" {row}" if ends.isascii() or (ends.isalnum() and _LATIN.search(ends)) else row
    return text


def _plain(text: str) -> str:
    """Without marks that only a browser shows: bold, links."""
    return _LINK.sub(r"\1", text).replace(_BOLD, "")
