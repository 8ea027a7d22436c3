"""Performance tables to `performance_tables`, `performance_targets` and the corrections that belong to them.

People named as contacts and their telephone numbers are classified for the audit and recorded nowhere. The
figures of a goal are left to the observations; `goal_texts` says where the goals stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim, Harvest, Source, claims, merge
from hrss_tui.compile.basics.missing import missing
from hrss_tui.compile.basics.money import narrow
from hrss_tui.compile.performance.forms import Form, filled, forms, place_text
from hrss_tui.compile.performance.head import OF_THE_YEAR, Head, read_head
from hrss_tui.compile.performance.misprints import misprints
from hrss_tui.compile.performance.outside import outside
from hrss_tui.compile.performance.targets import TargetRow, target_rows
from hrss_tui.records import PerformanceTable, PerformanceTarget, Unread
from hrss_tui.reference.performance import performance_words
from hrss_tui.reference.print import ordinal_labels
from hrss_tui.sources.text import Text, close_gaps

_LEVELS = ("fiscal_central", "fiscal_province")
"""Fields of money of the levels above, where a form tells these apart."""
_SOURCES = ("fiscal", "fiscal_superior", "fiscal_own", *_LEVELS)
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年", re.ASCII)
_DOC_NUMBER = re.compile(r"[〔\[［(（]\s*\d{4}\s*[〕\]］)）]\s*\d++\s*+号|(?<!\d)\d++\s*+号")


def extract(source: Source, _found: Harvest) -> Harvest:
    """Every performance table of the document."""
    found = forms(source.parsed.tables)
    lost = Harvest(tuple(outside(source, found)))
    told: set[str] = set()
    return merge([*(_harvest(source, form, told) for form in found), lost])


def goal_texts(source: Source) -> list[tuple[str, str | None, Text]]:
    """(table_id, project, goal) of every performance table: the goal as it stands in the source, unclaimed."""
    found = []
    for form in forms(source.parsed.tables):
        head = read_head(form.head, form.captions)
        if "goal" in head.texts:
            found.append((_table_id(source, form), _name(head, "project"), head.texts["goal"]))
    return found


def _table_id(source: Source, form: Form) -> str:
    return f"{source.doc_id}:performance:{form.line_start}"


def _name(head: Head, key: str) -> str | None:
    return close_gaps(head.texts[key].text) if key in head.texts else None


def _harvest(source: Source, form: Form, told: set[str]) -> Harvest:
    """One form; `told` are the gaps that are declared: the forms of a list have one header, whose columns are told once."""
    head = read_head(form.head, form.captions)
    table = _table(source, form, head)
    rows, rowless = target_rows(source, form, table)
    records = [row.record for row in rows]
    repairs = [fix for row in rows for fix in row.corrections] + misprints(source, rows)
    lost = [*_head_unread(source, form, head), *rowless, *(each for row in rows for each in row.unread)]
    unread = [row for row in lost if row.unread_id not in told]
    told.update(row.unread_id for row in unread)
    claimed = [*_head_claims(source, form, head, table), *(c for row in rows for c in _row_claims(row))]
    return Harvest((table, *records, *repairs, *unread), tuple(claimed))


def _head_unread(source: Source, form: Form, head: Head) -> Iterator[Unread]:
    """The fields of money that give none, and the columns that are not read."""
    for lost in head.unread:
        yield missing(
            source,
            lost.text,
            "row" if lost.task else "cell",
            lost.reason,
            PerformanceTable.TABLE,
            form.title,
            lost.label,
            lost.key or None,
        )
    for label in head.columns:
        yield missing(source, label, "column", "unknown_column", PerformanceTable.TABLE, form.title, None)
    for label in _unknown_columns(form):
        yield missing(source, label, "column", "unknown_column", PerformanceTarget.TABLE, form.title, None)


def _unknown_columns(form: Form) -> Iterator[Text]:
    """The labels of columns of the indicator rows that hold figures and are not read: 实际完成值, 得分."""
    if form.header is None:
        return
    rows = [row.row.cells for row in form.body if len(row.row.cells) == len(form.header.cells)]
    roles = form.body[0].roles if form.body else ()
    for index, cell in filled(form.header):
        known = (
            index >= len(roles)
            or roles[index] is not None
            or index in form.listed
            or cell.text in ordinal_labels()
        )
        if not known and any(_DIGITS.search(cells[index].text) for cells in rows):
            yield place_text(cell)


def _table(source: Source, form: Form, head: Head) -> PerformanceTable:
    money = _with_funds(_of_the_year({key: found.fen for key, found in head.amounts.items()}))
    year = next(
        (int(year) for text in _above(source, form) for year in _YEAR.findall(narrow(text.text))), None
    )
    return PerformanceTable(
        table_id=_table_id(source, form),
        project=_name(head, "project"),
        unit_name=_name(head, "unit_name"),
        year=year or source.year,
        amount=money.get("amount"),
        fiscal=money.get("fiscal"),
        fiscal_superior=money.get("fiscal_superior"),
        fiscal_own=money.get("fiscal_own"),
        other=money.get("other"),
        goal=_name(head, "goal") or "",
        doc_id=source.doc_id,
        line_start=form.line_start,
        line_end=form.line_end,
    )


def _of_the_year(money: dict[str, int]) -> dict[str, int]:
    """The amounts of the year by field, where a form gives those of the whole project beside them."""
    if "annual" not in money:
        return {"fiscal": money.get("annual_fiscal", 0), **money} if "annual_fiscal" in money else money
    if "amount" not in money and "annual_fiscal" not in money:
        return {**money, "amount": money["annual"]}
    found = {"amount": money["annual"]}
    found |= {key: money[own] for key in _SOURCES if (own := f"{key}{OF_THE_YEAR}") in money}
    if "annual_fiscal" in money:
        found["fiscal"] = money["annual_fiscal"] + money.get("annual_carryover", 0)
    other = money.get(f"other{OF_THE_YEAR}", money.get("other"))
    return found if other is None else {**found, "other": other}


def _with_funds(money: dict[str, int]) -> dict[str, int]:
    """The appropriations with those of funds that a form states beside the general public budget, and of each level."""
    levels = [money[key] for key in _LEVELS if key in money]
    if levels:
        money = {**money, "fiscal_superior": money.get("fiscal_superior", 0) + sum(levels)}
    if "fiscal_funds" not in money:
        return money
    return {
        **money,
        "fiscal": money.get("fiscal", 0) + money["fiscal_funds"] + money.get(f"fiscal_funds{OF_THE_YEAR}", 0),
    }


def _above(source: Source, form: Form) -> list[Text]:
    """The title and what stands between it and the first row: the line of the year."""
    if form.heading is None:
        return []
    texts = [block.text for block in source.blocks[form.heading : form.heading + 4]]
    return [text for text in texts if text.line_start < form.line_start and "\t" not in text.text]


def _head_claims(source: Source, form: Form, head: Head, table: PerformanceTable) -> Iterator[Claim]:
    for text in _above(source, form):
        for match in _DIGITS.finditer(text.text):
            yield from claims(text, *match.span(), "year", fact=False)
    for money in head.amounts.values():
        yield from claims(money.text, 0, len(money.text.text), table.table_id)
    for key, text in head.unrecorded:
        kind = "phone" if key == "phone" else "name"
        yield from claims(text, 0, len(text.text), kind, fact=False)
    for key in ("unit_name", "project"):
        if key in head.texts:
            yield from _digit_claims(head.texts[key])
    for row in form.totals:
        for _index, cell in filled(row):
            yield from claims(place_text(cell), 0, len(cell.text), table.table_id)


def _row_claims(row: TargetRow) -> Iterator[Claim]:
    """Facts whole; figures inside names and titles by their class."""
    for role, cell in row.cells.items():
        for text in cell.pieces:
            if role in ("indicator", "basis", "level1", "level2"):
                yield from _digit_claims(text)
            else:
                yield from claims(text, 0, len(text.text), row.record.target_id)


def _digit_claims(text: Text) -> Iterator[Claim]:
    """Claims on the figures of a name: document numbers, years, numbers to dial, else part of the name."""
    for match in _DOC_NUMBER.finditer(text.text):
        yield from claims(text, *match.span(), "document_number", fact=False)
    plain = _DOC_NUMBER.sub(lambda match: " " * len(match.group()), text.text)
    for match in _DIGITS.finditer(plain):
        yield from claims(text, *match.span(), _class(plain[match.end() :].lstrip()), fact=False)


def _class(after: str) -> str:
    """What a figure inside a name is, by what follows it."""
    if after.startswith("年"):
        return "year"
    return "hotline" if after.startswith(performance_words().hotlines) else "name"
