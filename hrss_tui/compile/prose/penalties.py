"""What a law lets somebody be fined or made to pay: a bound that nobody has paid, and no figure of a place."""

from __future__ import annotations

from hrss_tui import lazy_re as re

_FINED = re.compile(r"(?:可以?|应当|并|由[^，。；]{2,16}|责令[^，。；]{2,12})?处以?[^，。；]{0,14}$")
_MAY = re.compile(r"可|应当")
_UP_TO = r"(?:以[上下])?(?:至?[^，。；\u3400-\u9fff]{1,9}万?[元倍%](?:以[上下])?)?的?"
"""The upper bound of a range that begins before it."""
_FINE = re.compile(rf"{_UP_TO}罚款")
_OWED = re.compile(r"责令[^。；]{2,40}$")
_DAMAGES = re.compile(rf"{_UP_TO}(?:经济补偿金|赔偿金|加付赔偿金|支付(?:劳动者)?赔偿金)")
_AHEAD = 24
"""Characters before an amount in which a law says that it is a fine; twice as many for what has to be paid."""


def is_penalty(folded: str, start: int, end: int, bounded: bool, rate: bool) -> bool:
    """Whether the amount at [start, end) is what a law allows: 并处 2000 元以上 1 万元以下的罚款, 责令…支付 25% 的赔偿金.

    A fine without a bound of its own (`bounded`) or a word that allows it (可处) was imposed: 处以罚款 23 万元 is a deed,
    and so are damages of so much money that are no `rate` of what is owed: 责令支付赔偿金 9 万元.
    """
    fined = _FINED.search(folded, max(0, start - _AHEAD), start)
    if fined and _FINE.match(folded, end) and (bounded or _MAY.search(fined.group())):
        return True
    owed = (bounded or rate) and _OWED.search(folded, max(0, start - 2 * _AHEAD), start)
    return bool(owed and _DAMAGES.match(folded, end))
