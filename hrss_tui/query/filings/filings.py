"""Which budgets and final accounts a package holds, and which of them a name, a year and a phase mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.part import Places
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import PHASES, Filing, filed, is_corrected
from hrss_tui.query.filings.bodies import bodies, offices
from hrss_tui.query.places import fold
from hrss_tui.query.search.pinyin import Pinyin, pinyin
from hrss_tui.records import BudgetLine
from hrss_tui.words import Phrase, listed, named_or, phrase


def filings(pack: Pack) -> tuple[Filing, ...]:
    """All of them: by department, then year, budgets before final accounts.

    Departments of one name in places of which none lies in the other are two: their names say the place. One body is
    one under whatever form of its place's name.
    """
    found = bodies(filed(pack.column))
    shared = _shared(found)
    if not shared:
        return tuple(found)
    from hrss_tui.query.held_places import told_apart

    called = told_apart((one.place for one in found if one.department in shared), short=True)
    named = (one._replace(department=_at(one, called)) if one.department in shared else one for one in found)
    return tuple(sorted(named, key=lambda one: one.department))


def _shared(found: Sequence[Filing]) -> set[str]:
    """Names that departments of several places have."""
    places: dict[str, set[str]] = {}
    for one in found:
        if one.place is not None:
            places.setdefault(one.department, set()).add(one.place)
    return {name for name, held in places.items() if len(held) > 1 and _apart(held)}


def _apart(places: set[str]) -> bool:
    """Is there a place among them that neither holds nor lies in another?"""
    ordered = sorted(places)
    return any(not after.startswith(before) for before, after in pairwise(ordered))


def _at(one: Filing, called: Mapping[str, str]) -> str:
    """The department with its place, which says in what it lies where places share its name too; as it is where none is known."""
    name = called.get(one.place or "", one.place)
    return f"{one.department}（{name}）" if name else one.department


def departments(known: Iterable[Filing]) -> tuple[str, ...]:
    """The departments of filings, each once."""
    return tuple(dict.fromkeys(one.department for one in known))


def meant(pack: Pack, known: Sequence[Filing], name: str) -> str:
    """The one department that a name means: its name, a part of it, its pinyin or initials, a document's id.

    Raises UsageError where it means none or several, with what exists, and NothingFoundError where nothing does.
    """
    names = departments(_some(known))
    wanted = fold(name)
    readings = pinyin(pack.head)
    printed = {one.doc_id for one in filed(pack.column) if fold(one.department) == wanted}
    for fitting in (
        list(dict.fromkeys(one.department for one in known if one.doc_id == name)),
        [own for own in names if fold(own) == wanted],
        list(dict.fromkeys(one.department for one in known if one.doc_id in printed)),
        [own for own in names if wanted and wanted in fold(own)],
        [own for own in names if _sounds(readings, wanted, own)],
    ):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            message = phrase("error.many_departments", name=name, count=len(fitting))
            raise UsageError(message, phrase("error.many_departments.hint", found=listed(fitting)))
    raise UsageError(
        phrase("error.no_department", name=name), phrase("error.no_department.hint", found=listed(names))
    )


def _some(known: Sequence[Filing]) -> Sequence[Filing]:
    """Filings as they are. Raises NothingFoundError where there is none at all."""
    if not known:
        raise NothingFoundError(phrase("error.no_budget"), phrase("error.no_budget.hint"))
    return known


def _sounds(readings: Pinyin, letters: str, name: str) -> bool:
    """Do letters, as syllables or initials, stand for characters that follow each other in the name?"""
    return any(
        all(name[start + place] in chars for place, chars in enumerate(way.classes))
        for way in readings.ways(letters)
        for start in range(len(name) - len(way.classes) + 1)
    )


def of_department(known: Iterable[Filing], department: str, phase: str | None) -> tuple[Filing, ...]:
    """The filings of a department over the years, of one phase where one is given.

    Raises NothingFoundError where there is none.
    """
    own = [one for one in known if one.department == department]
    found = tuple(one for one in own if phase in (None, one.phase))
    if not found:
        raise NothingFoundError(
            phrase("error.no_phase", department=department, phase=phase_word(phase)),
            phrase("error.no_phase.hint", found=listed(map(label, own))),
        )
    return found


def the_department(pack: Pack, known: Sequence[Filing], name: str) -> str:
    """The department a name means; without a name the only one. Raises UsageError where that is none or several."""
    names = departments(known)
    if name.strip() or not names:
        return meant(pack, known, name)
    if len(names) > 1:
        message = phrase("error.name_a_department", count=len(names))
        raise UsageError(message, phrase("error.no_department.hint", found=listed(names)))
    return names[0]


def one_filing(pack: Pack, name: str | None, year: int | None, phase: str | None) -> Filing:
    """The one filing of a department, year and phase; of several years the newest, a budget before final accounts.

    Without a name it is the one department that has amounts of that year, or of the newest, its own office beside it or
    not. Raises UsageError where there are several, and NothingFoundError where none is left.
    """
    known = _some(filings(pack))
    department = _only_department(pack, known, year, phase) if name is None else meant(pack, known, name)
    own = [one for one in of_department(known, department, phase) if year in (None, one.year)]
    if not own:
        every = listed(map(label, of_department(known, department, None)))
        raise NothingFoundError(
            phrase("error.no_year", year=year, phase=phase_word(phase)),
            phrase("error.no_phase.hint", found=every),
        )
    filled = Places(pack).counts(BudgetLine.TABLE)
    ranked = reversed(own)  # of equal ones the last, a corrected edition
    return max(ranked, key=lambda one: (one.doc_id in filled, one.year or 0, one.phase == PHASES[0]))


def agreeing(
    pack: Pack, doc_id: str | None, department: str | None, year: int | None, phase: str | None = None
) -> None:
    """Raise UsageError where a document is named together with another department, year or phase than it is of."""
    known = filings(pack) if doc_id is not None and (department or year or phase) else ()
    own = next((one for one in known if one.doc_id == doc_id), None)
    if own is None:
        return
    same = department is None or meant(pack, known, department) == own.department
    if not same or year not in (None, own.year) or phase not in (None, own.phase):
        said = phrase("error.doc_is_other", doc=doc_id, what=label(own))
        raise UsageError(said, phrase("error.doc_is_other.hint"))


def _only_department(pack: Pack, known: Sequence[Filing], year: int | None, phase: str | None) -> str:
    fitting = [one for one in known if year in (None, one.year) and phase in (None, one.phase)]
    if not fitting and len(departments(known)) > 1:  # of whom it would be is not said
        what = (
            phrase("error.no_year", year=year, phase=phase_word(phase))
            if year
            else phrase("error.none_of_phase", phase=phase_word(phase))
        )
        raise NothingFoundError(what, phrase("error.no_phase.hint", found=listed(map(label, known))))
    filled = Places(pack).counts(BudgetLine.TABLE)
    printed = [one for one in fitting if one.doc_id in filled] or fitting
    newest = max((one.year or 0 for one in printed), default=0)
    last = departments(one for one in printed if (one.year or 0) == newest)
    names = [name for name in last if name not in offices(last)]
    if len(names) > 1:
        every = departments(printed)
        message = phrase("error.which_department", count=len(every))
        raise UsageError(message, phrase("error.no_department.hint", found=listed(every)))
    return next(iter(names), known[0].department)


def of_year(known: Sequence[Filing], year: int | None, phase: str) -> tuple[Filing, ...]:
    """The filings of one phase of one year, one a department; without a year of the newest that several have.

    Of two filings of a department the last counts: a corrected edition follows the first. Raises NothingFoundError
    where there is none, with what there is.
    """
    own = [one for one in _some(known) if one.phase == phase]
    if not own:
        hint = phrase("error.no_phase.hint", found=listed(map(label, known)))
        raise NothingFoundError(phrase("error.none_of_phase", phase=phase_word(phase)), hint)
    years = sorted({one.year for one in own if one.year is not None}, reverse=True)
    shared = [each for each in years if sum(one.year == each for one in own) > 1]
    chosen = year if year is not None else next(iter(shared or years), None)
    found = {one.department: one for one in own if one.year == chosen}
    if not found:
        raise NothingFoundError(
            phrase("error.no_year", year=chosen, phase=phase_word(phase)),
            phrase("error.no_year.hint", years=listed(map(str, years))),
        )
    return tuple(found.values())


def other_editions(known: Iterable[Filing], doc_id: str) -> tuple[Filing, ...]:
    """The filings beside a document of the same department, place, year and phase: what was corrected, or corrects it."""
    found = tuple(known)
    own = next((one for one in found if one.doc_id == doc_id), None)
    if own is None:
        return ()
    alike = own._replace(title="")
    return tuple(
        one for one in found if one.doc_id != doc_id and one._replace(doc_id=doc_id, title="") == alike
    )


def edition_word(known: Iterable[Filing], doc_id: str, others: Sequence[Filing]) -> str:
    """The key of what is said of other editions: of no known place, and called corrected by none, they may be another body's."""
    alike = (*others, *(one for one in known if one.doc_id == doc_id))
    sure = any(one.place is not None or is_corrected(one.title) for one in alike)
    return "note.other_edition" if sure else "note.edition_or_namesake"


def named(one: Filing) -> str:
    """The id of a filing with its title, which tells editions apart."""
    return f"{one.doc_id}《{one.title}》"


def label(one: Filing) -> Phrase:
    """A filing in a few words: department, year, phase."""
    said = phase_word(one.phase)
    return Phrase(
        f"{one.department} {one.year or ''} {said}".strip(),
        f"{one.department} {one.year or ''} {said.en}".strip(),
    )


def table_word(kind: str) -> Phrase:
    """What a kind of table is called; its key where it has no name."""
    return named_or(f"part.{kind}", kind)


def phase_word(phase: str | None) -> Phrase:
    """预算 or 决算."""
    return named_or(f"phase.{phase or 'none'}", phase or "")
