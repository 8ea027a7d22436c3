"""The fund of which a table is the account, as its title says: what every fund has (财政补贴收入, 本年收入合计) is of that one.

失业保险基金收支预算表 over 利息收入 tells of the interest of that fund. Where a column or a row names an insurance itself, it
is of that.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prefectures.names import bare_title
from hrss_tui.compile.stated.subjects import Subject
from hrss_tui.reference.catalogue import scheme_names
from hrss_tui.reference.table_titles import title_key
from hrss_tui.reference.units import figure_words

_FUND, _INSURANCE = "基金", "保险"
_INSURED = re.compile("保险|医疗|医保|社保")


@cache
def _account() -> re.Pattern[str]:
    scopes = re.any_word([entry.word for entry in figure_words().scopes])
    said = "(?:预算|决算|财务|执行|完成|平衡|计划|草案|总|明细|情况|调整|变动)*"
    return re.compile(
        rf"(?:{scopes})?(?:本级)?(?P<fund>{re.any_word(list(scheme_names()))})(?:基金(?:专户|账户)?|(?=收支|收入|支出))"
        rf"{said}(?:(?:收支|收入(?:[及和与]?支出)?|支出|结余){said})?表?(?:[（(]草案[）)])?"
    )


def fund_of(title: str, labels: Iterable[str], rows: Iterable[Subject]) -> str:
    """The fund that a title names, and nothing else but its account; "" where it names none.

    Nor is a table the account of one where the labels of its columns name an insurance, or its rows are insurances.
    """
    told = _account().fullmatch(bare_title(title_key(title)))
    if told is None or any(map(_INSURED.search, labels)):
        return ""
    if any(row.name.removesuffix(_FUND) in scheme_names() for row in rows):
        return ""
    return told["fund"].removesuffix(_FUND) + _FUND


def within(subject: Subject, fund: str) -> Subject:
    """What a row is of, in the account of a fund: its own insurance where it names another one, and a time has none.

    基本养老保险费收入 in the account of 企业职工基本养老保险基金 is 保险费收入 of that fund.
    """
    if not fund or subject.time:
        return subject
    name = _shortened(subject.name, fund)
    own = (*subject.above, *((subject.name,) if name == subject.name else ()))
    if any(map(_INSURED.search, own)):
        return subject
    return msgspec.structs.replace(subject, name=name, above=(fund, *subject.above))


def _shortened(name: str, fund: str) -> str:
    """The name of a row without what it says of the insurance of its fund less fully than the fund does."""
    whole = fund.removesuffix(_FUND)
    said = next((each for each in scheme_names() if name.startswith(each) and whole.endswith(each)), "")
    return name[len(said) - len(_INSURANCE) :] if said.endswith(_INSURANCE) and said != whole else name
