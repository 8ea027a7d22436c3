"""Which segments make one budget table, and what stands around them: title, number, captions, notes.

A table is what its title says, never its number. The title is looked for in the lines between the table and the one
before it, nearest first; a segment without a title goes on with the table before, unless it begins another, and so does
one that repeats the title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import is_amount, narrow
from hrss_tui.compile.budget.on_sheets import Sheets, has_sum
from hrss_tui.compile.budget.ordinals import without_ordinal
from hrss_tui.compile.budget.units import first_unit, preparer, title_unit, units_in
from hrss_tui.reference import is_table_title, table_for_title
from hrss_tui.reference.budget_tables import BudgetTable as Kind
from hrss_tui.reference.table_titles import is_broken_title
from hrss_tui.reference.things import things
from hrss_tui.sources import marks
from hrss_tui.sources.captions import without_unit
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind as BlockKind
from hrss_tui.sources.tables import Segment, begins
from hrss_tui.sources.text import UNREAD, close_gaps, fold

_THINGS = things()
_HAN_NUMBER = "(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_NUMBER = re.compile(
    rf"(?:附|公开|部门公开)?表\s*(\d{{1,4}}|(?:[二三四五六七八九]?十(?:一(?!般)|[二三四五六七八九])?|[一二三四五六七八九]))(?!\d)|[\u3400-\u9fff]{{0,4}}(?:{re.any_of(_THINGS.names.form_numbers)})\s*(\d{{1,3}}|{_HAN_NUMBER})(?:[-—－]\d{{1,2}})?\s*表|附件\s*(\d{{1,4}})$"
)
"""表十一般公共预算支出表 is table ten."""
_APART_NUMBER = re.compile(rf"[《（(\s]{{0,4}}(?:附|公开|部门公开)?表\s{{0,4}}({_HAN_NUMBER})\s")
"""表二 十项重点支出: what stands behind a gap is no more of the number."""
_FORM = re.compile(
    r"(?:[\u3400-\u9fff]{0,6}表|附件|附表)\s*[\d一二三四五六七八九十]{1,3}(?:[-—－]\d{1,2})?[:：]?"
    rf"|[\u3400-\u9fff]{{0,4}}(?:{re.any_of(_THINGS.names.form_numbers)})\s*\d{{1,3}}(?:[-—－]\d{{1,2}})?\s*表"
)
_NUMERALS = "〇一二三四五六七八九十"
_DATE = re.compile(r"(?:19|20)\d{2}\s*+年?(?:度|[\d\s年月日./-]*)?")
_APART = re.compile(r"[ \u3000\t]{3,}")
"""What sets two titles in a line apart."""
_LEADS = re.compile(r"(?<=表)(?:如下)?[:：]$")
"""What a title may end with that leads to its table."""
_LONGEST = 300
"""Characters of a line of titles, at most."""
_LOOK_BACK = 8
_TABLE = "表"
"""What a title need not say below the number of a form: 预算13表 above 部门政府采购预算."""
_TITLE_LENGTH = 80


class Found(msgspec.Struct, frozen=True):
    """A budget table of a document before its cells are read.

    `captions` stand between title and rows (nearest last), the first `above` of them right above the title, `notes`
    below the last row; `line_start` is that of the first line of title, captions and rows.
    """

    kind: Kind
    title: str
    number: int | None
    captions: tuple[str, ...]
    segments: tuple[Segment, ...]
    notes: tuple[str, ...]
    line_start: int
    above: int = 0

    @property
    def line_end(self) -> int:
        """Last line of the last row."""
        return self.segments[-1].rows[-1].line


class _Line(msgspec.Struct, frozen=True):
    """A printed line between two segments; `numbered` where a number begins its block, `several` where it has two titles.

    `number` is that of a table, where a gap parts it from the title.
    """

    text: str
    line: int
    numbered: bool
    several: bool = False
    number: int | None = None


class _Heading(msgspec.Struct, frozen=True):
    """A title found above a segment: its kind (None for a table that is not of a budget), text, lines from it on."""

    kind: Kind | None
    title: str
    lines: tuple[_Line, ...]


def gather(source: Source) -> list[Found]:
    """The budget tables of a document in printed order."""
    segments = [segment for table in source.parsed.tables for segment in table.segments]
    gaps = list(_gaps(source.blocks, segments))
    often = Counter(fold(block.text.text) for gap in gaps for block in gap)
    found: list[Found] = []
    current: Found | None = None
    before: list[Placed] = []
    said: list[str] = []
    named: _Heading | None = None
    sheets = Sheets(source.parsed.file.pages)
    for whole, above, below in zip(segments, gaps, gaps[1:], strict=False):
        own, segment = _captioned(whole)
        label = sheets.turned_to(whole.rows[0].line)
        if label is not None:
            before, said, named = [], [], None
        gap, stated = [*before, *above], [*said, *own]
        if not segment.rows:
            before, said = gap, stated
            continue
        before, said = [], []
        if _is_title(segment, below):
            named = _named(segment)
            continue
        heading = _heading(sheets.within(gap, whole.rows[0].line)) or named or _by_sheet(label, segment)
        named = None
        if current is not None and _is_another(current, segment, label is not None, heading is not None):
            current = None
        if (
            heading is None
            and current is not None
            and (not _parts(gap, often) or _goes_on(current, segment, gap))
        ):
            if _contradicts(current, [*(line.text for block in gap for line in _lines(block)), *stated]):
                current = None
                continue
            current = found[-1] = _longer(current, segment, below)
            continue
        if heading is None or heading.kind is None:
            current = None
            continue
        new = _new(heading, heading.kind, gap, segment, below)
        new = msgspec.structs.replace(new, captions=(*new.captions, *stated))
        if (
            current is not None
            and _same(current, new)
            and not _contradicts(current, new.captions[new.above :])
        ):
            current = found[-1] = _longer(current, segment, below)
        else:
            found.append(new)
            current = new
    return found


def _is_another(current: Found, segment: Segment, turned: bool, titled: bool) -> bool:
    """Is a segment another table, whatever its title says: with a sum of its own where the sheet is `turned`, or a beginning?"""
    summed = turned and has_sum([segment]) and has_sum(current.segments)
    return summed or (not titled and begins(current.segments, segment))


def _goes_on(current: Found, segment: Segment, gap: Sequence[Placed]) -> bool:
    """Do rows go on below a note across them (注：①…): rows of amounts as wide, with no header of their own?"""
    last = current.segments[-1].grid
    alike = segment.grid is not None and last is not None and segment.grid.columns == last.columns
    noted = all(block.kind is BlockKind.NOTE and marks.is_note(block.text.text) for block in gap)
    return alike and noted and any(is_amount(cell.text) for cell in segment.rows[0].cells[1:])


def _gaps(blocks: Sequence[Placed], segments: Sequence[Segment]) -> Iterator[list[Placed]]:
    """What stands before each segment since the one before it, and after the last."""
    start = 0
    for segment in segments:
        yield _prose(blocks[start : segment.rows[0].block])
        start = segment.rows[-1].block + 1
    yield _prose(blocks[start:])


def _prose(blocks: Sequence[Placed]) -> list[Placed]:
    return [block for block in blocks if block.kind is not BlockKind.TABLE_ROW]


def _captioned(segment: Segment) -> tuple[list[str], Segment]:
    """Rows that head a segment and only state who prepared it and in which unit, and the segment without them."""
    stated: list[str] = []
    at = 0
    for row in segment.rows:
        texts = [cell.text for cell in row.cells if cell.text]
        captions = all(":" in narrow(text) or _is_furniture(text) for text in texts)
        if not captions or not any(map(units_in, texts)):
            break
        stated += texts
        at += 1
    return stated, msgspec.structs.replace(segment, rows=segment.rows[at:]) if at else segment


def _is_title(segment: Segment, below: Sequence[Placed]) -> bool:
    """Is a row of one text the title of what follows, of which a caption below it states the unit?

    A title that its column cuts is no known one: what stands below it is of another table than what stands above.
    """
    texts = [cell.text for row in segment.rows for cell in row.cells if cell.text]
    if len(texts) != 1 or is_amount(texts[0]) or len(texts[0]) > _TITLE_LENGTH:
        return False
    return any(units_in(line.text) for block in below for line in _lines(block))


def _named(segment: Segment) -> _Heading:
    """The title that a row of one text is."""
    text = close_gaps("".join(segment.rows[0].texts()))
    return _Heading(_kind(text), text, (_Line(text, segment.rows[0].line, False),))


def _by_sheet(label: str | None, segment: Segment) -> _Heading | None:
    """The title that the name of a sheet is for its first table, where that has none of its own."""
    kind = _kind(label) if label else None
    return _Heading(kind, label, (_Line(label, segment.rows[0].line, False),)) if label and kind else None


def _heading(gap: Sequence[Placed]) -> _Heading | None:
    """The title nearest above a segment; what cannot stand between a table and its title ends the search."""
    near = [line for block in gap[-_LOOK_BACK:] for line in _lines(block)]
    for at in range(len(near) - 1, -1, -1):
        line = near[at]
        kind = _kind(line.text)
        goes_on = at > 0 and near[at - 1].line + 1 == line.line
        whole_line = _is_furniture(line.text) or (at and _ends_search(near[at - 1], goes_on))
        joined = near[at - 1].text + line.text
        begun = at and (_is_broken(near[at - 1], line) or is_broken_title(near[at - 1].text, line.text))
        if at and not whole_line and (kind is None or begun):
            whole = _kind(joined) if len(joined) <= _TITLE_LENGTH else None
            if whole is not None:
                return _Heading(whole, joined, tuple(near[at - 1 :]))
        if kind is None and at and not line.numbered and _FORM.fullmatch(near[at - 1].text):
            kind = _kind(f"{line.text}{_TABLE}")
        if kind is not None:
            return _Heading(None if line.several else kind, line.text, tuple(near[at:]))
        short = len(line.text) <= _TITLE_LENGTH
        if short and is_table_title(line.text) and not _is_furniture(line.text):
            return _Heading(None, line.text, tuple(near[at:]))
        if _ends_search(line):
            return None
    return None


def _is_broken(above: _Line, line: _Line) -> bool:
    """Does a line begin with the number of a table and words that the line right below it goes on with?"""
    numbered = _NUMBER.match(above.text) is not None and _FORM.fullmatch(above.text) is None
    return numbered and above.line + 1 == line.line and _kind(above.text) is None


def _lines(block: Placed) -> list[_Line]:
    """The printed lines of a block: a title may have been taken for the end of a paragraph."""
    text = block.text
    starts = [run for at, run in enumerate(text.runs) if at == 0 or run.line != text.runs[at - 1].line]
    ends = [*(run.offset for run in starts[1:]), len(text.text)]
    found = []
    for run, end in zip(starts, ends, strict=True):
        printed = text.text[run.offset : end]
        numbered = block.raw.number is not None and run is starts[0]
        title, unit = _with_unit(close_gaps(printed))
        apart = _APART_NUMBER.match(printed)
        number = _numeral(apart[1]) if apart else None
        found.append(_Line(title, run.line, numbered, _has_titles(printed), number))
        if unit:
            found.append(_Line(unit, run.line, False))
    return [line for line in found if line.text]


def _with_unit(line: str) -> tuple[str, str]:
    """A line as the title of a table and the unit that stands behind it: 部门支出总表　　单位：万元; else whole."""
    title = without_unit(line)
    return (title, line[len(title) :].strip()) if title != line and _kind(title) else (line, "")


def _has_titles(line: str) -> bool:
    """Do the titles of two tables stand side by side in a line? What is below them is neither's alone."""
    if len(line) > _LONGEST:
        return False
    return sum(_kind(close_gaps(part)) is not None for part in _APART.split(line.strip())) > 1


