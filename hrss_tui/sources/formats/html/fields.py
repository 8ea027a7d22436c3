"""Fields of forms inside the cells of a table: a page that shows what was reported often shows it in the form itself."""

from __future__ import annotations

from hrss_tui.sources.formats.html.tree import Node

_FIELDS = ("input", "textarea", "select")
_TEXT = ("", "text", "number", "tel")
"""Types of an input that show what they hold as text."""
_BUTTONS = ("submit", "button", "image", "reset")


def holds_fields(cell: Node) -> bool:
    """Does a cell hold fields that are its text: no buttons, as where one searches, and no tables, as for the look?"""
    found = False
    for node in cell.walk():
        if node.tag in ("table", "button") or (node.tag == "input" and _type(node) in _BUTTONS):
            return False
        found = found or node.tag in _FIELDS
    return found


def shown_text(node: Node) -> str:
    """What a field shows: the value of an input of text, the text of an area, the chosen option; "" for all else."""
    if node.tag == "input":
        return node.attributes.get("value", "").strip() if _type(node) in _TEXT else ""
    if node.tag == "textarea":
        return node.text().strip()
    return " ".join(_chosen(node).split()) if node.tag == "select" else ""


def _type(node: Node) -> str:
    return node.attributes.get("type", "").strip().lower()


def _chosen(select: Node) -> str:
    """The option that is chosen, else the first where it is no invitation to choose one."""
    options = [node for node in select.walk() if node.tag == "option"]
    chosen = [option for option in options if "selected" in option.attributes]
    if "multiple" in select.attributes:
        return "、".join(option.text().strip() for option in chosen)
    one = chosen[-1] if chosen else next(iter(options), None)
    return one.text() if one is not None and one.attributes.get("value") != "" else ""
