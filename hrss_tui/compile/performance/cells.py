"""What a cell of an indicator row could be: cleaning of its text, and how well it fits a column."""

from __future__ import annotations

from functools import cache, lru_cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import narrow
from hrss_tui.reference.performance import Role, is_certain_level, is_level1, is_level2, performance_words
from hrss_tui.reference.units import figure_words, missing_marks, split_unit, units
from hrss_tui.sources.text import close_gaps, fold

STRONG = 3.0
_WRONG = -3.0
_GAP_IN_NUMBER = re.compile(r"(?<=\d)\s++(?=[\d.．])|(?<=[.,．，])(?<=\d.)\s++(?=\d)")
_GAP_IN_SIGN = re.compile(r"(?<=[<>＜＞])\s+(?=[=＝])")
_BARE_NUMBER = re.compile(r"\d+(?:\.\d+)?\s*[分%]?")
_NUMBER = re.compile(r"\d[\d,. ]*+\s*+\S{0,8}")

TEX_READ = "夹有 TeX 标记"
GAP_READ = "数字中间多出空格"
SIGN_READ = "运算符中间多出空格"


def repaired(text: str, *, figures: bool = True) -> tuple[str, tuple[str, ...]]:
    """The text without TeX marks and, where it is to hold figures, without gaps in them; what was repaired."""
    plain = _without_tex(text)
    reasons = [TEX_READ] if plain != text else []
    for gap, reason in ((_GAP_IN_SIGN, SIGN_READ), (_GAP_IN_NUMBER, GAP_READ)) if figures else ():
        closed = gap.sub("", plain)
        reasons += [reason] if closed != plain else []
        plain = closed
    return close_gaps(plain), tuple(reasons)


def _without_tex(text: str) -> str:
    """Marks of TeX read as the characters they stand for; a pair of $ goes."""
    for entry in performance_words().tex:
        text = text.replace(entry.mark, entry.reading)
    return text.replace("$", "") if text.count("$") % 2 == 0 else text


@cache
def signs() -> re.Pattern[str]:
    """A sign or word in front of a figure that makes it a bound."""
    words = {entry.word for entry in figure_words().operators if "before" in entry.places}
    return re.compile(re.any_word(words))


@cache
def _words() -> dict[str, frozenset[str]]:
    words = performance_words()
    return {
        "basis": frozenset(map(fold, words.basis)),
        "scoring": frozenset(map(fold, words.scoring)),
        "evidence": frozenset(map(fold, words.evidence)),
    }


@cache
def whole_words() -> re.Pattern[str]:
    """The words that fill a cell of their own, wherever they stand in a text."""
    words = performance_words()
    return re.compile(re.any_word({*words.basis, *words.scoring, *words.evidence}))


@lru_cache(maxsize=8192)
def fit(role: Role | None, text: str) -> float:
    """How well a text fits a column: 3 and more certain, 0 possible, below 0 wrong."""
    plain = narrow(repaired(text)[0])
    other = next((name for name, words in _words().items() if fold(plain) in words), None)
    if other is not None:
        return STRONG if role == other else _WRONG
    if role in ("level1", "level2"):
        return _fit_level(role, plain)
    if role == "weight":
        return STRONG if _BARE_NUMBER.fullmatch(plain) else 2 * _WRONG
    if role in ("indicator", "value", "previous"):
        return {"indicator": _fit_indicator, "value": _fit_value, "previous": _fit_previous}[role](plain)
    return _fit_word(role, plain)


def _fit_level(role: Role, text: str) -> float:
    own, other = (is_level1, is_level2) if role == "level1" else (is_level2, is_level1)
    if not own(text) and not other(text):
        return 1.0 if text.endswith("指标") else _WRONG
    if not is_certain_level(text):
        return 1.0
    return STRONG if own(text) else 2.0


def _fit_indicator(text: str) -> float:
    if signs().match(text) or _BARE_NUMBER.fullmatch(text) or text in missing_marks():
        return _WRONG
    return -2.0 if is_certain_level(text) else 1.0


def _fit_value(text: str) -> float:
    if signs().match(text):
        return STRONG
    if text in missing_marks():
        return -2.0
    return 0.5 if _NUMBER.fullmatch(text) else 0.0


def _fit_previous(text: str) -> float:
    if text in missing_marks():
        return 2.0
    if _BARE_NUMBER.fullmatch(text):
        return 0.5
    return 1.5 if _NUMBER.fullmatch(text) or signs().match(text) else 0.0


def _fit_word(role: Role | None, text: str) -> float:
    """Basis, scoring, evidence, and the columns of a sign or a unit; a column without a role takes any text."""
    words = performance_words()
    if role is None:
        return -0.5
    if role == "sign":
        return STRONG if signs().fullmatch(text) or text in words.qualitative else _WRONG
    if role == "unit":
        return STRONG if split_unit(text)[1] in units() else -1.0
    if signs().match(text) or _BARE_NUMBER.fullmatch(text) or text in missing_marks():
        return _WRONG
    marks = {"basis": words.basis_marks, "scoring": words.scoring_marks}.get(role, ())
    wrong = () if role == "scoring" else words.scoring_marks
    if any(mark in text for mark in wrong):
        return -2.0
    return 2.0 if any(mark in text for mark in marks) else 0.0
