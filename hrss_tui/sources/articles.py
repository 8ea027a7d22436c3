"""Files that hold several articles, also where one is printed into the middle of another.

Articles begin at a Markdown heading of the first level, or at the title of another paper (see `papers`). Where an article breaks off in the middle of a
sentence, its rest may stand behind a fragment of the next one. Which open end a fragment continues is decided
by the file itself: the end whose junction with the fragment reads like text that stands elsewhere in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.papers import papers
from hrss_tui.sources.text import Piece

_DIGIT = re.compile(r"\d")
_REACH = 6
_MOST = 30
"""Articles that break off, and fragments that may be their rest: each is looked for in the whole file."""


class Article(msgspec.Struct, frozen=True):
    """The lines of one article in reading order; `repeated` is text printed on both sides of a break."""

    lines: tuple[Piece, ...]
    repeated: tuple[Piece, ...] = ()


def split_articles(lines: Sequence[Piece]) -> list[Article]:
    """The articles of a file; the whole file where there is at most one heading of the first level."""
    starts = _starts(lines)
    if len(starts) < 2:
        return _cut(lines, papers(lines))
    articles = _cut(lines, starts)
    parts = [article.lines for article in articles]
    corpus = ""
    asked = 0
    for i in range(len(parts) - 1):
        if asked < _MOST and _breaks_off(articles[i]):
            asked += 1
            corpus = corpus or _DIGIT.sub("0", "\n".join(line.text.strip() for line in lines))
            articles[i], articles[i + 1] = _disentangle(articles[i], articles[i + 1], corpus)
    return articles


def _cut(lines: Sequence[Piece], starts: Sequence[int]) -> list[Article]:
    """The lines in as many articles as begin; what stands above the first is of it."""
    return [Article(tuple(lines[a:b])) for a, b in pairwise((0, *starts[1:], len(lines)))]


def _breaks_off(article: Article) -> bool:
    """Does the article end in the middle of a sentence?"""
    tail = _last_text(article.lines)
    return tail is not None and not marks.is_ended(tail.text.strip())


def _starts(lines: Sequence[Piece]) -> list[int]:
    """Where articles begin: at headings with text below them, where none but headings stand between."""
    starts: list[int] = []
    told = True
    for i, line in enumerate(lines):
        if marks.markdown_heading(line.text) is None:
            told = told or bool(line.text.strip())
        elif _is_article_heading(line.text) and told:
            starts.append(i)
            told = False
    return starts


def _is_article_heading(line: str) -> bool:
    """A heading of the first level that numbers no part of a document."""
    level = marks.markdown_heading(line)
    return level is not None and level[0] == 1 and marks.marker(line[level[1] :].strip()) is None


def _disentangle(first: Article, second: Article, corpus: str) -> tuple[Article, Article]:
    """Give the rest of `first`, which breaks off, back to it, where `second` was printed into it."""
    tail = _last_text(first.lines)
    if tail is None:
        return first, second
    for i, fragment in _fragments(second.lines)[:_MOST]:
        own_end = _last_text(second.lines[:i])
        overlap, score = _junction(tail.text.strip(), fragment.text.strip(), corpus)
        rival = _junction(own_end.text.strip(), fragment.text.strip(), corpus)[1] if own_end else 0
        if score > rival:
            cut = Piece(fragment.line, fragment.start + overlap, fragment.text[overlap:])
            doubled = (Piece(fragment.line, fragment.start, fragment.text[:overlap]),) if overlap else ()
            rest = (cut, *second.lines[i + 1 :])
            return Article(first.lines + rest, doubled), Article(second.lines[:i], second.repeated)
    return first, second


def _last_text(lines: Sequence[Piece]) -> Piece | None:
    return next((line for line in reversed(lines) if line.text.strip()), None)


def _fragments(lines: Sequence[Piece]) -> list[tuple[int, Piece]]:
    """Lines that go on where the line before them has not ended a sentence."""
    found, before = [], ""
    for i, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            continue
        starts = marks.markdown_heading(text) or marks.marker(text) or text.startswith("**")
        if before and not marks.is_ended(before) and not starts and not marks.markdown_heading(before):
            found.append((i, line))
        before = text
    return found


def _junction(left: str, right: str, corpus: str) -> tuple[int, int]:
    """How much of the text across the joint stands elsewhere: (characters printed twice, length of the match)."""
    left, right = _DIGIT.sub("0", left), _DIGIT.sub("0", right)
    best = (0, 0)
    for overlap in (1, 0):
        if overlap and left[-1:] != right[:1]:
            continue
        rest = right[overlap:]
        for reach in range(_REACH, 1, -1):
            for taken in range(reach - 1, 0, -1):
                if left[-taken:] + rest[: reach - taken] in corpus and reach > best[1]:
                    best = (overlap, reach)
    return best
