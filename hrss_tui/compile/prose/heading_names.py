"""What a heading, a title or a short sentence in their place names for the figures below: a fund, an insurance."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import Named, whole_name, without_brackets, without_lead, without_tail
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words

_WORDS = statement_words()
_HEADING = 24
"""Characters of the longest name a heading gives."""
_BARE = re.compile(r"(?:[一二三四五六七八九十\d]{1,2}[是、.．])?(?P<name>[\u3400-\u9fff（）()]{2,20})[。：]")
_WENT = re.compile(rf"(?:{re.any_of(_WORDS.topics.works)})*(?:{re.any_of(_WORDS.topics.went)})")


@cache
def _heading_pattern() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().heading_names))


def heading_name(squeezed: Squeezed, start: int, end: int) -> Named | None:
    """What a heading, or a short sentence in its place, names for the figures below: a fund, an insurance."""
    text = without_lead(squeezed.shown[start:end].lstrip("—–―─·")).rstrip("。：: ")
    name = whole_name(without_brackets(text))
    name = without_tail(name, prose_words().base_tails)
    account = without_tail(name, prose_words().heading_tails)
    name = account if _heading_pattern().search(account) else name
    fits = (
        len(name) <= _HEADING and _heading_pattern().search(name) and not name.startswith(prose_words().verbs)
    )
    return Named(name, squeezed.line(start)) if fits else None


_UNITS = re.compile(r"[（(][^（）()]{0,16}[)）]$")


def draws(text: str, period: str | None, default: str | None) -> bool:
    """Is a heading the name of a chart of several years in a text about the last of them: 2029—2033年…参保人数及增速?"""
    last = (period or "").partition("/")[2]
    return last != "" and last == default and _UNITS.sub("", text).endswith(prose_words().charted)


def bare_heading(text: str) -> int | None:
    """Where the name begins if the sentence is nothing else: the whole name of a fund or an insurance (2.工伤保险。)."""
    bare = _BARE.fullmatch(text)
    named = bare and _heading_pattern().search(bare["name"])
    return bare.start("name") if bare and named and not bare["name"].startswith(prose_words().verbs) else None


def title_name(squeezed: Squeezed) -> Named | None:
    """The one fund or insurance that a title names."""
    found = {match.group(): match.start() for match in _title_pattern().finditer(squeezed.folded)}
    (name,) = found if len(found) == 1 else ("",)
    return Named(name, squeezed.line(found[name])) if name else None


def insurance_led(text: str) -> str:
    """The insurance of which words tell how it went (城乡居民医疗保险工作稳步推进), else all of them."""
    named = _title_pattern().match(text)
    return named.group() if named and _WENT.match(text, named.end()) else text


@cache
def _title_pattern() -> re.Pattern[str]:
    return re.compile(prose_words().title_names)
