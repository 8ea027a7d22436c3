"""White text among other text: nobody sees it. A paragraph that is white as a whole stands on a dark ground."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re

_HEX = re.compile(r"[0-9A-F]{6}")
_NEAR = 15
"""Channels of two colours that no eye tells apart differ by no more (of 255)."""


class Pale(str):
    """A stretch of a paragraph that is written in white, on no ground of its own."""

    __slots__ = ()


def without_pale(parts: Sequence[str]) -> list[str]:
    """The stretches of a paragraph that are seen."""
    if any(not isinstance(part, Pale) and part.strip() for part in parts):
        return [part for part in parts if not isinstance(part, Pale)]
    return list(parts)


def is_near(one: str, other: str) -> bool:
    """Are two colours, as six hexadecimal digits, those that no eye tells apart?"""
    if not (_HEX.fullmatch(one) and _HEX.fullmatch(other)):
        return False
    return all(abs(a - b) <= _NEAR for a, b in zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))
