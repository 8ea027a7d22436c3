"""What of a page is taken away: copied, exported, proved, drawn for others to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Container

from hrss_tui.query.views import View, format_view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import Line
from hrss_tui.tui.widgets.pane import Pane
from hrss_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    # The first page has none of them; a page that has one has imported it.
    from hrss_tui.export.shown.of_id import Proof
    from hrss_tui.export.shown.sheet import Picture
    from hrss_tui.tui.taking.grids import Grid
    from hrss_tui.tui.widgets.columns import Row


class Taken(NamedTuple):
    """What copying takes away: the value as shown with its unit, the source and the record it may stand for.

    `note` is what cites it, where that is more than one citation.
    """

    value: str
    source: str = ""
    record: str = ""
    note: str = ""


class TakenFrom(Container):
    """A page as far as something is taken from it."""

    NAME: ClassVar[str] = ""
    desk: Desk

    def current(self) -> View:
        """The view that opens what is shown now."""
        raise NotImplementedError

    def under_cursor(self) -> Line | Row | None:
        """The line or row the focused list has its cursor on."""
        from hrss_tui.tui.widgets.table import Table

        focused = self.screen.focused
        if isinstance(focused, (Pane, Table)) and focused in self.query(Rows):
            return focused.current
        return None

    def source(self) -> str:
        """`document:line` of what the cursor stands on."""
        under = self.under_cursor()
        return under.source if under else ""

    def taken(self) -> Taken | None:
        """What `y` copies."""
        from hrss_tui.tui.widgets.columns import Row

        under = self.under_cursor()
        if under is None:
            return None
        record = under.record or (under.key if isinstance(under, Row) else "")
        return Taken(under.value or plain_of(under), under.source, record)

    def grid(self) -> Grid | None:
        """What `e` exports: the focused table, else the first one on screen, else what the lines say."""
        from hrss_tui.tui.taking.grids import of_lines, of_table
        from hrss_tui.tui.widgets.table import Table

        focused = self.screen.focused
        tables = [table for table in self.query(Table) if table.rows]
        tables.sort(key=lambda table: (table is not focused, not table.display))
        if tables:
            return of_table(self.desk.say, self.NAME, tables[0].columns, tables[0].rows)
        lines = [line for pane in self.query(Pane) for line in pane.lines]
        return of_lines(self.desk.say, self.NAME, lines)

    def left_out(self) -> str:
        """What is said of what there is beyond the rows of `grid`; empty where these are all."""
        return ""

    def row_grid(self) -> Grid | None:
        """What `Y` copies: the row or line under the cursor."""
        from hrss_tui.tui.taking.grids import Grid, of_lines, of_table
        from hrss_tui.tui.widgets.table import Table

        focused, under = self.screen.focused, self.under_cursor()
        if under is None:
            return None
        if isinstance(under, Line):
            text = Grid(self.NAME, (self.desk.say("grid.text"),), ((plain_of(under),),))
            return of_lines(self.desk.say, self.NAME, [under]) or text
        columns = focused.columns if isinstance(focused, Table) else ()
        return of_table(self.desk.say, self.NAME, columns, [under])

    def proof(self) -> Proof | None:
        """What `E` shows to be so: the record under the cursor, else its line."""
        from hrss_tui.tui.taking.proofs import proof_of

        taken = self.taken()
        wanted = (taken.record, taken.source) if taken else ()
        shown = self.current()
        # A page, or its list from the top, shows much else: the place of the figure opens it then.
        opened = format_view(shown) if shown.path or shown.get("at") else ""
        return proof_of(self.desk, (one for one in wanted if one), opened)

    def pictures(self) -> list[Picture]:
        """What is drawn here, for a page that others look at: tables with bars, lines with bars."""
        return [picture for picture in self._drawings() if drawn_in(picture)]

    def drawn(self) -> list[Picture]:
        """What is on screen as a picture, where nothing is a chart."""
        return self._drawings()[:1]

    def besides(self) -> list[Picture]:
        """What else a page for others says, where nothing is a chart: what belongs to the table that is taken away."""
        return []

    def _more(self, count: int) -> str:
        """What is said where a picture ends before what it is of does."""
        return self.desk.say("more", count=count)

    def _drawings(self) -> list[Picture]:
        from hrss_tui.tui.taking.pictures import of_lines, of_table
        from hrss_tui.tui.widgets.table import Table

        tables = [table for table in self.query(Table) if table.rows]
        tables.sort(key=lambda table: (table is not self.screen.focused, not table.display))
        panes = [pane for pane in self.query(Pane) if pane.display]
        signs = self.desk.signs
        drawn = [of_table(table.pane_title, table.columns, table.rows, signs, self._more) for table in tables]
        drawn += [of_lines(pane.pane_title, pane.lines, self._more) for pane in panes]
        return [picture for picture in drawn if picture is not None]


def plain_of(under: Line | Row) -> str:
    """The text of a line or row."""
    if isinstance(under, Line):
        return under.text.strip()
    return "  ".join(cell.text.strip() for cell in under.cells if cell.text.strip())


def drawn_in(picture: Picture) -> bool:
    """Whether something is drawn in a picture that a table does not say."""
    return any(
        run.long or (run.style == "bar" and run.text.strip()) for line in picture.lines for run in line
    )
