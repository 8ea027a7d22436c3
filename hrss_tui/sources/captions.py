"""Rows of a table that are prose: its title, its captions side by side, its notes.

Where a table is drawn in cells, whoever drew it put the title over all columns, 编制部门 and 单位 at the ends of one
row and the notes below. What tells them from rows of figures is how they are filled and where they stand; words
decide only between a title and a header that spans the whole table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference import column_roles, furniture, is_table_title, units
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.units import split_unit
from hrss_tui.sources import marks

_FORM_NUMBER = re.compile(
    r"(?:[\u3400-\u9fff]{0,6}表|附件|附表)\s*[\d一二三四五六七八九十]{1,3}(?:[-—－]\d{1,2})?|[\u3400-\u9fff]{0,4}(?:公开|财决|财预|预算|决算)\s*\d{1,3}(?:[-—－]\d{1,2})?\s*表"
)
_TITLE = re.compile(r"表\s*(?:[（(【].{0,40}[)）】])?$|^《.{1,60}》$")
_NUMBERED_TITLE = re.compile(rf"(?:{_FORM_NUMBER.pattern})[\s:：、.]")
_UNIT_BEHIND = re.compile(r"\s{0,9}[（(]?(?:金额|计量|货币)?单\s?位\s?[:：][^:：]{1,20}$")
_PERIOD = re.compile(
    r"(?:截[至止]到?\s*)?(?:19|20)\d{2}\s*"
    r"(?:年度?(?:\s*(?:[上下]半年|前[二三]季度|第?[一二三四]季度)|[末底])?"
    r"|[-.年/]\s*\d{1,2}\s*(?:月[份末底]?|[-./月]\s*\d{1,2}\s*日?|[-—－–~至]\s*\d{1,2}\s*月份?))"
)
_SAID = re.compile(r"[\u3400-\u9fff]{2,8}\s*+[:：]\s*+\S[^:：。；]{0,40}")
_REMARK = re.compile(r"\([^()]{1,20}\)$")
_UNITS = re.compile(r"[、,;和及]|/(?=[%‰])")
_NO_NAME = re.compile("[:：;；]|如下|下表|^[（(]?续")
_WIDE_BLANK = re.compile(r"\u3000+|\s{2,}")
_LONGEST = 80
"""Characters of a line of captions, at most."""
_SHORTEST = 3
"""Characters of a word that may be a label as well as the name of a body."""


class Filled(msgspec.Struct, frozen=True):
    """A cell that is not blank: its text and how many columns it covers."""

    text: str
    columns: int = 1


Rows = Sequence[Sequence[Filled]]
"""The cells of every row that are not blank; a blank row is empty."""


def prose_rows(rows: Rows, columns: int, titled: bool = False) -> frozenset[int]:
    """Indices of the rows that are prose; all of them where no row has cells side by side.

    `columns` is the width of the table; `titled` says that something stands above it that may be its title.
    """
    tabular = [len(row) > 1 and not is_caption_row(row) for row in rows]
    if not any(tabular):
        return frozenset(i for i, row in enumerate(rows) if row)
    first, last = tabular.index(True), len(rows) - 1 - tabular[::-1].index(True)
    found = set(_above(rows, first, columns, titled))
    found |= set(_between(rows, range(first + 1, last), columns))
    found |= {i for i in range(last + 1, len(rows)) if rows[i] and _is_note(rows[i], columns)}
    return frozenset(found)


def _above(rows: Rows, first: int, columns: int, titled: bool) -> Iterator[int]:
    """Rows above the first row of cells side by side: what follows the captions is header.

    A label over all columns tells none of them from the others: where it ends as what a table shows (主要指标完成情况), it is
    the title.
    """
    captions = [i for i in range(first) if is_caption_row(rows[i])]
    for i in range(first):
        if not rows[i]:
            continue
        text, over = rows[i][0].text, rows[i][0].columns >= columns > 1
        before_captions = bool(captions) and i <= captions[-1]
        told = is_title(text) or _is_sentence(rows[i]) or (over and _shows(text))
        if before_captions or not (titled or captions) or told:
            yield i


def _shows(text: str) -> bool:
    """Does a text end as what a table shows: 2031年上半年社会保险参保情况?"""
    return _REMARK.sub("", fold_label(text)).endswith(furniture().shown)


def _between(rows: Rows, inner: range, columns: int) -> Iterator[int]:
    """Rows inside: captions, titles over all columns or below a blank row, notes on the table above."""
    for i in inner:
        row = rows[i]
        if len(row) == 1:
            spread, parted = row[0].columns >= columns, not rows[i - 1]
            own = row[0].columns > 1 or _NUMBERED_TITLE.match(row[0].text.strip()) is not None
            titled = (spread or parted or own) and is_title(row[0].text)
            if titled or is_caption_row(row) or marks.is_note(row[0].text) or (spread and _is_sentence(row)):
                yield i
        elif row and is_caption_row(row):
            yield i


def _is_note(row: Sequence[Filled], columns: int) -> bool:
    """Is a row below the figures a note rather than a row whose amounts are blank?"""
    spread = len(row) == 1 and row[0].columns >= columns > 1
    return spread or is_caption_row(row) or _is_sentence(row)


def _is_sentence(row: Sequence[Filled]) -> bool:
    text = row[0].text.strip()
    return len(row) == 1 and (marks.is_note(text) or marks.is_ended(text))


def is_caption_row(row: Sequence[Filled]) -> bool:
    """Is every cell a caption, the value of a caption whose cell ends with a colon, a form number or a period?

    Beside a caption that is known another may say anything of the table: 统计口径：截至8月31日.
    Before the unit of the amounts the name of the body may stand without a label.
    """
    captions, label = 0, False
    for at, cell in enumerate(row):
        text = cell.text.strip()
        if at == 0 and _is_body(text) and states_unit(row[-1].text):
            continue
        if is_caption(text):
            captions, label = captions + 1, text.endswith((":", "："))
        elif label or _FORM_NUMBER.fullmatch(text) or is_period(text) or _SAID.fullmatch(text):
            label = False
        else:
            return False
    return captions > 0


def is_caption_line(line: str) -> bool:
    """Is a line of text what stands above a table, side by side: 截至2031年9月底　单位：人?"""
    if len(line) > _LONGEST:
        return False
    parted = (_WIDE_BLANK.split(line.strip()), line.split())
    return any(len(cells) > 1 and is_caption_row([Filled(cell) for cell in cells]) for cells in parted)


def states_unit(text: str) -> bool:
    """Does a cell give the unit of the amounts: 金额单位：万元, （单位：万元）, 单位：元（保留两位小数）?"""
    return _said_unit(text).endswith("元")


def names_unit(text: str) -> bool:
    """Does a text give the unit of what is below it, whatever that counts: 单位：万元, 单位：万人、%?"""
    parts = [part for part in _UNITS.split(_said_unit(text)) if part]
    return bool(parts) and all(split_unit(part)[1] in units() for part in parts)


def _said_unit(text: str) -> str:
    """What stands behind the label of a unit, without a remark behind it."""
    label = "".join(unicodedata.normalize("NFKC", text[:_LONGEST]).split())
    label = label.strip("()") if label.startswith("(") else _REMARK.sub("", label)
    before, colon, said = label.partition(":")
    return said if colon and before.startswith(furniture().unit) else ""


def _is_body(text: str) -> bool:
    """Does a cell hold nothing but what ends like the name of a body, and is no label of a column?"""
    label = fold_label(text)
    return len(label) > _SHORTEST and label.endswith(furniture().bodies) and label not in column_roles()


def is_caption(text: str) -> bool:
    """Does a cell name who prepared the table, or its unit, or a form by its number?"""
    return marks.is_note_label(text) or is_form_number(text)


def is_form_number(text: str) -> bool:
    """Is it nothing but the number of a form: 表 3, 附表五, 公开05表?"""
    return _FORM_NUMBER.fullmatch(text.strip()) is not None


def says_of_table(text: str) -> bool:
    """May a short line that stands between a title and its table say something of it: 统计口径：截至8月31日?"""
    return _SAID.fullmatch(text.strip()) is not None


def is_period(text: str) -> bool:
    """Is it nothing but a time: 2031年3月, 截至2031年9月底?"""
    return _PERIOD.fullmatch(text.strip()) is not None


def without_unit(text: str) -> str:
    """A title without the unit that stands behind it in its line or cell: 部门支出总表　　单位：万元."""
    return _UNIT_BEHIND.sub("", text) if len(text) <= _LONGEST else text


def is_named_with_unit(text: str) -> bool:
    """Does a line name what a table shows and give its unit behind that: 各县市参保人数（单位：人）?"""
    name = without_unit(text.strip())
    if name == text.strip() or len(name) <= _SHORTEST or _NO_NAME.search(name):
        return False
    return not (is_period(name) or is_form_number(name) or _is_body(name) or marks.is_ended(name))


def is_title(text: str) -> bool:
    """Could it be the title of a table, rather than a label above all its columns?"""
    text = without_unit(text.strip())
    tail = text[-80:]
    return bool(_TITLE.search(tail) or is_table_title(tail)) and not marks.is_ended(text)
