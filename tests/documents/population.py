"""As many invented documents as wanted: departments, years, forms and traits by chance, the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import msgspec

from tests.documents import traits
from tests.documents.amounts import Money
from tests.documents.described import Described
from tests.documents.layouts import accounts, beijing, hunan, shanghai, tibet, xinjiang, yunnan
from tests.documents.layouts.common import Department

_HEADS = "青云沅松雪巴芦沙白长宁永安丰瑞兰石金玉龙凤梅柳荷泽"
_TAILS = "岭溪河川屿陵原湖谷岗塘桥泉峰洲"
_LEVELS = ("县", "区", "市")
_OFFICES = (
    ("人力资源和社会保障局", ("20801", "20807")),
    ("教育局", ("20501", "20502")),
    ("民政局", ("20802", "20810", "20820")),
    ("农业农村局", ("21301",)),
    ("水利局", ("21303",)),
    ("交通运输局", ("21401",)),
    ("自然资源和规划局", ("22001",)),
    ("应急管理局", ("22401",)),
    ("卫生健康委员会", ("21001", "21004")),
    ("生态环境局", ("21101", "21103")),
    ("商务局", ("20113",)),
    ("司法局", ("20406",)),
    ("财政局", ("20106",)),
    ("文化和旅游局", ("20701", "20703")),
)
_FUNDS = ((), (), ("2120801",), ("22960",), ("20822",))

_KINDS = ("income", "expenditure", "general_public", "general_public_basic")

Builder = Callable[[Department, int], Described]
BUILDERS: tuple[Builder, ...] = (
    xinjiang.region,
    xinjiang.prefecture,
    lambda department, year: shanghai.budget(_within_year(department), year, shanghai.Year()),
    lambda department, year: shanghai.budget(
        _within_year(department), year, shanghai.Year(decimals=0, spending="0", yearly=True)
    ),
    yunnan.budget,
    hunan.budget,
    beijing.budget,
    lambda department, year: tibet.budget(_without_capital(department), year),
    accounts.final,
    lambda department, year: accounts.final(department, year, accounts.DISTRICT),
    lambda department, year: accounts.final(department, year, accounts.REGION),
    lambda department, year: accounts.final(
        department, year, msgspec.structs.replace(accounts.NATIONAL, money=Money("元"), codes="three")
    ),
)


def _within_year(department: Department) -> Department:
    """The department without money carried over, for which a form has neither row nor column: its sums would not hold."""
    return msgspec.structs.replace(department, carried=False)


def _without_capital(department: Department) -> Department:
    """The department without the state capital budget, for which a form of before 2021 has no column."""
    return msgspec.structs.replace(department, state_capital=False)


def population(count: int, seed: int = 0) -> Iterator[Described]:
    """`count` documents; ids are unique, the forms are taken in turn."""
    for number in range(count):
        random = Random(f"{seed}/{number}")
        build = BUILDERS[number % len(BUILDERS)]
        made = build(_department(random, number), random.randint(2018, 2027))
        for name, change in random.sample(traits.ANYWHERE, random.choice((0, 1, 1, 2))):
            made = traits.with_traits(made, **{name: (change, random.sample(_KINDS, 2))})
        yield made


def _department(random: Random, number: int) -> Department:
    place = random.choice(_HEADS) + random.choice(_TAILS) + random.choice(_LEVELS)
    office, groups = random.choice(_OFFICES)
    units = tuple(
        f"{place}{name}"
        for name in random.sample(("服务中心", "监测站", "信息中心", "执法大队"), random.randint(1, 3))
    )
    return Department(
        id=f"d{number:05}", name=place + office, place=place, seed=random.randrange(10**9), groups=groups, units=units,
        size=random.choice((90, 200, 400, 900)), funds=random.choice(_FUNDS), state_capital=random.random() < 0.2,
        own=random.random() < 0.4, carried=random.random() < 0.4,
    )  # fmt: skip
