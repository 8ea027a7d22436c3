"""What the sheets of a workbook say of themselves: each table with the lines above it, whose it is, of which year and phase.

It is said by the title of a paper on a cover, by the title of the table, by a caption above it (编制部门：…), else by the
name of the sheet. Nothing is put in where nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference import is_table_title, table_for_title
from hrss_tui.reference.budget_tables import furniture
from hrss_tui.reference.documents import page_words
from hrss_tui.reference.papers import paper_words
from hrss_tui.reference.preparers import is_preparer, without_seal
from hrss_tui.sources.captions import is_form_number
from hrss_tui.sources.formats.form import ROW, Page
from hrss_tui.sources.paper_titles import Paper
from hrss_tui.sources.papers import named_paper
from hrss_tui.sources.text import Piece

_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")
_SPAN = re.compile(r"(?<!\d)20\d{2}年?[-—－–~至]{1,2}20\d{2}(?!\d)")
_BUDGETS = re.compile(r"(?:一般公共|公共财政|政府性基金|国有资本经营|财政拨款)预算")
"""Names of money, which say 预算 in accounts too."""
_UNIT_BEHIND = re.compile(r"(?<!\s)\s++(?:金额|计量|货币)?单\s?位\s?[:：].*")
_CODE = re.compile(r"[^\u3400-\u9fff]*+")
_LEAD = re.compile(
    r"(?:[^\u3400-\u9fff\d]|(?:附件|附表|表)[\d一二三四五六七八九十]++|[一二三四五六七八九十\d]{1,3}[、.．]|关于)*+"
)
_DATED = re.compile(r"(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?度?")
_APART = re.compile(r"[^\u3400-\u9fff]+|年度?")
_LEVEL = re.compile(r"(?:[省市县区州]|本)级")
_BROKEN = re.compile(r"表|[（(][^（）()]*$")
"""What no name of a body holds: the name of a table, a bracket that is not closed."""
_NAME = re.compile(r"[\u3400-\u9fff（）()]{4,30}")
_LONGEST = 40
_SHORTEST = 3
_CONTENTS = "目录"


class SheetPart(msgspec.Struct, frozen=True):
    """Lines first … last (0-based, `last` not among them) of a sheet: what stands above a table, and its rows.

    `name` is the body it says it is of, `year` and `phase` (预算, 决算) those of its title; `by_sheet` names those
    that only the name of the sheet says. Each is None where nothing says so. `kind` is that of the budget table in it,
    `paper` the title of a paper that stands in it. `leads` is true for a cover or a list of contents, which belong to
    what follows.
    """

    first: int
    last: int
    sheet: str
    name: str | None = None
    year: str | None = None
    phase: str | None = None
    by_sheet: frozenset[str] = frozenset()
    kind: str | None = None
    paper: Paper | None = None
    leads: bool = False


def sheet_parts(lines: Sequence[Piece], pages: Sequence[Page]) -> list[SheetPart]:
    """The parts of all sheets in printed order; they hold every line of them."""
    full = (page for page in pages if page.first)
    return [
        _part(lines, first, last, page.label)
        for page in full
        for first, last in _ranges(lines, page.first - 1, page.last)
    ]


def _ranges(lines: Sequence[Piece], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The parts of a sheet: each but the first begins at prose below rows that titles or captions a table."""
    rows = [i for i in range(first, last) if ROW in lines[i].text]
    starts = [first]
    for above, below in pairwise(rows):
        heads = (i for i in range(above + 1, below) if _heads(lines, i))
        if below - above > 1:
            starts.append(next(heads, above + 1))
    return zip(starts, [*starts[1:], last], strict=True)


def _heads(lines: Sequence[Piece], i: int) -> bool:
    """Does a line below one table head the next?"""
    text = lines[i].text.strip()
    return is_table_title(text) or _captioned([text]) is not None or named_paper(lines, i) is not None


