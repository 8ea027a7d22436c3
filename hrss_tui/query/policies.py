"""Policy documents that projects and targets rest on, each once with who rests on it; terms with what uses them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.uses import figures_of, passages, plain
from hrss_tui.records import Block, GlossaryTerm, PerformanceTarget, Project, ProjectBasis
from hrss_tui.words import phrase

_MARKS: Final = "《〔[【号"
"""A text without any of these names no document."""


class Policy(msgspec.Struct, frozen=True):
    """A cited document: its title, its number where one is printed, and the projects that rest on it.

    `cited` counts the citations, `places` are the lines on which each of `project_ids` names it, and `times` how often
    it does so in that one paragraph. `targets` are the indicators of performance targets that name it as their basis,
    with `target_ids` in the same order.
    """

    title: str
    doc_number: str | None
    projects: tuple[str, ...]
    project_ids: tuple[str, ...]
    doc_id: str
    line_start: int
    line_end: int
    cited: int = 0
    places: tuple[str, ...] = ()
    times: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()
    target_ids: tuple[str, ...] = ()

    @property
    def resting(self) -> int:
        """How many projects and targets rest on it."""
        return len(self.project_ids) + len(self.target_ids)

    @property
    def name(self) -> str:
        """Number and title: what tells it from all others."""
        return f"{self.doc_number or ''} {self.title}".strip()


class Term(msgspec.Struct, frozen=True):
    """A term as a document defines it; `figures` are the ids of that document's figures whose name holds it.

    `passages` are its paragraphs that use it beside the definition, `times` how often each does.
    """

    term: str
    definition: str
    figures: tuple[str, ...]
    doc_id: str
    line_start: int
    line_end: int
    passages: tuple[str, ...] = ()
    times: tuple[int, ...] = ()


def policies(pack: Pack, pattern: str = "") -> list[Policy]:
    """Documents whose title, number, projects or targets hold the pattern, those most rest on first.

    Documents are one where number and title are; without a number the title decides. Raises NothingFoundError.
    """
    projects = {row.project_id: row for row in pack.rows(Project)}
    cited: dict[tuple[str, str], list[ProjectBasis]] = {}
    for basis in pack.rows(ProjectBasis):
        cited.setdefault((plain(basis.title), plain(basis.doc_number or "")), []).append(basis)
    found = {key: _policy(rows, projects) for key, rows in cited.items()}
    for key, named in _of_targets(pack).items():
        found[key] = _with_targets(found.get(key), named)
    fitting = [
        row
        for row in found.values()
        if holds(pattern, row.title, row.doc_number, *row.projects, *row.targets)
    ]
    if not found:
        raise NothingFoundError(phrase("error.none_policies"), phrase("error.no_budget.hint"))
    if not fitting:
        raise NothingFoundError(phrase("error.no_policies"), phrase("error.no_policies.hint"))
    return sorted(fitting, key=lambda row: -row.resting)


class _Named(NamedTuple):
    """A target that names a document as its basis."""

    title: str
    number: str | None
    target: PerformanceTarget


def _of_targets(pack: Pack) -> dict[tuple[str, str], list[_Named]]:
    """Title and number of a document, in one form → the targets whose basis names it."""
    rows = pack.rows(PerformanceTarget) if PerformanceTarget.TABLE in pack.schema else ()
    found: dict[tuple[str, str], list[_Named]] = {}
    for row in rows:
        for title, number in _papers(row.basis or ""):
            found.setdefault((plain(title), plain(number or "")), []).append(_Named(title, number, row))
    return found


@cache
def _papers(basis: str) -> tuple[tuple[str, str | None], ...]:
    """The documents that the basis of a target names; most name a kind of standard and none."""
    if not any(mark in basis for mark in _MARKS):
        return ()
    from hrss_tui.compile.projects.basis import papers

    return tuple(papers(basis))


def _with_targets(known: Policy | None, named: Sequence[_Named]) -> Policy:
    first = named[0]
    if known is None:
        known = Policy(
            title=first.title,
            doc_number=first.number,
            projects=(),
            project_ids=(),
            doc_id=first.target.doc_id,
            line_start=first.target.line_start,
            line_end=first.target.line_end,
        )
    return msgspec.structs.replace(
        known,
        cited=known.cited + len(named),
        targets=tuple(one.target.indicator for one in named),
        target_ids=tuple(one.target.target_id for one in named),
    )


def _policy(rows: Sequence[ProjectBasis], projects: Mapping[str, Project]) -> Policy:
    named = [projects[row.project_id].name for row in rows if row.project_id in projects]
    times = Counter(row.project_id for row in rows)
    places = {row.project_id: f"{row.doc_id}:{row.line_start}" for row in reversed(rows)}
    return Policy(
        title=rows[0].title,
        doc_number=rows[0].doc_number,
        projects=tuple(dict.fromkeys(named)),
        project_ids=tuple(times),
        doc_id=rows[0].doc_id,
        line_start=rows[0].line_start,
        line_end=rows[0].line_end,
        cited=len(rows),
        places=tuple(places[project_id] for project_id in times),
        times=tuple(times.values()),
    )


def glossary(pack: Pack, pattern: str = "") -> list[Term]:
    """Terms that hold the pattern with what uses them, in printed order; all without one. Raises NothingFoundError."""
    by_document: dict[str, list[GlossaryTerm]] = {}
    known = pack.rows(GlossaryTerm)
    if not known:
        raise NothingFoundError(phrase("error.none_terms"), phrase("error.no_budget.hint"))
    for row in known:
        if holds(pattern, row.term):
            by_document.setdefault(row.doc_id, []).append(row)
    if not by_document:
        raise NothingFoundError(phrase("error.no_terms"), phrase("error.no_terms.hint"))
    from hrss_tui.pack.part import DocumentPack, Places

    places = Places(pack)
    return [
        term
        for doc_id, rows in by_document.items()
        for term in terms_used(DocumentPack(pack, places, doc_id), rows)
    ]


def terms_used(own: Pack, rows: Sequence[GlossaryTerm]) -> list[Term]:
    """Terms of one document, `own`, with the figures and paragraphs of it that use them."""
    figures = figures_of(own, [row.term for row in rows])
    blocks = own.rows(Block)
    found = []
    for row in rows:
        using = [
            one for one in passages(blocks, row.term) if not row.line_start <= one.line_start <= row.line_end
        ]
        found.append(
            Term(
                term=row.term,
                definition=row.definition,
                figures=tuple(one.record_id for one in figures[row.term]),
                doc_id=row.doc_id,
                line_start=row.line_start,
                line_end=row.line_end,
                passages=tuple(f"{one.doc_id}:{one.line_start}" for one in using),
                times=tuple(one.count for one in using),
            )
        )
    return found


def holds(pattern: str, *texts: str | None) -> bool:
    """Whether one of some texts holds the pattern."""
    wanted = plain(pattern)
    return not wanted or any(wanted in plain(text) for text in texts if text)