def _kind(text: str) -> Kind | None:
    if len(text) > _TITLE_LENGTH * 2 or marks.is_ended(text) or marks.is_note(text):
        return None
    bare = _LEADS.sub("", text.strip("《》【】"))
    return table_for_title(bare) if len(bare) <= _TITLE_LENGTH or bare.endswith("表") else None


def _ends_search(line: _Line, goes_on: bool = False) -> bool:
    """Can the line not stand between a table and its title? A number at its head parts it from nothing that goes on with it."""
    if _is_furniture(line.text):
        return False
    long = len(line.text) > _TITLE_LENGTH
    return (line.numbered and not goes_on) or long or marks.is_note(line.text) or marks.is_ended(line.text)


def _is_furniture(text: str) -> bool:
    """Is it a caption, a form number, a date, the number of a page or a remark in brackets?"""
    if len(text) > _TITLE_LENGTH:
        return False
    bracketed = text[:1] in "（(" and text[-1:] in "）)"
    return bool(
        bracketed
        or marks.is_note_label(text)
        or units_in(text)
        or preparer([text])
        or _FORM.fullmatch(text)
        or _DATE.fullmatch(text)
        or marks.is_page_number(text)
    )


def _parts(gap: Sequence[Placed], often: Counter[str]) -> bool:
    """Does what stands between two segments part them? Captions and running heads of pages do not.

    Lines of which nothing was read are alike and no running head: each may be a title.
    """
    return any(
        not block.text.text.strip(f"{UNREAD} ")
        or (not _is_furniture(close_gaps(block.text.text)) and often[fold(block.text.text)] < 2)
        for block in gap
    )


