"""The formula of a Word file as one line of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hrss_tui.sources.formats.formulas import fraction, index, power, root
from hrss_tui.sources.formats.xml import Element

_FORMS: dict[str, Callable[[Sequence[str]], str]] = {
    "m:f": fraction, "m:sSup": power, "m:sSub": index, "m:sSubSup": index,
}  # fmt: skip


def formula(at: Element) -> str:
    """What a formula shows; its depth is that of a file, which is bound."""
    if at.tag in ("m:t", "w:t"):
        return at.text
    if at.tag == "w:rPr" or at.tag.endswith("Pr"):
        return ""
    parts = [formula(child) for child in at.children if not child.tag.endswith("Pr")]
    if at.tag == "m:rad":
        return root(parts[::-1])
    if at.tag == "m:d":
        return _bracketed(at, parts)
    if at.tag == "m:nary":
        return _sign(at, "m:naryPr", "m:chr", "∫") + "".join(parts)
    form = _FORMS.get(at.tag)
    return form(parts) if form else "".join(parts)


def _bracketed(at: Element, parts: Sequence[str]) -> str:
    """Parts in brackets, or in what stands for them."""
    first, between, last = (
        _sign(at, "m:dPr", tag, usual)
        for tag, usual in (("m:begChr", "("), ("m:sepChr", "|"), ("m:endChr", ")"))
    )
    return first + between.join(parts) + last


def _sign(at: Element, properties: str, tag: str, usual: str) -> str:
    said = at.value(properties, tag, attribute="m:val")
    return usual if said is None else said
