"""Whose money or work a document tells of: the body that its captions, its title or its tables name, else who issued it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from hrss_tui import lazy_re as re
from hrss_tui.compile.documents.front import Front, labelled
from hrss_tui.compile.documents.titles import is_body
from hrss_tui.reference.preparers import is_own_office, is_preparer, without_office
from hrss_tui.reference.spending import of_area
from hrss_tui.reference.things import things
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import close_gaps

_THINGS = things()
_SHORT_LINE = 60
"""Characters of a line that only says whose tables stand below."""
_DEPARTMENT_YEAR = re.compile(r"(?:19|20)\d{2}\s*年?(?:度)?|二[〇○零][一二三四五六七八九〇零]{2}年(?:度)?")
_UNIT_BEHIND = re.compile(r"(?<!\s)\s*+(?:金额|计量|货币)?单 ?位\s?[:：].{0,20}$")
"""The unit of the amounts on the line of the department."""
_PREPARER = re.compile(r"\s*+(?P<label>[^:：]{2,14})[:：]\s*+(?P<name>\S.*)")
_DEPARTMENT_END = re.compile(
    rf"(?:的)?(?:{re.any_of(_THINGS.who.own_levels)})?(?:部门|单位)?(?:收支)?(?:预|决)算.*|关于.*"
)
_OFFICE_END = re.compile(r"(?<=本级)(?:部门|单位)?(?:收支)?(?:预|决)算.*")


def department(title: str | None, front: Front, blocks: Sequence[Placed], issuer: str | None) -> str | None:
    """The body whose money or work a document tells of: as captioned, as its title says, else who issued it.

    A caption that is no name of a body (合计 beside 部门名称 in the header of a table) comes after the title.
    """
    labelled = front.labels.get("department", ()) or tuple(_captions(blocks))
    titled = _of_title(title or "")
    said = [_UNIT_BEHIND.sub("", name) for name in labelled]
    bodies = [name for name in said if is_body(name)]
    prepared = islice(_prepared(blocks), 1)
    names = [*bodies[:1], *filter(None, [titled]), *said[:1], *filter(None, [body(issuer)]), *prepared]
    if titled is not None and _is_office(titled) and names[0] in titled:
        return titled
    return names[0] if names else None


def body(issuer: str | None) -> str | None:
    """An issuer that is a body and no paper."""
    return issuer if issuer and is_body(issuer) else None


def _captions(blocks: Sequence[Placed]) -> Iterable[str]:
    """Values of 编制部门 and its like over tables; a cell of a table beside such a label is one where it is a body."""
    for block in blocks:
        for name, value in labelled(block.text.text):
            if name == "department" and (block.kind is not Kind.TABLE_ROW or is_body(value)):
                yield value


def _prepared(blocks: Sequence[Placed]) -> Iterator[str]:
    """Bodies on lines that only say whose tables stand below: 部门：某省政协办公厅　单位：万元."""
    for block in blocks:
        text = block.text.text
        match = _PREPARER.fullmatch(_UNIT_BEHIND.sub("", text)) if len(text) <= _SHORT_LINE else None
        if match and block.kind is not Kind.TABLE_ROW and is_preparer(close_gaps(match["label"])):
            name = close_gaps(match["name"])
            if is_body(name):
                yield name


def _of_title(title: str) -> str | None:
    """The body in the title of a budget: 2026 年…厅部门预算公开, …局2024年度部门决算; none of 某县2032年政府预算."""
    if of_area(title):
        return None
    dated = _DEPARTMENT_YEAR.sub("", title)
    office, bare = ("".join(end.sub("", dated).split()) for end in (_OFFICE_END, _DEPARTMENT_END))
    found = next((name for name in (office, bare) if _is_office(name)), bare)
    return found if found != title and (_is_office(found) or is_body(found)) else None


def _is_office(name: str) -> bool:
    """Is it the own office of a body: …局本级, …局机关?"""
    return is_own_office(name) and is_body(without_office(name))