def _new(
    heading: _Heading, kind: Kind, gap: Sequence[Placed], segment: Segment, below: Sequence[Placed]
) -> Found:
    first = heading.lines[0].line
    above = [line for block in gap for line in _lines(block) if line.line < first][-2:]
    captions = [line for line in above if _is_furniture(line.text)]
    texts = [line.text for line in (*captions, *heading.lines)]
    return Found(
        kind,
        heading.title,
        heading.lines[0].number
        or next((number for text in (heading.title, *reversed(texts)) if (number := _number(text))), None),
        tuple(line.text for line in (*captions, *heading.lines[1:])),
        (segment,),
        _notes(below),
        first,
        len(captions),
    )


def _number(text: str) -> int | None:
    """The number a title or the line above it prints: 表 3, 附表5, 表五：…, 公开05表."""
    match = _NUMBER.match(text.lstrip("《（(")) if len(text) <= _TITLE_LENGTH else None
    if match is None:
        return None
    digits = next(group for group in match.groups() if group)
    return int(digits) if digits.isdigit() else _numeral(digits)


def _numeral(text: str) -> int:
    """Chinese numerals up to 99."""
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return int("".join(str(_NUMERALS.index(char)) for char in text))
    return (_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0)


def _notes(below: Sequence[Placed]) -> tuple[str, ...]:
    """What stands right below a table: its notes, and a paragraph where it follows at once."""
    found = []
    for at, block in enumerate(below):
        text = block.text.text
        if not (marks.is_note(close_gaps(text)) or (at == 0 and block.kind is BlockKind.PARAGRAPH)):
            break
        found.append(text)
    return tuple(found)


def _same(last: Found, new: Found) -> bool:
    """Does a title that a page repeats introduce the same table?"""
    same_title = _bare_title(last.title) == _bare_title(new.title)
    return new.kind is last.kind and same_title and preparer(new.captions) in (None, preparer(last.captions))


def _contradicts(table: Found, captions: Sequence[str]) -> bool:
    """Do captions of rows that seem to go on with a table state another unit of money than the table?"""
    unit, own = (
        first_unit(reversed(captions)),
        first_unit(reversed(table.captions)) or title_unit(table.title),
    )
    return None not in (unit, own) and unit != own


def _bare_title(title: str) -> str:
    """A title without number and 续."""
    return fold(without_ordinal(title.strip("《》")).rstrip("续表()（）"))


def _longer(table: Found, segment: Segment, below: Sequence[Placed]) -> Found:
    return msgspec.structs.replace(table, segments=(*table.segments, segment), notes=_notes(below))
