"""The formula of a page (MathML) as one line of text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hrss_tui.sources.formats.formulas import fraction, index, power, root
from hrss_tui.sources.formats.html.tree import Node
from hrss_tui.sources.formats.tokens import Words

_FORMS: dict[str, Callable[[Sequence[str]], str]] = {
    "mfrac": fraction, "msup": power, "mover": power, "msub": index, "munder": index, "msubsup": index,
    "munderover": index, "mroot": root,
}  # fmt: skip
_UNSEEN = ("annotation", "annotation-xml", "mphantom")
"""What is written for programs, or only takes its room."""


def formula(node: Node) -> str:
    """What a formula shows; its depth is that of a page, which is bound."""
    if node.tag in _UNSEEN:
        return ""
    parts = [
        "".join(child.text.split()) if isinstance(child, Words) else formula(child) for child in node.children
    ]
    if node.tag == "msqrt":
        return root(["".join(parts)])
    form = _FORMS.get(node.tag)
    return form([part for part in parts if part]) if form else "".join(parts)
