"""A package with data frames and questions.

    pack = open_pack()                    # the one shipped, or open_pack("other.msgpack")
    pack.frame("budget_lines")            # polars.DataFrame, typed as the schema says, money in 元
    pack.search("技能大师工作室")           # hits with document, section, lines and marks
    pack.budget("208").frame()            # what the command line answers, as records, frame or notebook table

polars is imported when a frame is first asked for.
"""

from __future__ import annotations

import os
import warnings
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from hrss_tui.api.answer import Answer
from hrss_tui.api.given import how_many, maybe, one_of, several, text, whole
from hrss_tui.api.given import phase as said_phase
from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack import read
from hrss_tui.pack.around import AroundPack
from hrss_tui.query import checks, compare, indicators, show
from hrss_tui.query.chosen_values import KINDS
from hrss_tui.query.cite import cite
from hrss_tui.query.search.searcher import Searcher
from hrss_tui.records import BY_NAME
from hrss_tui.words import LANGUAGES, Lang, listed, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars

    from hrss_tui.query.budget import BudgetRow
    from hrss_tui.query.cite import Citation
    from hrss_tui.query.compare import CompareRow
    from hrss_tui.query.documents import DocumentRow
    from hrss_tui.query.filings.departments import DepartmentRow
    from hrss_tui.query.filings.years import Row
    from hrss_tui.query.indicators import Statement
    from hrss_tui.query.policies import Policy, Term
    from hrss_tui.query.prefecture import PrefectureRow
    from hrss_tui.query.real_change import ChangeRow
    from hrss_tui.query.search.hits import Hit
    from hrss_tui.query.show import Passage
    from hrss_tui.query.targets import TargetRow
    from hrss_tui.records import Check
    from hrss_tui.records.figures import Figure


