"""White text among other text: nobody sees it. A paragraph that is white as a whole stands on a dark ground."""

from __future__ import annotations

from collections.abc import Sequence


class Pale(str):
    """A stretch of a paragraph that is written in white, on no ground of its own."""

    __slots__ = ()


def without_pale(parts: Sequence[str]) -> list[str]:
    """The stretches of a paragraph that are seen."""
    if any(not isinstance(part, Pale) and part.strip() for part in parts):
        return [part for part in parts if not isinstance(part, Pale)]
    return list(parts)
