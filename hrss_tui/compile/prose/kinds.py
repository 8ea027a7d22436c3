"""What kind of statement a figure is: actual, target, cumulative or amount; and when it holds by default."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import DIGITS, decimal
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.paper import Paper
from hrss_tui.compile.prose.paper_period import BUDGET, BULLETIN, NEWS
from hrss_tui.compile.prose.subjects import SEAM
from hrss_tui.compile.prose.tails import RATIOS
from hrss_tui.compile.prose.times.stretches import MONTHS, is_span, year_of
from hrss_tui.reference.metrics import EXPECTED, SO_FAR, says_expected
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import units

_THINGS = things()
_TURNS = turns()
_WORDS = statement_words()
_DAY, _YEAR = len("2033-12-31"), len("2033")
_REACHED = re.compile(
    rf"(?:[从由]|(?:[增提上跃攀扩发壮拓下降减缩回][\u3400-\u9fff])?(?:到|至|为)|{re.any_of(_WORDS.levels.reached)})$"
)
"""The end of a subject that says what is or was reached, never what is added up."""
_LEVEL_THEN = re.compile(r"[末底初]$")
"""Against the end of a year a level has risen, whatever the years since: 比“十三五”末增加 1.2 万元."""
_YEARLY_LEVEL = re.compile(
    rf"(?:{re.any_of(_WORDS.levels.yearly)})(?:预计|已|均){{0,2}}(?:达到?|{re.any_of(_TURNS.change.reached)})(?=\d)"
)
_MEAN_LEVEL = re.compile(rf"人均(?:{re.any_of(_WORDS.levels.per_head)})$")
"""What is told once a year and of which the years of a span have no sum."""
_GATE = re.compile(r"\d[百千万亿]{0,3}[\u3400-\u9fff]{0,2}的?(?:大关|关口|新?台阶)")
"""突破 300 亿元大关: a level that is reached."""
_AIM = re.compile(
    rf"(?<![成现过到占效])(?:(?<!完成)年度|{re.any_of(_TURNS.aims.of)}){{0,6}}(?:目标(?:任务)?|任务目标|任务数|计划数)(?:数|值)?(?:均|都)?(?:为)?(?:净增|新增)?$"
)
"""The end of a subject that is itself an aim: 城镇新增就业目标 1500 人."""
_MOVED_AIM = re.compile(
    r"(?<!完成)(?:目标|任务|计划)(?:任务|值|数)?(?:[由从]|(?:调整|上调|下调|调增|调减|提高|增加|降低)(?:为|到|至))[\u3400-\u9fff]{0,6}$"
)
"""城镇新增就业目标由 5 万人调整为 6 万人: what an aim was and what it is."""
_COUNTED = ("项", "条", "件", "个")
"""任务由 8 项增加到 9 项: how many aims there are."""
_ATTAINED = re.compile(
    rf"(?:^| )(?:{re.any_of(_TURNS.manner.fulfilled)}){{0,3}}(?:{re.any_of(_WORDS.deeds.attained)})了?(?=[\u3400-\u9fff])(?!率|值|数|情况)"
)
"""实现扩招 100 万人目标 in a look back: an aim that was reached is what was done."""
_TAKES_IN = re.compile(
    rf"(?<!完成)(?<![”」）])(?:计划|拟)(?:公开|统一){{0,2}}(?:{re.any_of(_WORDS.deeds.taken_in)})(?:(?!比例|结果|[的与和])[\u3400-\u9fff]){{0,10}}(?: |$)"
)
"""本次全省计划招考 480 人: how many are to be taken in, of whatever that is said; “村医”计划招募 is a scheme."""
_CARRIED_OUT = re.compile(
    rf"(?:^| )[\u3400-\u9fff]{{0,10}}?(?<!将)(?<!拟)(?<!划)(?<!要)(?:{re.any_of(_TURNS.manner.carried_out)}){{0,2}}(?:{re.any_of(_WORDS.deeds.carried_out)})了?[^ ]*计划$"
)
"""实施创业培训计划 3 期: a programme that was carried out."""
_PROGRAMMES = _THINGS.count.programmes
"""What programmes are counted in; persons and money are what one is to reach: 实施技能培训 5 万人计划."""
_AIM_HEAD = re.compile(
    rf"(?:^| )(?:年度|全年)?(?:目标(?!任务|{re.any_of(_TURNS.aims.none)})[\u3400-\u9fff]{{2,}}|(?:年度?|{re.any_of(_TURNS.aims.set_over)}){{0,3}}(?:任务|计划)(?:数|量|值)?)$"
    rf"|(?<![”’」』》])(?:{re.any_of(_WORDS.deeds.aimed_at)})(?:人数|规模)?计划$"
)
"""目标受益人数, 困难群体培训 年度任务: an aim that is named by the words before it, or only so."""
_COMPLETED = re.compile(
    rf"(?:计划|任务|目标)(?:任务)?(?:{re.any_of(_TURNS.aims.completed)})?(?:完成|执行)(?:率|进度)?(?:了|达到?|为)?约?\d"
)
"""年度培训计划完成 86%: how much of an aim was done is none."""
_SET_AT = re.compile(r"任务(?:是|为)[^，。；\d]{0,4}\d")
_GIVEN = re.compile(
    r"^(?:国家|中央|上级|[省市县区州厅局部](?:里|上|级|政府|人社[厅局])?)下达(?:给)?(?:我|全)[省市县区州局]"
    r"|(?:下达|分配|核定)[^，。；]{0,24}任务$"
    rf"|^(?:年初)?(?:国家|中央|上级|[省市县区州厅局部](?:里|上|级|委|政府|人社[厅局]){{0,3}})下达(?![\u3400-\u9fff]{{0,8}}(?:{re.any_of(_THINGS.money.papers)}))"
)
"""市上下达我县输转劳动力 9 万人: what is handed down is a task, unless it is money."""
_SET_AHEAD = re.compile(
    rf"^(?:{re.any_of(_TURNS.aims.set_when)})(?:{re.any_of(_TURNS.aims.set_ahead)}|计划)(?!的|数)[\u3400-\u9fff]"
)
"""年初设定城镇新增就业 3.6 万人: what was set, which behind it was done or not."""
_HANDED = re.compile(
    rf"[，；。\s]*(?:{re.any_of(_THINGS.who.handers)}|[国省市县区州盟旗](?:里|上|级|政府)?)?下达"
)
_ARRANGED = re.compile(
    rf"(?:预算|计划|拟|预计){{1,2}}(?:安排)?(?:{re.any_of(_WORDS.deeds.bought)})|安排(?:{re.any_of(_WORDS.deeds.arranged)})"
)
"""部门预算安排购置车辆 2 辆: what the money of a budget is to buy."""
_EXISTS = re.compile(re.any_of(_WORDS.levels.present))
"""单位现有公务用车 3 辆, under a heading of what is arranged: what there is, and no aim."""
_INVOLVED = re.compile(rf"涉及[\u3400-\u9fff（）]{{0,10}}(?:{re.any_of(_THINGS.money.involved)})$")
"""绩效目标。编制目标的项目 9 个，涉及资金 620 万元: the money of a budget, and no aim."""
_OF_BUDGET = re.compile(
    rf"(?<!完成)预算(?:安排)?(?:{re.any_of(_THINGS.money.kinds_of_budget)})?$|(?:{re.any_of(_THINGS.money.uses)})计划$"
)
_BUDGET_OF = re.compile(
    rf"(?<!完成)预算(?:安排)?(?:数|总额)?(?:为|是)?\s*(?P<digits>{DIGITS})(?![\d.%％])", re.ASCII
)
"""2032 年预算数 8 万元 was budgeted, whatever year it is of."""
_BESIDE = re.compile(
    rf"[（(]?(?:上年度?|去年|\d{{4}}年度?)(?:为|是)?(?:(?:{re.any_of(_THINGS.money.before)}){{0,3}}(?:{re.any_of(_THINGS.money.set)})[^，。；\d]{{0,24}})?{DIGITS}",
    re.ASCII,
)
"""公务接待费 5 万元（上年 5.5 万元）, 上年仅安排 7 万元: what the year before had in its budget, and nothing that was spent."""
_ALL_MONTHS = re.compile(r"(?P<year>\d{4})-01(?:-01)?/(?P=year)-12(?:-31)?")
_EVERY_YEAR = re.compile(r"每年(?:都|均|约)?$")
"""2031 年以来，新增就业每年超过 9 万人: so many in each of them."""
_EACH_YEAR = re.compile(r"连续[一两二三四五六七八九十\d]{1,3}年[^，。；]{0,24}(?:均|都)")
"""连续三年新增就业都在 1200 万人以上: so many in each of them, too."""
_EXPECTED = re.compile(r"(?:初步)?(?:预计|预期|预测)")
_ADDED = re.compile(rf"(?:^| )(?:{re.any_of(_WORDS.deeds.added)})")
_SUMMED = re.compile(rf"累计(?!{re.any_of(_WORDS.levels.balances)})[\u3400-\u9fff]{{2}}")


def kind(reading: Reading, paper: Paper, goal: bool) -> str:
    """The kind of a reading in a document; `goal` for the text of a goal."""
    if goal or _is_target(reading, paper):
        return "target"
    if paper.budget and is_money(reading) and _is_budgeted(reading, paper):
        return "amount"
    return "cumulative" if is_summed(reading) else "actual"


def _is_budgeted(reading: Reading, paper: Paper) -> bool:
    """Is money of the year of a budget (also of 2032年1月—12月), or of one that is still to come?"""
    period = reading.time.period or ""
    period = period[:_YEAR] if _ALL_MONTHS.fullmatch(period) else period
    budgets = (decimal(match["digits"]) for match in _BUDGET_OF.finditer(reading.words))
    if _OF_BUDGET.search(reading.subject.text) or reading.quantity.value in budgets:
        return True
    if period == str((paper.now or 0) - 1) and _BESIDE.match(reading.words):
        return True
    if period == f"{paper.now}-12-31" and not paper.final:
        return True  # 年末滚存结余 9 亿元: what is to be left of the year
    return period == str(paper.now) or (
        period.isdigit() and paper.now is not None and int(period) > paper.now
    )


def _is_target(reading: Reading, paper: Paper) -> bool:
    """What is planned, and what no one can know yet; in a plan everything but what it says is past."""
    last = year_of(reading.time.period)
    begins = _begins(paper)
    past = (last is not None and begins is not None and last < begins) or _is_over(reading, paper)
    back = paper.back and reading.foreseen and reading.mood != "ahead"
    back = (
        back and reading.time.period == paper.default
    )  # 预计全市生产总值 9 亿元, in what was done in a year
    told = past or back or reading.mood == "past" or paper.kind == BULLETIN
    involved = paper.budget and is_money(reading) and _INVOLVED.search(reading.subject.text)
    if (
        reading.planned
        and not (reading.done or involved)
        and (not (reading.soft and told) or _is_foreseen(reading, paper))
    ):
        return True
    subject = reading.subject.text
    task = subject.endswith("任务") and bool(_SET_AT.search(reading.words))
    moved = reading.quantity.base_unit not in _COUNTED and _MOVED_AIM.search(subject)
    told_aim = task or bool(_AIM.search(subject) or _AIM_HEAD.search(subject) or moved)
    carried_out = reading.quantity.base_unit in _PROGRAMMES and _CARRIED_OUT.search(subject)
    told_aim = told_aim and not ((told and _ATTAINED.match(subject)) or carried_out)
    net = subject.endswith(_WORDS.deeds.net) and told_aim
    told_aim = told_aim or (bool(_TAKES_IN.search(subject) or _SET_AHEAD.match(subject)) and not reading.done)
    if reading.quantity.base_unit in RATIOS and _COMPLETED.search(reading.words):
        told_aim = False
    aimed = told_aim and not reading.share and (reading.change is None or net)
    grown = reading.change and not reading.done and _AIM.search(reading.measure)  # 预期目标增长 6.5%
    if aimed or grown or _is_given(reading) or _is_arranged(reading, paper):
        return True
    if _is_to_come(reading, paper):
        return not paper.budget
    if paper.plan:
        reported = reading.mood == "past" and (last is None or reading.time.period == paper.default)
        return not (past or reading.done or reported)
    if paper.report and last == paper.now:
        return reading.mood != "past"
    listed = paper.kind not in (BULLETIN, BUDGET) or (paper.budget and not is_money(reading))
    listed = listed and not (paper.budget and _EXISTS.search(reading.subject.text))
    return listed and reading.mood == "ahead" and not past and not reading.done


def _begins(paper: Paper) -> int | None:
    """The year before which all is past: that in which is spoken, or the first of a plan, published when it has begun."""
    first = (
        year_of((paper.default or "").partition("/")[0]) if paper.plan and is_span(paper.default) else None
    )
    return first if first is not None and paper.now is not None and first < paper.now else paper.now


def _is_foreseen(reading: Reading, paper: Paper) -> bool:
    """Is a figure of the whole year expected (预计全年) in a paper of its first months?"""
    months = (paper.clock.months or "").rpartition("/")[2]
    running = bool(months) and months[5:7] < "12" and months[:4] == reading.time.period
    return running and bool(_EXPECTED.match(reading.words))


def note(reading: Reading, paper: Paper, sort: str) -> str | None:
    """What bounds a figure of the running year: that it is only expected, or told of the year so far; None where nothing does."""
    period = reading.time.period or ""
    if sort == "target":
        running = period in (str(paper.now), f"{paper.now}-12-31")
        running = running and reading.mood != "ahead" and not paper.plan
        return EXPECTED if running and says_expected(reading.words) else None
    over = (paper.date or "")[:_MONTH] >= f"{period}-12"
    return SO_FAR if reading.time.so_far and len(period) == _YEAR and not over else None


def _is_arranged(reading: Reading, paper: Paper) -> bool:
    """Is the figure what a budget buys in its own year?"""
    own = paper.budget and reading.time.period == str(paper.now) and not is_money(reading)
    return own and bool(_ARRANGED.search(reading.subject.text))


def _is_given(reading: Reading) -> bool:
    """Is the figure a task that is handed down, and not what was done of it?"""
    done = reading.done and not _HANDED.match(reading.words)  # 实际完成 90 人；下达培训任务 80 人
    told = done or reading.share or reading.change is not None or is_money(reading)
    return not told and bool(_GIVEN.search(reading.subject.text))


def _is_over(reading: Reading, paper: Paper) -> bool:
    """Does the day or month with which the period ends lie before the day of the document?"""
    end = (reading.time.period or "").rpartition("/")[2]
    if _EXPECTED.search(reading.words) and is_day_of_others(reading):
        return False
    return len(end) >= len("2033-12") and bool(paper.date) and end < (paper.date or "")[: len(end)]


_MONTH = len("2033-12")


def is_day_of_others(reading: Reading) -> bool:
    """Is the time the day of a sentence before, which no expectation or plan behind it is of: 2月1日，…到岗。…，预计到岗 2 万人?"""
    period = reading.time.period or ""
    day = len(period) == _DAY and reading.time.point and not period.endswith("-12-31")
    return day and f"{int(period[8:])}日" not in reading.words and "底" not in reading.words


def _is_to_come(reading: Reading, paper: Paper) -> bool:
    """Does the period end behind the day, or the year, of the document?"""
    period, last = reading.time.period, year_of(reading.time.period)
    if last is None or paper.now is None:
        return False
    if last > paper.now:
        return not (reading.done or paper.found)
    if is_begun(reading, paper):
        return True
    day, month = period or "", (period or "").rpartition("/")[2]
    if not paper.date or reading.done or reading.time.since:
        return (
            False  # what is said to be done, or since when it is, is not to come whatever its time ends with
        )
    if len(month) == _MONTH and "/" in day:
        return month > paper.date[:_MONTH]
    end = len(day) == _DAY and reading.time.point
    return end and day > paper.date and (reading.mood != "past" or day[:_MONTH] > paper.date[:_MONTH])


_HOLIDAYS = re.compile(r"春节|元旦|期间|以来|目前|截[至止]")


_ADDED_IN = re.compile(rf"{re.any_of(_WORDS.deeds.added)}|{re.any_of(_WORDS.deeds.helped)}|[改扩]建|新开")


def may_be_ahead(reading: Reading, paper: Paper) -> bool:
    """May a figure told in January of the year that has only begun be one that is to come: nothing says that it was done, or is so?"""
    begun = paper.kind in NEWS and (paper.date or "")[:_MONTH] == f"{paper.now}-01"
    told = reading.done or reading.mood == "past" or _HOLIDAYS.search(reading.words)
    return begun and reading.time.period == str(paper.now) and not (told or _EXISTS.search(reading.words))


def is_begun(reading: Reading, paper: Paper) -> bool:
    """Is told in January what the year that has only begun is to bring: a deed of it, or a bound where the title names it?"""
    if not may_be_ahead(reading, paper):
        return False
    own = reading.subject.text.rpartition(SEAM)[2]
    deed = own.startswith(prose_words().verbs) or bool(_ADDED_IN.search(own))
    grown = bool(reading.change) and not reading.against
    bound = (grown or reading.quantity.operator != "=") and paper.default == str(paper.now)
    return (deed and not reading.against) or bound


def is_money(reading: Reading) -> bool:
    """Is the figure money, or a share or growth of it?"""
    unit = units().get(reading.quantity.base_unit)
    return unit is not None and (unit.kind == "money" or (unit.kind == "ratio" and _is_relative(reading)))


def _is_relative(reading: Reading) -> bool:
    return reading.share or reading.change is not None


def is_of_last_year(reading: Reading) -> bool:
    """Is a level that every year has of its own told of several: 过去五年，一般公共预算收入达到 5 亿元? It is that of the last of them."""
    if reading.change is not None or reading.share or "累计" in reading.words:
        return False
    own = reading.subject.text.rpartition(SEAM)[2]
    return bool(_YEARLY_LEVEL.search(reading.words) or _MEAN_LEVEL.search(own))


def is_summed(reading: Reading) -> bool:
    """Is a flow added up over more than a year?

    A share, a mean, a stock and a count of places are not, whatever the span of time named with them.
    """
    words = prose_words()
    unit = units().get(reading.quantity.base_unit)
    if (
        reading.share
        or reading.counted
        or _EVERY_YEAR.search(reading.subject.text)
        or _EACH_YEAR.search(reading.words)
        or "/" in reading.quantity.base_unit
        or reading.subject.text.startswith("每")
        or "每年" in reading.subject.text.rpartition(SEAM)[2]
        or (unit is not None and unit.kind in ("ratio", "points"))
    ):
        return False
    if reading.change and _LEVEL_THEN.search(reading.against or ""):
        return False
    named = [*reading.subject.text.split(SEAM), reading.measure if reading.against else ""]
    reached = (
        any(map(_REACHED.search, named)) or bool(_GATE.search(reading.words)) or is_of_last_year(reading)
    )
    if reached or any(word in reading.words for word in words.averages):
        return False
    if reading.time.point or reading.time.since:
        return bool(_SUMMED.search(reading.words))
    period, summed = reading.time.period, "累计" in reading.words
    if period is not None and not is_span(period):
        return _is_of_all(reading)
    stock = any(word in reading.words for word in words.stocks)
    return summed and not stock if period is None else summed or not stock


def _is_of_all(reading: Reading) -> bool:
    """Does a figure add up all persons there have been, behind those that were added: 新增转移 2 万人，累计转移 90 万人?

    What was built in all (新建 3 个，累计建成 60 个) is there still.
    """
    unit = units().get(reading.quantity.base_unit)
    if unit is None or unit.kind != "persons" or MONTHS.fullmatch(reading.time.period or ""):
        return False
    whole, _, own = reading.subject.text.rpartition(SEAM)
    return reading.change is None and own.startswith("累计") and bool(_ADDED.search(whole))
