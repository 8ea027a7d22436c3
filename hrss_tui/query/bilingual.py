"""What a document prints, whose English is looked up when somebody asks for it."""

from __future__ import annotations

from hrss_tui.query.quantities import printed_in
from hrss_tui.words import Phrase, spoken


class Printed(Phrase):
    """Names and figures beside each other: in English each that the reference has one for, the others as printed.

    Loading the reference takes longer than a key may: it waits until the English is read.
    """

    __slots__ = ("_parts",)
    _parts: tuple[str, ...]

    def __new__(cls, *parts: str) -> Printed:
        """Hold the parts, of which empty ones are left out."""
        text = str.__new__(cls, " ".join(part for part in parts if part))
        text._parts = tuple(part for part in parts if part)
        return text

    def __getattr__(self, name: str) -> str:
        """Make the English when it is first asked for."""
        if name != "en":
            raise AttributeError(name)
        self.en = " ".join(map(_english, self._parts))
        return self.en

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, str]]:
        """In both languages: an error may come from another process."""
        return Phrase, (str(self), self.en)


def _english(part: str) -> str:
    """A name or a figure with its unit."""
    if isinstance(part, Phrase):
        return spoken(part, "en")
    figure = printed_in(part, "en")
    if figure != part:
        return figure
    from hrss_tui.reference.english import english_of

    return english_of(part) or part
