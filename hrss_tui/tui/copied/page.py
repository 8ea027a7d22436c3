"""Compare, where the text of a filing stands beside that of the year before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from typing_extensions import override

from hrss_tui.errors import HrssError
from hrss_tui.plain import whole_number
from hrss_tui.query.filings.copied import Copied, CopiedRow, copied
from hrss_tui.query.filings.filings import phase_word
from hrss_tui.query.views import View, format_view, view
from hrss_tui.tui.copied.rows import STATES, both, copied_table, counts, key_of
from hrss_tui.tui.desk.comparisons import compared_entries
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.matching import Matcher, Names, called
from hrss_tui.tui.page.asked import A_YEAR, known
from hrss_tui.tui.page.detailed import DetailPage
from hrss_tui.tui.paint.lines import Seg, line
from hrss_tui.tui.widgets.bar import Item
from hrss_tui.tui.widgets.columns import Row
from hrss_tui.tui.widgets.field import Field
from hrss_tui.words import spoken


class CopiedPage(DetailPage):
    """Path: a department; parameters `of=text`, `year`, `phase`, `only` (how taken over), `at` (a passage)."""

    NAME = "compare"
    ROOM = "copied"
    WORDS = "copied_text"
    BACK = "years"
    """The tab that leads back to the amounts over the years."""
    PARTS = ("", *STATES, BACK)
    ASKED = known("phase", "at", of=("text",), year=A_YEAR, only=STATES)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.asked = View(self.NAME)
        self.found: Copied | None = None
        self.nothing = ""
        """What is said where there are no passages: what is wrong, or that there are none."""

    @override
    def field(self) -> Field:
        return Field(self.desk.say("copied_text.filter"), id="copied-filter")

    # What is shown.

    @override
    def show(self, shown: View) -> None:
        self.asked = shown
        self.part = shown.get("only") if shown.get("only") in STATES else ""
        self.unfilter()
        self.read(
            lambda _: self._compared(shown), partial(self._take, shown.get("at")), long=self.desk.data.large
        )

    def _compared(self, shown: View) -> Copied | HrssError:
        try:
            year = whole_number(shown.get("year"))
            return copied(self.desk.data.pack, shown.path, year, shown.get("phase") or None)
        except HrssError as error:
            return error

    def _take(self, key: str, found: Copied | HrssError) -> None:
        if isinstance(found, HrssError):
            self.post_message(self.Note(self.desk.told(found)))
        failed = found if isinstance(found, HrssError) else None
        say = self.desk.say
        self.nothing = (
            say("compare.nothing", error=self.desk.told(failed)) if failed else say("copied_text.nothing")
        )
        self.found = None if isinstance(found, HrssError) else found
        self.fill(key)

    @override
    def fill(self, key: str = "") -> None:
        columns, rows = copied_table(self.desk, self._rows())
        matcher = Matcher(self.desk, self.filtering)
        if matcher.words:
            rows = _names(self.desk, rows).matching(matcher)
        self.table.nothing = self.nothing
        self.put_rows(columns, rows, key)

    def _rows(self) -> list[CopiedRow]:
        return [row for row in self.found.rows if self.part in ("", row.state)] if self.found else []

    @override
    def show_parts(self) -> None:
        say, found = self.desk.say, self.found
        known = counts(found) if found else {}
        labels = [
            (self.BACK, say("copied_text.back")),
            ("", f"{say('copied_text.all')} {sum(known.values())}"),
        ]
        labels += [(state, f"{say(f'copied.{state}')} {known.get(state, 0)}") for state in STATES]
        items = self.part_items(labels)
        if found:
            of = say("copied_text.of", passages=found.passages, older=found.older.year)
            items.append(Item(of, style="dim"))
        self.load_parts(items)

    @override
    def go_back(self) -> None:
        phase = self.found.newer.phase if self.found else ""
        self.post_message(self.Go(view(self.NAME, self._department(), of=self.BACK, phase=phase)))

    def _department(self) -> str:
        return self.found.newer.department if self.found else self.asked.path

    @override
    def show_detail(self) -> None:
        at = self.table.current
        row = next((row for row in self._rows() if at and key_of(row) == at.key), None)
        lines = both(self.desk, row) if row else [line(Seg(self.desk.say("copied_text.nothing"), "dim"))]
        self.detail.tell(self.current_key(), lines)

    @override
    def current(self) -> View:
        kept = {name: self.asked.get(name) for name in ("year", "phase")}
        return view(self.NAME, self.asked.path, of="text", **kept, only=self.part, at=self.moved_key())

    @override
    def crumbs(self) -> list[tuple[str, str]]:
        said = [self.desk.say("filed.text")]
        if self.found:
            newer = self.found.newer
            phase = spoken(phase_word(newer.phase), "en" if self.desk.lang == "en" else "zh")
            said += [newer.department, f"{newer.year or ''} {phase}".strip()]
        found = [("  ".join(said), "do:choose")]
        if self.part:
            found.append((self.desk.say(f"copied.{self.part}"), format_view(self.current())))
        return found

    # What keys do.

    def do_choose(self) -> None:
        """`d`: compare something else."""
        self.post_message(self.Choose(compared_entries(self.desk)))


def _names(desk: Desk, rows: Sequence[Row]) -> Names[Row]:
    return Names((row, called(desk, [row.value])) for row in rows)
