"""The money of one invented department and year: leaves in 分 from which every table follows.

All identities hold because no total is ever invented: tables add leaves up. `previous` amounts serve changes in prose.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import msgspec

from tests.documents.codes import COMMON, CROSSWALK, ECONOMIC, FUNDS, ITEMS, STATE_CAPITAL


class Item(msgspec.Struct, frozen=True):
    """What one 项 spends, in 分: personnel and operating (基本支出), projects, and projects paid by others.

    `own` is paid by the units' own funds, `carried` by appropriations carried over from the year before.
    """

    code: str
    personnel: int = 0
    operating: int = 0
    project: int = 0
    own: int = 0
    carried: int = 0

    @property
    def basic(self) -> int:
        return self.personnel + self.operating

    @property
    def appropriation(self) -> int:
        """What this year's appropriation pays."""
        return self.basic + self.project

    @property
    def total(self) -> int:
        return self.appropriation + self.own + self.carried


class Economic(msgspec.Struct, frozen=True):
    """Basic spending on one economic 款."""

    code: str
    amount: int

    @property
    def is_operating(self) -> bool:
        return self.code.startswith(("302", "310"))


class Project(msgspec.Struct, frozen=True):
    """One project: its unit, its 项, and its money by economic 类."""

    name: str
    unit_name: str
    code: str
    parts: tuple[tuple[str, int], ...]

    @property
    def amount(self) -> int:
        return sum(fen for _, fen in self.parts)


class ThreePublic(msgspec.Struct, frozen=True):
    """因公出国（境）, 公务用车购置, 公务用车运行维护, 公务接待."""

    overseas: int
    purchase: int
    operation: int
    reception: int

    @property
    def vehicles(self) -> int:
        return self.purchase + self.operation

    @property
    def total(self) -> int:
        return self.overseas + self.vehicles + self.reception


class Book(msgspec.Struct, frozen=True):
    """A department's year. `funds` and `state_capital` are spent on projects alone."""

    year: int
    items: tuple[Item, ...]
    funds: tuple[Item, ...]
    state_capital: tuple[Item, ...]
    economic: tuple[Economic, ...]
    projects: tuple[Project, ...]
    three_public: ThreePublic
    units: tuple[str, ...]
    meeting: int = 0
    training: int = 0

    @property
    def general_public(self) -> int:
        return sum(item.appropriation for item in self.items)

    @property
    def appropriation(self) -> int:
        """All appropriations of this year."""
        return self.general_public + _total(self.funds) + _total(self.state_capital)

    @property
    def own(self) -> int:
        return sum(item.own for item in self.items)

    @property
    def carried(self) -> int:
        return sum(item.carried for item in self.items)

    @property
    def income(self) -> int:
        """Income of this year."""
        return self.appropriation + self.own

    @property
    def total(self) -> int:
        return self.income + self.carried

    @property
    def basic(self) -> int:
        return sum(item.basic for item in self.items)

    @property
    def personnel(self) -> int:
        return sum(item.personnel for item in self.items)

    @property
    def operating(self) -> int:
        return sum(item.operating for item in self.items)

    @property
    def all_items(self) -> tuple[Item, ...]:
        """Items of every fund, by code."""
        return tuple(sorted((*self.items, *self.funds, *self.state_capital), key=lambda item: item.code))


class Plan(msgspec.Struct, frozen=True):
    """What kind of department to invent: its main 项 (by 款 prefix), how large, and in what steps money comes."""

    groups: tuple[str, ...]
    units: tuple[str, ...]
    step: int
    size: int = 400
    funds: tuple[str, ...] = ()
    state_capital: bool = False
    own: bool = False
    carried: bool = False
    whole: int = 10_000
    common: tuple[str, ...] = ("2080501", "2080505", "2080506", "2101101", "2101103", "2210201")


_PROJECTS = (
    "能力提升",
    "设施设备更新",
    "信息系统运行维护",
    "专项业务",
    "监督检查",
    "宣传培训",
    "购买服务",
    "示范点建设",
)


def invent(seed: int, year: int, plan: Plan) -> Book:
    """Money for a department, the same for the same arguments. Amounts are multiples of `plan.step` 分."""
    random = Random(f"{seed}/{year}")
    items = tuple(_items(random, plan))
    funds = tuple(
        Item(code, project=_amount(random, plan, 4))
        for code in sorted(FUNDS)
        if code.startswith(plan.funds or "-")
    )
    capital = tuple(
        Item(code, project=_amount(random, plan, 1)) for code in STATE_CAPITAL if plan.state_capital
    )
    three = _three_public(random, plan.whole)
    economic = tuple(_economic(random, plan, items, three))
    kept = {line.code: line.amount for line in economic}
    return Book(
        year, items, funds, capital, economic, tuple(_projects(random, plan, items)), three, plan.units,
        meeting=kept.get("30215", 0), training=kept.get("30216", 0),
    )  # fmt: skip


