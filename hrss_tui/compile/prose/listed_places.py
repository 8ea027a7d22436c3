"""Places of a list, each with its figure, and what a label before them says that each of them has."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import distribution, scopes, subjects
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.reference import find_indicator
from hrss_tui.reference.place_bare import bare_place
from hrss_tui.reference.place_groups import group_of, is_rest
from hrss_tui.reference.place_scopes import province_at_head
from hrss_tui.reference.places import NATION, is_within
from hrss_tui.reference.places import named as places_called
from hrss_tui.reference.places_text import places_named
from hrss_tui.reference.statements import statement_words

_MORE = re.compile(r"(?:[、和及与][^，。；\d]{2,40})?(?:等[\u3400-\u9fff]{0,6})?(?:各|均|共|合计|分别)?")
"""Behind a place: others, and that each of them has so many."""
_VILLAGE = re.compile(
    r"(?![^，。；]{0,5}?(?:[村镇乡][级里干庄]|社区矫正))[\u3400-\u9fff]{1,5}?(?:街道|社区|[村镇乡])"
)
"""What lies below a county, of which its code says nothing: 东山县前进村."""
_TOGETHER = ("、", "和", "与", "及", "等", "至", "到", "籍")
_OTHERS = re.compile(r"其[余他它][省市县区州盟旗地]{1,3}(?:各|均|共|合计)?")
_DONE = re.compile(rf"(?:{re.any_of(statement_words().deeds.came_to)})了?$")
"""东山县完成 3 万人, 河口县同步: of what was told before of all places."""
_AIMS = re.compile(
    r"各(?:[县市区州盟旗]|[（(][^（）()\d]{1,8}[)）]){1,4}(?:的|年度|全年){0,2}(?:目标|任务|计划|指标|分解|分配|完成|情况){1,4}(?:如下|分别)?[为是]?"
)
"""各县区任务：东山县 3 万人: that each has one, and of what stands before it."""


def acting(text: str, own: str | None) -> str:
    """The one place of which a clause begins to tell in a text of another, larger one: 东山县建设车间, 东山县前进村; else "".

    Several places together, and one that the place of the text lies in, are none.
    """
    name = last = scopes.place_of(text) or province_at_head(text)
    while inner := scopes.place_of(text[len(name) :]):
        name, last = name + inner, inner
    behind = text[len(name) :]
    if not places_called(last) or behind.startswith(_TOGETHER):
        return ""  # also what only ends like a place: 围绕县上产业
    if own and own != NATION and any(is_within(own, code) for code in places_called(last)):
        return ""
    village = _VILLAGE.match(behind)
    return village.group() if village else name


def acting_together(text: str, own: str | None) -> str:
    """Several places inside that of a text of which a clause begins to tell (章贡区、南康区执行一类标准, 其余县执行…); "" for none.

    What follows is of none of them alone, and not of all of the place around them.
    """
    group = group_of(text, own) if own else ""
    codes = places_named(group, own)
    inside = all(code != own and is_within(code, own or NATION) for code in codes)
    return group if len(group) < len(text) and inside and (codes or is_rest(group)) else ""


def thing_of(text: str) -> str:
    """What a name says that its place has (东山县新增就业); "" for one of places alone, or of what needs more to be named."""
    place = scopes.place_of(text)
    thing = text[len(place) :]
    named = bool(place) and len(thing) > 1 and not _MORE.fullmatch(thing) and not subjects.is_dependent(thing)
    return thing if named else ""


def named(context: Context, name: Named, unit: str) -> Named:
    """A place alone with what a label says is listed place by place: 转移就业。东山县 7 万人，西河县 5 万人.

    Or with what the place before it has in the same unit: 其中东山县 7 万人，兑现补贴 9 万元；西河县 5 万人.
    """
    name = without_deed(name)
    alone = is_alone(context, name.text)
    if alone and (told := _of_last(context, unit)) is not None:
        context.labelled = told
        return subjects.joined(told, name)
    if alone and context.whole is not None:
        context.whole = _around(context.whole, name.text, context.paper.place)
    if context.whole is not None or not alone:
        if context.whole is not None and alone:
            context.shared = (*context.shared, (unit, context.whole))
        context.labelled = None
        return name
    told = context.labelled if context.unit == unit else None
    told = told or next((one for alike, one in reversed(context.shared) if alike == unit), None)
    told = told or (context.label if context.base is None and context.head is None else None)
    told = told or told_of_all(context, unit, name.line)
    context.labelled = told
    context.shared = (*context.shared, (unit, told)) if told is not None else context.shared
    return subjects.joined(told, name) if told is not None else name


def each(context: Context, names: tuple[Named, ...], unit: str) -> tuple[Named, ...]:
    """The places of a list that 分别 tells apart, with what was told of all of them before: 新增就业 9 万人，东山、河口分别完成 2 万人、1 万人."""
    if context.whole is not None or not all(is_alone(context, one.text) for one in names):
        return names
    told = told_of_all(context, unit, names[0].line)
    return tuple(subjects.joined(told, one) for one in names)


def is_alone(context: Context, text: str) -> bool:
    """Is a name nothing but a place, with its type or, inside that of the text, without?"""
    return is_places(text) or bool(bare_place(text, context.paper.place))


def of_area(context: Context, name: Named, area: Named, unit: str) -> Named:
    """What the area around the places of a list has, where the last of them stood before it: 东山县 4 万人，河口县 3 万人。全市 9 万人."""
    whole, _, own = name.text.rpartition(subjects.SEAM)
    place = own if is_alone(context, own) else scopes.place_of(name.text)
    if not place:
        return name
    thing = whole if place == own else name.text.removeprefix(place)
    return Named(thing, name.line) if thing else told_of_all(context, unit, area.line) or area


def alone(name: Named) -> Named:
    """The place of a list without what it was told to have, for what is counted otherwise: 举办专场 东山县, then 1100 人."""
    whole, _, own = name.text.rpartition(subjects.SEAM)
    return Named(own, name.line) if whole and is_places(own) else name


def without_deed(name: Named) -> Named:
    """A place alone without that it has come to a figure (东山县完成), or has it as well (河口县同步)."""
    place = _DONE.sub("", name.text)
    return Named(place, name.line) if place != name.text and is_places(place) else name


def _around(whole: Named, place: str, own: str | None) -> Named | None:
    """The whole of a place, without that of another one which it does not lie in: 甲州完成 4 万人，其中乙州 2 万人 is told of all."""
    head, _, last = whole.text.rpartition(subjects.SEAM)
    codes = _codes(last, own)
    inside = any(is_within(code, around) for code in _codes(place, own) for around in codes)
    if inside or not codes or not (is_places(last) or bare_place(last, own)):
        return whole
    return Named(head, whole.line) if head else None


def _codes(name: str, own: str | None) -> tuple[str, ...]:
    bare = bare_place(name, own)
    return (bare,) if bare else tuple(places_called(scopes.place_of(name + subjects.SEAM) or name))


def told_of_all(context: Context, unit: str, line: int) -> Named | None:
    """The one thing that the paragraph, or else the title, has told in a unit of the place around those of a list; None where there is none."""
    told = {one.subject.text: one.subject for one in context.told if one.unit == unit}
    if not told and find_indicator(context.paper.thing, unit) is not None:
        return Named(context.paper.thing, line)
    (only,) = told.values() if len(told) == 1 else (None,)
    if only is None or distribution.behind_place(only.text) or places_named(only.text, context.paper.place):
        return None
    whole, _, own = only.text.rpartition(subjects.SEAM)
    return Named(whole, only.line) if _DONE.fullmatch(own) else only


def _of_place_before(measure: str) -> str:
    """What a measure says that its place has; "" where it is of none."""
    whole, _, own = measure.rpartition(subjects.SEAM)
    if whole and is_places(own):
        return whole
    place = "" if whole else scopes.place_of(measure)
    return measure.removeprefix(place) if place and len(measure) > len(place) + 1 else ""


def names_aims(text: str) -> bool:
    """Does a label say no more than that each place has an aim: 各县（市、区）任务?"""
    return bool(_AIMS.fullmatch(text))


def in_list(context: Context, name: Named) -> Named:
    """A place alone in a list of places, with what a label says that each of them has: 转移就业：东山县增长 3%.

    Or with what the place before it has: 东山县缴费标准由 3 元调整为 5 元；西河县由 2 元调整为 4 元.
    """
    name = without_deed(name)
    if not is_places(name.text):
        return name
    thing = _of_place_before(context.last.measure) if context.last is not None else ""
    told = context.labelled or (Named(thing, name.line) if thing else None)
    return subjects.joined(told, name) if told is not None else name


def _of_last(context: Context, unit: str) -> Named | None:
    """What places have of the part just told, where the whole of the list is counted otherwise.

    参保 90 万人，其中领取 30 万人，月人均养老金 180 元，东山县 240 元: they have pensions, and not of those insured.
    """
    whole, head = context.whole, context.head
    if whole is None or head is None or context.unit != unit:
        return None
    units = {one.unit for one in context.told if one.subject.text == whole.text}
    if not units or unit in units:
        return None
    return context.labelled or head


def is_places(text: str) -> bool:
    """Is a name nothing but that of one place, or of several?"""
    place = scopes.place_of(text + subjects.SEAM)
    return bool(place and _MORE.fullmatch(text[len(place) :])) or bool(_OTHERS.fullmatch(text))


def place_in(text: str) -> str:
    """The place that a name is of: 东山县新增就业, or 转移就业 东山县, where a label or a whole stands before it."""
    own = text.rpartition(subjects.SEAM)[2]
    return scopes.place_of(text) or (scopes.place_of(own + subjects.SEAM) if own != text else "")
