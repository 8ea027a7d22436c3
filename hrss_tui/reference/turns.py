"""Words of one sort among which the patterns of running text choose: those of turns.toml, see its comments."""

from functools import cache

from hrss_tui.reference._load import Entry, load


class Change(Entry, frozen=True):
    """How something rises, falls and turns."""

    raised: tuple[str, ...]
    of_pay: tuple[str, ...]
    levels: tuple[str, ...]
    ratios: tuple[str, ...]
    ratios_bare: tuple[str, ...]
    ratios_by: tuple[str, ...]
    ratios_went: tuple[str, ...]
    went: tuple[str, ...]
    ranked: tuple[str, ...]
    turned: tuple[str, ...]
    outdone: tuple[str, ...]
    beside: tuple[str, ...]
    so_far: tuple[str, ...]
    compared: tuple[str, ...]
    stated: tuple[str, ...]
    against: tuple[str, ...]
    aged: tuple[str, ...]
    paces: tuple[str, ...]
    speeds: tuple[str, ...]
    structure: tuple[str, ...]
    steady: tuple[str, ...]
    glued: tuple[str, ...]
    each: tuple[str, ...]
    yearly: tuple[str, ...]
    grown: tuple[str, ...]
    leads: tuple[str, ...]


class Manner(Entry, frozen=True):
    """How it does so, and how it was done."""

    swaying: tuple[str, ...]
    gradual: tuple[str, ...]
    attained: tuple[str, ...]
    changed: tuple[str, ...]
    much: tuple[str, ...]
    much_then: tuple[str, ...]
    fulfilled: tuple[str, ...]
    fulfilled_tasks: tuple[str, ...]
    fulfilled_of: tuple[str, ...]
    carried_out: tuple[str, ...]
    again: tuple[str, ...]
    raised: tuple[str, ...]
    each: tuple[str, ...]
    on: tuple[str, ...]
    admitted: tuple[str, ...]


class Aims(Entry, frozen=True):
    """What is aimed at, pledged and asked for, by whom, and in which papers."""

    things: tuple[str, ...]
    pledged_things: tuple[str, ...]
    pledges: tuple[str, ...]
    publishes: tuple[str, ...]
    demands: tuple[str, ...]
    papers: tuple[str, ...]
    served: tuple[str, ...]
    delivered: tuple[str, ...]
    obeys: tuple[str, ...]
    held_to: tuple[str, ...]
    reported: tuple[str, ...]
    filed: tuple[str, ...]
    stated: tuple[str, ...]
    disposed: tuple[str, ...]
    fulfilled: tuple[str, ...]
    set_by: tuple[str, ...]
    set_over: tuple[str, ...]
    measured: tuple[str, ...]
    own: tuple[str, ...]
    own_behind: tuple[str, ...]
    of_goals: tuple[str, ...]
    sets: tuple[str, ...]
    takes_up: tuple[str, ...]
    takes_up_in: tuple[str, ...]
    fields: tuple[str, ...]
    plans: tuple[str, ...]
    programmes: tuple[str, ...]
    foreseen: tuple[str, ...]
    foreseen_rises: tuple[str, ...]
    named_plan: tuple[str, ...]
    met: tuple[str, ...]
    due: tuple[str, ...]
    set_at: tuple[str, ...]
    realised: tuple[str, ...]
    of: tuple[str, ...]
    none: tuple[str, ...]
    completed: tuple[str, ...]
    set: tuple[str, ...]
    set_for: tuple[str, ...]
    deeds: tuple[str, ...]
    names: tuple[str, ...]
    stated_behind: tuple[str, ...]
    asks: tuple[str, ...]
    states: tuple[str, ...]
    plan_words: tuple[str, ...]
    own_plan: tuple[str, ...]
    bodies: tuple[str, ...]
    bounds: tuple[str, ...]
    fulfils: tuple[str, ...]
    starts: tuple[str, ...]
    titles: tuple[str, ...]


class Told(Entry, frozen=True):
    """Who tells something, and how a text goes on."""

    says: tuple[str, ...]
    papers: tuple[str, ...]
    reports: tuple[str, ...]
    speakers: tuple[str, ...]
    desks: tuple[str, ...]
    questions: tuple[str, ...]
    come: tuple[str, ...]
    visited: tuple[str, ...]
    next: tuple[str, ...]
    next_deeds: tuple[str, ...]
    no_thing: tuple[str, ...]
    ranks: tuple[str, ...]
    until: tuple[str, ...]
    projects: tuple[str, ...]
    views: tuple[str, ...]
    aspects: tuple[str, ...]
    means: tuple[str, ...]
    results: tuple[str, ...]
    no_topic: tuple[str, ...]
    order: tuple[str, ...]
    lies: tuple[str, ...]
    grants: tuple[str, ...]
    met: tuple[str, ...]
    same: tuple[str, ...]
    alike: tuple[str, ...]
    less: tuple[str, ...]
    speech: tuple[str, ...]


