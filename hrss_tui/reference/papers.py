"""What titles, letterheads and first sentences say of a paper besides its kind: the words of papers.toml."""

from functools import cache

from hrss_tui.reference._load import Entry, load


class Ahead(Entry, frozen=True):
    """Papers of what is to be done."""

    titles: tuple[str, ...]
    spells: tuple[str, ...]
    standing: tuple[str, ...]


class Back(Entry, frozen=True):
    """Papers of what was done."""

    progress: tuple[str, ...]
    told: tuple[str, ...]
    found: tuple[str, ...]
    summed_up: tuple[str, ...]
    reported: tuple[str, ...]
    years: tuple[str, ...]
    plan: tuple[str, ...]
    year: tuple[str, ...]
    monthly: tuple[str, ...]


class Standards(Entry, frozen=True):
    """Papers that set what is so from a day on."""

    verbs: tuple[str, ...]
    things: tuple[str, ...]
    behind: tuple[str, ...]


class Speeches(Entry, frozen=True):
    """Reports on the work of a government, and what is told of them."""

    of: tuple[str, ...]
    heard: tuple[str, ...]
    told: tuple[str, ...]
    offices: tuple[str, ...]


class Pledges(Entry, frozen=True):
    """Lists of what was promised."""

    names: tuple[str, ...]
    progress: tuple[str, ...]
    news: tuple[str, ...]
    done: tuple[str, ...]
    assigned: tuple[str, ...]
    lists: tuple[str, ...]


class News(Entry, frozen=True):
    """Who prints news, who tells it, and where it was told."""

    pictures: tuple[str, ...]
    outlets: tuple[str, ...]
    local: tuple[str, ...]
    printers: tuple[str, ...]
    agencies: tuple[str, ...]
    writers: tuple[str, ...]
    conferences: tuple[str, ...]
    staged: tuple[str, ...]
    headlines: tuple[str, ...]
    won: tuple[str, ...]
    ministries: tuple[str, ...]
    branches: tuple[str, ...]


class Titles(Entry, frozen=True):
    """How titles of official papers end."""

    endings: tuple[str, ...]
    topics: tuple[str, ...]
    explaining: tuple[str, ...]
    budget: tuple[str, ...]
    told: tuple[str, ...]
    kinds: tuple[str, ...]
    issuers: tuple[str, ...]
    covers: tuple[str, ...]


class Towns(Entry, frozen=True):
    """How towns within a county are called, and what stands behind their names."""

    types: tuple[str, ...]
    sorts: tuple[str, ...]
    behind: tuple[str, ...]


class PaperWords(Entry, frozen=True):
    """Everything of papers.toml; see its comments."""

    ahead: Ahead
    back: Back
    standards: Standards
    speeches: Speeches
    pledges: Pledges
    news: News
    titles: Titles
    towns: Towns


@cache
def paper_words() -> PaperWords:
    """The words of papers.toml, in the order of the file."""
    return load("papers.toml", PaperWords)
