r"""Figures that a document sets as formulas (`$>=92\%$`), as they read."""

from __future__ import annotations

from hrss_tui import lazy_re as re

_FORMULA = re.compile(r"\$([^$]*)\$")
_COMMAND = re.compile(r"\\([a-zA-Z]+) ?")
_COMMANDS = {
    "ge": "≥", "geq": "≥", "geqslant": "≥", "le": "≤", "leq": "≤", "leqslant": "≤", "gt": ">", "lt": "<",
    "ne": "≠", "neq": "≠", "times": "×", "div": "÷", "pm": "±", "sim": "~", "approx": "≈", "cdot": "·",
    "circ": "°", "mathrm": "", "text": "", "quad": " ",
}  # fmt: skip
"""What the commands of a formula print; of others the name is left."""


def without_math(text: str) -> str:
    r"""A figure whose document sets it as a formula (`$>=92\%$`), as it reads."""
    return _FORMULA.sub(_read, text)


def _read(found: re.Match[str]) -> str:
    inner = _COMMAND.sub(lambda word: _COMMANDS.get(word[1], word[1]), found[1])
    return inner.replace("\\", "").strip()
