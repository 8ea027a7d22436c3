"""Evidence and contradictions as notes in Markdown, to be put into a text and cited.

No line begins with what a spreadsheet takes for a formula: a note may be pasted anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from hrss_tui import lazy_re as re
from hrss_tui.export.shown.telling import Teller
from hrss_tui.formulas import without_math
from hrss_tui.plain import without_commands
from hrss_tui.query.evidence.contradiction import Contradiction, Side
from hrss_tui.query.evidence.evidence import Evidence
from hrss_tui.query.evidence.passage import Passage, Text

_MARKUP = re.compile(r"[\\`*_\[\]<|&~#]")
"""What Markdown takes for markup."""
_BREAKS = re.compile(r"\s+")
_BETWEEN = " ｜ "


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A text that is no markup, in one line."""
    return _MARKUP.sub(r"\\\g<0>", without_commands(_BREAKS.sub(" ", text))).strip()


def evidence_note(found: Evidence, teller: Teller) -> str:
    """Figure, what it is of, sentence, checks, citation, view string."""
    said = teller.words
    return _paragraphs(
        (
            f"# {plain(teller.say(found.title))}",
            f"**{plain(teller.say(found.value))}**" if found.value else "",
            "\n".join(f"{plain(said[key])}: {plain(teller.say(text))}  " for key, text in found.facts),
            *_passage(found, teller),
            said["evidence.unmarked"] if found.value and found.passage and not found.passage.found else "",
            *(
                plain(
                    said["evidence.correction"].format(
                        printed=row.printed, reading=row.reading, reason=row.reason
                    )
                )
                for row in found.corrections
            ),
            *_chart(found, teller),
            *_checks(found, teller),
            plain(found.citation.text),
            *_sources(found, teller),
            f"`{found.view}`",
        )
    )


def contradiction_note(found: Contradiction, teller: Teller) -> str:
    """Both sides with their sentences and citations, the sum between them, the reason, the view string."""
    title = teller.check(found.check) if found.check else teller.say(found.title)
    pieces = [f"# {plain(title)}"]
    if found.check:
        pieces.append(f"**{plain(teller.status(found.check))}**")
    for number, side in enumerate(found.sides):
        pieces += _side(side, teller)
        if number + 1 < len(found.sides) or len(found.sides) == 1:
            pieces.append(
                "\n".join(f"**{plain(teller.say(text))}**  " for text in found.arithmetic)
                if not number
                else ""
            )
    why = teller.why(found.check) if found.check else ""
    pieces += [plain(why), f"`{found.view}`"]
    return _paragraphs(pieces)


def _paragraphs(pieces: Iterable[str]) -> str:
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _passage(found: Evidence, teller: Teller) -> Iterator[str]:
    passage = found.passage
    if passage is not None:
        title = next((row.title for row in found.documents if row.doc_id == passage.doc_id), passage.doc_id)
        yield plain(" · ".join(part for part in (title, passage.section, teller.place(passage)) if part))
        yield quote(passage)


def quote(passage: Passage) -> str:
    """The passage as a quotation, figures in bold; the cells of a row with strokes between them."""
    lines = (_BETWEEN.join(text for cell in line.cells if (text := _text(cell))) for line in passage.lines)
    return "\n>\n".join(f"> {line}" for line in lines if line)


def _text(bits: Text) -> str:
    return "".join(
        f"**{plain(without_math(bit.text))}**" if bit.lit else _kept(without_math(bit.text)) for bit in bits
    )


def _kept(text: str) -> str:
    """A text with the blanks at its ends."""
    found = plain(text)
    return f"{' ' * text[:1].isspace()}{found}{' ' * text[-1:].isspace()}" if found else " " * bool(text)


def _chart(found: Evidence, teller: Teller) -> Iterator[str]:
    chart = teller.chart(found)
    if chart is not None:
        yield plain(chart.title)
        yield "\n".join(["```", *("".join(run.text for run in line).rstrip() for line in chart.lines), "```"])


def _sources(found: Evidence, teller: Teller) -> Iterator[str]:
    """Documents are numbered where a chart names them by number."""
    if len(found.documents) > 1:
        for number, source in enumerate(teller.sources(found.documents), 1):
            yield f"\\[{number}\\] {plain(source.citation)}"


def _checks(found: Evidence, teller: Teller) -> Iterator[str]:
    for number, check in enumerate(found.checks, 1):
        why = teller.why(check)
        yield f"{number}. **{plain(teller.status(check))}** {plain(teller.check(check))}{f' — {plain(why)}' if why else ''}"


def _side(side: Side, teller: Teller) -> Iterator[str]:
    head = " ".join(part for part in (teller.say(side.name), teller.say(side.total)) if part)
    if head:
        yield f"## {plain(head)}"
    for one in side.quoted:
        yield quote(one.passage)
        yield plain(f"{one.citation}")
    if side.left_out:
        yield plain(teller.words["more"].format(count=side.left_out))