def _three_public(random: Random, whole: int) -> ThreePublic:
    """三公 of some ten thousand 元 each, all multiples of `whole`."""
    overseas = random.choice((0, random.randint(2, 40))) * 1_000_000
    purchase = random.choice((0, 18, 36)) * 1_000_000
    operation, reception = random.randint(120, 900) * 10_000, random.randint(8, 160) * 10_000
    return ThreePublic(*(-(-fen // whole) * whole for fen in (overseas, purchase, operation, reception)))


def _amount(random: Random, plan: Plan, weight: int) -> int:
    """An invented amount of some ten thousand 元, never 0."""
    return (
        random.randint(plan.size * weight * 500_000 // plan.step, plan.size * weight * 2_000_000 // plan.step)
        * plan.step
    )


def _items(random: Random, plan: Plan) -> Iterable[Item]:
    """The department's own 项 (some with basic spending) and what every department pays."""
    codes = [code for code in ITEMS if code.startswith(plan.groups)]
    for code in sorted((*codes, *plan.common)):
        runs = code.endswith(("01", "50")) or code == codes[0]
        if code in COMMON:
            yield Item(code, personnel=_amount(random, plan, 1))
        elif runs:
            personnel, operating = _amount(random, plan, 8), _amount(random, plan, 3)
            yield Item(code, personnel, operating, random.choice((0, _amount(random, plan, 1))))
        else:
            own = _amount(random, plan, 1) if plan.own and random.random() < 0.4 else 0
            carried = _amount(random, plan, 1) if plan.carried and random.random() < 0.5 else 0
            yield Item(code, project=_amount(random, plan, 2), own=own, carried=carried)


def _economic(random: Random, plan: Plan, items: tuple[Item, ...], three: ThreePublic) -> Iterable[Economic]:
    """Basic spending again, by economic 款: 人员经费 over 301 and 303, 公用经费 over 302 and 310."""
    personnel = sum(item.personnel for item in items)
    operating = sum(item.operating for item in items) - three.operation - three.reception
    codes = [code for code in ECONOMIC if len(code) == 5]
    people = [code for code in codes if code[:3] in ("301", "303") and random.random() < 0.85] or ["30101"]
    goods = [
        code
        for code in codes
        if code[:3] in ("302", "310")
        and code not in ("30212", "30217", "30231", "31013")
        and random.random() < 0.75
    ] or ["30201"]
    if operating <= 0:
        raise ValueError("the operating money is less than vehicles and hospitality")
    amounts = dict(zip(people, shares(random, personnel, len(people), plan.step), strict=True))
    amounts |= dict(zip(goods, shares(random, operating, len(goods), plan.step), strict=True))
    amounts |= {"30217": three.reception, "30231": three.operation}
    yield from (Economic(code, amounts[code]) for code in sorted(amounts))


def shares(random: Random, total: int, parts: int, step: int) -> list[int]:
    """A total cut into parts of at least one step, all multiples of it but the last, which takes the rest."""
    units = total // step
    if units < parts:
        raise ValueError("too little to share")
    cuts = sorted(random.sample(range(1, units), parts - 1)) if parts > 1 else []
    sizes = [(high - low) * step for low, high in zip([0, *cuts], [*cuts, units], strict=True)]
    sizes[-1] += total - units * step
    return sizes


def _projects(random: Random, plan: Plan, items: tuple[Item, ...]) -> Iterable[Project]:
    """The project money of each 项 as one or two projects of some unit."""
    for item in items:
        if item.project == 0:
            continue
        count = random.choice((1, 1, 2)) if item.project >= 20 * plan.step else 1
        for amount, name in zip(
            shares(random, item.project, count, plan.step), random.sample(_PROJECTS, count), strict=True
        ):
            kinds = (
                sorted(random.sample(("302", "303", "310", "399"), random.choice((1, 2))))
                if amount >= 20 * plan.step
                else ["302"]
            )
            parts = shares(random, amount, len(kinds), plan.step)
            yield Project(
                _project_name(item.code, name),
                random.choice(plan.units),
                item.code,
                tuple(zip(kinds, parts, strict=True)),
            )


def _project_name(code: str, name: str) -> str:
    head = ITEMS[code]
    return (head if len(head) < 8 else head[:4]) + name + "项目"


def government_economic(book: Book) -> tuple[Economic, ...]:
    """Basic spending in the government-level classification, as an administrative unit reports it."""
    sums: dict[str, int] = {}
    for line in book.economic:
        code = CROSSWALK.get(line.code, "50201")
        sums[code] = sums.get(code, 0) + line.amount
    return tuple(Economic(code, sums[code]) for code in sorted(sums))


def _total(items: Iterable[Item]) -> int:
    return sum(item.total for item in items)
