"""Fields of Word files, where they show what is not in the file: what can be known of that, and a sign for what cannot.

A field is complex (begin, its instruction, separate, its value, end, in runs of their own) or one element. The value of
a field inside the instruction of another is a part of that, and no text.
"""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.docx.equations import equation
from hrss_tui.sources.formats.docx.signs import sign
from hrss_tui.sources.formats.xml import Element
from hrss_tui.sources.text import UNREAD

_VALUES = frozenset((
    "COMPARE", "DATABASE", "DDE", "DDEAUTO", "DOCPROPERTY", "DOCVARIABLE", "EQ", "FILLIN", "IF", "INCLUDETEXT", "INFO",
    "LINK", "MERGEFIELD", "QUOTE", "REF", "STYLEREF", "SYMBOL",
))  # fmt: skip
"""Instructions that put a value into the text; others show nothing, or what is no figure."""
_BUTTONS = frozenset(("MACROBUTTON", "GOTOBUTTON"))
_BOX, _TICKED = "□", "☑"
_LONGEST, _ENDLESS = 5, 10_000
"""Digits of a number in an instruction, and characters of one that is cut."""
_SYMBOL = re.compile(
    r"(\d{1,5})\b[^\\]{0,20}(?:\\[a-eg-zA-Z][^\\]{0,20}){0,4}\\f\s{0,9}[\"“”]?([A-Za-z0-9 ]{1,40})", re.ASCII
)
_PRIVATE, _PAGE = 0xF000, 0xFF
"""Where signs stand that only their font knows, and the last place of such a font."""


class _Open(msgspec.Struct):
    """A field that is open: its instruction, the parts of the text before it, what its form holds; has its value begun,
    and does some of it stand in paragraphs before?
    """

    before: int
    form: Element | None = None
    said: str = ""
    valued: bool = False
    held: bool = False


def in_one(field: Element) -> str:
    """What a field in one element shows whose value is not there; "" where it is."""
    if any(each.tag == "w:t" and each.text for each in field.walk()):
        return ""
    return _known(field.attributes.get("w:instr", ""), None)


class Fields:
    """The complex fields that are open. They go on over paragraphs where every one that begins in a part ends in it."""

    def __init__(self, part: Element | None = None) -> None:
        self._open: list[_Open] = []
        self._goes_on = part is not None and _are_even(part)

    def say(self, instruction: str) -> None:
        """A part of the instruction of the innermost field; of an endless one its beginning."""
        if self._open and len(self._open[-1].said) < _ENDLESS:
            self._open[-1].said += instruction

    def mark(self, mark: Element, parts: list[str]) -> str:
        """Take in a mark of a field; what one shows that ends without a value in the file."""
        kind = mark.attributes.get("w:fldCharType", "")
        if kind == "begin":
            self._open.append(_Open(len(parts), mark.find("w:ffData")))
        elif kind == "separate" and self._open:
            self._open[-1].valued = True
            del parts[self._open[-1].before :]  # a text inside an instruction
        elif kind == "end" and self._open:
            return self._end(self._open.pop(), parts)
        return ""

    def pause(self, parts: list[str]) -> None:
        """A paragraph ends: what stands in it inside an instruction is no text."""
        if not self._goes_on:
            self._open.clear()
        for field in self._open:
            field.held = field.held or (field.valued and len(parts) > field.before)
        unsaid = next((field for field in self._open if not field.valued), None)
        if unsaid is not None:
            del parts[unsaid.before :]
        for field in self._open:
            field.before = 0

    def _end(self, field: _Open, parts: list[str]) -> str:
        has_value = field.held or (field.valued and len(parts) > field.before)
        shown = "" if has_value else _known(field.said, field.form)
        if self._open and not self._open[-1].valued:
            self.say(shown or "".join(parts[field.before :]))
            del parts[field.before :]
            return ""
        return shown


def _are_even(part: Element) -> bool:
    """Do as many fields end in a part as begin?"""
    marks = [each.attributes.get("w:fldCharType") for each in part.walk() if each.tag == "w:fldChar"]
    return marks.count("begin") == marks.count("end")


def _known(instruction: str, form: Element | None) -> str:
    """What an instruction shows without a value in the file: "" for nothing, a sign where it is not known."""
    name, _, rest = instruction.strip().partition(" ")
    name = name.upper().partition("\\")[0]
    if name == "FORMDROPDOWN":
        return _chosen(form)
    if name == "FORMCHECKBOX":
        return _ticked(form)
    if name == "EQ":
        shown = equation(instruction.strip()[2:])
        return UNREAD if shown is None else shown
    if name == "SYMBOL":
        return _symbol(rest)
    if name in _BUTTONS:
        return rest.strip().partition(" ")[2].strip()
    return UNREAD if name in _VALUES or name.startswith("=") else ""


def _chosen(form: Element | None) -> str:
    """The entry of a list that is chosen."""
    held = form.find("w:ddList") if form else None
    entries = (
        [each.attributes.get("w:val", "") for each in held.children if each.tag == "w:listEntry"]
        if held
        else []
    )
    number = (held.value("w:result") or held.value("w:default") or "0") if held else "0"
    at = int(number) if number.isascii() and number.isdigit() and len(number) < _LONGEST else len(entries)
    return entries[at] if at < len(entries) else UNREAD


def _ticked(form: Element | None) -> str:
    held = form.find("w:checkBox") if form else None
    if held is None:
        return _BOX
    said = next((at for tag in ("w:checked", "w:default") if (at := held.find(tag)) is not None), None)
    ticked = said is not None and said.attributes.get("w:val", "1") not in ("0", "false", "off")
    return _TICKED if ticked else _BOX


def _symbol(rest: str) -> str:
    r"""The character of a font by its number: `SYMBOL 179 \f "Symbol"`."""
    found = _SYMBOL.match(rest.strip())
    if found is None or int(found[1]) > _PAGE:
        return UNREAD
    return sign(found[2], f"{_PRIVATE + int(found[1]):X}") or UNREAD
