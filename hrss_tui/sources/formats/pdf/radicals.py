"""Radicals that fonts put in place of characters (⼈ for 人), as the characters they stand for."""

from __future__ import annotations

import unicodedata

_FIRST, _LAST = 0x2E80, 0x2FDF
"""CJK Radicals Supplement and Kangxi Radicals."""
_SUPPLEMENT = {
    "⺁": "厂", "⺄": "乙", "⺅": "亻", "⺈": "刀", "⺉": "刂", "⺊": "卜", "⺌": "小", "⺍": "小", "⺎": "兀", "⺏": "尣",
    "⺐": "尢", "⺒": "巳", "⺓": "幺", "⺔": "彑", "⺕": "彐", "⺖": "忄", "⺗": "心", "⺘": "扌", "⺙": "攵", "⺛": "旡",
    "⺝": "月", "⺞": "歹", "⺠": "民", "⺡": "氵", "⺢": "水", "⺣": "灬", "⺤": "爫", "⺥": "爫", "⺦": "丬", "⺧": "牛",
    "⺨": "犭", "⺫": "目", "⺬": "示", "⺭": "礻", "⺮": "竹", "⺯": "糹", "⺰": "纟", "⺱": "网", "⺳": "网", "⺴": "网",
    "⺵": "网", "⺶": "羊", "⺷": "羊", "⺸": "羊", "⺹": "老", "⺺": "聿", "⺻": "聿", "⺼": "肉", "⺽": "臼", "⺾": "艹",
    "⺿": "艹", "⻀": "艹", "⻁": "虎", "⻂": "衤", "⻃": "覀", "⻄": "西", "⻅": "见", "⻆": "角", "⻇": "角", "⻈": "讠", "⻉": "贝",
    "⻊": "足", "⻋": "车", "⻌": "辶", "⻍": "辶", "⻎": "辶", "⻏": "阝", "⻐": "钅", "⻑": "長", "⻒": "镸", "⻓": "长", "⻔": "门",
    "⻕": "阜", "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻞": "食",
    "⻟": "飠", "⻠": "饣", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻬": "齐",
    "⼾": "户", "⻫": "斉", "⻭": "歯", "⻮": "齿", "⻯": "竜", "⻰": "龙", "⻱": "龟", "⻲": "亀", "⻳": "龟",
}  # fmt: skip


def _folded() -> dict[int, str]:
    table = {}
    for code in range(_FIRST, _LAST + 1):
        char = chr(code)
        plain = _SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char)
        if plain != char:
            table[code] = plain
    return table


FOLDED = _folded()
"""For `str.translate`: one character for one, so that places stay."""


def unified(text: str) -> str:
    """The text with radicals as characters."""
    return text if text.isascii() else text.translate(FOLDED)
