"""Expressions of time as they are written: the patterns whose matches `periods` resolves to ISO 8601."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import figure_words

_THINGS = things()
_TURNS = turns()

YEAR = r"(?:19|20)\d{2}"
_DASH = r"[—–―─\-~～〜至到]+"
_UNTIL = r"(?P<until>截至|截止到?|截止|到|至)?"
_OF = rf"(?:(?P<year>{YEAR})年|(?P<rel>今年|{re.any_of(_TURNS.time.relative)}))?"
_NUMERAL = "[一二两三四五六七八九十]{1,3}"
_HAN_MONTH = "十[一二]?|[一二三四五六七八九]"
"""A month in words: 十一月; small numbers of months that pass are 个月."""
_DAY = r"(?:(?P<{0}month>\d{{1,2}})月(?:(?P<{0}day>\d{{1,2}})日)?)"
_NAMED_PLAN = (
    r"目标|任务|计划(?:任务|目标|数|的)|预算(?:数|的)|指标|工作目标|工作任务|工作计划|重点(?:任务|工作)"
    rf"|(?!完成|{re.any_of(_TURNS.aims.own_plan)})[\u3400-\u9fff]{{2,8}}(?:计划|任务|目标)(?:总体|累计)?(?:完成|执行|进度)"
)
_NAMED = rf"{re.any_of(_TURNS.aims.named_plan)}|{_NAMED_PLAN}"
_OPENING = (
    rf"(?=(?:{re.any_of(_THINGS.money.stocks)})*(?:{re.any_of(_THINGS.money.stock_names)}|，|,|$)|(?:(?![国省市县区州]定|[既核]定|下达)[\u3400-\u9fff]){{2,16}}?(?:人数|总数|结余|结存|余额|率(?=为|是|达|\s?\d|$)|(?:{re.any_of(prose_words().stock_people)})[\u3400-\u9fff]{{0,6}}人员)|(?:{re.any_of(prose_words().stock_people)})(?:为|有|共)?\s?(?=\d|$))"
    rf"(?!{_NAMED})"
)
"""年初 dates a stock (年初结余); in 年初预算 it is part of a name."""
_ALONE = r"(?<![\u3400-\u9fff])"
_FIGURE = (
    rf"(?=(?:(?:{re.any_of(_THINGS.money.of_earlier)})(?:数|额|金额)?)?(?:为|是|达|有)?[:：]?\s?(?:\d|$))"
)
"""Around a word of an earlier time (上季度) that opens a statement, with a figure behind it at once."""
_LEFT_OVER = (
    rf"(?![^，。；：()\d]{{0,14}}(?:结[余转存]|余额|滚存))(?!度?(?:{re.any_of(_TURNS.time.left_over)}))"
)
_NAMES = rf"{_LEFT_OVER}(?=份?[\u3400-\u9fff“”]{{1,24}}[:：]?\s?(?:\d|$))"
"""Behind such a word that opens a statement: what its figure is of (上月转入 356 人), and not what was left of that time (上年结转)."""
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        (
            "月",
            rf"[自从]?(?:(?P<begins>{YEAR})年|(?P<begun>今年|去年|上年)|(?<![\d.年])){_DAY.format('first_')}(?:\([^()\d]{{1,12}}\))?(?:起|开始)?{_DASH}"
            rf"(?:(?:(?P<ends>{YEAR})年|(?P<ended>今年|去年|次年|翌年)){_DAY.format('last_')}?|{_DAY.format('only_')}|(?<=日[—–\-~～〜至到])(?P<same_day>\d{{1,2}})日)",
        ),
        (
            "年",
            rf"[自从]?(?P<year>{YEAR})年(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?)?(?P<open>起|以来|开始|至今)",
        ),
        (
            "年",
            rf"[自从](?P<year>{YEAR})年(?:(?P<month>\d{{1,2}})月(?:(?P<day>\d{{1,2}})日)?)?[^，。；：\d]{{2,24}}(?P<open>以来)",
        ),
        (
            "月",
            r"[自从]?(?:(?P<rel>今年|去年)|(?<![\d.年]))(?P<month>\d{1,2})月(?:份|(?P<day>\d{1,2})日)?(?P<open>起|以来|开始)(?!草|诉)",
        ),
        ("年", r"[自从](?P<rel>今年|去年|明年)(?P<open>起|开始)"),
        ("季", rf"{_ALONE}(?P<prior>上)(?:一个?|个)?季度(?:{_FIGURE}|{_NAMES})"),
        ("月", rf"{_ALONE}(?P<prior>上)(?:一个?|个)?月份?(?:{_FIGURE}|{_NAMES})"),
        ("月", rf"{_ALONE}(?:截至|截止到?)?(?P<prior>上)(?:一个?|个)?月(?P<end>[底末])"),
        ("月", rf"{_OF}(?P<low>\d{{1,2}})(?:月份?)?{_DASH}(?P<high>\d{{1,2}})月份?(?!\d)"),
        (
            "月",
            rf"{_UNTIL}{_OF}(?<![第每个几\d一二三四五六七八九十〇零])(?P<low>{_HAN_MONTH})(?:月份?)?{_DASH}(?P<high>{_HAN_MONTH})月份?(?![内大])",
        ),
        (
            "月",
            rf"{_UNTIL}(?:(?P<year>{YEAR})年|(?P<rel>今年|去年|前年|明年))(?P<month>{_HAN_MONTH})月(?:份(?P<close>底|末)?|(?P<end>底|末))?",
        ),
        (
            "月",
            rf"(?P<until>截至|截止到?)?(?<![第每个几上下\d一二三四五六七八九十〇零年])(?P<month>{_HAN_MONTH})月(?:份(?P<close>底|末)?|(?P<end>底|末)|(?=[，,]|$))",
        ),
        ("月", rf"{_OF}(?<!提)[前头](?P<high>\d{{1,2}}|{_NUMERAL})个?月(?!内|每|按月)"),
        (
            "年",
            rf"(?:[自从]|{_UNTIL})(?P<first>{YEAR})年?(?:度)?{_DASH}(?P<last>{YEAR})年(?:度)?"
            r"(?P<part>上半年|下半年|末|底|\d{1,2}月份?[底末]?)?(?:期间|以来)?",
        ),
        (
            "季",
            rf"{_UNTIL}{_OF}(?P<since>(?<!提)前)?(?<!提前)第?(?P<quarter>[一二三四]|(?<!\d)[1-4])(?:(?<=前.)个)?季度(?P<end>[末底])?(?P<from>以来)?",
        ),
        ("季", rf"{_OF}(?<![\u3400-\u9fff])(?P<quarter>首)季度?(?=[\u3400-\u9fff，,\d])(?![赛节度])"),
        (
            "月",
            rf"{_UNTIL}(?:(?P<year>{YEAR})年|(?P<rel>今年|去年|前年|明年|来年|次年|翌年))(?P<month>\d{{1,2}})月份?(?:(?P<day>\d{{1,2}})日|(?P<ten>[上中下])旬)?(?P<end>底|末)?",
        ),
        ("半", rf"{_UNTIL}{_OF}(?P<part>上半年|下半年)(?P<close>[末底])?(?P<from>以来)?"),
        (
            "月",
            r"(?P<until>截至|截止到?|到|(?<![\u3400-\u9fff\d])至(?=\d{1,2}月(?:底|末|\d)))(?P<month>\d{1,2})月份?(?:(?P<day>\d{1,2})日|(?P<ten>[上中下])旬)?(?P<end>底|末)?",
        ),
        (
            "月",
            r"(?<![\d年.])(?P<month>\d{1,2})月(?:份?当月|份(?P<end>底|末)?|(?P<close>底|末)|(?P<day>\d{1,2})日|(?=[，,全最仅达升降回]|(?:新登记|同比|环比|预告|计划[:：，,])|[为是](?:\d|$)|\d{1,2}[—–\-~至]\d{1,2}周?岁)|$)",
        ),
        ("年", rf"(?P<year>{YEAR})(?=年初(?:{_NAMED}))"),
        (
            "年",
            rf"{_UNTIL}(?P<year>{YEAR})年(?:度|全年)?(?P<part>年末|年底|末|底|初(?!{_NAMED})|上半年|下半年)?(?!版|同期)",
        ),
        ("全", rf"(?<![\d.])(?P<year>{YEAR})(?=全[国省市县区州盟旗])"),
        ("期", r"(?:在?(?:此次|本次|整个))?(?P<spell>(?:专项)?(?:活动|行动)期间)(?!\()"),
        ("年", rf"(?:今后|未来)(?P<ahead>{_NUMERAL}|\d{{1,2}})年(?:时间|内|里|间)?(?![级制度])"),
        (
            "年",
            rf"(?:(?:刚刚?)?过去的?|这|近|最近)(?P<count>{_NUMERAL}|\d{{1,2}})年(?:来|间|多来|里|时间)?(?![内级制以度期]|毕业|未)|"
            rf"(?<![第\d每连续百千十])(?P<years>{_NUMERAL}|\d{{1,2}})年(?:(?:多|以)?来|间$)",
        ),
    )
)
"""A character that every match holds, and the pattern. Tried in order; where two overlap, the one that stands first here is meant.

