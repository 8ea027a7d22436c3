"""What the program reads of a written description, in the words of the description."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import BudgetLine, Check
from hrss_tui.reference.budget_tables import budget_tables
from tests.documents.described import Described, Expected, Finding
from tests.documents.formats import Format


class Amount(NamedTuple):
    """One amount: what the description promises of it, and what a record says of it. `fen` is in 分.

    `area` is the unit it goes to in a table of transfers.
    """

    kind: str
    side: str
    code: str | None
    name: str
    level: int
    measure: str
    fen: int
    printed: str
    restored: bool
    area: str


@cache
def known_kinds() -> frozenset[str]:
    """The kinds of tables that the program knows: the others it must list as unread."""
    return frozenset(kind.key for kind in budget_tables())


def compiled(described: Described, made: Format, folder: Path) -> Compiled:
    """The document written down in one format and compiled by itself."""
    folder.mkdir(parents=True)
    (folder / f"{described.id}{made.suffix}").write_bytes(made.render(described))
    return compile_folder(folder)


def promised(described: Described) -> Counter[Amount]:
    """Every amount of the tables whose kind the program knows; the second table of a kind is kind_2."""
    found: Counter[Amount] = Counter()
    seen: Counter[str] = Counter()
    for table in described.tables:
        seen[table.kind] += 1
        if table.kind in known_kinds():
            kind = table.kind if seen[table.kind] == 1 else f"{table.kind}_{seen[table.kind]}"
            found.update(_promise(kind, one) for one in table.expected)
    return found


def read(found: Compiled) -> Counter[Amount]:
    """Every amount that was read."""
    return Counter(_record(row) for row in found.tables["budget_lines"] if isinstance(row, BudgetLine))


def _promise(kind: str, one: Expected) -> Amount:
    return Amount(
        kind,
        _side(one.side),
        one.code,
        plain(one.name),
        one.level,
        one.measure,
        one.fen,
        one.printed,
        one.restored,
        one.unit_name if kind == "transfers" else "",
    )


def _record(row: BudgetLine) -> Amount:
    side = "income" if row.classification == "income" else ""
    return Amount(
        row.table_kind,
        side,
        row.code,
        plain(row.name),
        row.level,
        row.measure,
        row.amount,
        row.printed,
        row.code_restored,
        (row.unit_name or "") if row.table_kind == "transfers" else "",
    )


def _side(side: str) -> str:
    return side if side == "income" else ""


def plain(name: str) -> str:
    """A name as it is compared: no blanks, brackets of one width."""
    return re.sub(r"\s", "", name).replace("(", "（").replace(")", "）")


def failing(found: Compiled) -> tuple[Check, ...]:
    """The checks that fail."""
    return tuple(row for row in found.tables["checks"] if isinstance(row, Check) and row.status == "fails")


def names(found: Compiled, finding: Finding) -> bool:
    """Whether a check of the status that a finding wants names one of its words or compares one of its amounts."""
    for row in found.tables["checks"]:
        if not isinstance(row, Check) or row.status != finding.status:
            continue
        sides = {round(side * 100) for side in (row.left, row.right) if side is not None}
        text = plain(row.description).replace(",", "")
        if sides & set(finding.fen) or any(plain(word).replace(",", "") in text for word in finding.has):
            return True
    return False
