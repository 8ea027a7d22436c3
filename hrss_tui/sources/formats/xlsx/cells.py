"""The XML of a sheet to what its cells show, read as it comes: a sheet may have a million cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.ooxml import Package
from hrss_tui.sources.formats.xlsx.conditions import (
    Held,
    Rule,
    Spoken,
    altered,
    matters,
    rules,
    spoken,
)
from hrss_tui.sources.formats.xlsx.heads import printed_heads, units_of
from hrss_tui.sources.formats.xlsx.inks import is_same
from hrss_tui.sources.formats.xlsx.rich import INVISIBLE, STRUCK, WITHHELD, Rich, is_on
from hrss_tui.sources.formats.xlsx.sheets import Merge, Sheet, cell_name, place_of
from hrss_tui.sources.formats.xlsx.shown import ink, kept, shown, shown_text, unknown
from hrss_tui.sources.formats.xlsx.workbook import SheetEntry, Style, Workbook, unescaped
from hrss_tui.sources.formats.xml import Element, TreeBuilder
from hrss_tui.sources.text import UNREAD
from hrss_tui.words import phrase

_COLUMNS = 16_384
_PLAIN = Style()
_SIZE = re.compile(r"\d{1,4}(?:\.\d{1,20})?", re.ASCII)
_COUNT = re.compile(r"\d[\d,.]{0,20}\s?[%％\u4e00-\u9fff]{1,8}")
"""What is no formula: a value with its unit behind a sign of equality (=6个), that a program took for one."""
_NUMBER = re.compile(r"[-−+(（¥￥\s]{0,4}\d[\d,.]{0,40}[%％‰)）\s]{0,4}")
"""What is shown of a number."""
_LOWEST, _NARROWEST = 2.0, 0.3
"""Height of a row (points) and width of a column (characters) of which nothing is seen."""
_PICTURE = "=DISPIMG("
"""What WPS holds in the place of a picture in a cell."""


def read_sheet(package: Package, entry: SheetEntry, book: Workbook, name: str, limits: Limits) -> Sheet:
    """What a sheet shows. A part that is no sheet of cells, such as a chart, shows nothing."""
    reading = _walked(package, entry, _Reading(book, name, limits.cells))
    found = rules(reading.formats, book.changes)
    if matters(found, book.styles):  # what the cells hold is needed, which is too much to keep of every sheet
        reading = _walked(package, entry, _Reading(book, name, limits.cells, holds=True))
        reading.follow(found)
    reading.cover([rule for rule in found if rule.covers])
    return Sheet(
        entry.label,
        reading.cells,
        tuple(reading.merges),
        frozenset(reading.hidden_rows),
        frozenset(reading.hidden_columns),
        reading.odd,
        reading.examples,
        reading.unseen,
        units_of(reading.heads),
    )


def _walked(package: Package, entry: SheetEntry, reading: _Reading) -> _Reading:
    package.walk(entry.part, reading.start, reading.end, reading.data)
    return reading


class _Reading:
    """The state of reading one sheet."""

    def __init__(self, book: Workbook, name: str, cells: int, holds: bool = False) -> None:
        self._book, self._name, self._left = book, name, cells
        self._most, self._holds = cells, holds
        self._raw: dict[tuple[int, int], tuple[str, str, Style]] = {}
        self.formats: list[Element] = []
        self._format: TreeBuilder | None = None
        self.cells: dict[tuple[int, int], str] = {}
        self.merges: list[Merge] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.odd: Counter[tuple[str, str]] = Counter()
        self.examples: dict[tuple[str, str], str] = {}
        self.unseen: dict[tuple[int, int], str] = {}
        self.heads: list[str] = []
        self._heads: frozenset[str] = frozenset()
        self._row, self._column = -1, -1
        self._type, self._style, self._formula = "n", _PLAIN, False
        self._value: str | None = None
        self._open: list[str] = []
        self._rich = Rich()
        self._silent = 0
        self._zeros = True
        self._typed: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._open.append(tag)
        if tag == "conditionalFormatting":
            self._format = TreeBuilder()
        if self._format is not None:
            self._format.start(tag, attributes)
        else:
            self._start(tag, attributes)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._rich.start(tag, attributes)
        if tag == "row":
            self._start_row(attributes)
        elif tag == "c":
            self._start_cell(attributes)
        elif tag == "v":
            self._rich.clear()
            self._value = ""
        elif tag == "is":
            self._rich.clear()
        elif tag == "f":
            self._formula = True
            self._typed.clear()
        elif tag == "sheetView":
            self._zeros = is_on(attributes.get("showZeros", "1"))
        elif tag == "rPh":
            self._silent += 1
        elif tag == "col":
            self._hide_columns(attributes)
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag == "headerFooter":
            self._heads = printed_heads(attributes)

    def data(self, text: str) -> None:
        """Text of the element that is open."""
        if self._format is not None:
            self._format.data(text)
        elif self._open and self._open[-1] in ("v", "t") and not self._silent:
            self._rich.add(text)
        elif self._open and self._open[-1] == "f":
            self._typed.append(text)
        elif self._open and self._open[-1] in self._heads:
            self.heads.append(text)

    def end(self, tag: str) -> None:
        """The element that began last ends."""
        self._open.pop()
        if self._format is not None:
            self._end_format(tag)
        elif tag in ("v", "is"):
            self._value = self._rich.text()
            if lost := self._rich.lost():
                self._odd(lost, "")
        elif tag == "rPh":
            self._silent -= 1
        elif tag == "c":
            self._end_cell()

    def follow(self, found: Sequence[Rule]) -> None:
        """Show cells as conditional formats have them. One that may be shown otherwise is no sure figure."""
        counted = self.odd.copy()
        held = {place: self._held(*raw) for place, raw in self._raw.items()}
        self.odd = counted
        of_cells = self._spoken(held, found)
        known = dict.fromkeys(self.cells, Held(_PLAIN, text=UNREAD)) | held  # formulas without a result
        for place, style in altered(known, of_cells):
            shown_before = self.cells.pop(place, None) or self.unseen.pop(place, "")
            self._row, self._column = place
            if style is None:
                self._odd("note.conditional", "")
                self.cells[place] = UNREAD + shown_before
            else:
                self._type, self._value, _ = self._raw[place]
                self._style = style
                self._show()

    def cover(self, found: Sequence[Rule]) -> None:
        """Leave out the numbers in whose place bars or signs stand."""
        numbers = [place for place, text in self.cells.items() if _NUMBER.fullmatch(text)] if found else []
        for place in self._spoken(numbers, found):
            self._row, self._column = place
            self._pass_over("note.barred", "", self.cells.pop(place))

    def _spoken(self, places: Iterable[tuple[int, int]], found: Sequence[Rule]) -> Spoken:
        of_cells = spoken(places, found, self._most)
        if of_cells is None:
            raise SourceError(phrase("source.many_cells", name=self._name), phrase("source.too_large.hint"))
        return of_cells

    def _held(self, kind: str, value: str, style: Style) -> Held:
        """What a cell holds, before any format."""
        number = kept(value) if kind == "n" else None
        if number is not None or kind == "e":
            return Held(style, number, is_error=kind == "e")
        self._type, self._style = kind, _PLAIN
        return Held(style, text=self._text(value))

    def _end_format(self, tag: str) -> None:
        if self._format is None:
            return
        self._format.end(tag)
        if tag == "conditionalFormatting" and self._format.root is not None:
            self.formats.append(self._format.root)
            self._format = None

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = (
            int(number) - 1 if number.isascii() and number.isdigit() and len(number) < 8 else self._row + 1
        )
        self._column = -1
        if is_on(attributes.get("hidden")) or _is_tiny(attributes.get("ht"), _LOWEST):
            self.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = place_of(attributes.get("r", ""))
        self._row, self._column = place or (max(self._row, 0), self._column + 1)
        self._type = attributes.get("t", "n")
        number = attributes.get("s", "0")
        index = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else 0
        self._style = self._book.styles[index] if index < len(self._book.styles) else _PLAIN
        self._value, self._formula = None, False
        self._rich.clear()

    def _end_cell(self) -> None:
        if self._formula and self._is_unknown():
            if _COUNT.fullmatch("".join(self._typed).strip()):
                self._keep("=" + "".join(self._typed).strip())
                return
            self._odd("note.no_value", "")
            self._keep(UNREAD)
            return
        if self._value is None:
            return
        if self._holds:
            self._raw[self._row, self._column] = self._type, self._value, self._style
        self._show()

    def _show(self) -> None:
        """Put down what the cell shows by its style."""
        if self._value is None:
            return
        if not self._zeros and self._type == "n" and kept(self._value) == 0:
            return
        text = self._text(self._value)
        if text.startswith(_PICTURE):
            self._odd("note.cell_pictures", "")
            text = UNREAD
        if not text.strip() or self._column >= _COLUMNS:
            code = self._style.code
            if self._is_withheld() and (plain := self._plain_text()).strip():
                self._pass_over(WITHHELD, code, plain)
            return
        if unseen := self._unseen():
            if not self._is_nothing():
                self._pass_over(unseen, "", text)
            return
        self._keep(text)

    def _unseen(self) -> str:
        """Why nobody sees what the cell shows: the key of a note. A format may write in a colour of its own."""
        style = self._style
        if "[" in style.code and style.unseen != STRUCK:
            own = ink(self._value or "", style.code, self._type != "n")
            if own:
                return INVISIBLE if is_same(own, style.ground) else ""
        return style.unseen

    def _is_nothing(self) -> bool:
        """Is it a zero or an error, which may be left unseen?"""
        return self._type == "e" or (self._type == "n" and kept(self._value or "") == 0)

    def _pass_over(self, key: str, code: str, text: str) -> None:
        """Say of a cell that nobody sees it."""
        self._odd(key, code)
        self.unseen[self._row, self._column] = text

    def _plain_text(self) -> str:
        """What a cell would show without a format."""
        self._style = _PLAIN
        return self._text(self._value or "")

    def _is_withheld(self) -> bool:
        """Does a cell hold something that its format does not show? A zero may be left blank."""
        value = (self._value or "").strip()
        number = kept(value) if self._type == "n" else None
        return number != 0 if number is not None else bool(value) and self._type in ("s", "str", "inlineStr")

    def _is_unknown(self) -> bool:
        """Has a formula no result, or one that is to be worked out anew?"""
        value = (self._value or "").strip()
        return (not value and (self._value is None or self._type == "n")) or (
            self._book.stale and value == "0"
        )

    def _keep(self, text: str) -> None:
        self._left -= 1
        if self._left < 0:
            raise SourceError(phrase("source.many_cells", name=self._name), phrase("source.too_large.hint"))
        if self._column < _COLUMNS:
            self.cells[self._row, self._column] = text

    def _text(self, value: str) -> str:
        match self._type:
            case "s":
                known = value.isascii() and value.isdigit() and len(value) < 10
                index = int(value) if known else len(self._book.strings)
                if index >= len(self._book.strings):
                    self._odd("note.no_string", "")
                    return UNREAD
                if index in self._book.partly:
                    self._odd(self._book.partly[index], "")
                return shown_text(self._book.strings[index], self._style.code)
            case "b":
                return "TRUE" if value.strip() == "1" else "FALSE"
            case "e":
                self._odd("note.errors", "")
                return value
            case "n":
                return self._number(value)
        return shown_text(unescaped(value), self._style.code)

    def _number(self, value: str) -> str:
        if not value.strip():
            return ""
        text = shown(value, self._style.code, self._book.epoch_1904)
        if text is None:
            self._odd("note.number_format", self._style.code)
            return unknown(value, self._style.code)
        return text

    def _odd(self, key: str, code: str) -> None:
        self.odd[key, code] += 1
        self.examples.setdefault((key, code), cell_name(self._row, self._column))

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        bounds = [attributes.get(key, "") for key in ("min", "max")]
        if not all(bound.isascii() and bound.isdigit() and len(bound) < 6 for bound in bounds):
            return
        if is_on(attributes.get("hidden")) or _is_tiny(attributes.get("width"), _NARROWEST):
            self.hidden_columns.update(range(int(bounds[0]) - 1, min(int(bounds[1]), _COLUMNS)))

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        corners = place_of(first), place_of(last)
        if corners[0] is not None and corners[1] is not None:
            self.merges.append(Merge(*corners[0], *corners[1]))


def _is_tiny(said: str | None, most: float) -> bool:
    """Is a row so low, or a column so narrow, that nothing of it is seen?"""
    return said is not None and _SIZE.fullmatch(said) is not None and float(said) < most
