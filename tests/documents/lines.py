"""Lines of a table before they are printed: code, name, level and money per measure; classes and totals added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import msgspec

from tests.documents.codes import CLASSES

Values = Mapping[str, int]
"""Measure → 分. What is missing was not budgeted; 0 is the same until it is printed."""


class Line(msgspec.Struct, frozen=True):
    """One line. `code` is None for totals and for income; `implied` that the line prints no code but an ordinal.

    `name` is what the record is called, `printed` how the line prints it (its own name where empty).
    """

    code: str | None
    name: str
    level: int
    values: Values
    printed: str = ""
    implied: bool = False
    unit_name: str = ""
    project: str = ""

    @property
    def shown(self) -> str:
        return self.printed or self.name


def added(lines: Iterable[Values]) -> dict[str, int]:
    """The sum of every measure."""
    sums: dict[str, int] = {}
    for values in lines:
        for key, fen in values.items():
            sums[key] = sums.get(key, 0) + fen
    return sums


def rolled(
    leaves: Iterable[tuple[str, Values]], names: Mapping[str, str], depth: int = 3
) -> tuple[Line, ...]:
    """Leaves by code with a line for every class and group above them, in the order of codes.

    Codes have 3, 5, 7 digits; `depth` says how many levels are shown (1: classes alone).
    """
    sums: dict[str, dict[str, int]] = {}
    for code, values in leaves:
        for size in (3, 5, 7)[:depth]:
            if size <= len(code):
                sums[code[:size]] = added((sums.get(code[:size], {}), values))
    return tuple(Line(code, names[code], len(code) // 2, sums[code]) for code in sorted(sums))


def total(lines: Iterable[Line], label: str = "合计") -> Line:
    """The line that adds up the lines of level 1."""
    return Line(None, label, 0, added(line.values for line in lines if line.level == 1))


_DIGITS = "零一二三四五六七八九"


def ordinal(number: int) -> str:
    """一 … 九十九."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (
        _DIGITS[ones] if ones or not tens else ""
    )


def by_class(
    leaves: Iterable[tuple[str, Values]],
    codes: Iterable[str] | None = None,
    mark: Callable[[int], str] | None = None,
) -> tuple[Line, ...]:
    """Lines of 类 numbered 一、 …: those with money, or all of `codes`, with their codes implied.

    `mark` writes the ordinal; without it 一、.
    """
    sums: dict[str, Values] = {line.code or "": line.values for line in rolled(leaves, CLASSES, 1)}
    shown = list(codes) if codes is not None else sorted(sums)
    if missing := set(sums) - set(shown):
        raise ValueError(f"no line for {sorted(missing)}")
    write = mark or (lambda number: f"{ordinal(number)}、")
    return tuple(
        Line(code, write(number) + CLASSES[code], 1, sums.get(code, {}), implied=True)
        for number, code in enumerate(shown, 1)
    )


def named(level: int, name: str, fen: int = 0, key: str = "total") -> Line:
    """A line without a code: income, or a balance."""
    return Line(None, name, level, {key: fen})
