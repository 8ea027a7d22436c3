"""Misprints that the document itself gives away, to `corrections`; the text itself is never changed.

A body's long name with one character wrong, a word printed twice where the same words stand elsewhere with it
once, ordinals such as 一十一, a document number with 法 for 发.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.records import BudgetTable, Correction
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.text import Text

_HAN = "[一-鿿]"
_TWICE = re.compile(rf"({_HAN}{{2,6}})\1")
_ORDINAL = re.compile(r"[（(]?\s*(一十[一二三四五六七八九]?)\s*[）)、.]?")
_NUMBER = re.compile(rf"(?<!{_HAN})({_HAN}{{2,8}})法(?=[〔\[［])")
_SHORTEST = 10
_CONTEXT = 2


class _Compact(msgspec.Struct, frozen=True, dict=True):
    """A block's text without white space."""

    text: Text
    letters: str

    @cached_property
    def offsets(self) -> Sequence[int]:
        """Where the letters stand in the text; few blocks are asked."""
        return [offset for offset, char in enumerate(self.text.text) if not char.isspace()]


def extract(source: Source, found: Harvest) -> Harvest:
    """Every misprint that the document proves."""
    blocks = [_compact(block.text) for block in source.blocks]
    whole = "\n".join(block.letters for block in blocks)
    names = _bodies(source, found)
    rows: list[Correction] = []
    for block, placed in zip(blocks, source.blocks, strict=True):
        rows += _names(source, block, names)
        rows += _twice(source, block, whole)
        rows += _ordinals(source, placed)
        rows += _numbers(source, block, whole)
    return Harvest(tuple(rows))


def _compact(text: Text) -> _Compact:
    return _Compact(text, "".join(text.text.split()))


def _bodies(source: Source, found: Harvest) -> tuple[str, ...]:
    """Names of the department as its tables and its signature print them."""
    names = [source.document.issuer]
    names += [row.department for row in found.of(BudgetTable) if isinstance(row, BudgetTable)]
    bare = [re.sub(r"\s+", "", name) for name in names if name]
    return tuple(dict.fromkeys(name for name in bare if len(name) >= _SHORTEST))


def _names(source: Source, block: _Compact, names: Sequence[str]) -> Iterator[Correction]:
    """Names of which one character, neither the first nor the last, is another one."""
    for name in names:
        half = len(name) // 2
        if name[:half] not in block.letters and name[half:] not in block.letters:
            continue
        for at in range(len(block.letters) - len(name) + 1):
            window = block.letters[at : at + len(name)]
            if _one_wrong(window, name) and window not in names:
                reason = f"本文件的部门名称为“{name}”，此处一字之差，按原文保留"
                yield _correction(source, block, (at, at + len(name)), (name, reason))


def _one_wrong(window: str, name: str) -> bool:
    if window[0] != name[0] or window[-1] != name[-1]:
        return False
    return sum(a != b for a, b in zip(window, name, strict=True)) == 1


def _twice(source: Source, block: _Compact, whole: str) -> Iterator[Correction]:
    """A word printed twice, where the document elsewhere has it once between the same words."""
    for match in _TWICE.finditer(block.letters):
        if _in_two_cells(block, match):
            continue
        before = block.letters[max(0, match.start() - _CONTEXT) : match.start()]
        after = block.letters[match.end() : match.end() + _CONTEXT]
        once = before + match.group(1) + after
        if len(before) == len(after) == _CONTEXT and once in whole:
            reason = f"“{match.group(1)}”重复；文中他处印作“{once}”，按原文保留"
            yield _correction(source, block, match.span(), (match.group(1), reason))


def _in_two_cells(block: _Compact, match: re.Match[str]) -> bool:
    """Do the words stand in cells side by side, as labels of a header do: 预算数 | 决算数 | 预算数 | 决算数?"""
    start, end = block.offsets[match.start()], block.offsets[match.end() - 1]
    return "\t" in block.text.text[start:end]


def _ordinals(source: Source, placed: Placed) -> Iterator[Correction]:
    """（一十一） for （十一）."""
    number = placed.raw.number or ""
    match = _ORDINAL.fullmatch(number)
    if match and placed.text.text.startswith(number):
        reading = number.replace(match.group(1), match.group(1)[1:])
        reason = f"序号“{match.group(1)}”应为“{match.group(1)[1:]}”"
        yield _correction(
            source, _compact(placed.text), (0, len(re.sub(r"\s", "", number))), (reading, reason)
        )


def _numbers(source: Source, block: _Compact, whole: str) -> Iterator[Correction]:
    """新政办法〔2016〕 where the document elsewhere has 新政办发〔2018〕."""
    for match in _NUMBER.finditer(block.letters):
        reading = match.group(1) + "发"
        if re.search(rf"(?<!{_HAN}){reading}[〔\[［]", whole):
            reason = f"文号代字“{match.group()}”疑为“{reading}”，本文件他处如此印，按原文保留"
            yield _correction(source, block, match.span(), (reading, reason))


def _correction(source: Source, block: _Compact, part: tuple[int, int], what: tuple[str, str]) -> Correction:
    start, end = block.offsets[part[0]], block.offsets[part[1] - 1] + 1
    lines = block.text.lines(start, end)
    return Correction(
        correction_id=source.repair(block.text.spans(start, end)[0]),
        type="misprint",
        printed=block.text.text[start:end],
        reading=what[0],
        reason=what[1],
        doc_id=source.doc_id,
        line_start=lines[0],
        line_end=lines[1],
    )
