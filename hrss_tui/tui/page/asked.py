"""What a view asks of a page that the page does not know: parameters, and values where only a few mean something. Pure."""

from __future__ import annotations

from collections.abc import Container, Mapping

from hrss_tui.query.views import View


class _Any:
    def __contains__(self, value: object) -> bool:
        return True


class _Years:
    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and is_year(value)


A_YEAR: Container[str] = _Years()
Known = Mapping[str, Container[str]]
"""Parameter → its values that mean something; whether the package has what is asked for, the page itself says."""


def is_year(value: str) -> bool:
    """Whether it is written as a year."""
    return value.isascii() and value.isdigit() and len(value) == len("2026")


def known(*names: str, **few: Container[str]) -> Known:
    """Parameters of any value, and those of which only some values mean something."""
    return {**dict.fromkeys(names, _Any()), **few}


def unknown(of: Known, shown: View) -> list[str]:
    """The parameters, as `name=value`, that are none or whose value is none: what is shown is shown without them."""
    return [f"{name}={value}" for name, value in shown.params if value and value not in of.get(name, ())]
