"""Evidence and contradictions as pages, so that a colleague can check them without the program."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui.export.shown.markup import Markup, joined, tag
from hrss_tui.export.shown.page import figure, page, section, source_list
from hrss_tui.export.shown.referred import package_name
from hrss_tui.export.shown.sheet import Made, Source
from hrss_tui.export.shown.table import room
from hrss_tui.export.shown.telling import Teller
from hrss_tui.formulas import without_math
from hrss_tui.query.evidence.contradiction import Contradiction, Quoted, Side
from hrss_tui.query.evidence.evidence import Evidence
from hrss_tui.query.evidence.passage import Line, Passage, Text
from hrss_tui.records import Check

_LOOKS = {"exact": "good", "rounding": "warn", "fails": "bad"}


def evidence_page(found: Evidence, teller: Teller) -> bytes:
    """One page: figure, what it is of, sentence, chart, checks, citation, sources."""
    said = teller.words
    sources = teller.sources(found.documents)
    chart = teller.chart(found)
    facts = [tag("dt", said[key]) + tag("dd", teller.say(text)) for key, text in found.facts]
    body = (
        tag("p", teller.say(found.value), class_="value") if found.value else None,
        tag("dl", *map(Markup, facts)) if facts else None,
        section(said["evidence.passage"], *_passages(found, teller, sources)),
        section(said["evidence.chart"], figure(chart, sources) if chart else None),
        section(said["evidence.checks"], _checks(found.checks, teller)),
        section(said["evidence.citation"], tag("blockquote", found.citation.text)),
        section(said["taken.sources"], source_list(sources)),
    )
    title = teller.say(found.title)
    return page(
        title, Made(package_name(teller.pack), found.view, teller.lang), (piece for piece in body if piece)
    )


def contradiction_page(found: Contradiction, teller: Teller) -> bytes:
    """Left and right what does not agree, the sum between."""
    said = teller.words
    title = teller.check(found.check) if found.check else teller.say(found.title)
    between = [tag("p", tag("strong", teller.say(text))) for text in found.arithmetic]
    if found.check:
        between.insert(0, tag("p", teller.status(found.check), class_=_LOOKS.get(found.check.status)))
    sides = [_side(side, teller) for side in found.sides]
    middle = tag("div", *between, class_="between")
    grid = tag("div", sides[0], middle, *sides[1:], class_="sides") if len(sides) == 2 else None
    why = teller.why(found.check) if found.check else ""
    body = (
        grid,
        None if grid else joined([*sides, middle]),
        section(said["evidence.reason"], tag("p", why) if why else None),
        section(said["taken.sources"], source_list(teller.sources(found.documents))),
    )
    return page(
        title, Made(package_name(teller.pack), found.view, teller.lang), (piece for piece in body if piece)
    )


def _passages(found: Evidence, teller: Teller, sources: tuple[Source, ...]) -> Iterable[Markup | None]:
    said, passage = teller.words, found.passage
    if passage is None:
        return
    number = next((at for at, one in enumerate(sources, 1) if one.doc_id == passage.doc_id), 0)
    title = sources[number - 1].title if number else passage.doc_id
    place = joined(
        [tag("a", f"[{number}] {title}", href=f"#s{number}"), passage.section, teller.place(passage)], " · "
    )
    yield tag("p", place, class_="soft")
    yield quote(passage)
    if found.value and not passage.found:
        yield tag("p", said["evidence.unmarked"], class_="warn")
    for row in found.corrections:
        text = said["evidence.correction"].format(printed=row.printed, reading=row.reading, reason=row.reason)
        yield tag("p", text, class_="warn")


def quote(passage: Passage) -> Markup:
    """The passage, figures marked."""
    if not passage.table:
        lines = [
            tag("p", *map(Markup, _text(line.cells[0])), class_="near" if line.near else None)
            for line in passage.lines
        ]
        return tag("blockquote", *lines)
    return tag("div", tag("table", tag("tbody", *map(_row, passage.lines))), class_="wide", tabindex=0)


def _row(line: Line) -> Markup:
    name = "th" if line.head else "td"
    cells = (
        tag(
            name,
            *map(Markup, _text(cell)),
            class_=None if line.head else room("".join(bit.text for bit in cell)),
        )
        for cell in line.cells
    )
    return tag("tr", *cells, class_="near" if line.near else None)


def _text(bits: Text) -> Iterable[Markup]:
    for bit in bits:
        said = without_math(bit.text)
        yield tag("mark", said) if bit.lit else joined([said])


def _checks(checks: Iterable[Check], teller: Teller) -> Markup | None:
    items = []
    for check in checks:
        why = teller.why(check)
        status = tag("strong", teller.status(check), class_=_LOOKS.get(check.status))
        items.append(tag("li", status, " ", teller.check(check), f" — {why}" if why else None))
    return tag("ul", *items) if items else None


def _side(side: Side, teller: Teller) -> Markup:
    head = joined(
        [teller.say(side.name), tag("strong", teller.say(side.total))]
        if side.total
        else [teller.say(side.name)],
        " ",
    )
    parts = [_quoted(one, teller) for one in side.quoted]
    if side.left_out:
        parts.append(tag("p", teller.words["more"].format(count=side.left_out), class_="soft"))
    return tag("div", tag("h3", head) if head else None, *parts)


def _quoted(one: Quoted, teller: Teller) -> Markup:
    place = " · ".join(part for part in (one.title, one.passage.section, teller.place(one.passage)) if part)
    figures = "；".join(
        f"{teller.say(figure.name)} {teller.say(figure.printed)}".strip() for figure in one.figures
    )
    return joined(
        [
            tag("p", place, class_="soft"),
            quote(one.passage),
            tag("p", figures),
            tag("p", one.citation, class_="soft"),
        ]
    )
