"""What a statement leans on: time, scope, antecedents and openers, as far as they reach.

A time holds until another is named or the paragraph ends; that of a heading to the next one. A scope, a plan and a
reason hold to the full stop, as does the whole of a list; both of one that ends a paragraph, as long as the list.
"""

from __future__ import annotations

import msgspec

from hrss_tui.compile.prose.accounts import SIDE
from hrss_tui.compile.prose.bases import Base
from hrss_tui.compile.prose.moods import Mood, heading_mood, tells_deeds
from hrss_tui.compile.prose.paper import Paper
from hrss_tui.compile.prose.paper_period import BULLETIN
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.subjects import SEAM, Named, is_made_of, is_of_whole
from hrss_tui.compile.prose.times.clock import Clock, Moment
from hrss_tui.compile.prose.times.stretches import (
    MONTH_OR_MORE,
    is_year,
    year_of,
    year_until,
)
from hrss_tui.compile.prose.told import Awaited, Time, Told


class Reading(msgspec.Struct, frozen=True, gc=False):
    """A quantity with everything said about it.

    `measure` names the quantity alone (of what a change is, of what a target is) and `measure_unit` is the base
    unit of its level; `words` are the statement as printed, `counted` is true where the figure counts the places
    of a scope. `mood` is that of the heading above; `done` where the words say that it has happened (已, 实际);
    `soft` where what plans it is said of the past as well (确保), `foreseen` where it is only expected (预计).
    """

    quantity: Quantity
    subject: Named
    measure: str
    measure_unit: str
    time: Time
    scope: Named | None
    line_start: int
    line_end: int
    words: str
    change: str | None = None
    against: str | None = None
    share: bool = False
    planned: bool = False
    counted: bool = False
    mood: Mood = ""
    done: bool = False
    soft: bool = False
    foreseen: bool = False


