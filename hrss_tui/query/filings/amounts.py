"""The amounts of a filing that can stand beside those of another: one table, one column, one row per code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec
from typing_extensions import override

from hrss_tui import lazy_re as re
from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import Filing
from hrss_tui.query.filings.filings import table_word
from hrss_tui.query.ledger import preference
from hrss_tui.query.places import fold
from hrss_tui.records import BudgetLine
from hrss_tui.reference.measures import measure_name
from hrss_tui.words import Phrase, listed, phrase

TOTAL: Final = ""
"""The key of a table's total."""
_KEPT: Final = 60
"""Filings whose amounts are kept."""
PROJECT_TABLES: Final = ("general_public_projects", "projects")
"""Kinds of table whose rows are projects."""
_YEAR: Final = re.compile(r"(?:(?:19|20)\d\d|\d\d(?=年))年?度?")
_INCOME: Final = "income"
"""Classification of the rows of income, beside which an overview has those of spending."""
_CODED: Final = ("functional", "economic")
"""Classifications whose rows have codes."""


class Basis(msgspec.Struct, frozen=True, order=True):
    """What amounts are of: the kind of table and the column."""

    table: str
    measure: str


class Book(msgspec.Struct, frozen=True):
    """The comparable amounts of filings: doc_id → basis → key → line. A key is a code, a folded name, or `TOTAL`."""

    lines: Mapping[str, Mapping[Basis, Mapping[str, BudgetLine]]]

    def bases(self, filing: Filing) -> Mapping[Basis, Mapping[str, BudgetLine]]:
        """All that a filing prints."""
        return self.lines.get(filing.doc_id, {})

    def rows(self, filing: Filing, basis: Basis) -> Mapping[str, BudgetLine]:
        """The rows of one column of one table; empty where the filing does not print it."""
        return self.bases(filing).get(basis, {})

    def shared(self, filings: Sequence[Filing], table: str | None, measure: str) -> Basis:
        """The first kind of table that most of these filings print with this column.

        Raises NothingFoundError where fewer than one does.
        """
        printed = {basis.table for one in filings for basis in self.bases(one)}
        order = [table] if table else sorted(printed, key=preference)
        bases = [Basis(name, measure) for name in order]
        counts = {basis: sum(bool(self.rows(one, basis)) for one in filings) for basis in bases}
        most = max(counts.values(), default=0)
        if not most:
            raise self.missing(filings, table_word(table) if table else _measure_word(measure))
        return next(basis for basis in bases if counts[basis] == most)

    def missing(self, filings: Sequence[Filing], what: str) -> NothingFoundError:
        """None of the filings states something: the error that says what they do state."""
        return self._missing(filings, phrase("error.no_shared", table=what), "error.no_shared.hint")

    def without(self, filings: Sequence[Filing], row: str, code: str) -> NothingFoundError:
        """None of the filings prints a row of the whole department, though units, items or classes may add up to it."""
        said = phrase("error.no_row", row=row)
        return self._missing(filings, said, "error.no_row.hint", command=f"hrss-tui budget {code}".rstrip())

    def _missing(self, filings: Sequence[Filing], said: Phrase, hint: str, **words: str) -> NothingFoundError:
        printed = {basis.table for one in filings for basis in self.bases(one)}
        if not printed:
            return NothingFoundError(phrase("error.no_amounts_at_all"))
        found = listed(map(table_word, sorted(printed, key=preference)), most=15)
        return NothingFoundError(said, phrase(hint, found=found, **words))


def _measure_word(key: str) -> Phrase:
    """What a column is called; its key where it has no name."""
    return Phrase(*(measure_name(key) or (key, key)))


def book(pack: Pack) -> Book:
    """The amounts of a package, those of a filing read when they are asked for."""
    return Book(_Lines(pack))


def of_cells(
    pack: Pack,
    chosen: Sequence[Filing],
    cells: Mapping[Basis, Collection[str]],
    going: Callable[[int, int], bool] | None = None,
) -> Book:
    """Of filings nothing but some rows (by key) of some columns of tables: each is read once, however many there are.

    `going` hears how many of how many have been read, and says whether they are still wanted.
    """
    places = Places(pack)
    known = places.counts(BudgetLine.TABLE)
    lines: dict[str, Mapping[Basis, Mapping[str, BudgetLine]]] = {}
    for done, one in enumerate(chosen):
        if going is not None and not going(done, len(chosen)):
            break
        if one.doc_id in known:
            lines[one.doc_id] = _some(DocumentPack(pack, places, one.doc_id), cells)
    return Book(lines)


