"""Of what things are said: words of one sort among which the patterns of running text choose, those of things.toml."""

from functools import cache

from hrss_tui.reference._load import Entry, load


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
    sides_of: tuple[str, ...]
    payers: tuple[str, ...]
    gifts: tuple[str, ...]
    halves: tuple[str, ...]
    urban: tuple[str, ...]
    grades: tuple[str, ...]
    damaged: tuple[str, ...]
    most: tuple[str, ...]
    beds: tuple[str, ...]
    staff: tuple[str, ...]
    districts: tuple[str, ...]
    has: tuple[str, ...]
    owns: tuple[str, ...]
    themselves: tuple[str, ...]
    of_levels: tuple[str, ...]
    those: tuple[str, ...]
    some: tuple[str, ...]


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
    edition: tuple[str, ...]
    shares: tuple[str, ...]
    general_funds: tuple[str, ...]
    involved: tuple[str, ...]
    uses: tuple[str, ...]
    staged: tuple[str, ...]
    two_sides: tuple[str, ...]
    base_of: tuple[str, ...]
    base_stages: tuple[str, ...]
    stages_before: tuple[str, ...]
    spendings: tuple[str, ...]
    budgeted: tuple[str, ...]
    left_over: tuple[str, ...]
    currents_of: tuple[str, ...]
    wanting: tuple[str, ...]
    carried_at: tuple[str, ...]
    budget_words: tuple[str, ...]
    by_nature: tuple[str, ...]
    levels_set: tuple[str, ...]
    converted_by: tuple[str, ...]
    computed_by: tuple[str, ...]
    limits: tuple[str, ...]
    leftovers: tuple[str, ...]
    kinds_of_budget: tuple[str, ...]
    of_earlier: tuple[str, ...]
    sides_of: tuple[str, ...]


class Names(Entry, frozen=True):
    """What things are called, and what is no name."""

    form_numbers: tuple[str, ...]
    forms: tuple[str, ...]
    bought: tuple[str, ...]
    grounds: tuple[str, ...]
    conjoined: tuple[str, ...]
    counts: tuple[str, ...]
    staff: tuple[str, ...]
    averages: tuple[str, ...]
    share_columns: tuple[str, ...]
    courses: tuple[str, ...]
    phones: tuple[str, ...]
    called: tuple[str, ...]
    notes: tuple[str, ...]
    noise: tuple[str, ...]
    counted_noise: tuple[str, ...]
    peaks: tuple[str, ...]
    blanks: tuple[str, ...]
    timed: tuple[str, ...]
    homes: tuple[str, ...]


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
    points: tuple[str, ...]
    paces: tuple[str, ...]
    programmes: tuple[str, ...]
    per_head: tuple[str, ...]
    again: tuple[str, ...]
    behind_label: tuple[str, ...]
    summed: tuple[str, ...]


class Things(Entry, frozen=True):
    """Everything of things.toml."""

    who: Who
    money: Money
    names: Names
    count: Count


@cache
def things() -> Things:
    """The words of things.toml, in the order of the file."""
    return load("things.toml", Things)
