"""设立的政策依据 to `project_basis`: each document that is named, with its number, once per mention.

A title stands in 《》, which may hold marks of their own; a 《 that is never closed opens no title. The number of
a document follows its title, or stands just before it; a number with no title beside it is a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim, Harvest, Source, claims
from hrss_tui.compile.basics.money import plain
from hrss_tui.compile.basics.project_text import Field, ProjectText
from hrss_tui.records import Correction, ProjectBasis, Record
from hrss_tui.reference.things import things
from hrss_tui.sources.text import Text, close_gaps

_THINGS = things()
_YEAR = r"[〔\[(【]\s*(?:19|20)\d{2}\s*[〕\])】]"
_NUMBER = re.compile(
    rf"[一-鿿][一-鿿\s]{{0,24}}?(?:{_YEAR}\s*(?:第\s*)?\d+\s*号|令\s*+(?:{_YEAR}\s*+)?第?\s*+\d+\s*号)",
    re.ASCII,
)
_LEAD = re.compile(rf"(?:{re.any_of(_THINGS.names.conjoined)})+")
_BETWEEN = re.compile(r"\s*+(?P<word>的[一-鿿]{2,4})?\s*+[(，]?\s*+")
_DIGITS = re.compile(r"\d+(?:\.\d+)?%?")
_REACH = 40


class _Range(msgspec.Struct, frozen=True):
    """text[start:end]."""

    start: int
    end: int


class _Mention(msgspec.Struct, frozen=True):
    """A title (with its marks) and the number that belongs to it; `word` stands between the two."""

    title: _Range | None
    number: _Range | None
    word: _Range | None = None


def read(source: Source, project: ProjectText) -> Harvest:
    """The documents one project rests on; damaged marks become corrections."""
    field = project.field("basis")
    if field is None:
        return Harvest()
    titles, open_marks = _titles(project.plain, field)
    mentions = _mentions(project.plain, titles, _numbers(project.plain, field, titles))
    records: list[Record] = [
        _row(source, project, mention, ordinal) for ordinal, mention in enumerate(mentions, 1)
    ]
    records += [_unclosed(source, project, mark, titles) for mark in open_marks]
    records += [row for mention in mentions for row in _word_between(source, project, mention)]
    return Harvest(tuple(records), tuple(_claims(project, field, mentions)))


def papers(text: str) -> list[tuple[str, str | None]]:
    """Title and number of the documents that a text of its own names: the basis of a target, say."""
    form = plain(text)
    field = Field("basis", 0, len(form), "")
    titles, _ = _titles(form, field)
    found = []
    for mention in _mentions(form, titles, _numbers(form, field, titles)):
        number = "".join(text[mention.number.start : mention.number.end].split()) if mention.number else None
        title = mention.title
        found.append((close_gaps(text[title.start + 1 : title.end - 1]) if title else number or "", number))
    return found


def _titles(form: str, field: Field) -> tuple[list[_Range], list[int]]:
    """Outermost pairs of 《》 in order, and the 《 that nothing closes."""
    open_marks: list[int] = []
    pairs: list[_Range] = []
    for at in range(field.start, field.end):
        if form[at] == "《":
            open_marks.append(at)
        elif form[at] == "》" and open_marks:
            start = open_marks.pop()
            pairs = [pair for pair in pairs if pair.start < start]
            pairs.append(_Range(start, at + 1))
    return pairs, open_marks


def _numbers(form: str, field: Field, titles: Sequence[_Range]) -> list[_Range]:
    """Document numbers that stand outside of titles."""
    found = []
    for match in _NUMBER.finditer(form, field.start, field.end):
        start = match.start()
        lead = _LEAD.match(form, start, match.end())
        start = lead.end() if lead else start
        if not any(title.start < start < title.end for title in titles):
            found.append(_Range(start, match.end()))
    return found


def _mentions(form: str, titles: Sequence[_Range], numbers: Sequence[_Range]) -> list[_Mention]:
    """Titles with their numbers in printed order."""
    left = list(numbers)
    found: list[_Mention] = []
    for title in titles:
        follower = next((n for n in left if n.start >= title.end), None)
        between = _BETWEEN.fullmatch(form, title.end, follower.start) if follower else None
        if follower and between:
            left.remove(follower)
            word = _Range(*between.span("word")) if between["word"] else None
            found.append(_Mention(title, follower, word))
            continue
        leader = next((n for n in left if n.end <= title.start <= n.end + 3), None)
        if leader and form[leader.end : title.start].strip(" )文件") == "":
            left.remove(leader)
            found.append(_Mention(title, leader))
        else:
            found.append(_Mention(title, None))
    found += [_Mention(None, number) for number in left]
    return sorted(found, key=_start)


def _start(mention: _Mention) -> int:
    return min(part.start for part in (mention.title, mention.number) if part)


def _end(mention: _Mention) -> int:
    return max(part.end for part in (mention.title, mention.number) if part)


def _row(source: Source, project: ProjectText, mention: _Mention, ordinal: int) -> ProjectBasis:
    number = _joined(project.text, mention.number) if mention.number else None
    title = mention.title
    lines = project.text.lines(_start(mention), _end(mention))
    return ProjectBasis(
        project_id=project.project_id,
        ordinal=ordinal,
        title=close_gaps(project.text.text[title.start + 1 : title.end - 1]) if title else number or "",
        doc_number=number,
        doc_id=source.doc_id,
        line_start=lines[0],
        line_end=lines[1],
    )


def _joined(text: Text, part: _Range) -> str:
    """A document number without the white space that typesetting puts into it."""
    return re.sub(r"\s+", "", text.text[part.start : part.end])


def _unclosed(source: Source, project: ProjectText, mark: int, titles: Sequence[_Range]) -> Correction:
    """A 《 without its 》: what stands behind it is read as text up to the next title."""
    following = next((title.start + 1 for title in titles if title.start > mark), mark + _REACH)
    printed = project.text.text[mark : min(following, mark + _REACH)]
    reason = "书名号“《”没有对应的“》”，其后的文字不作书名，书名从下一个“《”开始"
    return _correction(source, project, _Range(mark, mark + len(printed)), (printed[1:], reason))


def _word_between(source: Source, project: ProjectText, mention: _Mention) -> Iterator[Correction]:
    """的通知 between title and number."""
    title, number, word = mention.title, mention.number, mention.word
    if not (title and number and word):
        return
    text = project.text.text
    reading = text[title.start : title.end] + text[word.end : number.end]
    reason = f"“{text[word.start : word.end]}”印在书名号之后、文号之前，书名与文号作同一文件读取"
    yield _correction(source, project, _Range(title.start, number.end), (reading, reason))


def _correction(source: Source, project: ProjectText, part: _Range, what: tuple[str, str]) -> Correction:
    lines = project.text.lines(part.start, part.end)
    return Correction(
        correction_id=source.repair(project.text.spans(part.start, part.end)[0]),
        type="misprint",
        printed=project.text.text[part.start : part.end],
        reading=what[0],
        reason=what[1],
        doc_id=source.doc_id,
        line_start=lines[0],
        line_end=lines[1],
    )


def _claims(project: ProjectText, field: Field, mentions: Sequence[_Mention]) -> Iterator[Claim]:
    """No figure of a basis is a fact of its own: titles are names, the rest are terms of the policy."""
    taken: list[_Range] = []
    for mention in mentions:
        for part, by in ((mention.title, "name"), (mention.number, "document_number")):
            if part and _DIGITS.search(project.plain, part.start, part.end):
                taken.append(part)
                yield from claims(project.text, part.start, part.end, by, fact=False)
    for match in _DIGITS.finditer(project.plain, field.start, field.end):
        if not any(part.start <= match.start() < part.end for part in taken):
            yield from claims(project.text, match.start(), match.end(), "condition", fact=False)
