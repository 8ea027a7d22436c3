"""What words of time lean on, and what an expression of time turns out to say."""

from __future__ import annotations

import msgspec


class Clock(msgspec.Struct, frozen=True):
    """Years that words of time lean on: 全年 is of `year`, 今年 is `now`, 五年来 ends with `last`.

    期末 and 当月 lean on `months`, the period of a paper that is of months, 活动期间 on `spell`, the days that it sets. `told` where the year is one that the
    text names, which says nothing of 今年.
    """

    year: int | None = None
    now: int | None = None
    last: int | None = None
    months: str | None = None
    told: bool = False
    spell: str | None = None


class Moment(msgspec.Struct, frozen=True, gc=False):
    """An expression of time at folded[start:end]; `point` where a stock has its value (the end of a year).

    `named` where the year is written out: such an expression can be cut out of a name, 全年 cannot. `reset` where
    it says that the time named before is over (目前). `several` holds the periods of years that are listed. `earlier` where
    it is the stretch before (上季度), or the same one of the year before (去年同期), of its figure alone. `brief` where a reset is of its own sentence (现有), `since` where
    something is so from that day on (起), or has been (下半年以来). `limit` where something has to be so before it (3 月底前).
    `vague` where no one can say when it was (疫情期间). `so_far` where it is of the year up to when the text speaks (今年以来).
    """

    start: int
    end: int
    period: str | None
    point: bool
    named: bool
    reset: bool = False
    several: tuple[str, ...] = ()
    earlier: bool = False
    brief: bool = False
    since: bool = False
    limit: bool = False
    vague: bool = False
    so_far: bool = False
