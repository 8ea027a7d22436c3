"""Marks of Markdown within a line: read as blanks of the same length, so that places stay; what is struck out is none of the text.

Marks of bold type are left to paragraphs, whose headings they tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re

_STRUCK = re.compile(r"(?<!~)~~(?![\s~])(?P<of>[^~]{1,200})(?<!\s)~~(?!~)")
_ABOUT = re.compile(
    r"(?<![\d*\\])\*(?=[^\s*，。；：、）)])(?P<slanted>[^*]{1,200})(?<![\s（(])\*(?![\d*])"
    r"|(?<!_)__(?=[^\s_])(?P<under>[^_]{1,80})(?<!\s)__(?!_)"
    r"|(?<!`)`(?P<code>[^`\s][^`]{0,80})`(?!`)"
    r"|(?<![!\]])\[(?P<shown>[^\[\]]{1,80})\]\((?:https?://|/|\.|#|mailto:)[^()\s]{0,300}\)"
)
_SIGNS = ("*", "~~", "__", "`", "](")


def plain(lines: Sequence[str], free: Sequence[bool]) -> tuple[str, ...]:
    """The lines with blanks for such marks in those that are free."""
    return tuple(
        _plain(line) if usable and any(sign in line for sign in _SIGNS) else line
        for line, usable in zip(lines, free, strict=True)
    )


def _plain(line: str) -> str:
    line = _STRUCK.sub(lambda match: match[0] if _is_range(line, match) else " " * len(match[0]), line)
    return _ABOUT.sub(_without_marks, line)


def _is_range(line: str, match: re.Match[str]) -> bool:
    """May the first sign stand between two figures (5~~6 亿元)?"""
    return line[: match.start()][-1:].isdecimal() and match["of"][:1].isdecimal()


def _without_marks(match: re.Match[str]) -> str:
    """What stands between the marks, with blanks for these; so much of an address behind it."""
    group = match.lastgroup or ""
    before, behind = match.start(group) - match.start(), match.end() - match.end(group)
    return " " * before + match[group] + " " * behind
