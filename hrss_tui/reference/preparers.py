"""Whose a table is: labels of who prepared it, and bodies beside their own offices."""

from hrss_tui import lazy_re as re
from hrss_tui.reference.budget_tables import furniture

_SEAL = re.compile(r"[（(](?:(?:加盖|单位)?(?:盖章|公章|签章|签字|章)|单位|部门)[）)]")


def without_office(name: str) -> str:
    """The body whose own office a name is (某市水务局 of 某市水务局本级), with or without brackets; the name itself where it is none's."""
    bare = name.rstrip(")） ")
    for office in furniture().offices:
        if bare.endswith(office) and (body := bare.removesuffix(office).rstrip("(（ ")):
            return body
    return name


def is_own_office(name: str) -> bool:
    """Is a name that of the own office of a body, without its units: 某市水务局本级, 某局（机关）?"""
    return without_office(name) != name


def is_preparer(label: str) -> bool:
    """Does a label say whose table it is, also with a word in brackets: 填报部门（盖章）, 公开部门（单位）名称?"""
    bare = "".join(label.strip("(（").split())
    return bare in furniture().preparer or without_seal(bare) in furniture().preparer


def without_seal(text: str) -> str:
    """A label or a name without what only says that it is to be stamped (某县财政局（公章）) or what else it may be called."""
    return _SEAL.sub("", text)
