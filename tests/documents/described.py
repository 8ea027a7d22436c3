"""What one invented document is: its facts, its prose, its tables, and the records that its amounts must give.

A description knows nothing of files: `as_pdf`, `as_html`, `as_docx`, `as_xlsx`, `as_text` and `as_markdown` write it
down. What must be read from it stands beside each cell of money (`Expected`), put there by whoever invented the
amount, never by the program under test. Money is whole 分 throughout.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


class Expected(msgspec.Struct, frozen=True):
    """The record that one cell of money must give.

    `code` is digits only, None where the row has none; `name` is printed in the row, or heads the column where columns
    are the items (三公 as one row); `restored` is true where the row does not print it in full.
    `side` is income or expenditure in two-sided tables. `label` is the column as printed, `printed` the amount.
    """

    code: str | None
    name: str
    level: int
    measure: str
    fen: int
    printed: str
    label: str = ""
    side: str = ""
    restored: bool = False
    unit_name: str = ""
    project: str = ""


class Cell(msgspec.Struct, frozen=True):
    """A cell at its first row and column, covering `rows` × `columns`.

    `role` is header, label, code, name, amount, number (of a column or line) or text. `breaks` are the places in
    `text` at which print breaks it; without them a renderer wraps where it must.
    """

    text: str = ""
    rows: int = 1
    columns: int = 1
    role: str = "text"
    expects: Expected | None = None
    breaks: tuple[int, ...] = ()


class Row(msgspec.Struct, frozen=True):
    """The cells that begin in one row, from left to right; those that reach down from above are not repeated."""

    cells: tuple[Cell, ...]


class Printing(msgspec.Struct, frozen=True):
    """How a table looks in print; the other formats take from it what they can show.

    `continuation` says what heads each further page: header (as on the first), titled (with title and captions),
    or none. `breaks` are numbers of body rows before which a page ends; `cut` says that a page ends inside the name of
    its last row, whose rest stands alone on the next page.
    """

    ruled: bool = True
    landscape: bool = False
    continuation: str = "header"
    breaks: tuple[int, ...] = ()
    cut: bool = False


class Table(msgspec.Struct, frozen=True):
    """A table with what is printed around it.

    `label` is what numbers it (表5, 五、), `captions` the lines between title and grid, each from left to right.
    `kind` is the key of the table's meaning, `unit` is 元 or 万元, `phase` the document's. `widths` are relative.
    """

    kind: str
    title: str
    label: str
    captions: tuple[tuple[str, ...], ...]
    header: tuple[Row, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    unit: str
    notes: tuple[str, ...] = ()
    printing: Printing = Printing()

    @property
    def expected(self) -> tuple[Expected, ...]:
        """What the table must give, in printed order."""
        return tuple(cell.expects for row in self.rows for cell in row.cells if cell.expects is not None)


class Prose(msgspec.Struct, frozen=True):
    """A line or paragraph: title, heading, paragraph, contents, date, or cell.

    Paragraphs of kind cell that follow each other stand in one cell of a sheet, which print carries over pages.
    """

    text: str
    kind: str = "paragraph"


class PageBreak(msgspec.Struct, frozen=True):
    """What follows begins on a new page, and in a workbook on a new sheet."""


Part = Prose | Table | PageBreak


class Finding(msgspec.Struct, frozen=True):
    """An error that was put into a document, and what a check must say of it.

    `kind` is the kind of error. A check that finds it has the status `status`, and names one of the words in `has` or
    compares one of the amounts in `fen` (分).
    """

    kind: str
    what: str
    has: tuple[str, ...]
    fen: tuple[int, ...] = ()
    status: str = "fails"


class Described(msgspec.Struct, frozen=True):
    """One document. `phase` is budget or final; `traits` name what is unusual about it."""

    id: str
    title: str
    department: str
    place: str
    year: int
    phase: str
    parts: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    traits: tuple[str, ...] = ()

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables in printed order."""
        return tuple(part for part in self.parts if isinstance(part, Table))

    def expected(self) -> Iterator[tuple[Table, Expected]]:
        """Every record it must give, with its table, in printed order."""
        for table in self.tables:
            for expected in table.expected:
                yield table, expected
