"""Policy documents that projects rest on, each once with who rests on it; terms with the figures that use them."""

from __future__ import annotations

import msgspec

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.places import fold
from hrss_tui.records import GlossaryTerm, Observation, Project, ProjectBasis
from hrss_tui.words import phrase


class Policy(msgspec.Struct, frozen=True):
    """A cited document: its title, its number where one is printed, and the projects that rest on it."""

    title: str
    doc_number: str | None
    projects: tuple[str, ...]
    project_ids: tuple[str, ...]
    doc_id: str
    line_start: int
    line_end: int


class Term(msgspec.Struct, frozen=True):
    """A term as a document defines it; `figures` are the ids of figures whose subject names it."""

    term: str
    definition: str
    figures: tuple[str, ...]
    doc_id: str
    line_start: int
    line_end: int


def policies(pack: Pack, pattern: str = "") -> list[Policy]:
    """Documents whose title, number or projects hold the pattern, the most cited first.

    Documents are one where number and title are; without a number the title decides. Raises NothingFoundError.
    """
    projects = {row.project_id: row for row in pack.rows(Project)}
    cited: dict[tuple[str, str], list[ProjectBasis]] = {}
    for basis in pack.rows(ProjectBasis):
        cited.setdefault((fold(basis.title), fold(basis.doc_number or "")), []).append(basis)
    found = []
    for rows in cited.values():
        named = [projects[row.project_id].name for row in rows if row.project_id in projects]
        found.append(
            Policy(
                title=rows[0].title,
                doc_number=rows[0].doc_number,
                projects=tuple(dict.fromkeys(named)),
                project_ids=tuple(dict.fromkeys(row.project_id for row in rows)),
                doc_id=rows[0].doc_id,
                line_start=rows[0].line_start,
                line_end=rows[0].line_end,
            )
        )
    fitting = [row for row in found if _holds(pattern, row.title, row.doc_number, *row.projects)]
    if not fitting:
        raise NothingFoundError(phrase("error.no_policies"), phrase("error.no_policies.hint"))
    return sorted(fitting, key=lambda row: -len(row.project_ids))


def glossary(pack: Pack, pattern: str = "") -> list[Term]:
    """Terms that hold the pattern, in printed order; all without one. Raises NothingFoundError."""
    observations = pack.rows(Observation)
    found = []
    for row in pack.rows(GlossaryTerm):
        if _holds(pattern, row.term):
            using = tuple(one.observation_id for one in observations if row.term in one.subject)
            found.append(Term(row.term, row.definition, using, row.doc_id, row.line_start, row.line_end))
    if not found:
        raise NothingFoundError(phrase("error.no_terms"), phrase("error.no_terms.hint"))
    return found


def _holds(pattern: str, *texts: str | None) -> bool:
    wanted = fold(pattern)
    return not wanted or any(wanted in fold(text) for text in texts if text)
