"""Places of a list, each with its figure, and what a label before them says that each of them has."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import scopes, subjects
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.reference.place_bare import bare_place
from hrss_tui.reference.place_groups import group_of, is_rest
from hrss_tui.reference.place_scopes import province_at_head
from hrss_tui.reference.places import NATION, is_within
from hrss_tui.reference.places import named as places_called
from hrss_tui.reference.places_text import places_named

_MORE = re.compile(r"(?:[、和及与][^，。；\d]{2,40})?(?:等[\u3400-\u9fff]{1,6})?(?:各|均|共|合计|分别)?")
"""Behind a place: others, and that each of them has so many."""
_VILLAGE = re.compile(
    r"(?![^，。；]{0,5}?(?:[村镇乡][级里干庄]|社区矫正))[\u3400-\u9fff]{1,5}?(?:街道|社区|[村镇乡])"
)
"""What lies below a county, of which its code says nothing: 东山县前进村."""
_TOGETHER = ("、", "和", "与", "及", "等", "至", "到", "籍")
_OTHERS = re.compile(r"其[余他它][省市县区州盟旗地]{1,3}(?:各|均|共|合计)?")


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
    alone = is_places(name.text) or bool(bare_place(name.text, context.paper.place))
    if alone and (told := _of_last(context, unit)) is not None:
        context.labelled = told
        return subjects.joined(told, name)
    if context.whole is not None or not alone:
        if context.whole is not None and alone:
            context.shared = (*context.shared, (unit, context.whole))
        context.labelled = None
        return name
    told = context.labelled if context.unit == unit else None
    told = told or next((one for alike, one in reversed(context.shared) if alike == unit), None)
    told = told or (context.label if context.base is None and context.head is None else None)
    context.labelled = told
    context.shared = (*context.shared, (unit, told)) if told is not None else context.shared
    return subjects.joined(told, name) if told is not None else name


def in_list(context: Context, name: Named) -> Named:
    """A place alone in a list of places, with what a label says that each of them has: 转移就业：东山县增长 3%."""
    told = context.labelled
    return subjects.joined(told, name) if told is not None and is_places(name.text) else name


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
