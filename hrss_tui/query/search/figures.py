"""The figures inside a hit, each with the record that says what it is: indicator, unit, period."""

from __future__ import annotations

from hrss_tui.query.quantities import SIGNS
from hrss_tui.query.search.lines import lines_between

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from hrss_tui.pack.open import Package
    from hrss_tui.query.search.hits import Hit


_SIGNS = frozenset("<>=≤≥~")


class Figure:
    """A figure as a record knows it; `at` is where it is printed in the text of the hit.

    `table` and `record_id` name the record; `names` says what the figure is of, from the whole to the part;
    `period` is a year or an ISO 8601 period, or nothing; `operator` says whether it is a bound, `target` whether it is to be reached.
    """

    __slots__ = ("at", "names", "operator", "period", "printed", "record_id", "table", "target", "unit")

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        table: str,
        record_id: str,
        names: Sequence[str],
        rest: Sequence[Any],
        operator: str | None = None,
        kind: str = "",
    ) -> None:
        self.table = table
        self.record_id = record_id
        self.names = tuple(names)
        self.printed, self.unit, self.period = (str(part or "") for part in rest)
        self.operator = operator or "="
        self.target = kind == "target"
        self.at = 0

    @property
    def sign(self) -> str:
        """The operator as people write it, where the printed figure does not begin with one."""
        return "" if self.printed[:1] in _SIGNS else SIGNS.get(self.operator, "")


class Figures:
    """The records of a package by the place they were read from. Nothing is read before it is asked for."""

    def __init__(self, pack: Package) -> None:
        self._pack = pack
        self._rows: dict[tuple[str, int], list[tuple[str, int]]] | None = None

    def of(self, hit: Hit) -> list[Figure]:
        """The figures printed in a hit, in the order of its text."""
        rows = self.ready()
        found = []
        after: dict[str, int] = {}
        for line in lines_between(hit.line_start, hit.line_end):
            for table, row in rows.get((hit.doc_id, line), ()):
                figure = _READERS[table](self._pack, row)
                place = hit.text.find(figure.printed, after.get(table, 0))
                figure.at = place if place >= 0 else hit.text.find(figure.printed)
                if figure.printed and figure.at >= 0:
                    after[table] = figure.at + len(figure.printed)
                    found.append(figure)
        return sorted(found, key=lambda figure: figure.at)

    def ready(self) -> dict[tuple[str, int], list[tuple[str, int]]]:
        """Document and line → table and number of each row that was read from there, read once."""
        if self._rows is None:
            self._rows = self._places()
        return self._rows

    def near(self, hit: Hit, most: int) -> list[Figure]:
        """At most so many of the figures, those nearest to the marks, in the order of the text."""

        def distance(figure: Figure) -> int:
            end = figure.at + len(figure.printed)
            return min(
                (max(start - end, figure.at - stop, 0) for start, stop in hit.spans), default=figure.at
            )

        chosen = sorted(self.of(hit), key=distance)[:most]
        return sorted(chosen, key=lambda figure: figure.at)

    def _places(self) -> dict[tuple[str, int], list[tuple[str, int]]]:
        places: dict[tuple[str, int], list[tuple[str, int]]] = {}
        for table in _READERS:
            if table in self._pack.schema:
                at = _columns(self._pack, table, ("doc_id", "line_start"))
                for row, place in enumerate(zip(*at, strict=True)):
                    places.setdefault(place, []).append((table, row))
        return places


def _columns(pack: Package, table: str, names: Iterable[str]) -> list[list[Any]]:
    return [pack.column(table, name) for name in names]


def _row(pack: Package, table: str, row: int, *names: str) -> list[Any]:
    return [pack.column(table, name)[row] for name in names]


def _found(pack: Package, table: str, keys: dict[str, Any], wanted: str) -> str:
    """The value of a column in the row with these keys; nothing where there is none."""
    if table not in pack.schema:
        return ""
    columns = _columns(pack, table, (*keys, wanted))
    values = tuple(keys.values())
    return next((str(value or "") for *key, value in zip(*columns, strict=True) if tuple(key) == values), "")


def _observation(pack: Package, row: int) -> Figure:
    record, subject, operator, kind, *rest = _row(
        pack, "observations", row,
        "observation_id", "subject", "operator", "kind", "printed", "unit", "period",
    )  # fmt: skip
    return Figure("observations", record, [subject], rest, operator, kind)


def _prefecture_value(pack: Package, row: int) -> Figure:
    code, metric, kind, doc, label, *rest = _row(
        pack, "prefecture_values", row,
        "prefecture_code", "metric", "kind", "doc_id", "metric_label", "printed", "unit", "year",
    )  # fmt: skip
    name = _found(pack, "prefectures", {"code": code}, "short_name")
    record = "/".join(map(str, ("prefecture_values", code, metric, rest[-1], kind, doc)))
    kept = any(column["name"] == "operator" for column in pack.schema["prefecture_values"])
    operator = pack.column("prefecture_values", "operator")[row] if kept else None
    return Figure("prefecture_values", record, [name, label], rest, operator, kind)


def _budget_line(pack: Package, row: int) -> Figure:
    record, doc, kind, title, code, project, name, label, printed, year = _row(
        pack, "budget_lines", row,
        "line_id", "doc_id", "table_kind", "table_title", "code", "project", "name", "measure_label", "printed", "year",
    )  # fmt: skip
    unit = _found(pack, "budget_tables", {"doc_id": doc, "table_kind": kind}, "unit")
    # Without a code the table says what an amount is of.
    names = [name, label] if code or project else [title, name, label]
    return Figure("budget_lines", record, names, (printed, unit, year))


def _target(pack: Package, row: int) -> Figure:
    record, table, name, operator, value, unit = _row(
        pack, "performance_targets", row, "target_id", "table_id", "indicator", "operator", "value", "unit"
    )
    year = _found(pack, "performance_tables", {"table_id": table}, "year")
    shown = "" if operator == "text" else value
    return Figure("performance_targets", record, [name], (shown, unit, year), operator, "target")


_READERS: dict[str, Callable[[Package, int], Figure]] = {
    "observations": _observation,
    "prefecture_values": _prefecture_value,
    "budget_lines": _budget_line,
    "performance_targets": _target,
}
