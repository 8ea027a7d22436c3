"""Which sheet answers a budget question, and what to say when none does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final
from unicodedata import normalize

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.query.ledger import DIMENSIONS, ECONOMIC, LEVELS, Cell, Dimension, Ledger, Sheet, Where
from hrss_tui.query.places import fold
from hrss_tui.query.subjects import find_subject
from hrss_tui.words import listed, phrase

OWNERS: Final[tuple[Dimension, ...]] = ("project", "unit")
"""What an amount may be of that is named and has no code."""
_CODE = re.compile(r"(\d[\d\s.·,_/-]*+)(.*)", re.DOTALL)
"""A code, its levels parted or not, and what it is called."""
_NOT_DIGITS = re.compile(r"\D+")
_LEVEL_WORDS = ("", "类", "款", "项")


class Question(msgspec.Struct, frozen=True):
    """What is asked of the budget.

    `code` is digits (208, 20801, 2080199; separators are ignored) or a printed name; None is the whole.
    `by` empty means class, group, item, or unit, project where the table has no classes. `table` is a printed
    number or a kind. `measure` is a key or a printed label.
    """

    code: str | None = None
    by: tuple[str, ...] = ()
    table: str | None = None
    measure: str = "total"
    depth: int = 1
    year: int | None = None
    doc_id: str | None = None
    classification: str | None = None


class Choice(msgspec.Struct, frozen=True):
    """The sheet that answers, its amounts of the column asked for, where the question starts, the way down.

    `economic` holds the amounts by economic class where these are columns of their own, for the steps of the
    way that ask for them.
    """

    sheet: Sheet
    measure: str
    cells: tuple[Cell, ...]
    economic: tuple[Cell, ...]
    start: Where
    by: tuple[Dimension, ...]


def choose(ledger: Ledger, question: Question) -> Choice:
    """The first sheet of the budget asked for that has the code, the column and the dimensions.

    Raises UsageError where the question cannot be put to this package and NothingFoundError where the code is
    in none of its tables; both name what there is.
    """
    doc_id = _document(ledger, question)
    sheets = _tables(ledger, doc_id, question)
    by = _dimensions(question.by)
    sheets = _with_measure(sheets, question.measure, by)
    found = [(sheet, start) for sheet in sheets if (start := locate(sheet, question.code)) is not None]
    if not found:
        raise _unknown_code(sheets, question.code or "")
    for sheet, start in found:
        choice = _choice(sheet, start, by, question.measure)
        if choice is not None:
            return choice
    raise _no_cross_section(ledger.of(doc_id), by)


def named_so(ledger: Ledger, question: Question) -> list[str]:
    """Codes of the budget asked for whose name holds the words of `code`, by code, then the projects named so.

    None where `code` is digits.
    """
    words = fold(question.code or "")
    if not words or words.isdigit():
        return []
    sheets = _tables(ledger, _document(ledger, question), question)
    names = {code: name for sheet in reversed(sheets) for code, name in sheet.codes().items()}
    projects = dict.fromkeys(
        cell.line.project for sheet in sheets for cell in sheet.cells if cell.line.project
    )
    return [
        *sorted(code for code, name in names.items() if words in fold(name) or _is_english(words, name)),
        *(project for project in projects if words in fold(project)),
    ]


def _is_english(words: str, name: str) -> bool:
    """Do words stand in what a name is called in English, as readers of English see it?"""
    if not words.isascii():
        return False
    from hrss_tui.reference.english import english_of

    return words in fold(english_of(name))


def locate(sheet: Sheet, code: str | None) -> Where | None:
    """The coordinates of a code or name in a sheet; {} for the whole, None where the sheet does not have it."""
    if code is None:
        return {}
    name = code.strip()
    digits, called = _coded(name)
    for cell in sheet.cells:
        line = cell.line
        if (digits and line.code == digits and called in (*_LEVEL_WORDS, line.name)) or (
            line.name == name and name not in (line.project, line.unit_name)
        ):
            return _levels(cell, LEVELS)
    return _above(sheet, digits, called) or next(
        (
            {dimension: name}
            for dimension in OWNERS
            if any(cell.where.get(dimension) == name for cell in (*sheet.cells, *sheet.sums))
        ),
        None,
    )


def _above(sheet: Sheet, digits: str, called: str) -> Where | None:
    """The coordinates of a code that the rows below it alone print: the 类 of a table of 项."""
    if digits and called in _LEVEL_WORDS:
        for cell in sheet.cells:
            for at, level in enumerate(LEVELS, 1):
                if cell.where.get(level) == digits:
                    return _levels(cell, LEVELS[:at])
    return None


def _levels(cell: Cell, levels: Iterable[Dimension]) -> Where:
    return {level: cell.where[level] for level in levels if level in cell.where}


def _coded(text: str) -> tuple[str, str]:
    """The digits of a code that a text begins with, and what stands behind it; digits inside a name are no code."""
    found = _CODE.fullmatch(text)
    return (_NOT_DIGITS.sub("", normalize("NFKC", found[1])), found[2].strip()) if found else ("", "")


def _document(ledger: Ledger, question: Question) -> str:
    if not ledger.sheets:
        raise NothingFoundError(phrase("error.no_budget"), phrase("error.no_budget.hint"))
    if question.doc_id is not None:
        known = ledger.documents()
        if question.doc_id not in known:
            hint = phrase("error.no_budget_doc.hint", docs=listed(known))
            raise UsageError(phrase("error.no_budget_doc", doc=question.doc_id), hint)
        return question.doc_id
    years = ledger.years()
    year = question.year if question.year is not None else (years[0] if years else None)
    docs = ledger.documents(year)
    if not docs:
        hint = phrase("error.no_year.hint", years=listed(map(str, years)))
        raise NothingFoundError(phrase("error.no_year", year=year, phase=phrase("phase.none")), hint)
    if len(docs) > 1:
        message = phrase("error.many_budgets", year=year, count=len(docs))
        raise UsageError(message, phrase("error.many_budgets.hint", docs=listed(docs)))
    return docs[0]


def _tables(ledger: Ledger, doc_id: str, question: Question) -> list[Sheet]:
    sheets = [
        sheet
        for sheet in ledger.of(doc_id)
        if question.classification in (None, sheet.classification)
        and (question.table is None or question.table in (str(sheet.table_no), sheet.table_kind))
    ]
    if not sheets:
        raise _no_table(ledger, doc_id, question.table or question.classification or "")
    return sheets


def _no_table(ledger: Ledger, doc_id: str, wanted: str) -> UsageError | NothingFoundError:
    tables = [table for table in ledger.tables if table.doc_id == doc_id]
    for table in tables:
        if wanted in (str(table.table_no), table.table_kind):
            message = phrase("error.empty_table", number=table.table_no, title=table.title)
            return NothingFoundError(message, table.empty_reason or "")
    known = listed((f"{table.table_no} {table.title}" for table in tables), most=15)
    return UsageError(phrase("error.no_table", table=wanted), phrase("error.no_table.hint", tables=known))


def _dimensions(names: Iterable[str]) -> tuple[Dimension, ...]:
    found: list[Dimension] = []
    for name in names:
        dimension = next((known for known in DIMENSIONS if known == name.strip().lower()), None)
        if dimension is None:
            hint = phrase("error.bad_dimension.hint", dims=", ".join(DIMENSIONS))
            raise UsageError(phrase("error.bad_dimension", dim=name), hint)
        if dimension not in found:
            found.append(dimension)
    return tuple(found)


def _with_measure(sheets: Sequence[Sheet], measure: str, by: tuple[Dimension, ...]) -> list[Sheet]:
    """The sheets with a column of that key or label; economic classes are columns of their own."""
    if "economic" in by and measure == "total":
        return list(sheets)
    found = [sheet for sheet in sheets if _measure_key(sheet, measure) is not None]
    if not found:
        measures = dict.fromkeys(key for sheet in sheets for key in sheet.measures())
        hint = phrase("error.no_measure.hint", measures=", ".join(measures))
        raise UsageError(phrase("error.no_measure", measure=measure), hint)
    return found


def _measure_key(sheet: Sheet, measure: str) -> str | None:
    """The key of a column named by key or by printed label."""
    lines = (cell.line for cell in sheet.cells)
    return next((line.measure for line in lines if measure in (line.measure, line.measure_label)), None)


def _choice(sheet: Sheet, start: Where, by: tuple[Dimension, ...], measure: str) -> Choice | None:
    dimensions = sheet.dimensions()
    if not set(by) <= set(dimensions):
        return None
    if sheet.classification == "economic":
        by = tuple(dict.fromkeys("class" if dimension == "economic" else dimension for dimension in by))
    key = _measure_key(sheet, measure) or measure
    if key.startswith(ECONOMIC):
        start = {**start, "economic": key.removeprefix(ECONOMIC)}
    return Choice(
        sheet=sheet,
        measure=key,
        cells=tuple(cell for cell in sheet.cells if cell.line.measure == key),
        economic=tuple(cell for cell in sheet.cells if cell.line.measure.startswith(ECONOMIC)),
        start=start,
        by=by or _way_down(sheet, start, dimensions),
    )


def _way_down(sheet: Sheet, start: Where, dimensions: Sequence[Dimension]) -> tuple[Dimension, ...]:
    """What a question that names no way is answered by: of a project who spends it, of a unit on what, then the items."""
    owner = next((dimension for dimension in OWNERS if dimension in start), None)
    if owner is None:
        return LEVELS if "class" in dimensions else tuple(reversed(OWNERS))
    other = next(dimension for dimension in OWNERS if dimension != owner)
    own = [cell.where for cell in sheet.cells if cell.where.get(owner) == start[owner]]
    several = len({where.get(other) for where in own}) > 1
    items: tuple[Dimension, ...] = ("item",) if any("item" in where for where in own) else ()
    return (other, *items) if several or not items else items


def _unknown_code(sheets: Sequence[Sheet], code: str) -> NothingFoundError:
    names = {known: name for sheet in sheets for known, name in sheet.codes().items()}
    near = sorted(
        (known for known in names if _shared(known, code) > 1), key=lambda known: -_shared(known, code)
    )
    near += [known for known, name in names.items() if code in name]
    message = phrase("error.no_code", code=code)
    if not near and find_subject(code) is not None:
        return NothingFoundError(message, phrase("error.no_code.subject", word="".join(code.split())))
    if not near or not code:
        return NothingFoundError(message, phrase("error.no_code.root"))
    return NothingFoundError(
        message, phrase("error.no_code.hint", near=listed(f"{known} {names[known]}" for known in near[:4]))
    )


def _shared(one: str, other: str) -> int:
    """Length of the common beginning of two codes."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _no_cross_section(sheets: Sequence[Sheet], by: tuple[Dimension, ...]) -> UsageError:
    """Say what was asked and which dimensions each table does give."""
    dimensions: dict[int, set[Dimension]] = {}
    for sheet in sheets:
        dimensions.setdefault(sheet.table_no, set()).update(sheet.dimensions())
    given: dict[str, list[str]] = {}
    for number in sorted(dimensions):
        key = ",".join(dimension for dimension in DIMENSIONS if dimension in dimensions[number])
        given.setdefault(key, []).append(str(number))
    tables = listed(f"{'/'.join(numbers)}: {dims}" for dims, numbers in given.items())
    return UsageError(
        phrase("error.no_cross_section", dims=", ".join(by)),
        phrase("error.no_cross_section.hint", tables=tables),
    )
