"""How sentences carry figures: the words of prose.toml."""

from functools import cache

from hrss_tui.reference._load import Entry, load


class Opener(Entry, frozen=True):
    """A word that opens a list of parts; see the comment in the file."""

    word: str
    colon: bool
    nearest: bool


class Counted(Entry, frozen=True):
    """Nouns that are counted in a unit where none is printed: 2.3 万企业."""

    unit: str
    words: tuple[str, ...]


class Pair(Entry, frozen=True):
    """A word for several things: 收支 are 收入 and 支出."""

    word: str
    parts: tuple[str, ...]


class Halves(Entry, frozen=True):
    """First characters of words that a list may print alone, and the words that only end or begin so."""

    chars: str
    but: tuple[str, ...]


class ProseWords(Entry, frozen=True):
    """Everything of prose.toml; see its comments."""

    lead_ins: tuple[str, ...]
    copula_patterns: tuple[str, ...]
    openers: tuple[Opener, ...]
    whole_tails: tuple[str, ...]
    state_tails: tuple[str, ...]
    dependent_patterns: tuple[str, ...]
    carried_patterns: tuple[str, ...]
    deed_patterns: tuple[str, ...]
    measures: tuple[str, ...]
    level_nouns: tuple[str, ...]
    insurance_deeds: str
    whole_patterns: tuple[str, ...]
    title_names: str
    heading_names: tuple[str, ...]
    heading_tails: tuple[str, ...]
    base_tails: tuple[str, ...]
    list_words: tuple[str, ...]
    shared_heads: tuple[str, ...]
    served_verbs: tuple[str, ...]
    purpose_objects: tuple[str, ...]
    purpose_verbs: tuple[str, ...]
    accounts: tuple[str, ...]
    shared_tails: tuple[str, ...]
    ranks: tuple[str, ...]
    settings: tuple[str, ...]
    tail_verbs: tuple[str, ...]
    complete_tails: tuple[str, ...]
    verbs: tuple[str, ...]
    repeated_verbs: tuple[str, ...]
    reasons: tuple[str, ...]
    distributors: tuple[str, ...]
    manners: tuple[str, ...]
    booked: tuple[str, ...]
    rises: tuple[str, ...]
    averages: tuple[str, ...]
    charted: tuple[str, ...]
    insured: str
    insurances: str
    produced: str
    producers: str
    planned_before: tuple[str, ...]
    planned_softly: tuple[str, ...]
    striving: tuple[str, ...]
    secured: tuple[str, ...]
    planned_verbs: tuple[str, ...]
    planned_after: tuple[str, ...]
    planned_patterns: tuple[str, ...]
    planned_modals: tuple[str, ...]
    illustrations: tuple[str, ...]
    handed_out: tuple[str, ...]
    done_patterns: tuple[str, ...]
    done_states: tuple[str, ...]
    done_verbs: tuple[str, ...]
    recounted: tuple[str, ...]
    past_headings: tuple[str, ...]
    set_headings: tuple[str, ...]
    ahead_headings: tuple[str, ...]
    deed_headings: tuple[str, ...]
    coming_headings: tuple[str, ...]
    stock_people: tuple[str, ...]
    stocks: tuple[str, ...]
    flows: tuple[str, ...]
    of_all_times: tuple[str, ...]
    paid: tuple[str, ...]
    milestone_verbs: tuple[str, ...]
    milestones: tuple[str, ...]
    standard_verbs: tuple[str, ...]
    yearly: tuple[str, ...]
    number_links: str
    persons: tuple[str, ...]
    money: tuple[str, ...]
    counted: tuple[Counted, ...]
    pairs: tuple[Pair, ...]
    halves: tuple[Halves, ...]
    size_words: tuple[str, ...]
    granting_verbs: tuple[str, ...]
    capped_verbs: tuple[str, ...]
    bodies: tuple[str, ...]
    sorts_of_bodies: tuple[str, ...]
    ordinal_units: tuple[str, ...]
    counting_units: tuple[str, ...]
    parts_of_text: tuple[str, ...]
    unit_traps: tuple[str, ...]
    unit_trap_patterns: tuple[str, ...]
    operator_traps: tuple[str, ...]
    scope_stops: tuple[str, ...]
    no_stops: tuple[str, ...]
    area_stops: tuple[str, ...]
    zones: tuple[str, ...]
    zone_types: tuple[str, ...]
    zones_alone: tuple[str, ...]
    zone_sorts: tuple[str, ...]
    nation_names: tuple[str, ...]
    honours: tuple[str, ...]
    things_of_cities: tuple[str, ...]
    rest_of_places: str
    nation_deeds: tuple[str, ...]
    ranked_money: tuple[str, ...]
    name_endings: tuple[str, ...]
    name_scopes: tuple[str, ...]
    hotline_words: tuple[str, ...]


@cache
def prose_words() -> ProseWords:
    """The words of prose.toml, in the order of the file."""
    return load("prose.toml", ProseWords)
