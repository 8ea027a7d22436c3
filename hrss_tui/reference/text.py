"""How labels and names are made comparable. Both sides of a comparison go through the same function."""

import unicodedata
from functools import lru_cache

from hrss_tui import lazy_re as re

_SPACES = re.compile(r"\s+")
_QUOTES = str.maketrans("", "", "“”\"‘’'「」『』《》")
_UNIT_SUFFIX = re.compile(
    r"\((?:单位:)?[十百千万亿]*(?:元|人次|人|户次|户|家次|家|个|件|次|%)\)$|(?<=[\u3400-\u9fff])[/,:][十百千万亿]*元$"
)
_NAME_NOISE = re.compile(r"[\s·'’‘\-_.]+")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


# Labels of reference data and of documents of one kind are asked for over and over.
@lru_cache(maxsize=16384)
def fold_label(text: str) -> str:
    """A table's title or header cell for comparison: NFKC, no spaces, no quotation marks, no unit at the end.

    `"公务用车购置（万元）"` and `"公务用车 购置"` are equal; a bracket that is not a unit stays.
    """
    folded = _SPACES.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES)
    return _UNIT_SUFFIX.sub("", folded)


@lru_cache(maxsize=4096)
def fold_name(text: str) -> str:
    """A place name for comparison: lower case, no spaces, apostrophes or diacritics (Ürümqi → urumqi)."""
    if _HAN.fullmatch(text):  # nearly all that is asked for, and like this already
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NAME_NOISE.sub("", unicodedata.normalize("NFKC", bare)).casefold()
