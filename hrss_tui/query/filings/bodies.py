"""Which filings are of one body: under several forms of its place's name it is one, and its own office is a part of it.

bodies(filed(pack.column))
offices(["某局", "某局本级"])    # 某局本级: what it spends is spent by 某局
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from hrss_tui import lazy_re as re
from hrss_tui.pack.summary import Filing, is_corrected

_LEVEL: Final = re.compile(r"(?:自治区|自治州|自治县|省|地区|市|州|盟|县|区|旗)(?=..)")
"""What a body of a place may put before its name in the place of that name: 自治区水利厅, 市教育局."""
_PARTY: Final = re.compile(r"^(?:中国共产党|中共)(?=..)")


def bodies(found: Sequence[Filing]) -> list[Filing]:
    """The filings by the body they are of, then year and phase; a corrected edition behind the first."""
    named = _called_alike(found)
    if named == list(found):
        return named
    return sorted(named, key=lambda one: (one.department, one.year or 0, one.phase, is_corrected(one.title)))


def _called_alike(found: Sequence[Filing]) -> list[Filing]:
    """The filings, those whose departments differ by the form of their place's name under the longest of these names."""
    of_place: dict[str, dict[str, None]] = {}
    for one in found:
        if one.place:
            of_place.setdefault(one.place, {})[one.department] = None
    longest: dict[tuple[str, str], str] = {}
    for place, names in of_place.items():
        if len(names) > 1:
            alike: dict[str, list[str]] = {}
            for name in names:
                alike.setdefault(_without_place(name, place), []).append(name)
            for same in alike.values():
                longest |= {(place, name): max(same, key=lambda each: (len(each), each)) for name in same}
    return [
        one._replace(department=longest.get((one.place or "", one.department), one.department))
        for one in found
    ]


def _without_place(name: str, code: str) -> str:
    """The name of a body of a place without 中共 and the name of that place, or of places it lies in, before it."""
    name = _PARTY.sub("", name)
    from hrss_tui.reference.places import customary, whole_of

    codes = [code]
    while len(codes[-1]) > 2 and (whole := whole_of(codes[-1])).isdigit():
        codes.append(whole)
    for each in reversed(codes):
        heads = [head for head in customary(each) if name.startswith(head) and len(name) > len(head) + 1]
        if heads:
            name, code = name[len(max(heads, key=len)) :], ""
    level = None if not code else _LEVEL.match(name)
    return name[level.end() :] if level else name


def offices(departments: Iterable[str]) -> frozenset[str]:
    """The departments that are the own office of another of them: their money is money of that one."""
    names = set(departments)
    return frozenset(name for name in names if _whole(name) in names - {name})


def _whole(office: str) -> str:
    """The body that an office is of, also where its place stands behind to tell it from others of its name."""
    from hrss_tui.reference.preparers import without_office

    name, bracket, place = office.rpartition("（")
    body = without_office(office)
    return f"{without_office(name)}{bracket}{place}" if body == office else body