def _part(lines: Sequence[Piece], first: int, last: int, sheet: str) -> SheetPart:
    prose = [lines[i].text.strip() for i in range(first, last) if ROW not in lines[i].text]
    tabular = len(prose) < last - first
    title = _title(prose) if tabular else ""
    cover = any(map(_is_cover, (sheet, *prose)))
    listed = any("".join(text.split()) == _CONTENTS for text in (sheet, *prose))
    papers = (found for i in range(first, last) if not listed and (found := named_paper(lines, i)))
    paper = next(papers, None)
    of_paper = paper if paper and paper.of_body else None
    said = {
        "name": _of_title(title)
        or (of_paper.name if of_paper else None)
        or _captioned(prose)
        or _alone(prose),
        "year": _only_year(title) or (paper.years[0] if paper and len(paper.years) == 1 else None),
        "phase": _phase(title) or (of_paper.kind if of_paper else None),
    }
    named = {"name": _of_sheet(sheet), "year": _only_year(sheet), "phase": _phase(sheet)}
    table = table_for_title(title or sheet) if tabular else None
    return SheetPart(
        first,
        last,
        sheet,
        **{what: said[what] or named[what] for what in said},
        by_sheet=frozenset(what for what in said if not said[what] and named[what]),
        kind=table.key if table else None,
        paper=paper,
        leads=not title and (cover or (not tabular and paper is not None)),
    )


def _title(prose: Sequence[str]) -> str:
    """The title of the table below some lines: the nearest that names its kind, else the nearest that is no number of a form."""
    titles = [text for text in reversed(prose) if is_table_title(text) and not is_form_number(text)]
    return next(filter(table_for_title, titles), titles[0] if titles else "")


def _is_cover(text: str) -> bool:
    return "".join(text.split()) in (_CONTENTS, *paper_words().titles.covers)


def _only_year(text: str) -> str | None:
    """The one year a title names; none where it names a span of years or several."""
    years = set(_YEAR.findall(text))
    return years.pop() if len(years) == 1 and not _SPAN.search(text) else None


def _phase(title: str) -> str | None:
    """Budget or accounts, where a title says one of them."""
    bare = _BUDGETS.sub("", title)
    phases = [word for word in ("预算", "决算") if word in bare]
    return phases[0] if len(phases) == 1 else None


def _captioned(prose: Sequence[str]) -> str | None:
    """The body that a caption names (编制部门：…): without its code, without the unit behind it."""
    for line in prose:
        label, colon, value = line.replace(":", "：").partition("：")
        if colon and is_preparer(label):
            printed = "".join(_UNIT_BEHIND.sub("", without_seal(value).lstrip("：")).split())
            name = _behind(printed, _CODE.match(printed))
            name = name.strip("）)") if "（" not in name and "(" not in name else name
            if _SHORTEST <= len(name) < _LONGEST and _is_body(name):
                return name
    return None


def _behind(text: str, lead: re.Match[str] | None) -> str:
    """A text without what it begins with."""
    return text[lead.end() :] if lead else text


def _alone(prose: Sequence[str]) -> str | None:
    """The body that stands alone on the first line of a part, above the title of its table."""
    name = "".join(prose[0].split()) if len(prose) > 1 else ""
    alone = _NAME.fullmatch(name) and _is_body(name) and not is_table_title(name)
    return name if alone and any(map(is_table_title, prose[1:])) else None


def _of_title(title: str) -> str | None:
    """The body that the title of a table begins with: 某县教育局2031年部门收支总表."""
    printed = "".join(title.split())
    bare = _DATED.sub("", _behind(printed, _LEAD.match(printed)), count=1)
    for end in range(_SHORTEST, min(len(bare), _LONGEST)):
        body, rest = bare[:end], bare[end:]
        if _is_body(body) and _opens(rest) and not _BROKEN.search(body):
            return body
    return None


def _is_body(name: str) -> bool:
    """Does a name end like that of a department or unit?"""
    return name.replace("（", "(").replace("）", ")").endswith((*furniture().bodies, *_bodies()))


def _opens(rest: str) -> bool:
    """Does the title of a table begin so, without the body before it?"""
    return _LEVEL.sub("", _DATED.sub("", rest, count=1), count=1).startswith(furniture().openings)


def _of_sheet(sheet: str) -> str | None:
    """The body that a sheet is named after: 教育局, 教育局收支总表, 2031年决算-教育局."""
    names = [name for name in _APART.split(sheet) if len(name) >= _SHORTEST and name.endswith(_bodies())]
    return _of_title(sheet) or (names[0] if names else None)


@cache
def _bodies() -> tuple[str, ...]:
    return page_words().body_endings
