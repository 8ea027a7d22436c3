"""Files that hold several articles, also where one is printed into the middle of another.

Articles begin at a Markdown heading of the first level, or at the title of another bulletin, list of tasks or report,
of another place or year, behind the text of the first. Where an article breaks off in the middle of a
sentence, its rest may stand behind a fragment of the next one. Which open end a fragment continues is decided
by the file itself: the end whose junction with the fragment reads like text that stands elsewhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from hrss_tui.sources import marks
from hrss_tui.sources.text import Piece

_DIGIT = re.compile(r"\d")
_REACH = 6
_MOST = 30
"""Articles that break off, and fragments that may be their rest: each is looked for in the whole file."""
_SENTENCES = 2
"""Lines that end a sentence below a title: fewer are those of a list of links."""
_TITLE = re.compile(
    r"(?=.{8,44}$)(?=[^。，；：:《》]*$)(?:20\d{2}\s?年度?)?[\u3400-\u9fff]{2,12}?(?:省|自治区|市|县|区|州|盟|旗|地区|兵团)(?:20\d{2}\s?年度?)?[\u3400-\u9fff]{2,26}(?P<kind>公报|要点|工作总结|工作报告)"
)
_YEAR = re.compile(r"20\d{2}")
_PLACE = re.compile(r"(?:20\d{2}年度?)?(?P<place>[\u3400-\u9fff]{2,8}(?:省|自治区|市|县|区|州|盟|旗|兵团))")


class Article(msgspec.Struct, frozen=True):
    """The lines of one article in reading order; `repeated` is text printed on both sides of a break."""

    lines: tuple[Piece, ...]
    repeated: tuple[Piece, ...] = ()


def split_articles(lines: Sequence[Piece]) -> list[Article]:
    """The articles of a file; the whole file where there is at most one heading of the first level."""
    starts = _starts(lines)
    if len(starts) < 2:
        starts = _titles(lines)
    if len(starts) < 2:
        return [Article(tuple(lines))]
    starts[0] = 0
    parts = [list(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    articles = [Article(tuple(part)) for part in parts]
    corpus = ""
    asked = 0
    for i in range(len(parts) - 1):
        if asked < _MOST and _breaks_off(articles[i]):
            asked += 1
            corpus = corpus or _DIGIT.sub("0", "\n".join(line.text.strip() for line in lines))
            articles[i], articles[i + 1] = _disentangle(articles[i], articles[i + 1], corpus)
    return articles


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


def _titles(lines: Sequence[Piece]) -> list[int]:
    """Where a file of several papers of one kind has their titles: each on a line alone, with text behind it.

    A title of the same place and years is that of a page or of a part; one without text behind it is a link.
    """
    found: list[tuple[int, tuple[str, ...]]] = []
    sentences = 0
    for i, line in enumerate(lines):
        named = _title(line.text.strip()) if _alone(lines, i) else None
        if named:
            if found and sentences < _SENTENCES:
                found.pop()
            if not found or (named[0] == found[0][1][0] and named != found[-1][1]):
                found.append((i, named))
                sentences = 0
        sentences += line.text.rstrip().endswith("。")
    if found and sentences < _SENTENCES:
        found.pop()
    return [i for i, _ in found]


def _alone(lines: Sequence[Piece], i: int) -> bool:
    """Has a line nothing directly before and behind it?"""
    return all(not lines[j].text.strip() for j in (i - 1, i + 1) if 0 <= j < len(lines))


def _title(text: str) -> tuple[str, ...] | None:
    """What kind of paper a line is the title of, of which place and which years; None where it is no title."""
    match = _TITLE.fullmatch(text)
    place = _PLACE.search(text) if match else None
    return (match["kind"], place["place"], *_YEAR.findall(text)) if match and place else None


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
