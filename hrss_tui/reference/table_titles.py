"""What the title of a table says of it: which kind of budget table it is, or that it is one of things, persons or plans."""

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.budget_tables import BudgetTable, budget_tables
from hrss_tui.reference.text import fold_label

_TRAILING_BRACKET = re.compile(r"(?:\([^()]*\)){1,9}$")
_CONTINUED = re.compile(r"[(（]?续表?[一二三四五六七八九十\d]?[)）]?$")
_WITHOUT = re.compile(r"[-—－,，、]?不含[^()]{1,16}(?=\))")
"""What a title says that its table leaves out: （按支出功能分类科目-不含上年结转）."""
_TABLE = re.compile(r"表(?:\d{1,2})?(?:[-—－](?![^()]{0,80}表).{1,40})?(?:\([^()]*\)){0,9}$")


class TitleRule(Entry, frozen=True):
    """Words of a title that give its kind: `all`, one of `any` where there are some, none of `none`."""

    kind: str
    all: tuple[str, ...]
    any: tuple[str, ...]
    none: tuple[str, ...]


class _File(Entry, frozen=True):
    narrowing: tuple[str, ...]
    title_rules: tuple[TitleRule, ...]
    indicator_titles: tuple[str, ...]
    planned_titles: tuple[str, ...]


@cache
def _file() -> _File:
    return load("table_titles.toml", _File)


@cache
def _titles() -> tuple[tuple[str, BudgetTable], ...]:
    """(folded title, kind), longest title first."""
    pairs = [(fold_label(title), table) for table in budget_tables() for title in table.titles]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def table_for_title(title: str) -> BudgetTable | None:
    """The kind a printed title belongs to, or None; year and department may stand in it.

    The longest form that ends the title decides, a trailing bracket such as （按功能科目分类） left out; where there
    is none, or what stands before it or the bracket says that it is another table, the words of the title do.
    """
    folded = _WITHOUT.sub("", title_key(title))
    bare = _TRAILING_BRACKET.sub("", folded)
    form = next((form for form in _titles() if bare.endswith(form[0])), None)
    if form is not None and not _says_more(bare.removesuffix(form[0]), folded[len(bare) :], form[1]):
        return form[1]
    rule = _rule(folded) if _TABLE.search(folded) else None
    return next((table for table in budget_tables() if rule and table.key == rule.kind), None)


def is_broken_title(line: str, below: str) -> bool:
    """Are two lines one title of a table, over whose seam its known form runs: 一般公共预算 and 支出情况表?"""
    folded, tail = fold_label(line + below), len(fold_label(below))
    return any(len(form) > tail and folded.endswith(form) for form, _ in _titles())


def _says_more(before: str, bracket: str, table: BudgetTable) -> bool:
    """Is a title that ends as those of a table do of some of the money only, or by a classification of its own?"""
    if "政府" in bracket or before.endswith(_file().narrowing):
        return True
    return "经济" in bracket and "功能" not in bracket and table.blocks[0].classification == "functional"


def title_key(title: str) -> str:
    """A title as another one is held against it: folded, and without that its table goes on (续表一)."""
    return _CONTINUED.sub("", fold_label(title))


def is_table_title(title: str) -> bool:
    """Is it worded as the title of a table, be it of a budget or not?"""
    return bool(_TABLE.search(title_key(title)))


def is_of_indicators(title: str) -> bool:
    """Is a table of a budget one of things, persons or plans by its title, whatever its columns are called?"""
    return table_for_title(title) is None and any(word in title for word in _file().indicator_titles)


def is_of_planned_things(title: str) -> bool:
    """Does the title of a table of a budget say that its things are to be had, bought or built: 新增资产配置表?"""
    return any(word in title for word in _file().planned_titles)


def _rule(folded: str) -> TitleRule | None:
    return next((rule for rule in _file().title_rules if _speaks(rule, folded)), None)


def _speaks(rule: TitleRule, folded: str) -> bool:
    return (
        all(word in folded for word in rule.all)
        and (not rule.any or any(word in folded for word in rule.any))
        and not any(word in folded for word in rule.none)
    )
