"""Of what 其中 opens the parts: which of what was told before it is their whole."""

from __future__ import annotations

from hrss_tui.compile.prose import subjects, tails
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.reference.prose import prose_words

_POINTS = "分"


def of_rate(context: Context, joint: str) -> Named | None:
    """The whole of what 其中 opens behind a rate: behind the share of a part, that part (A 80 万元，占 80%，其中 B 60 万元)."""
    main, head, last = context.main, context.head, context.last
    if begins_with_rate(context):
        return head
    if main is None or head is None or last is None or not last.share or joint != "，":
        return main
    return head if head.text.startswith(main.text + subjects.SEAM) else main


def begins_with_rate(context: Context) -> bool:
    """Has what stands behind a semicolon begun with a rate (转移就业 8 万人；毕业生就业率 98%，其中区外就业 236 人), whose parts are none of what stands before it?"""
    began = context.part_begins if context.part_began is not None else None
    own = began is not None and subjects.SEAM not in began.text
    return own and began is not None and began.unit in (*tails.RATIOS, *tails.POINTS)


def unshared(context: Context, part: Statement | None, whole: Named | None) -> Named | None:
    """The whole of parts that a mean cannot have, being less: 生产总值 9 亿元，人均 5 万元。其中：第一产业 2 亿元 is of the former.

    What is printed in its unit is the mean of some (平均月薪 6400 元，其中博士 12800 元).
    Nor can one in another currency: 人均 GDP 折合 8000 美元。其中，第一产业 2 亿元.
    """
    last, first = context.last, part.quantities[0] if part is not None and part.quantities else None
    mean = last is not None and any(word in last.subject.text for word in prose_words().averages)
    if not (mean and last and first) or whole != last.subject:
        return whole
    alike = first.base_unit == last.quantity.base_unit
    less = first.base_value <= last.quantity.base_value or first.unit == last.quantity.unit
    if (alike and less) or (not alike and first.base_unit != "元"):
        return whole
    told = (one.subject for one in reversed(context.told) if one.unit == first.base_unit)
    means = prose_words().averages
    return next((one for one in told if not any(word in one.text for word in means)), None)


def unscored(context: Context, part: Statement | None, whole: Named | None) -> Named | None:
    """The whole of the parts that a statement begins: of a score (平均得分 98 分) they are not, but of the projects told before."""
    unit = part.quantities[0].base_unit if part is not None and part.quantities else context.unit
    relative = (*tails.RATIOS, *tails.POINTS)
    if begins_with_rate(context):
        return whole
    if context.unit in relative and unit not in relative and whole in (context.head, context.member):
        told = [one.subject for one in context.told if one.unit == unit]
        main = context.main if context.main in told else None
        return main or next(reversed(told), whole)  # 指标 90 万元，执行率 80%，其中甲乡 50 万元
    if _POINTS not in (unit, context.unit) or unit == context.unit:
        return whole
    return next((one.subject for one in reversed(context.told) if one.unit == unit), None)
