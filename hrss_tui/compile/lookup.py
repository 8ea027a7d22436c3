"""What search needs to know of characters, computed once so that reading needs no library for it.

Only characters that occur in the package are in the tables:
`variants` is a pair of strings of equal length, a variant or traditional character and what it is folded to;
`pinyin` is a map from a syllable (no tone) to the characters that are read so in these texts, found in context,
so that 会 is read hui in 社会 and kuai in 会计 and not otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Any

from hrss_tui import lazy_re as re
from hrss_tui.errors import UsageError
from hrss_tui.records import Block, Document, Indicator, Prefecture, Project, Record
from hrss_tui.words import phrase

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_SYLLABLE = re.compile(r"[a-z]+")
_ALL_HAN = range(0x3400, 0xA000)
_SYSTEMS = ("t2s", "tw2s", "hk2s")
_LIBRARIES = ("opencc", "pypinyin")


def check_libraries() -> None:
    """Raise UsageError where a library is missing that `lookup` needs: to be asked before files are read for minutes."""
    for name in _LIBRARIES:
        if find_spec(name) is None:
            raise _missing(name)


def lookup(tables: dict[str, list[Record]]) -> dict[str, Any]:
    """The key `lookup` of a package. Raises UsageError where the libraries are missing."""
    texts = list(_texts(tables))
    words = sorted({word for text in texts for word in _HAN.findall(text)})
    return {"variants": _variants(set("".join(words))), "pinyin": _readings(words)}


def _texts(tables: dict[str, list[Record]]) -> Iterable[str]:
    """Everything that search may look at."""
    for rows in tables.values():
        for row in rows:
            match row:
                case Block():
                    yield row.text
                case Document():
                    yield row.title
                case Project():
                    yield row.name
                case Indicator():
                    yield from (row.name, *row.aliases)
                case Prefecture():
                    yield from (row.name, row.short_name, *row.aliases)


def _variants(occurring: set[str]) -> list[str]:
    """Characters that fold to one that occurs, or that occur and fold, and what they fold to."""
    simple = _simplified("\n".join(map(chr, _ALL_HAN)))
    pairs = [
        (chr(code), folded)
        for code, folded in zip(_ALL_HAN, simple, strict=True)
        if len(folded) == 1 and folded != chr(code) and (folded in occurring or chr(code) in occurring)
    ]
    return ["".join(variant for variant, _ in pairs), "".join(folded for _, folded in pairs)]


def _simplified(lines: str) -> Sequence[str]:
    """Each line in simplified characters, whichever region's traditional it is in."""
    try:
        from opencc import OpenCC
    except ImportError as error:
        raise _missing("opencc") from error
    for system in _SYSTEMS:
        lines = OpenCC(system).convert(lines)
    return lines.split("\n")


def _readings(words: Iterable[str]) -> dict[str, str]:
    try:
        from pypinyin import lazy_pinyin
        from pypinyin.seg.simpleseg import seg
    except ImportError as error:
        raise _missing("pypinyin") from error
    found: dict[str, set[str]] = {}
    # A word is read phrase by phrase, and most phrases stand in many words.
    for part in {part for word in words for part in seg(word)}:
        for char, syllable in zip(part, lazy_pinyin(part), strict=True):
            if _SYLLABLE.fullmatch(syllable):
                found.setdefault(syllable, set()).add(char)
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found)}


def _missing(name: str) -> UsageError:
    return UsageError(phrase("find.error.no_library", name=name), f"pip install {name}")
