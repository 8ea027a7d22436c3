"""Words of a budget's narrative: labels of projects, statements of change, headings of the glossary."""

from functools import cache

from hrss_tui.reference._load import Entry, load


class ProjectWords(Entry, frozen=True):
    """Labels of the fields of a project, by field."""

    name: tuple[str, ...]
    basis: tuple[str, ...]
    amount: tuple[str, ...]
    unit: tuple[str, ...]
    allocation: tuple[str, ...]
    period: tuple[str, ...]
    other: tuple[str, ...]


class AllocationWords(Entry, frozen=True):
    """Words around the parts of a project's money."""

    totals: tuple[str, ...]
    purposes: tuple[str, ...]
    links: tuple[str, ...]


class ReclassifiedWords(Entry, frozen=True):
    """How a reason says that money moved between codes."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    not_nouns: tuple[str, ...]


class MovedWords(Entry, frozen=True):
    """How a reason says that money came from, or went to, another body or budget; see the comments of narrative.toml."""

    verbs: tuple[str, ...]
    causes: tuple[str, ...]
    into: tuple[str, ...]
    out: tuple[str, ...]
    own: tuple[str, ...]


class ChangeWords(Entry, frozen=True):
    """Words of a change on last year; see the comments of narrative.toml."""

    bases: tuple[str, ...]
    reasons: tuple[str, ...]
    causes: tuple[str, ...]
    unchanged: tuple[str, ...]
    listing: tuple[str, ...]
    uses: tuple[str, ...]
    subjects: tuple[str, ...]
    endings: tuple[str, ...]
    whole: tuple[str, ...]
    nameless: tuple[str, ...]
    reclassified: ReclassifiedWords
    moved: MovedWords


class GlossaryWords(Entry, frozen=True):
    """Headings of a glossary and verbs of a definition."""

    headings: tuple[str, ...]
    verbs: tuple[str, ...]
    attached: tuple[str, ...]


class NarrativeWords(Entry, frozen=True):
    """Everything of narrative.toml."""

    projects: ProjectWords
    allocations: AllocationWords
    changes: ChangeWords
    glossary: GlossaryWords


@cache
def narrative_words() -> NarrativeWords:
    """The words of a budget's narrative."""
    return load("narrative.toml", NarrativeWords)


@cache
def project_labels() -> tuple[tuple[str, str], ...]:
    """(label, field) of a project, longest label first."""
    words = narrative_words().projects
    pairs = [(label, field) for field in ProjectWords.__struct_fields__ for label in getattr(words, field)]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
