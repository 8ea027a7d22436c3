"""What `hrss-tui compare --of departments|years|execution|text` prints: budgets of many departments and years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from hrss_tui.cli.amounts import DEFAULT, UNITS, Money, percent
from hrss_tui.cli.editions import tell_editions
from hrss_tui.cli.naming import code_named
from hrss_tui.cli.output import Field, print_records
from hrss_tui.cli.recognised import tell
from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.plain import indent
from hrss_tui.query.filings.copied import copied
from hrss_tui.query.filings.departments import Ranking, across, is_code
from hrss_tui.query.filings.filings import filings, phase_word, table_word
from hrss_tui.query.filings.years import Columns, Row, execution, over_years, projects
from hrss_tui.query.subjects import find_subject
from hrss_tui.reference.spending import staff_bases
from hrss_tui.words import Phrase, listed, phrase, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from hrss_tui.cli.context import Context
    from hrss_tui.cli.parser import Parser

OF: Final = ("prefectures", "departments", "years", "projects", "execution", "text")
"""What can be compared; the first is the default."""
_OF_ONE: Final = "yuan"
"""The unit of what is spent on one person."""
_NAMED: Final = 6
"""Filings that a note names, at most."""
_PASSAGE: Final = 60
"""Cells of a passage that are shown."""
_ORDERS: Final = ("code", "gap")
_PHASES: Final = ("budget", "final")


_TAKEN: Final = {
    "prefectures": ("metric", "shown", "base", "year", "totals", "kind"),
    "departments": ("year", "phase", "unit"),
    "years": ("phase", "table", "measure", "by", "unit"),
    "projects": ("phase", "by", "unit"),
    "execution": ("year", "table", "measure", "by", "unit"),
    "text": ("year", "phase"),
}
"""The options that say something of each comparison."""
_CALLED: Final = {"shown": "as"}
_USUAL: Final[dict[str, object]] = {
    "metric": [],
    "shown": "value",
    "totals": False,
    "measure": "total",
    "unit": DEFAULT,
}
"""What an option is where it is not given; the others are None."""


def refuse_idle(options: Namespace) -> None:
    """Raise UsageError for an option that would say nothing of the comparison: who gives it expects that it does."""
    taken = _TAKEN[options.of]
    for name in dict.fromkeys(name for names in _TAKEN.values() for name in names):
        if name not in taken and getattr(options, name) != _USUAL.get(name):
            option = f"--{_CALLED.get(name, name)}"
            others = listed(of for of, names in _TAKEN.items() if name in names)
            raise UsageError(
                phrase("error.idle_option", option=option, of=options.of),
                phrase("error.idle_option.hint", option=option, others=others),
            )


def arguments(parser: Parser) -> None:
    """What these comparisons take beside the names."""
    parser.add("--phase", key="compare.phase", choices=_PHASES, metavar="|".join(_PHASES))
    parser.add("--table", key="compare.table", metavar="KIND")
    parser.add("--measure", key="compare.measure", metavar="M", default="total")
    parser.add("--by", key="compare.by", choices=_ORDERS, metavar="|".join(_ORDERS))
    parser.add("--unit", key="compare.unit", choices=tuple(UNITS), default=DEFAULT, metavar="|".join(UNITS))


def run(options: Namespace, context: Context) -> int:
    """Print the comparison asked for."""
    if options.of == "departments":
        return _departments(options, context)
    if options.of == "text":
        return _copied(options, context)
    if options.of == "projects":
        return _projects(options, context)
    subject, words = _split(options.prefectures)
    compared = execution if options.of == "execution" else over_years
    more = {"year": options.year} if options.of == "execution" else {"phase": options.phase}
    asked = find_subject(options.table or subject)
    found, code = None, subject if is_code(subject) else ""
    for cell in asked.cells if asked else ():
        with suppress(NothingFoundError):
            found = compared(context.pack, " ".join(words), table=cell.table, measure=cell.measure, **more)
            if any(row.key == cell.code for row in found.rows):
                code = cell.code
                break
            found = None
    if found is None:
        table = asked.cells[0].table if asked else options.table
        found = compared(context.pack, " ".join(words), table=table, measure=options.measure, **more)
    own = [row for row in found.rows if _is_of(row, code)]
    rows = _ordered(own, options.by or ("gap" if options.of == "execution" else "code"))
    _print_columns(context, found, rows, options.unit)
    return 0


def _split(words: Sequence[str]) -> tuple[str, list[str]]:
    """The word that is a code or a subject of spending, and the others."""
    subject = next((word for word in words if is_code(word) or find_subject(word)), "")
    return subject, [word for word in words if word != subject]


def _is_of(row: Row, code: str) -> bool:
    """Is it the row of a code or below it; without a code every row is, of a word only its own."""
    return not code or row.key == code or (code.isdigit() and (row.code or "").startswith(code))


def _ordered(rows: Sequence[Row], by: str) -> list[Row]:
    """By code, or the largest differences first; the total stays on top."""
    if by == "code":
        return list(rows)
    return sorted(rows, key=lambda row: (row.level != 0, row.change is None, -abs(row.change or 0)))


def _print_columns(context: Context, found: Columns, rows: Sequence[Row], unit: str) -> None:
    said = context.words
    money = Money(unit, [amount for row in rows for amount in (*row.amounts, row.change)])
    in_unit = "\n" + said["head.in_unit"].format(unit=said[f"money.{unit}"])
    fields = [
        Field(said["head.code"], lambda row: row.code or ""),
        Field(said["head.name"], lambda row: _indented(context, row), least=16),
    ]
    for place, one in enumerate(found.filings):
        head = f"{one.year or ''} {spoken(phase_word(one.phase), context.lang)}".strip() + in_unit
        fields.append(Field(head, _amount(money, place), right=True))
    compared, span = len(found.filings) > 1, f"\n{found.span}" if found.span else ""
    executed = len({one.phase for one in found.filings}) > 1
    fields += [
        Field(
            said["head.change_over"] + span + in_unit,
            lambda row: money.text(row.change, signed=True),
            right=True,
        ),
        _rate(context)
        if executed
        else Field(said["head.percent"] + span, lambda row: percent(row.percent, signed=True), right=True),
        Field(said["head.share_of_change"], lambda row: percent(row.share_of_change), right=True),
        Field(said["head.state"], lambda row: _state(context, row)),
    ] * compared
    basis = " · ".join(
        part
        for part in (
            found.department,
            spoken(table_word(found.basis.table), context.lang),
            code_named(context, found.label),
        )
        if part
    )
    print_records(context, rows, fields, [basis, ""])
    tell(context, (one.doc_id for one in found.filings))
    tell_editions(context, (one.doc_id for one in found.filings))


def _rate(context: Context) -> Field:
    """How much of the budget was spent."""
    return Field(
        context.words["head.execution_rate"],
        lambda row: percent(row.rate),
        right=True,
    )


def _amount(money: Money, place: int) -> Callable[[Row], str]:
    """The amount of one filing."""
    return lambda row: money.text(row.amounts[place])


def _indented(context: Context, row: Row) -> str:
    """The name as deep as it stands; of a project with the unit that carries it out."""
    if row.project:
        return " · ".join(part for part in (row.name, row.unit_name) if part)
    return indent(row.level) + code_named(context, row.name)


def _state(context: Context, row: Row) -> str:
    if not row.state:
        return ""
    return context.words[f"state.{row.state}"] + (f" {row.linked}" if row.linked else "")


def _departments(options: Namespace, context: Context) -> int:
    """Words that are a code or a subject say what is ranked, the others which departments."""
    subject, names = _split(options.prefectures)
    found = across(context.pack, subject, names, options.year, options.phase or _PHASES[0])
    _print_ranking(context, found, options.unit)
    _say_unranked(context, found, asked=bool(names))
    return 0


def _say_unranked(context: Context, found: Ranking, asked: bool) -> None:
    """The departments of which the package has filings of other years or phases only; not where some were asked for."""
    ranked = {row.department for row in found.rows}
    of = (found.year, found.phase)
    left = [
        one for one in filings(context.pack) if one.department not in ranked and (one.year, one.phase) != of
    ]
    if left and not asked:
        spelled = (
            f"{one.department} {one.year or ''} {spoken(phase_word(one.phase), context.lang)}" for one in left
        )
        told = listed(spelled, most=_NAMED)
        context.note(phrase("note.unranked", count=len(left), filings=told))


def _projects(options: Namespace, context: Context) -> int:
    """The projects of a department over the years, as they are listed."""
    found = projects(context.pack, " ".join(options.prefectures), options.phase)
    _print_columns(context, found, _ordered(found.rows, options.by or _ORDERS[0]), options.unit)
    return 0


def _copied(options: Namespace, context: Context) -> int:
    """The passages that were taken over from the year before."""
    said = context.words
    found = copied(context.pack, " ".join(options.prefectures), options.year, options.phase)
    fields = [
        Field(said["head.status"], lambda row: said[f"copied.{row.state}"]),
        Field(said["head.place"], lambda row: f"{row.doc_id}:{row.line_start}"),
        Field(said["head.before"], lambda row: str(row.earlier_line), right=True),
        Field(said["head.passage"], lambda row: row.text, least=24, most=_PASSAGE),
    ]
    count = said["copied.count"].format(
        count=len(found.rows), passages=found.passages, older=found.older.year
    )
    above = [f"{found.newer.department} · {found.newer.year} · {count}", ""]
    print_records(context, found.rows, fields, above)
    return 0


def _print_ranking(context: Context, found: Ranking, unit: str) -> None:
    said = context.words
    money = Money(unit, [row.amount for row in found.rows])
    in_unit = "\n" + said["head.in_unit"].format(unit=said[f"money.{unit}"])
    # of basic spending alone, where the subject is a part of it
    whole = spoken(table_word(found.basis.table), context.lang)
    fields = [
        Field(said["head.rank"], lambda row: str(row.rank or ""), right=True),
        Field(said["head.department"], lambda row: row.department, least=16),
        Field(said["head.amount"] + in_unit, lambda row: money.text(row.amount), right=True),
        Field(said["head.of_own"].format(table=whole), lambda row: percent(row.share), right=True),
        Field(said["head.of_all"], lambda row: percent(row.of_all), right=True),
        *_heads(context, found),
    ]
    above = [
        spoken(found.subject, context.lang),
        str(found.year or ""),
        spoken(phase_word(found.phase), context.lang),
    ]
    print_records(context, found.rows, fields, [" · ".join(part for part in above if part), ""])
    tell(context, (row.doc_id for row in found.rows))
    tell_editions(context, (row.doc_id for row in found.rows))


def _heads(context: Context, found: Ranking) -> list[Field]:
    """People and the amount of one of them, where a document says how many there are; a dash where one does not."""
    basis = next((one for one in staff_bases() if one.key == found.staff), None)
    if basis is None:
        return []
    unknown = context.words["filed.not_stated"]
    money = Money(_OF_ONE, [row.per_head for row in found.rows])
    in_unit = "\n" + context.words["head.in_unit"].format(unit=context.words[f"money.{_OF_ONE}"])
    return [
        Field(
            spoken(Phrase(basis.name, basis.name_en), context.lang),
            lambda row: unknown if row.staff is None else f"{row.staff:,}",
            right=True,
        ),
        Field(
            context.words["head.per_head"] + in_unit,
            lambda row: unknown if row.per_head is None else money.text(row.per_head),
            right=True,
        ),
    ]