class Who(Entry, frozen=True):
    """Levels, bodies, persons and areas."""

    insurances: tuple[str, ...]
    bodies: tuple[str, ...]
    of_whom: tuple[str, ...]
    persons: tuple[str, ...]
    insured: tuple[str, ...]
    counted: tuple[str, ...]
    counted_by: tuple[str, ...]
    where: tuple[str, ...]
    areas: tuple[str, ...]
    born: tuple[str, ...]
    born_behind: tuple[str, ...]
    divisions: tuple[str, ...]
    funders: tuple[str, ...]
    handers: tuple[str, ...]
    all: tuple[str, ...]
    all_leads: tuple[str, ...]
    whom: tuple[str, ...]
    done_to: tuple[str, ...]
    duty: tuple[str, ...]
    departments: tuple[str, ...]
    outlets: tuple[str, ...]
    news: tuple[str, ...]
    own_levels: tuple[str, ...]
    first: tuple[str, ...]
    hourly: tuple[str, ...]
    held: tuple[str, ...]
    left: tuple[str, ...]
    hurt: tuple[str, ...]


class Money(Entry, frozen=True):
    """What is paid, budgeted and held."""

    standards: tuple[str, ...]
    standard_names: tuple[str, ...]
    raised: tuple[str, ...]
    stages: tuple[str, ...]
    outcomes: tuple[str, ...]
    accounts: tuple[str, ...]
    shares_of: tuple[str, ...]
    converted: tuple[str, ...]
    granted: tuple[str, ...]
    stocks: tuple[str, ...]
    stock_names: tuple[str, ...]
    levels: tuple[str, ...]
    insured: tuple[str, ...]
    structure: tuple[str, ...]
    of_general: tuple[str, ...]
    told_of: tuple[str, ...]
    partial: tuple[str, ...]
    done: tuple[str, ...]
    carried: tuple[str, ...]
    flows: tuple[str, ...]
    kept: tuple[str, ...]
    funded: tuple[str, ...]
    papers: tuple[str, ...]
    before: tuple[str, ...]
    set: tuple[str, ...]
    levels_of: tuple[str, ...]
    titles: tuple[str, ...]
    had: tuple[str, ...]
    both: tuple[str, ...]
    whole: tuple[str, ...]
    rolled: tuple[str, ...]
    done_names: tuple[str, ...]
    own_names: tuple[str, ...]
    trimmed: tuple[str, ...]
    bare: tuple[str, ...]
    quantities: tuple[str, ...]
    others: tuple[str, ...]
    executed: tuple[str, ...]
    used: tuple[str, ...]
    forms: tuple[str, ...]
    currents: tuple[str, ...]


class Time(Entry, frozen=True):
    """When something is or was, and what it is measured against."""

    relative: tuple[str, ...]
    ahead: tuple[str, ...]
    founded: tuple[str, ...]
    done: tuple[str, ...]
    since: tuple[str, ...]
    goes_on: tuple[str, ...]
    earlier: tuple[str, ...]
    before: tuple[str, ...]
    bases: tuple[str, ...]
    prices: tuple[str, ...]
    grounds: tuple[str, ...]
    open: tuple[str, ...]
    totals: tuple[str, ...]
    of_year: tuple[str, ...]
    yearly_aims: tuple[str, ...]
    prices_of: tuple[str, ...]
    lasting: tuple[str, ...]
    spans: tuple[str, ...]


class Names(Entry, frozen=True):
    """What things are called, and what is no name."""

    form_numbers: tuple[str, ...]
    forms: tuple[str, ...]
    bought: tuple[str, ...]
    grounds: tuple[str, ...]
    conjoined: tuple[str, ...]
    counts: tuple[str, ...]
    staff: tuple[str, ...]


class Count(Entry, frozen=True):
    """What things are counted in, and words beside a figure."""

    cell: tuple[str, ...]
    words: tuple[str, ...]
    sizes: tuple[str, ...]
    children: tuple[str, ...]
    reached: tuple[str, ...]
    graded: tuple[str, ...]
    insured: tuple[str, ...]
    durations: tuple[str, ...]
    behind: tuple[str, ...]
    ahead: tuple[str, ...]
    bounds: tuple[str, ...]


class Turns(Entry, frozen=True):
    """Everything of turns.toml."""

    change: Change
    manner: Manner
    aims: Aims
    told: Told
    who: Who
    money: Money
    time: Time
    names: Names
    count: Count


@cache
def turns() -> Turns:
    """The words of turns.toml, in the order of the file."""
    return load("turns.toml", Turns)
