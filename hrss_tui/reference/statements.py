"""What the words beside a figure say of it besides unit, subject and period: the words of statements.toml."""

from functools import cache

from hrss_tui.reference._load import Entry, load


class Levels(Entry, frozen=True):
    """What there is at a day, or is told once a year."""

    posts: tuple[str, ...]
    yearly: tuple[str, ...]
    per_head: tuple[str, ...]
    reached: tuple[str, ...]
    standing: tuple[str, ...]
    names: tuple[str, ...]
    present: tuple[str, ...]
    rates: tuple[str, ...]
    balances: tuple[str, ...]
    lent: tuple[str, ...]
    totals: tuple[str, ...]
    sums: tuple[str, ...]
    led: tuple[str, ...]


class Flows(Entry, frozen=True):
    """What is made or happens over a time."""

    produced: tuple[str, ...]
    events: tuple[str, ...]
    yields: tuple[str, ...]
    sown: tuple[str, ...]
    opened: tuple[str, ...]


class Funds(Entry, frozen=True):
    """Names of funds, and of what flows into any of them or out of it."""

    names: tuple[str, ...]
    income: tuple[str, ...]
    spending: tuple[str, ...]
    sides: tuple[str, ...]
    involved: tuple[str, ...]
    owned: tuple[str, ...]
    money: tuple[str, ...]
    insurances: tuple[str, ...]
    paid_out: tuple[str, ...]


class Deeds(Entry, frozen=True):
    """Verbs of what is bought, added, planned, carried out and finished."""

    bought: tuple[str, ...]
    arranged: tuple[str, ...]
    taken_in: tuple[str, ...]
    carried_out: tuple[str, ...]
    aimed_at: tuple[str, ...]
    attained: tuple[str, ...]
    came_to: tuple[str, ...]
    added: tuple[str, ...]
    net: tuple[str, ...]
    new: tuple[str, ...]
    leading: tuple[str, ...]
    planned: tuple[str, ...]
    demanded: tuple[str, ...]
    asked: tuple[str, ...]
    finished: tuple[str, ...]
    services: tuple[str, ...]
    newly: tuple[str, ...]
    enjoyed: tuple[str, ...]
    given: tuple[str, ...]
    pays: tuple[str, ...]
    helped: tuple[str, ...]
    begun: tuple[str, ...]
    enforced: tuple[str, ...]
    decided: tuple[str, ...]
    had: tuple[str, ...]
    shared: tuple[str, ...]
    helping: tuple[str, ...]
    won: tuple[str, ...]
    for_whom: tuple[str, ...]
    yearly: tuple[str, ...]
    each: tuple[str, ...]
    new_of: tuple[str, ...]
    grown: tuple[str, ...]


class Aims(Entry, frozen=True):
    """What aims and tasks are called."""

    whose: tuple[str, ...]
    kinds: tuple[str, ...]
    tasks: tuple[str, ...]
    ahead: tuple[str, ...]
    names: tuple[str, ...]


class Topics(Entry, frozen=True):
    """What a paragraph, or the words before a colon, begin with, and what is no topic of figures."""

    handed: tuple[str, ...]
    papers: tuple[str, ...]
    rules: tuple[str, ...]
    means: tuple[str, ...]
    manners: tuple[str, ...]
    states: tuple[str, ...]
    reviews: tuple[str, ...]
    speakers: tuple[str, ...]
    officials: tuple[str, ...]
    peaks: tuple[str, ...]
    scores: tuple[str, ...]
    duties: tuple[str, ...]
    unceasing: tuple[str, ...]
    works: tuple[str, ...]
    went: tuple[str, ...]
    spells: tuple[str, ...]
    publications: tuple[str, ...]
    briefings: tuple[str, ...]
    measures: tuple[str, ...]


class Parts(Entry, frozen=True):
    """Into what things and people are divided."""

    rest: tuple[str, ...]
    divisions: tuple[str, ...]
    residents: tuple[str, ...]
    assets: tuple[str, ...]
    staff: tuple[str, ...]
    employed: tuple[str, ...]


class Holders(Entry, frozen=True):
    """Who has beds, pupils and patients, and what harms people."""

    homes: tuple[str, ...]
    schools: tuple[str, ...]
    treated: tuple[str, ...]
    admitted: tuple[str, ...]
    harms: tuple[str, ...]
    accidents: tuple[str, ...]
    helped: tuple[str, ...]
    served: tuple[str, ...]


class Pay(Entry, frozen=True):
    """What is paid to each or spent on all, and the verbs that raise and lower it."""

    raises: tuple[str, ...]
    falls: tuple[str, ...]
    cuts: tuple[str, ...]
    spent: tuple[str, ...]
    scaled: tuple[str, ...]
    paid: tuple[str, ...]
    costs: tuple[str, ...]
    rates: tuple[str, ...]
    bases: tuple[str, ...]
    per_case: tuple[str, ...]


class Standards(Entry, frozen=True):
    """What figures are measured against, and the verbs that say on which side of it they are."""

    raised_again: tuple[str, ...]
    names: tuple[str, ...]
    averages: tuple[str, ...]
    above: tuple[str, ...]
    sides: tuple[str, ...]
    than: tuple[str, ...]
    bounded: tuple[str, ...]
    outdone: tuple[str, ...]
    beyond: tuple[str, ...]
    held: tuple[str, ...]
    kept_low: tuple[str, ...]


class Rates(Entry, frozen=True):
    """What shares and speeds are called."""

    speeds: tuple[str, ...]
    ends: tuple[str, ...]
    shares: tuple[str, ...]
    multiples: tuple[str, ...]
    unitless: tuple[str, ...]
    grown: tuple[str, ...]
    shrunk: tuple[str, ...]
    reaching: tuple[str, ...]
    framing: tuple[str, ...]
    bare: tuple[str, ...]


class Compared(Entry, frozen=True):
    """Against whom and what figures are measured, and the verbs for that."""

    residents: tuple[str, ...]
    accounted: tuple[str, ...]
    budget: tuple[str, ...]
    base: tuple[str, ...]
    areas: tuple[str, ...]
    earners: tuple[str, ...]


class Ranks(Entry, frozen=True):
    """How a place in a list is told, and of what the list is."""

    verbs: tuple[str, ...]
    of: tuple[str, ...]
    by: tuple[str, ...]
    remarks: tuple[str, ...]


class Balances(Entry, frozen=True):
    """What income and spending leave, or want, and what is not all of either."""

    left: tuple[str, ...]
    wanting: tuple[str, ...]
    adjusted: tuple[str, ...]
    covered: tuple[str, ...]
    general: tuple[str, ...]
    others: tuple[str, ...]


class StatementWords(Entry, frozen=True):
    """Everything of statements.toml; see its comments."""

    levels: Levels
    flows: Flows
    funds: Funds
    deeds: Deeds
    aims: Aims
    topics: Topics
    parts: Parts
    holders: Holders
    pay: Pay
    standards: Standards
    rates: Rates
    compared: Compared
    ranks: Ranks
    balances: Balances


@cache
def statement_words() -> StatementWords:
    """The words of statements.toml, in the order of the file."""
    return load("statements.toml", StatementWords)
