"""Numbers in a text, and what protects them from being taken for quantities.

Years, dates, document numbers, ordinals, codes, slogans, ages and figures in titles are numbers, but they count
nothing. A pattern here is a convention of writing, not of one document; the first that fits a number wins.
"""

from __future__ import annotations

import re

import msgspec

_YEAR = r"(?:19|20)\d{2}"
_DASH = r"[—–\-~～至到]+"

NUMBER = re.compile(r"(?<![\d.])\d+(?:,\d{3})*(?:\.\d+)?")

_PROTECTED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("title", r"《[^》]{0,400}》"),
        ("document_number", rf"[〔\[［【(]\s*{_YEAR}\s*[〕\]］】)]\s*第?\d+\s*号|第?(?<!\d)\d+号(?!楼|线)"),
        ("date", rf"(?<!\d){_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)"),
        ("date", r"(?<![\d:：])\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?![\d:：])"),
        ("date", rf"(?<!\d){_YEAR}年\d{{1,2}}月(?:\d{{1,2}}日)?"),
        ("period", rf"(?<!\d){_YEAR}年?(?:度)?{_DASH}{_YEAR}年"),
        ("year", rf"(?<!\d){_YEAR}年"),
        ("date", r"(?<![\d.])\d{1,2}月(?:\d{1,2}日)?"),
        ("date", r"(?<![\d.])\d{1,2}日(?=前|起|至|止|后|，|。|,|$)"),
        ("slogan", r"(?<![\w.])(?:\d+|[A-Za-z]+)(?:\+(?:\d+|[A-Za-z]+))+(?![\w.%])"),
        ("code", r"(?<![A-Za-z])[A-Za-z]+[-.]?\d+[A-Za-z0-9.\-]*|(?<![\d.])\d+[A-Za-z][A-Za-z0-9]*"),
        ("age", rf"(?<![\d.])\d+(?:{_DASH}\d+)?(?:周岁|岁)"),
        ("anniversary", r"(?<![\d.])\d+周年"),
        ("ordinal", r"第\s?\d+|(?<=目标)\d+(?=[:：])"),
        ("ordinal", r"[(]\d{1,2}[)](?!\d)"),
        ("list_number", r"(?:^|(?<=[；;。：:]))\d{1,2}[.．、](?!\d(?!\d{3}年))"),
        ("duration", r"(?<![\d.])\d+年"),
    )
)


class Token(msgspec.Struct, frozen=True, order=True):
    """A number at folded[start:end], with what protects it; kind is "" where nothing does."""

    start: int
    end: int
    kind: str = ""


def tokens(folded: str) -> list[Token]:
    """Protected stretches and free numbers of a squeezed text, in order, never overlapping.

    A protected stretch is the whole phrase (2021 年, 《…》), also where a title holds no digit.
    """
    found: list[Token] = []
    taken = [False] * len(folded)
    for kind, pattern in _PROTECTED:
        for match in pattern.finditer(folded):
            if not any(taken[match.start() : match.end()]):
                found.append(Token(match.start(), match.end(), kind))
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    for match in NUMBER.finditer(folded):
        if not any(taken[match.start() : match.end()]):
            found.append(Token(match.start(), match.end()))
    return sorted(found)
