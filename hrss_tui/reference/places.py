"""All provinces, prefectures and counties of GB/T 2260, the corps beside them, and the names they have and had.

Read from places.tsv and places_former.tsv (scripts/make_places.py says from where), and from places_customary.tsv, whose
names are short ones that custom gave to divisions of long names, when first asked for. A code is
written without its trailing pairs of zeros: 32, 3205, 320506. The corps is 66 and its divisions 66NN, which is no
part of the standard; its cities (659001 …) are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import FOLDER
from hrss_tui.reference.prefectures import prefectures
from hrss_tui.reference.text import fold_name

NATION = "nation"
"""The place that holds all others; it has no code."""
_PROVINCE = 2
"""Digits of the code of a province."""
_BESIDE = frozenset({"71", "81", "82"})
"""Provinces of which national tables of the mainland have no row."""
CORPS = "66"
_PREFECTURE = 4
"""Digits of the code of a prefecture."""
_LEVELS = {2: "province", 4: "prefecture", 6: "county"}
_TYPES = frozenset(
    ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省", "州", "盟", "市", "区", "县", "旗")
)  # fmt: skip
_LENGTHS = sorted({len(each) for each in _TYPES}, reverse=True)
_SHORT_TYPES = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
_ENGLISH = {"市": "City", "区": "District", "县": "County", "旗": "Banner"}

_WHOLES = {
    "省": "province", "自治区": "region", "特别行政区": "region", "市": "city", "自治州": "prefecture", "地区": "area", "盟": "league",
    "县": "county", "自治县": "county", "旗": "banner", "自治旗": "banner", "区": "district", "林区": "district", "特区": "district",
}  # fmt: skip
"""Type of a division → the key of what it calls itself as a whole: 全省, 全区, 全州."""

_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_ALL = re.compile(r"全(?:国|省|区|市|县|州|盟|旗|地区|自治区)(?:合计|总计)?")
"""What a row of the whole is called; 合计 alone is the sum of the rows."""


class Place(msgspec.Struct, frozen=True):
    """A division: code, official name, proper name (without peoples and type), syllables, English name."""

    code: str
    name: str
    proper: str
    syllables: str
    english: str

    @property
    def level(self) -> str:
        """province, prefecture or county."""
        return _LEVELS[len(self.code)]

    @property
    def type(self) -> str:
        """What kind of division its name says: 省, 自治州, 地区, 市, 县 … ; empty for the corps."""
        for length in _LENGTHS:
            if self.name[-length:] in _TYPES:
                return self.name[-length:]
        return ""

    @property
    def short_name(self) -> str:
        """The form of tables: 江苏, 南通市, 红河州, 巴里坤县, 兵团."""
        if self.level == "province" or self.proper == self.name or self.code.startswith(CORPS):
            return self.proper
        kind = self.type
        return self.proper + _SHORT_TYPES.get(kind, kind)

    @property
    def pinyin(self) -> str:
        """Pinyin of the proper name in one word, without tones."""
        return self.syllables.replace(" ", "")

    @property
    def initials(self) -> str:
        """First letters of the syllables."""
        return "".join(each[0] for each in self.syllables.split())

    @property
    def name_en(self) -> str:
        """English name; that of a county is its pinyin and type."""
        kind = _ENGLISH.get(self.name[-1], "")
        return self.english or f"{self.pinyin.capitalize()} {kind}".strip()

    def names(self) -> tuple[str, ...]:
        """Chinese names in use: official, of tables, proper, without its peoples (湘西自治州); those of a division of the corps with and without 第."""
        own: tuple[str, ...] = (self.name, self.short_name, self.proper)
        if self.type in _SHORT_TYPES:
            own += (self.proper + self.type,)
        if self.code == CORPS:
            own += ("生产建设兵团", "建设兵团")
        elif self.code.startswith(CORPS):
            own += tuple(name.removeprefix("第") for name in own)
        return tuple(dict.fromkeys(own))


class FormerName(msgspec.Struct, frozen=True):
    """A name no longer in force: code then, first and last year (None where unknown), the codes that followed."""

    code: str
    name: str
    first: int | None
    last: int | None
    followed: tuple[str, ...]


def _lines(name: str) -> Iterator[list[str]]:
    for line in (FOLDER / name).read_text("utf-8").splitlines()[1:]:
        yield line.split("\t")


@cache
def places() -> Mapping[str, Place]:
    """All divisions by code, in the order of the standard."""
    return MappingProxyType({row[0]: Place(*row) for row in _lines("places.tsv")})


@cache
def former_names() -> tuple[FormerName, ...]:
    """All former names since about 1995, by code."""
    return tuple(
        FormerName(code, name, _year(first), _year(last), tuple(followed.split()))
        for code, name, first, last, followed in _lines("places_former.tsv")
    )


@cache
def _former_types() -> Mapping[str, tuple[int, str]]:
    """Code of a district → the last year in which it was a county or a city, and the last character of its name then."""
    return MappingProxyType(
        {
            one.followed[0]: (one.last, one.name[-1])
            for one in former_names()
            if one.last is not None and len(one.followed) == 1 and one.name[-1] in "县市旗"
        }
    )


def type_then(code: str | None, year: int | None) -> str | None:
    """What a district was in a year before it became one: 县 or 市; None where it was none."""
    last, name = _former_types().get(code or "", (0, ""))
    return name if year is not None and year <= last else None


def _year(text: str) -> int | None:
    return int(text) if text else None


def trimmed(code: str) -> str:
    """A code without its trailing pairs of zeros: 320500 is 3205; `nation` stays."""
    while len(code) > 2 and code.endswith("00"):
        code = code[:-2]
    return code


def is_within(code: str, whole: str) -> bool:
    """Is a place the other one, or inside it?"""
    return whole == NATION or code.startswith(whole)


def divisions(whole: str) -> tuple[Place, ...]:
    """The divisions directly below a province or prefecture, counties that no prefecture holds among them."""
    known = places()
    return tuple(
        each
        for code, each in known.items()
        if code != whole
        and code.startswith(whole)
        and (len(code) == len(whole) + 2 or (len(code) == len(whole) + 4 and code[:-2] not in known))
    )


def listed_divisions(whole: str) -> tuple[Place, ...]:
    """The divisions directly below a place, or the nation, that a list of all of it has: statistics list those beside it apart."""
    if whole != NATION:
        return divisions(whole)
    return tuple(each for code, each in places().items() if len(code) == _PROVINCE and code not in _BESIDE)


def whole_of(code: str) -> str:
    """The next place up: 3205 of 320506, 65 of 659001, nation of 32."""
    known = places()
    return next((up for up in (code[:-2], code[:-4]) if up in known), NATION)


def called_whole(code: str) -> str | None:
    """The key of what a division calls itself as a whole: province of 51, region of 65, prefecture of 6523; None of what is no division."""
    if code.startswith(CORPS):
        return "corps"
    place = places().get(code)
    return _WHOLES.get(place.type) if place is not None else None


def tells_whole(label: str, whole: str) -> bool:
    """Does the label of a row say that it is of all of a place: 全省, 全市合计, the name of the place?"""
    cell = fold_name(label)
    return bool(_ALL.fullmatch(cell)) or whole in named(cell)


@cache
def _others() -> Mapping[str, tuple[str, ...]]:
    """Names in Chinese that custom gave: 博州, 科左后旗."""
    found = {each.code: tuple(filter(_CHINESE.fullmatch, each.names())) for each in prefectures()}
    return found | {code: tuple(names.split()) for code, names in _lines("places_customary.tsv")}


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    """Folded name → codes, those of names in force before those of former names.

    A name that a division has in force is that of no other within its prefecture, whatever a list of former names says.
    """
    found: dict[str, dict[str, None]] = {}
    for code in places():
        for name in customary(code):
            found.setdefault(fold_name(name), {})[code] = None
    in_force = {(code[:_PREFECTURE], fold_name(each.name)) for code, each in places().items()}
    for former in former_names():
        name = fold_name(former.name)
        if len(former.followed) == 1 and (former.followed[0][:_PREFECTURE], name) not in in_force:
            found.setdefault(name, {})[former.followed[0]] = None
    return MappingProxyType({name: tuple(codes) for name, codes in found.items()})


def named(name: str) -> tuple[str, ...]:
    """Codes of all divisions that a name as a whole means, former names too: 鼓楼区 means five."""
    return _by_name().get(fold_name(name), ())


@cache
def customary(code: str) -> tuple[str, ...]:
    """Names of a division in Chinese, those of custom (博州, 乌市) among them; none for a code that is none."""
    each = places().get(code)
    if each is None:
        return ()
    return tuple(dict.fromkeys((*each.names(), *_others().get(code, ()))))


def _initial(name: str, whole: str) -> list[str]:
    """Codes of the autonomous counties of a prefecture whose names begin with that of 塔县."""
    if len(whole) != _PREFECTURE or len(name) != 2 or name[1] != "县":
        return []
    counties = (each for code, each in places().items() if len(code) > _PREFECTURE and code.startswith(whole))
    return [each.code for each in counties if each.name.endswith("自治县") and each.name[0] == name[0]]


def find_place(name: str, whole: str | None = None) -> Place | None:
    """The one division that a name means, within another where that is given; None for none and for several.

    A province comes before a prefecture of the same name (吉林), a prefecture before a county (昌吉). Within a prefecture
    塔县 is the one autonomous county whose name begins so.
    """
    codes = [code for code in named(name) if whole is None or is_within(code, whole)]
    if not codes and whole is not None:
        codes = _initial(fold_name(name), whole)
    shortest = [code for code in codes if len(code) == min(map(len, codes))]
    return places()[shortest[0]] if len(shortest) == 1 else None