class DataPack(AroundPack):
    """An open package: tables as columns, dicts, records (see `hrss_tui.pack.read.Pack`), data frames and answers."""

    @override
    def count(self, table: str) -> int:
        """Rows of a table; 0 for one of the format that the file lacks. Raises UsageError for any other."""
        return super().count(self._table(table))

    @override
    def column(self, table: str, name: str) -> list[Any]:
        """One column of a table. Raises UsageError for one that neither the package nor the format has."""
        try:
            return super().column(self._table(table), text(name))
        except KeyError as error:
            known = listed([column["name"] for column in self.schema.get(table, ())], 30)
            hint = phrase("error.no_such_column.hint", columns=known)
            raise UsageError(phrase("error.no_such_column", table=table, column=name), hint) from error

    def _table(self, table: str) -> str:
        """The name of a table. Raises UsageError for one that neither the package nor the format has."""
        if text(table) not in self.schema and table not in BY_NAME:
            raise self._unknown(table)
        return table

    def _unknown(self, table: str) -> UsageError:
        hint = phrase("error.no_such_table.hint", tables=listed(self.tables, 30))
        return UsageError(phrase("error.no_such_table", table=table), hint)

    def frame(self, table: str) -> polars.DataFrame:
        """A table as a data frame; also `figures`, the long table of every figure.

        >>> from hrss_tui import open_pack
        >>> open_pack().frame("documents").columns[:2]
        ['doc_id', 'title']

        Raises UsageError for a table the package does not have, or where polars is not installed, and
        PackError where the table is damaged.
        """
        from hrss_tui.export import derived

        text(table)
        whole = derived.WithDerived(self) if table in derived.NAMES else self
        if table not in whole.schema:
            raise self._unknown(table)
        try:
            import polars
        except ImportError as error:
            raise UsageError(phrase("error.no_polars"), phrase("error.no_polars.hint")) from error
        from hrss_tui.export.frame import frame

        return frame(polars, whole, table)

    def search(self, query: str, limit: int = 50) -> Answer[Hit]:
        """The best hits of a query, best first, all of them where `limit` is 0.

        >>> from hrss_tui import open_pack
        >>> "技能大师" in open_pack().search("技能大师")[0].text
        True

        A hit has `doc_id`, `section`, `lines`, `text` and `spans`; see `hrss_tui.query.search.hits.Hit`, and
        `hrss_tui.query.search.language` for what a query may hold. Raises UsageError for a faulty query. Warns where
        the clock ended a regular expression: then there may be more hits.
        """
        found = self._searcher.search(text(query), limit=how_many(limit))
        if found.cut:
            warnings.warn(phrase("find.cut"), stacklevel=2)
        return Answer(found.hits)

    def budget(  # noqa: PLR0913
        self,
        code: str | None = None,
        *,
        by: str | Iterable[str] = (),
        table: str | None = None,
        measure: str = "total",
        depth: int = 1,
        department: str | None = None,
        year: int | None = None,
        phase: str | None = None,
    ) -> Answer[BudgetRow]:
        """What an amount is made of: the rows below a code, or those below the total; the code itself where it has none.

        >>> from hrss_tui import open_pack
        >>> [(row.code, row.name) for row in open_pack().budget("20801")][:2]  # doctest: +ELLIPSIS
        [('2080101', '行政运行'), ...]

        `by`, `table` and `measure` are those of `hrss-tui budget`. Raises UsageError and NothingFoundError as it says.
        """
        from hrss_tui.query.budget import Question, drill, named, open_ledger
        from hrss_tui.query.filings.opened import one_budget

        maybe(said_phase, phase)
        own, doc_id = one_budget(self, None, maybe(text, department), maybe(whole, year), phase)
        ledger = open_ledger(own)
        question = Question(
            code=None if code is None else text(code),
            by=several(by),
            table=maybe(text, table),
            measure=text(measure),
            depth=how_many(depth),
            year=year,
            doc_id=doc_id,
        )
        try:
            found = drill(ledger, question)
        except NothingFoundError:
            rows = named(ledger, question)
            if not rows:
                raise
            return Answer(rows)
        return Answer(found.rows or (found.opened,))

    def compare(
        self,
        *prefectures: str | Iterable[str],
        metrics: str | Iterable[str] = (),
        base: str | None = None,
        year: int | None = None,
        kind: str | None = None,
    ) -> Answer[CompareRow]:
        """Prefectures side by side: value, share, rank and index of each metric; `kind` is target, actual …, else targets first.

        >>> from hrss_tui import open_pack
        >>> [row.prefecture for row in open_pack().compare("喀什", "hetian", metrics=("urban_new_jobs",))]
        ['喀什地区', '和田地区']

        Names may also come as a list. Without names all prefectures of the first region. Raises UsageError for an unknown name.
        """
        return Answer(
            compare.compare(
                self,
                compare.Comparison(
                    several(prefectures),
                    several(metrics),
                    maybe(text, base),
                    maybe(whole, year),
                    kind=None if kind is None else one_of(kind, KINDS),
                ),
            )
        )

    def departments(
        self, subject: str = "", *names: str | Iterable[str], year: int | None = None, phase: str = "budget"
    ) -> Answer[DepartmentRow]:
        """What each department spends on a code or a word (三公, 委托业务费), the largest first."""
        from hrss_tui.query.filings.departments import across

        return Answer(across(self, text(subject), several(names), maybe(whole, year), said_phase(phase)).rows)

    def years(
        self, department: str = "", *, phase: str | None = None, table: str | None = None
    ) -> Answer[Row]:
        """The budgets (or final accounts) of a department over years: amounts per year, change, share of the change."""
        from hrss_tui.query.filings.years import over_years

        return Answer(over_years(self, text(department), maybe(said_phase, phase), maybe(text, table)).rows)

    def indicators(self, pattern: str | None = None) -> Answer[Statement]:
        """What the documents state of an indicator, over periods and documents: targets and outcomes.

        >>> from hrss_tui import open_pack
        >>> {row.kind for row in open_pack().indicators("城镇新增就业")} >= {"target", "actual"}
        True
        """
        return Answer(indicators.indicators(self, None if pattern is None else text(pattern)))

    def show(self, place: str, context: int = 5, page: int | None = None) -> Answer[Passage]:
        """The text of a document around a line: `show("plan-2021:17")`; or one of its pages."""
        return Answer(show.show(self, text(place), how_many(context), maybe(whole, page)))

    def cite(self, wanted: str, standard: str = "2025") -> Citation:
        """The citation (GB/T 7714) of a document, `document:line`, any record or `package`; its `text` is the entry."""
        return cite(self, text(wanted), standard)

    def checks(
        self, *, status: str | None = None, doc_id: str | None = None, kind: str | None = None
    ) -> Answer[Check]:
        """The arithmetic identities of the documents and how each came out.

        >>> from hrss_tui import open_pack
        >>> {check.status for check in open_pack().checks(status="fails")}
        {'fails'}

        Raises UsageError for a status, document or kind that there is not.
        """
        asked = checks.Asked(maybe(text, status), maybe(text, doc_id), maybe(text, kind))
        return Answer(checks.checks(self, asked))

    def documents(  # noqa: PLR0913
        self,
        pattern: str = "",
        *,
        place: str | None = None,
        department: str | None = None,
        year: int | None = None,
        phase: str | None = None,
        kind: str | None = None,
    ) -> Answer[DocumentRow]:
        """The documents of the package and how much was read of each.

        >>> from hrss_tui import open_pack
        >>> [row.doc_id for row in open_pack().documents(phase="budget")]
        ['budget-2026']
        """
        from hrss_tui.query.documents import Asked, documents

        asked = Asked(
            text(pattern),
            maybe(text, place),
            maybe(whole, year),
            maybe(said_phase, phase),
            maybe(text, kind),
            maybe(text, department),
        )
        return Answer(documents(self, asked))

    def prefecture(self, name: str) -> Answer[PrefectureRow]:
        """One prefecture: its values with their ranks, every amount assigned to it and their sum, what goes to none.

        >>> from hrss_tui import open_pack
        >>> "sum" in {row.kind for row in open_pack().prefecture("kashi")}
        True

        Raises UsageError for a name that is none, or of several.
        """
        from hrss_tui.query.prefecture import as_rows, one_prefecture

        return Answer(as_rows(one_prefecture(self, text(name))))

    def targets(
        self,
        pattern: str = "",
        *,
        below_last_year: bool = False,
        no_last_year: bool = False,
        not_a_number: bool = False,
        other_unit: bool = False,
    ) -> Answer[TargetRow]:
        """Performance targets beside last year's results, of all kinds or only those of the kinds that are true.

        >>> from hrss_tui import open_pack
        >>> {row.direction for row in open_pack().targets(below_last_year=True)}
        {'less'}

        Raises NothingFoundError where there is none.
        """
        from hrss_tui.query.targets import Wanted, targets

        wanted = Wanted(text(pattern), below_last_year, no_last_year, not_a_number, other_unit)
        return Answer(targets(self, wanted))

    def changes(
        self,
        pattern: str = "",
        *,
        doc_id: str | None = None,
        department: str | None = None,
        year: int | None = None,
    ) -> Answer[ChangeRow]:
        """What really changed on last year: the items of a budget, the largest own change first.

        >>> from hrss_tui import open_pack
        >>> all(row.change == row.own + row.moved for row in open_pack().changes() if row.own is not None)
        True

        Without a pattern the steps from last year's sum to this year's come first; their `kind` is `step`.
        """
        from hrss_tui.query.changed import Asked, changed

        found = changed(
            self, Asked(text(pattern), maybe(text, doc_id), maybe(text, department), maybe(whole, year))
        )
        return Answer(found.rows if pattern else (*found.steps(), *found.rows))

    def policies(self, pattern: str = "") -> Answer[Policy]:
        """The documents that projects rest on, those most rest on first.

        >>> from hrss_tui import open_pack
        >>> all(row.projects or row.targets for row in open_pack().policies())
        True
        """
        from hrss_tui.query.policies import policies

        return Answer(policies(self, text(pattern)))

    def glossary(self, pattern: str = "") -> Answer[Term]:
        """The terms that documents define, and the figures and paragraphs that use them.

        >>> from hrss_tui import open_pack
        >>> [row.term for row in open_pack().glossary("机关运行")]
        ['机关运行经费']
        """
        from hrss_tui.query.policies import glossary

        return Answer(glossary(self, text(pattern)))

    def evidence(self, wanted: str, form: str = "md", lang: Lang = "zh") -> str:
        """One page of evidence for a record, a check or `document:line`: a note (`md`) or a whole page (`html`).

        >>> from hrss_tui import open_pack
        >>> open_pack().evidence("plan-2021:17").startswith("#")
        True

        Raises UsageError for another form or language, and NothingFoundError where the package holds no such thing.
        """
        from hrss_tui.export.shown.of_id import FORMATS, proof, written
        from hrss_tui.export.shown.telling import Teller
        from hrss_tui.query.check_words import english_names
        from hrss_tui.query.evidence.own import Owns

        teller = Teller(self, one_of(lang, LANGUAGES), english_names(self) if lang == "en" else {})
        return written(proof(Owns(self), text(wanted)), teller, one_of(form, FORMATS)).decode()

    def figures(self) -> Answer[Figure]:
        """Every figure of the package as one list, with `additive` where it may be summed; see `records.figures`."""
        from hrss_tui.query.figures import figures

        return Answer(figures(self))

    def _repr_html_(self) -> str:
        """What the package is and holds, for notebooks."""
        rows = "".join(
            f"<tr><td>{escape(table)}</td><td>{self.count(table):,}</td></tr>" for table in self.tables
        )
        title = f"{self.package.get('title', '')} {self.package.get('version', '')}".strip()
        return f"<p>{escape(title)}</p><table><tbody>{rows}</tbody></table>"

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self)


def open_pack(path: str | os.PathLike[str] | None = None) -> DataPack:
    """Open a package file; without a path $HRSS_TUI_PACK or the shipped one. Raises PackError."""
    return DataPack(read.open_pack(path))
