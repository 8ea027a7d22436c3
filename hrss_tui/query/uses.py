"""Where a name is used: the paragraphs that hold it, each with how often, and the figures that are called so.

    passages(pack.rows(Block), "机关运行经费")
    figures_of(pack, ["机关运行经费"])      # {"机关运行经费": (Named(…), …)}

Quotation marks and spaces do not count: “三公”经费 is 三公经费, 〔2031〕 is [2031].
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from hrss_tui.pack.read import Pack
from hrss_tui.records import (
    Block,
    BudgetChange,
    BudgetLine,
    Fact,
    GlossaryTerm,
    Observation,
    PerformanceTarget,
    Project,
    ProjectAllocation,
)

_SAME = str.maketrans(
    dict.fromkeys("“”‘’\"'《》〈〉<>「」 \t\u3000\u00a0", None)
    | dict(zip("〔［【〕］】（）", "[[[]]]()", strict=True))
)
_TEXT = ("heading", "paragraph", "list_item", "note")
"""Kinds of blocks that are read as running text; a row of a table is counted by its figures."""


class Passage(msgspec.Struct, frozen=True):
    """A paragraph that holds a name `count` times."""

    doc_id: str
    line_start: int
    line_end: int
    count: int
    text: str


class Named(msgspec.Struct, frozen=True):
    """A figure whose name holds a term: money in 分 as `amount`, anything else as printed with its unit."""

    record_id: str
    name: str
    amount: int | None
    printed: str
    doc_id: str
    line_start: int


def plain(text: str) -> str:
    """A text for comparison."""
    return text.translate(_SAME).casefold()


def passages(blocks: Iterable[Block], name: str) -> list[Passage]:
    """The paragraphs that hold a name, in printed order."""
    wanted = plain(name)
    found = []
    for block in blocks:
        if wanted and block.kind in _TEXT:
            count = plain(block.text).count(wanted)
            if count:
                found.append(Passage(block.doc_id, block.line_start, block.line_end, count, block.text))
    return found


def figures_of(pack: Pack, terms: Sequence[str]) -> dict[str, tuple[Named, ...]]:
    """The figures that are called by each of some terms, table after table, in printed order."""
    wanted = {term: plain(term) for term in terms}
    found: dict[str, list[Named]] = {term: [] for term in terms}
    fitting: dict[str, list[str]] = {}
    for name, named in _named(pack):
        if name not in fitting:
            bare = plain(name)
            fitting[name] = [term for term, form in wanted.items() if form and form in bare]
        for term in fitting[name]:
            found[term].append(named)
    return {term: tuple(rows) for term, rows in found.items()}


def _named(pack: Pack) -> Iterator[tuple[str, Named]]:
    """All figures with what they are called; definitions themselves are none."""
    defined = {(row.doc_id, line) for row in pack.rows(GlossaryTerm) for line in _lines(row)}
    for observation in pack.rows(Observation):
        if (observation.doc_id, observation.line_start) not in defined:
            printed = f"{observation.printed}{observation.unit}"
            yield (
                observation.subject,
                _of(observation, observation.observation_id, observation.subject, printed),
            )
    for change in pack.rows(BudgetChange):
        yield change.name, _of(change, change.change_id, change.name, change.printed or "", change.amount)
    for row in pack.rows(BudgetLine):
        yield _called(row), _of(row, row.line_id, _called(row), row.printed, row.amount)
    for project in pack.rows(Project):
        yield project.name, _of(project, project.project_id, project.name, project.printed, project.amount)
    for part in pack.rows(ProjectAllocation):
        yield part.item, _of(part, part.allocation_id, part.item, part.printed, part.amount)
    for target in pack.rows(PerformanceTarget):
        yield target.indicator, _of(target, target.target_id, target.indicator, target.printed)


def _called(row: BudgetLine) -> str:
    """Name and column of an amount; the total of a table is called by its title too."""
    parts = [row.name, row.measure_label]
    if row.level == 0 and row.measure == "total":
        parts.insert(0, row.table_title)
    return " · ".join(parts)


def _lines(row: GlossaryTerm) -> range:
    return range(row.line_start, row.line_end + 1)


def _of(row: Fact, record_id: str, name: str, printed: str, amount: int | None = None) -> Named:
    return Named(record_id, name, amount, printed, row.doc_id, row.line_start)
