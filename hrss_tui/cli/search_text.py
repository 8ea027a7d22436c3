"""Search results for people: grouped by document, words marked where the terminal has colours."""

from __future__ import annotations

import os

from hrss_tui.query.leaves import Pages
from hrss_tui.query.quantities import unit_in
from hrss_tui.query.search.figures import Figures
from hrss_tui.query.search.rank import Why
from hrss_tui.query.search.snippet import cells, snippet
from hrss_tui.words import spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrss_tui.cli.context import Context
    from hrss_tui.query.search.answer import Answer, Group
    from hrss_tui.query.search.hits import Hit
    from hrss_tui.query.search.searcher import Searcher
    from hrss_tui.query.search.snippet import Snippet
    from hrss_tui.query.search.totals import Totals

WIDTH = 100
"""Cells of a line where there is no terminal to ask."""
NARROWEST = 40
INDENT = 8
FIGURES = 2
"""Figures named under a hit."""
STYLES = _STRONG, _MARK, _DIM, _PLAIN = "\x1b[1m", "\x1b[1;33m", "\x1b[2m", "\x1b[0m"
"""What the terminal is told of the looks of words."""


class Page:
    """What is printed and how: words of the language, colours, width."""

    def __init__(self, context: Context, searcher: Searcher, answer: Answer, explain: bool = False) -> None:
        self.words = context.words
        self.lang = context.lang
        self.searcher = searcher
        self.answer = answer
        self.explain = explain
        self.named: list[str] = []
        pack = searcher.pack
        documents = (pack.column("documents", name) for name in ("doc_id", "title"))
        self.titles = dict(zip(*documents, strict=True))
        self.figures = Figures(pack)
        self.pages = Pages(pack)
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self.colours = wanted and context.out.isatty()
        self.width = max(NARROWEST, _columns(context)) - INDENT

    @property
    def totals(self) -> Totals:
        """The exact counts; with an index they take longer than the hits, which are printed first."""
        return self.searcher.count(self.answer)

    def styled(self, text: str, style: str) -> str:
        """The text in a style, where there are colours."""
        return f"{style}{text}{_PLAIN}" if self.colours and text else text


def _columns(context: Context) -> int:
    try:
        return os.get_terminal_size(context.out.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return WIDTH


def hit_lines(page: Page) -> Iterator[str]:
    """The hits by document, and how many there are in all."""
    for group in page.answer.grouped():
        yield _heading(page, group)
        for hit in group.hits:
            yield from _hit(page, hit)
        yield ""
    yield from _footer(page)
    if page.answer.hits:
        first = page.answer.hits[0]
        place = f"{first.doc_id}:{first.lines[0]}"
        yield page.words["find.taken"].format(id=place if not page.named else page.named[0])


def count_lines(page: Page) -> Iterator[str]:
    """Occurrences per document with the lines of the best of them, and in all."""
    lines: dict[str, list[str]] = {}
    for hit in sorted(page.answer.hits, key=lambda hit: hit.number):
        lines.setdefault(hit.doc_id, []).append(_span(hit.lines))
    size = len(str(page.totals.occurrences))
    cut = len(page.answer.hits) < page.totals.blocks
    for doc, count in page.totals.documents.items():
        shown = lines.get(doc, [])
        where = ", ".join(shown[:8]) + (" …" if shown and (cut or len(shown) > 8) else "")
        place = page.words["find.lines"].format(lines=where) if where else ""
        yield f"{count or '':>{size}}  {page.styled(doc, _STRONG)}  {page.titles.get(doc, '')}  {page.styled(place, _DIM)}".rstrip()
    yield from _footer(page)


def answer_count(words: Mapping[str, str], totals: Totals) -> str:
    """How many there are in all; a query of limits alone (code:, kind:) has passages, but no words to count."""
    if totals.blocks and not totals.occurrences:
        return words["find.passages"].format(blocks=totals.blocks)
    return words["find.total"].format(occurrences=totals.occurrences, blocks=totals.blocks)


def _heading(page: Page, group: Group) -> str:
    said = f"{page.styled(group.doc_id, _STRONG)}  {page.titles.get(group.doc_id, '')}"
    if not group.occurrences:
        return said
    count = page.words["find.count"].format(occurrences=group.occurrences)
    return f"{said}  {page.styled(count, _DIM)}"


def _hit(page: Page, hit: Hit) -> Iterator[str]:
    yield f"{_span(hit.lines):>{INDENT - 2}}  {_marked(page, snippet(hit, page.width))}"
    kind = page.words.get(f"find.kind.{hit.kind}", hit.kind)
    leaf = page.pages.label(hit.doc_id, hit.lines[0])
    kind = f"{spoken(leaf, page.lang)} · {kind}" if leaf else kind
    where = _shortened(hit.section, page.width - cells(kind) - 3)
    yield " " * INDENT + page.styled(f"{kind} · {where}" if where else kind, _DIM)
    for figure in page.figures.near(hit, FIGURES) if hit.spans else ():
        when = f"{figure.period} {page.words['kind.target'] if figure.target else ''}".strip()
        period = page.words["find.period"].format(period=when) if when else ""
        said = f"{figure.sign}{figure.printed} {unit_in(figure.unit, page.lang, figure.printed)}  {' · '.join(figure.names)}{period}"
        page.named.append(figure.record_id)
        yield " " * INDENT + page.styled(f"{said}  {figure.record_id}", _DIM)
    if page.explain:
        yield " " * INDENT + page.styled(_why(page, hit), _DIM)


def _span(lines: tuple[int, int]) -> str:
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"


def _marked(page: Page, shown: Snippet) -> str:
    if not page.colours:
        return shown.text
    out = []
    at = 0
    for start, end in shown.spans:
        out += [shown.text[at:start], _MARK, shown.text[start:end], _PLAIN]
        at = end
    return "".join(out) + shown.text[at:]


def _shortened(section: str, width: int) -> str:
    """The end of a path of headings, which says more than its beginning."""
    parts = section.split(" / ")
    while len(parts) > 1 and cells(" / ".join(parts)) > width:
        parts = parts[1:]
    text = " / ".join(parts)
    while text and cells(text) > width:
        text = text[:-1]
    return text


def _why(page: Page, hit: Hit) -> str:
    why, words = Why(hit.score), page.words
    reasons = [words["find.why.phrase"]] if why.phrase else []
    reasons.append(words[f"find.why.{why.place}"])
    if why.near:
        reasons.append(words["find.why.near"])
    if why.times:
        reasons.append(words["find.why.times"].format(times=why.times))
    return words["find.why"].format(score=hit.score, reasons=" + ".join(reasons))


def _footer(page: Page) -> Iterator[str]:
    totals = page.totals
    yield answer_count(page.words, totals)
    if len(page.answer.hits) < totals.blocks:
        yield page.words["find.shown"].format(shown=len(page.answer.hits))