class Context(msgspec.Struct):
    """The state of one heading's text; the reader moves it from statement to statement."""

    paper: Paper
    base_time: Time
    time: Time
    before: Time
    left: Time | None = None
    here: int | None = None
    lent: int = 0
    passing: bool = False
    passed: Time | None = None
    based: Time | None = None
    inner: bool = False
    mood: Mood = ""
    next_year: Time | None = None
    term: Time | None = None
    targets: bool = False
    bound: bool = False
    aims: bool = False
    goals: bool = False
    told_plan: bool = False
    years: tuple[str, ...] = ()
    listed_years: tuple[str, ...] = ()
    heading: Named | None = None
    item: Named | None = None
    label: Named | None = None
    asked: Named | None = None
    place: Named | None = None
    division: Named | None = None
    labelled: Named | None = None
    limit: str = ""
    title: Named | None = None
    above: str = ""
    done: bool = False
    because: bool = False
    apart: bool = False
    named: bool = False
    led: bool = False
    shifted: bool = False
    ground: bool = False
    first: bool = True
    parts: bool = False
    scope: Named | None = None
    whole: Named | None = None
    section: Named | None = None
    outer: Named | None = None
    section_unit: str = ""
    section_style: str = ""
    section_told: int = 0
    style: str = ""
    around: Time | None = None
    sort: str | None = None
    main: Named | None = None
    member: Named | None = None
    graded: Named | None = None
    nearest: Named | None = None
    base: Named | None = None
    topic: Named | None = None
    head: Named | None = None
    point: Time | None = None
    stock: Time | None = None
    counted: Time | None = None
    again: bool = False
    divided: Time | None = None
    months: Time | None = None
    opening: tuple[str, Time] | None = None
    expected: bool = False
    ahead_of: str | None = None
    until_span: Time | None = None
    pledged: bool = False
    point_year: int | None = None
    unit: str = ""
    stated: bool = False
    lead: Named | None = None
    verb: str = ""
    adds: str = ""
    phrase: str = ""
    tail: str = ""
    against: str | None = None
    recent: tuple[Named, ...] = ()
    recent_before: tuple[Named, ...] = ()
    compared: tuple[str, str] | None = None
    bases: tuple[Base, ...] = ()
    spread: tuple[Named, ...] = ()
    awaited: tuple[Awaited, ...] = ()
    nameless: int = 0
    placed: tuple[tuple[str, Named], ...] = ()
    shared: tuple[tuple[str, Named], ...] = ()
    told: tuple[Told, ...] = ()
    by_place: bool = False
    pair: tuple[Time, Time] | None = None
    planned: str = ""
    reason: bool = False
    recounts: bool = False
    opened: Named | None = None
    spent: Named | None = None
    parted_spent: Named | None = None
    glued: bool = False
    prior: Named | None = None
    part_begins: Named | None = None
    part_began: Named | None = None
    risen: bool = False
    members: int = 0
    listed: int = 0
    last: Reading | None = None
    last_but_one: Reading | None = None

    @property
    def parted(self) -> Named | None:
        """What 其中： speaks of: the last that has a name of its own, else the last."""
        return self.member or self.head

    @property
    def clock(self) -> Clock:
        """What 全年, 今年 and 期末 speak of here: a year, and months, that were named go before those of the document."""
        time = self.before if self.shifted else self.time  # 上月 356 人，本月 412 人
        clock, told = self._clock, year_until(time.period) or time.period or ""
        return msgspec.structs.replace(clock, months=told) if MONTH_OR_MORE.fullmatch(told) else clock

    @property
    def _clock(self) -> Clock:
        """The year that the paragraph names, else that of the document; its months where they are of it."""
        clock = self.paper.clock
        if self.here is None and self.mood == "ahead" and clock.now is not None:
            return msgspec.structs.replace(clock, year=clock.now)
        if self.here is None:
            return clock
        own = (clock.months or "").startswith(str(self.here))
        now, months = clock.now or clock.year, clock.months if own else None
        return msgspec.structs.replace(clock, year=self.here, now=now, months=months, told=True)

    def begin_block(self, sort: str, style: str) -> None:
        """A time reaches no further than its paragraph; a list ends where blocks of another sort begin.

        In a bulletin the end of its year, and what was named last, reach on: where its lines are wrapped a paragraph
        may seem to end early.
        """
        next_one = bool(style) and style == self.section_style
        if self.section is not None and (self.sort not in (None, sort) or next_one):
            self.end_section()
        self.style = style
        bulletin = self.paper.kind == BULLETIN
        named = self.time.line is not None and self.time.period != self.base_time.period
        self.left = self.time if named else None
        if not (bulletin and self.time.point and self.time.as_span().period == self.base_time.period):
            self.time = self.before = self.base_time
        if not bulletin:
            self.main = self.base = self.head = self.opened = None
        named = self.base_time.line is not None or self.base_time.period != self.paper.default
        self.here = year_of(self.base_time.period) if named and not self._reaches_on() else None
        self.led, self.told, self.recent, self.targets = False, (), (), False
        self.aims, self.point, self.stock, self.divided, self.months = False, None, None, None, None
        self.ahead_of, self.pledged, self.counted = None, False, None
        self.sort = sort if self.section is not None else None

    def end_section(self) -> None:
        """The list that the end of a paragraph opened is over, and with it the time of its whole."""
        self.section, self.whole = None, None
        self.section_style, self.section_told = "", 0
        self.base_time, self.around = self.around or self.base_time, None

    def _reaches_on(self) -> bool:
        """Does the time of a heading only begin in the year of the document: from November to the next spring?"""
        first, _, last = (self.base_time.period or "").partition("/")
        year = str(self.paper.clock.year)
        return len(first) > len(year) and first.startswith(year) and bool(last) and not last.startswith(year)

    def begin_sentence(self, parts: bool, shows: bool) -> None:
        """Forget what does not reach over a full stop; a sentence of parts (其中) keeps scope and time.

        What only `shows` how the sentence before is meant (比如) is planned where that was.
        """
        if self.divided is not None:
            self.time, self.passing, self.divided = self.divided, False, None
        if self.based is not None:
            self.time, self.based = self.based, None
        if (self.passing or self.risen or self._is_closed()) and not parts:
            self.time, self.passing = self.before, False
        self.risen, self.part_begins, self.part_began = False, None, None
        if self.lent and not parts:
            self.here, self.lent = self.lent if self.lent > 0 else None, 0
        self.inner = False
        self.named, self.first, self.parts, self.passed = False, True, parts, None
        self.scope = self.scope if parts else None
        self.place, self.labelled = self.division, None
        self.base = self.main if parts else None
        self.prior, self.whole = self.opened, None if self.item else self.section
        self.topic, self.lead, self.phrase, self.tail, self.against = None, None, "", "", None
        self.recent_before, self.compared, self.bases = self.recent, None, ()
        self.recent = self.spread = self.awaited = self.placed = self.shared = ()
        self.listed, self.pair = 0, None
        self.stated, self.opening, self.expected, self.again = False, None, False, False
        held = self.planned if parts or shows else ""
        if parts and self.reason:  # 主要原因是 62 名职工调资。其中：… goes on of what had changed
            self.member = self.head = self.main
        self.parted_spent = self._spent_of_main() if parts and self.reason else None
        self.planned, self.reason = "目标" if self.bound or self.aims else held, False
        if not parts:
            self.end_list()
        self.because = self.apart = self.by_place = False
        self.done, self.recounts = self.done and parts, self.recounts and parts
        self.years, self.listed_years, self.verb, self.adds = (), (), "", ""

    def _is_closed(self) -> bool:
        """Were the years from one on counted, which ends them with their sentence: 从2033年开始，连续三年超过 9 万人?"""
        since, last = self.time.period or "", (self.last.time.period or "") if self.last is not None else ""
        return since.endswith("/..") and last.startswith(since[:-2]) and not last.endswith("/..")

    def _spent_of_main(self) -> Named | None:
        """What was spent of the budget that was named last: 支出预算 9 万元，支出决算 7 万元，主要原因是…。其中：… parts the latter."""
        whole = self.spent.text.rpartition(SEAM)[0] if self.spent is not None else ""
        return self.spent if whole and self.main is not None and self.main.text.startswith(whole) else None

    def open(self, whole: Named | None, words: str = "") -> None:
        """A list of parts begins; 其中 behind several parts of a list is of its whole, if `words` do not name the last."""
        if self.parted_spent is not None and whole == self.main and "预算" not in words:
            whole = self.member = self.head = self.parted_spent
        self.parted_spent = None
        last = whole.text.rpartition(" ")[2] if whole is not None else ""
        if self.member is not None and is_made_of(self.member.text, words):
            whole = self.member
        elif (
            self.opened is not None
            and self.members > 1
            and not (last and (last in words or self._is_such(last)))
        ):
            whole = self.opened
        self.whole = self.opened = whole
        self.members = 0

    def end_list(self) -> None:
        """Those of a list are over where another measure is named for more of them."""
        self.opened, self.members, self.member = None, 0, None

    def end_parts(self) -> None:
        """The parts of a list inside a sentence are over; what says no more than how it compares is of their whole."""
        if self.whole is not None and self.section is None:
            self.head = self.base = self.main = self.member = self.whole
            self.whole, self.opened, self.members = None, None, 0

    def _is_such(self, last: str) -> bool:
        """Is the last part some of the whole by its very name, which tells its own: 供养对象 900 人，其中 …，本级供养对象 60 人，其中 …?"""
        of = self.opened.text.rpartition(SEAM)[2] if self.opened is not None else ""
        return len(of) > 1 and last != of and last.endswith(of)

    def owner_in(self, unit: str) -> Named | None:
        """What was told in a unit before who had it, which its parts are of: 发放资金 9 亿元，惠及 3 万人。其中，2031 年 2 亿元."""
        head = self.head if self.unit != unit else None
        told = (one.subject for one in reversed(self.told) if one.unit == unit) if head is not None else ()
        return next((one for one in told if head and head.text.startswith(one.text + SEAM)), None)

    def taken_in(self, unit: str) -> Named | None:
        """What parts counted in a unit are of: who was taken in, where that in which they are is counted otherwise.

        车间 140 家，吸纳就业 2600 人，其中妇女 900 人 tells of those 2600; 技工院校 9 所，在校生 3 万人，其中新生 1 万人 of the schools.
        """
        head = self.head  # 本单位预算 9 万元，其中货物 5 万元
        if (owner := self.owner_in(unit)) is not None:
            return owner
        member = self.member or (head if self.stated and self.unit == unit else None)
        if not member or not head or self.unit != unit or not head.text.startswith(member.text + SEAM):
            return member
        if is_of_whole(head.text.rpartition(SEAM)[2]):
            return member
        units = {one.unit for one in self.told if one.subject == member}
        return head if units and unit not in units else member

    def begin_ordinal(self, first: bool) -> None:
        """What one of several points (一是, 二是) names, a time or a thing, is of that point alone."""
        if first or self.point is None:
            self.point, self.point_year = self.time, self.here
        else:
            self.time, self.here, self.passing, self.shifted = self.point, self.point_year, False, False
            self.base = self.main = None
            self.stated = False

    def divide(self, aspect: str) -> None:
        """分年度看: the years that the sentence names are parts of the time before, which holds again behind it."""
        if "年" in aspect or "月" in aspect or "季" in aspect:
            self.divided = self.time

    def turn_to(self, side: str) -> None:
        """What was told of one side of an account goes on of another: 从支出看."""
        told = self.head if self.stated and self.head is not None else None
        if told is not None and SIDE.search(told.text):
            self.head = self.main = self.base = Named(SIDE.sub(side, told.text), told.line)

    def end_part(self) -> None:
        """What a part names for itself or expects of the year is over where a semicolon ends it: 其中 5 月份, the 年底 of 毕业生年底就业率."""
        self.place = self.division
        self.part_began, self.part_begins = self.part_begins, None
        if self.expected:
            self.planned, self.expected = "", False
        if self.because:
            self.planned, self.because = "", False
        if self.reason:
            self.reason, self.topic = False, None
        if self.inner or (self.passing and not (self.time.period or "").endswith("/..")):
            self.time, self.passing = self.before, False
        self.inner = False

    def begin_item(self, item: Named) -> None:
        """What follows is about an item of the classification that a paragraph names first, and part of no list before it.

        It holds to the next item or heading: the item may stand on a line of its own, and a page may break its paragraph.
        """
        self.item, self.whole, self.main, self.base = item, None, None, None

    def forget_names(self) -> None:
        """A heading's own words complete nothing below it; times and openers do."""
        self.topic = self.main = self.base = self.head = self.member = self.nearest = None

    def inside(self, anew: bool) -> Context:
        """The context of a bracket: what it says reaches not behind it, and its figures are parts, but `anew` behind a stop."""
        whole = None if anew else self.topic or self.main
        return msgspec.structs.replace(self, whole=whole, outer=self.whole, spread=(), opened=None, members=0)

    def below(self, heading: str, moment: Moment | None, line: int) -> Context:
        """The context of a heading below this one: its time, and whether it looks back or ahead."""
        mood = heading_mood(heading, self.mood)
        own = moment is not None and moment.period == self.paper.default and is_year(moment.period)
        if mood == "ahead" and own and self.paper.summed and tells_deeds(heading):
            mood = "past"
        time = self.base_time
        if moment is not None and moment.period is not None:
            time = Time(moment.period, moment.point, line)
        elif mood == "ahead" and (self.paper.report or self.next_year is not None):
            time = self.next_year or Time(str(self.paper.now))
        if mood == "ahead":
            self.next_year = time if time.line is not None else self.next_year
        return Context(
            paper=self.paper,
            base_time=time,
            time=time,
            before=time,
            mood=mood or self.mood,
            heading=self.heading,
            section=self.section,
        )