The groups say what `periods` makes of it.
"""
HINT = re.compile(r"[此整标革]前|[年月季期末底纪周昨]|[前明后次][日天]|\d全|[目当]前|现[有在]|以来|规划|疫情")
"""One of these stands in every expression of time."""
LISTED_YEARS = re.compile(rf"{YEAR}年(?:度|末|底)?(?:[、和及与]{YEAR}年(?:度|末|底)?)+")
"""Years of which 分别 gives each a figure: 2022年、2023年和2024年."""
LISTED_PARTS = re.compile(
    rf"{_OF}(?:(?P<quarters>第?[一二三四](?:季度)?(?:[、和及与至到—\-]第?[一二三四](?:季度)?){{1,3}})(?<=季度)"
    r"|(?P<halves>上半年[、和及与]下半年)"
    r"|(?P<every>各(?:个)?季度|(?<![第前后\d])四个季度)(?=[^，。；：\d]{0,16}?(?:分别|依次))"
    r"|(?:截至|截止到?|到|至)?(?<!\d)(?P<ends>\d{1,2}月(?:底|末)(?:[、和及与]\d{1,2}月(?:底|末)){1,11}前?)"
    r"|(?<![\d.—\-–~至到])(?P<months>\d{1,2}(?:月份?)?(?:[、和及与]\d{1,2}(?:月份?)?){1,11})(?<=[月份]))(?![—\-–~至到])"
)
"""Parts of a year of which 分别 gives each a figure: 一、二季度, 一至四季度, 4月和5月, 各季度."""
VAGUE = re.compile(
    r"新时代(?:这)?十年|(?:新冠)?(?:肺炎)?疫情(?:防控)?(?:严峻|最严重|特殊)?(?:期间|时期|(?:发生|暴发)?以来|(?:发生|暴发)后)|(?:农历)?正月(?:初|十|廿|二十)?[一二三四五六七八九十](?:之?前|之?后)?(?=[，,]|还?将|$)|下(?:一|个)?季度|下个?月(?!底)(?=[，,将要再计拟预份]|$)"
    rf"|(?<![\u3400-\u9fff])(?:(?:在)?此(?:之)?前|(?:{re.any_of(_TURNS.time.changes)})前)(?=[，,]|$|[^，。；：\d]{{0,16}}(?:{re.any_of(_TURNS.time.held)}))"
    rf"|(?<![\u3400-\u9fff\d])(?![^，]{{0,16}}?(?:{re.any_of(_TURNS.time.known)}))[\u3400-\u9fff]{{4,16}}?以来(?=，|$)"
    rf"|(?:[上本]|二十|20)个?世纪(?:{re.any_of(_TURNS.time.centuries)}|[二三四五六七八九\d]{{1,2}}十?0?年代(?:{re.any_of(_TURNS.time.decades)})?)(?:、[上本]世纪[初末]|至今)?"
    rf"|(?:[自从][^，。；：\d]{{0,12}}?|(?<![\u3400-\u9fff\d])[\u3400-\u9fff]{{0,10}}?)(?:{re.any_of(_TURNS.time.founded)})以来"
)
"""A time that everybody knew, and of which no text says when it was (自我局成立以来); and the quarter or month behind that of the paper."""


@cache
def near_pattern() -> re.Pattern[str]:
    """上周, 本周六, 昨天, 下周一起: the week or day beside that on which the text was written."""
    words, hours = re.any_word(figure_words().near_days), re.any_word(figure_words().near_hours)
    return re.compile(
        rf"(?<![\u3400-\u9fff])(?:在|于|自|从|将于|定于)?(?:{words})(?:(?<=[周期])[一二三四五六日天](?!\d))?(?:{hours})?(?:起|内|初|以来)?(?![之期年])"
    )


EARLIER = re.compile(rf"(?:上年|去年|上一年|(?P<year>{YEAR})年)同期")
_OWN_KINDS = ("year", "so_far", "year_end", "year_start", "now", "month", "quarter", "period_end")
_BASES = ("上年", "上年度", "年度")
"""Words of an earlier year that name a base of comparison or part of a name (上年结转) and no time of a figure."""


@cache
def plan_pattern() -> re.Pattern[str]:
    """The time of a plan of five years: “十四五”时期, “十三五”末, “十四五”规划 before 目标为 6 万人."""
    words = re.any_of(entry.word for entry in figure_words().plans)
    return re.compile(
        rf"(?:截至|截止到?|到|至)?[“\"]?(?P<plan>{words})[”\"]?(?:(?:{re.any_of(_TURNS.time.plans)})(?P<close>末)?|(?P<end>期?末)|(?P<since>以来)|规划(?=(?:目标|任务|指标)(?:任务)?(?:值|数)?[为是]?$))"
    )


_HEADS = r"(?:^|(?<=[，,。；;：:])|(?<=[全我本][国省市县区州盟旗]))"
"""Where a statement begins, or behind whose it is: 8月城镇调查失业率, 我省5月城镇新增就业."""
_NO_MONTH = "内外以龄期度起开前后之间中上下初底末旬的及和与或至到当份"
"""Behind 月: what makes a stretch of time, or more months, of it: 6月以上, 12月龄, 3月及4月."""


@cache
def month_patterns() -> tuple[re.Pattern[str], ...]:
    """A month before what was done in it (7月发放 702 万元), or counted where it opens a statement (9月城镇调查失业率 5%)."""
    verbs = re.any_word({*prose_words().verbs, *prose_words().paid})
    done = rf"(?<![\d年.每满第续近前后隔达共超足过])(?P<month>\d{{1,2}})月(?=(?:共|净|累计)?(?:{verbs}|增))"
    counted = rf"{_HEADS}(?P<month>1[0-2]|[1-9])月(?=(?![{_NO_MONTH}])[\u3400-\u9fff])"
    return re.compile(done), re.compile(counted)


_LAST = rf"{_ALONE}(?:上年(?!度?全年)度?(?:{_FIGURE}|{_NAMES})|本年度?(?=预算){_FIGURE})"
"""（上年 1.9 万人）, ，上年预算数 21 万元: the year before where it opens a statement and its figure, or what that is of, follows; and this one beside it."""
OF_BEFORE = _TURNS.time.of_before
"""Words of an earlier time that without a figure say of no other that it is theirs: 上年一次性项目较多，支出 9 万元."""
_NO_OTHER = r"(?<![实体表呈出发再重涌](?=现[在有]))(?<![项题科条栏节数名](?=目前))(?<![应适相恰担充](?=当前))"
"""Words that only look like 现在, 现有, 目前 and 当前: 实现在建项目全覆盖, 实现有组织输出, 项目前期, 适当前移."""


@cache
def word_pattern() -> re.Pattern[str]:
    """A word of time that leans on a year named elsewhere: 全年, 期末, 目前."""
    words = [
        entry.word
        for entry in figure_words().periods
        if entry.kind in _OWN_KINDS and entry.word not in _BASES
    ]
    longest = re.longest_of(words)
    return re.compile(
        rf"(?:截至|截止到?|(?<![\u3400-\u9fff])[到至])?(?<![上前每\d年]){_NO_OTHER}(?P<word>{_LAST}|(?:{longest})(?:(?<=初){_OPENING}|(?<!初))(?!度|同期|同月|[的]?最[高低多少大小好差])(?:(?<=[今去明]年)|(?!{_NAMED_PLAN})))"
    )


OF_OTHERS = re.compile(r"的|[以之]?后|以来|起|至今")
"""Between a year and a word of time, what makes the year that of something else: 2029年建成的基地全年培训 600 人."""
