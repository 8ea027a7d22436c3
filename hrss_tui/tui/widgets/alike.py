"""Rows that would look alike in the columns that are drawn, and what tells them apart there.

Names are equal, and the column that differs is out of view; or they are cut before they differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hrss_tui import lazy_re as re
from hrss_tui.tui.paint.text import cut, cut_to

_NUMBER: Final = re.compile(r"\d[\d.,]*")


def names_apart(
    rows: Mapping[str, Sequence[str]],
    drawn: Sequence[int],
    hidden: Sequence[int],
    widths: Sequence[int],
    ellipsis: str,
) -> dict[str, str]:
    """Of such rows the texts of their names by key, where that helps: with that of the hidden column that differs, cut
    where they differ, with all numbers that would be drawn otherwise.

    `rows` are the texts of rows by key; `drawn` and `hidden` are the columns of words, that of names first.
    """
    found: dict[str, str] = {}
    name, wide = drawn[0], widths[drawn[0]]
    plain = {key: cut(texts[name], wide, ellipsis) for key, texts in rows.items()}
    for keys in _alike(rows, plain, drawn[1:], widths):
        texts = [rows[key][name] for key in keys]
        if len(set(texts)) < len(texts):
            texts = _with_hidden(texts, [[rows[key][index] for key in keys] for index in hidden])
        at = _common(texts)
        for key, text in zip(keys, texts, strict=True):
            fitted = cut(text, wide, ellipsis)
            found[key] = fitted if fitted != plain[key] else cut_to(text, at, wide, ellipsis)
    often = Counter((*plain.values(), *found.values()))
    return {
        key: text
        for key, text in found.items()
        if often[text] == 1 and set(_NUMBER.findall(plain[key])) <= set(_NUMBER.findall(text))
    }


def _common(texts: Sequence[str]) -> int:
    """How many characters they begin with in common."""
    first, last = min(texts), max(texts)
    pairs = enumerate(zip(first, last, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(first), len(last)))


def _with_hidden(texts: Sequence[str], hidden: Sequence[Sequence[str]]) -> list[str]:
    """Names with the texts of the column in which most differ."""
    telling = max(hidden, key=lambda column: len(set(column)), default=())
    if len(set(telling)) < 2:
        return list(texts)
    return [f"{text} {said}".rstrip() for text, said in zip(texts, telling, strict=True)]


def _alike(
    rows: Mapping[str, Sequence[str]], plain: Mapping[str, str], others: Sequence[int], widths: Sequence[int]
) -> Iterable[list[str]]:
    """The keys of rows whose words are drawn the same."""
    same: dict[tuple[str, ...], list[str]] = {}
    for key, texts in rows.items():
        drawn = (plain[key], *(texts[index][: widths[index]] for index in others))
        same.setdefault(drawn, []).append(key)
    return (keys for keys in same.values() if len(keys) > 1)