class _Lines(Mapping[str, Mapping[Basis, Mapping[str, BudgetLine]]]):
    """The amounts of each filing: the last ones that were asked for are kept."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._places = Places(pack)
        self._made: dict[str, Mapping[Basis, Mapping[str, BudgetLine]]] = {}

    @override
    def __getitem__(self, doc_id: str) -> Mapping[Basis, Mapping[str, BudgetLine]]:
        if doc_id not in self._places.counts(BudgetLine.TABLE):
            raise KeyError(doc_id)
        if doc_id not in self._made:
            if len(self._made) >= _KEPT:
                del self._made[next(iter(self._made))]
            self._made[doc_id] = _amounts(DocumentPack(self._pack, self._places, doc_id))
        return self._made[doc_id]

    @override
    def __contains__(self, doc_id: object) -> bool:
        return doc_id in self._places.counts(BudgetLine.TABLE)

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._places.counts(BudgetLine.TABLE))

    @override
    def __len__(self) -> int:
        return len(self._places.counts(BudgetLine.TABLE))


def _amounts(pack: Pack) -> dict[Basis, dict[str, BudgetLine]]:
    """The amounts of one filing; rows of a single unit or project are parts of others and left out."""
    return _by_key(pack.rows(BudgetLine))


def _some(pack: Pack, cells: Mapping[Basis, Collection[str]]) -> Mapping[Basis, Mapping[str, BudgetLine]]:
    """Those of some cells; of every other column that is printed no rows."""
    columns = (pack.column(BudgetLine.TABLE, name) for name in ("table_kind", "measure"))
    printed = [Basis(kind, measure) for kind, measure in zip(*columns, strict=True)]
    found = _by_key(pack.rows(BudgetLine, [place for place, basis in enumerate(printed) if basis in cells]))
    return {
        basis: {key: line for key, line in found.get(basis, {}).items() if key in cells[basis]}
        if basis in cells
        else {}
        for basis in dict.fromkeys(printed)
    }


def _by_key(lines: Iterable[BudgetLine]) -> dict[Basis, dict[str, BudgetLine]]:
    """Where a table prints a row twice the first counts, as in every other view.

    Of a project every row is one of its own: which of them is that of another year nobody can tell. Names that differ
    by nothing but their years (2029年, 2030年 of one thing) are told apart by these. Sums beside the total, on the way
    to it or on the other side of its table, are known by their names.
    """
    keyed = _with_one_total([(Basis(line.table_kind, line.measure), key_of(line), line) for line in lines])
    alike: dict[tuple[Basis, str | None], set[str]] = {}
    times = Counter((basis, key) for basis, key, line in keyed if line.project)
    for basis, key, line in keyed:
        alike.setdefault((basis, key), set()).add(fold(line.name))
    found: dict[Basis, dict[str, BudgetLine]] = {}
    for basis, key, line in keyed:
        if key is not None:
            rows = found.setdefault(basis, {})
            several = not line.project and not line.code and line.level and len(alike[basis, key]) > 1
            own = f"{key} {len(rows)}" if times[basis, key] > 1 else fold(line.name) if several else key
            rows.setdefault(own, line)
    return found


_Keyed = tuple[Basis, str | None, BudgetLine]


def _with_one_total(keyed: Sequence[_Keyed]) -> list[_Keyed]:
    """The rows with the one that is all of each table as its total: 支出总计, neither 本年支出合计 nor 收入总计."""
    sums: dict[Basis, list[BudgetLine]] = {}
    for basis, key, line in keyed:
        if key == TOTAL:
            sums.setdefault(basis, []).append(line)
    wholes = {basis: _whole(lines) for basis, lines in sums.items()}
    return [
        (basis, undated(line.name) if key == TOTAL and line.name != wholes[basis].name else key, line)
        for basis, key, line in keyed
    ]


def _whole(sums: Sequence[BudgetLine]) -> BudgetLine:
    """The sum that no other is made of; of two sides that of the spending."""
    ids = {line.line_id for line in sums}
    return min(sums, key=lambda line: (line.classification == _INCOME, line.parent_id in ids))


def key_of(line: BudgetLine) -> str | None:
    """What a row is known by in every filing: its code, `TOTAL`, its project, or its name where it has no code."""
    if line.project:
        return _of_project(line) if line.table_kind in PROJECT_TABLES else None
    if line.code:
        return line.code if line.unit_name is None else None
    if line.level == 0:
        return TOTAL if line.unit_name is None else None
    if line.classification in _CODED and line.unit_name is not None:
        return None
    return f"{line.unit_name or ''} {undated(line.name)}".strip()


def _of_project(line: BudgetLine) -> str:
    """Code, project and unit; the name of a project often begins with its year."""
    return " ".join([line.code or "", undated(line.project or ""), fold(line.unit_name or "")])


def undated(name: str) -> str:
    """A name for comparison over years: folded, and without the years in it."""
    return _YEAR.sub("", fold(name))
