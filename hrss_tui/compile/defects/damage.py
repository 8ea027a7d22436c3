"""Running text that the file interrupts, breaks off or leaves half-marked, to `corrections`.

Another article printed into a sentence, a text that ends inside a title, an opening quotation mark without its
partner, a foreign conjunction between Chinese words. The document itself gives each away; its text is not changed.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import BREAK, Harvest, Source
from hrss_tui.records import Correction
from hrss_tui.sources import marks
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import Text

_REACH = 6
_QUOTED = 100
"""Characters behind an open quotation mark that are printed, at most."""
_HAN = "[\u4e00-\u9fff]"
_FOREIGN = re.compile(rf"(?<={_HAN})\s*\b(and|or)\b\s*(?={_HAN})")
_CONJUNCTIONS = {"and": "和", "or": "或"}
_PHRASE_END = re.compile(r"[，。；：！？\t\n”]")


class _Repair(msgspec.Struct, frozen=True):
    """What is printed at text[start:end], what was read instead, and why."""

    text: Text
    start: int
    end: int
    printed: str
    reading: str
    reason: str
    type: str = "extraction"


def extract(source: Source, _found: Harvest) -> Harvest:
    """Every place of the document's text that is damaged in one of these ways."""
    texts = [block.text for block in source.blocks if block.text.text]
    repairs = [fix for text in texts for fix in (*_interrupted(source, text), *_foreign(text), *_quote(text))]
    return Harvest(tuple(_correction(source, fix) for fix in (*repairs, *_broken_off(source))))


def _interrupted(source: Source, text: Text) -> Iterator[_Repair]:
    """A sentence that goes on behind another article."""
    for before, after in zip(text.runs, text.runs[1:], strict=False):
        between = [
            (number, source.parsed.file.lines[number - 1]) for number in range(before.line + 1, after.line)
        ]
        printed = [number for number, line in between if line.strip()]
        if not any((level := marks.markdown_heading(line)) and level[0] == 1 for _, line in between):
            continue
        at = after.offset
        left, right = text.text[max(0, at - _REACH) : at], text.text[at : at + _REACH]
        twice = "".join(piece.text for piece in source.parsed.repeated if piece.line == after.line)
        reason = f"正文被第 {printed[0]}—{printed[-1]} 行的另一篇文章隔断，接第 {after.line} 行"
        reason += f"；断处印了两次的“{twice}”只读一次" if twice else ""
        yield _Repair(text, at - 1, at + 1, f"{left}{BREAK}{twice}{right}", left + right, reason)


def _foreign(text: Text) -> Iterator[_Repair]:
    for match in _FOREIGN.finditer(text.text):
        word = match.group(1)
        reason = f"中文词语之间夹有英文“{word}”，按原文保留"
        yield _Repair(text, match.start(1), match.end(1), word, _CONJUNCTIONS[word], reason)


def _quote(text: Text) -> Iterator[_Repair]:
    """Quotation marks that nothing closes; one that begins a paragraph may be closed in a later one."""
    opened: list[int] = []
    for match in re.finditer("[“”]", text.text) if "“" in text.text else ():
        if match.group() == "“":
            opened.append(match.start())
        elif opened:
            opened.pop()
    for at in filter(None, opened):
        farthest = min(len(text.text), at + _QUOTED)
        found = _PHRASE_END.search(text.text, at, farthest)
        end = found.start() if found else farthest
        printed = text.text[at:end]
        yield _Repair(text, at, end, printed, printed[1:], "引号“没有对应的”，按原文保留", "misprint")


def _broken_off(source: Source) -> Iterator[_Repair]:
    """A document whose last paragraph ends inside a title."""
    last = next((block for block in reversed(source.blocks) if block.text.text.strip()), None)
    if last is None or last.kind is not Kind.PARAGRAPH or marks.is_ended(last.text.text):
        return
    text = last.text.text.rstrip()
    at = text.rfind("《")
    if at >= 0 and text.count("《", at) > text.count("》", at):
        printed = text[at:]
        yield _Repair(last.text, at, len(text), printed, printed + "……", "正文在此中断，以下文字不在本文件中")


def _correction(source: Source, fix: _Repair) -> Correction:
    first, last = fix.text.lines(fix.start, fix.end)
    return Correction(
        correction_id=source.repair(fix.text.spans(fix.start, fix.end)[0]),
        type=fix.type,
        printed=fix.printed,
        reading=fix.reading,
        reason=fix.reason,
        doc_id=source.doc_id,
        line_start=first,
        line_end=last,
    )
