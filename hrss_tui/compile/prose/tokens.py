"""Numbers in a text, and what protects them from being taken for quantities.

Years, dates, document numbers, ordinals, codes, slogans, ages and figures in titles are numbers, but they count
nothing. A pattern here is a convention of writing, not of one document; the first that fits a number wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import lru_cache
from string import ascii_letters, digits

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.broken import broken, letters
from hrss_tui.compile.basics.unsaid import unsaid
from hrss_tui.compile.prose.numerals import HAN_FRACTION, HAN_NUMBER, HAN_PART, ROUND
from hrss_tui.reference.classifications import all_names, every_functional_code
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import units

_THINGS = things()
_TURNS = turns()
_YEAR = r"(?:19|20)\d{2}"
_ALONE = r"(?:19|20)(?<!\d..)\d{2}"
"""A year behind no other digit."""
_DASH = r"[—–―─\-~～至到]+"

NUMBER = re.compile(r"\d(?<![\d.].)\d*(?:,\d{3})*(?:\.\d+)?")
"""No pattern looks behind itself before it has found a character: what begins with a class is passed over at once."""
HAN = "han"
"""The kind of a Chinese numeral: a number where a unit follows, else a word."""

SHARES = "shares"
"""The kind of what several things share 100 among themselves: 6.2:38.4:55.4."""
RATIOS = ("ratio", SHARES)
"""Kinds that state something: where none is read (师生比 1:16) they are left for the audit."""
BROKEN = "broken"
"""The kind of a number that something has gone through: it is left for the audit."""
_TERM = r"\d[\d.,]{0,12}[万亿]?(?:[\u3400-\u9fff]{1,2}|%)?(?:/[\u3400-\u9fff]{1,2}){0,2}"
_FORMULA = rf"(?<![\d.])(?:{_TERM}[×÷]){{1,8}}{_TERM}(?==)"
"""3000元/月÷21.75天×3天: what a sum is made of, which is told behind its mark of equality."""
_SHARES = r"\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?){2}"

_UNCEASING = re.any_of(statement_words().topics.unceasing)

_CLASSES = re.any_of(
    f"{code}类(?={re.escape(name)})" for code in range(200, 300) for name in sorted(all_names(str(code)))
)
"""A class of the functional classification with its name: 208类社会保障和就业支出. 215类事项 are so many."""

_LEVEL = 5
"""Digits of a code of the second level."""
_LIKE_UNITS = sorted(
    {
        name
        for entry in every_functional_code()
        for name in entry.names
        if len(entry.code) == _LEVEL and name.startswith(tuple(units()))
    }
)
"""Names of the second level that begin as a unit does: 天然林保护."""

_PROTECTED: tuple[tuple[str, frozenset[str], re.Pattern[str]], ...] = tuple(
    (kind, frozenset(signs), re.compile(pattern))
    for kind, signs, pattern in (
        ("title", "《", r"《[^》]{0,400}》"),
        (
            "document_number",
            "号",
            rf"[〔\[［【(]\s*{_YEAR}\s*[〕\]］】)]\s*第?\d+\s*号|第?(?<!\d)\d+号(?!楼|线)",
        ),
        (
            "heading_number",
            "表图附",
            r"^(?:附?[表图]|附件|附录)(?P<token>\d{1,2})(?=[\u3400-\u9fff])(?![份张页件])",
        ),
        ("heading_number", "分", r"\d(?<![\d.].)\d?[-—－–.]\d{1,2}(?=分[县市区州盟旗地省行产城性学年季月])"),
        ("year", "鉴", rf"年鉴[(（]?(?P<token>{_YEAR})(?!\d)"),
        ("note_mark", "[［【〔", r"[\[［【〔](?:注|注释)?\d{1,3}[\]］】〕]"),
        ("date", "-/.", rf"{_ALONE}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)"),
        (
            SHARES,
            ":：",
            r"(?:三次产业|一二三产业|一、二、三产业|产业(?=结构|构成|比)|[\u3400-\u9fff]{1,6}、[\u3400-\u9fff]{1,6}[、和][\u3400-\u9fff]{1,8}?)的?(?:增加值|人数|(?:就业|从业)?人员|就业|从业|劳动力)?"
            # 由“十五”末的: what such shares were at a time that has no number is of no known year
            rf"(?:{re.any_of(_THINGS.money.shares)}|比(?=[为是由从调达优已]))(?:[^，。；:：\d由从]|[由从](?=[^，。；:：\d“]{{0,3}}(?:\d|[上去]年))|\d{{4}}年){{0,16}}"
            rf"(?P<token>{_SHARES})(?![\d.:：])",
        ),
        (
            SHARES,
            ":：",
            rf"(?:[:：]\d+(?:\.\d+)?)(?:[\u3400-\u9fff]{{1,6}}[到至为成])(?:{_YEAR}年[末底]?的?)?(?P<token>{_SHARES})(?![\d.:：])",
        ),
        ("ratio", ":：", r"(?<=[比为])\d+(?:\.\d+)?[:：]\d+(?:\.\d+)?"),
        ("ratio", ":：", r"(?<=[由从至到是达约的度期])(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)[:：]1(?![\d.])"),
        ("date", ":：", r"\d(?<![\d:：].)\d?[:：]\d{2}(?:[:：]\d{2})?(?![\d:：])"),
        ("date", "时点", r"(?<![\d.])(?:[01]?\d|2[0-4])[时点]\d{1,2}分(?![钟之数制值享比])"),
        ("date", "月", rf"(?<!\d){_YEAR}年\d{{1,2}}(?:月份?)?{_DASH}(?:{_YEAR}年)?\d{{1,2}}月份?"),
        ("date", "月", rf"(?<!\d){_YEAR}年(?:[前头]\d{{1,2}}个?月|\d{{1,2}}月(?:份|\d{{1,2}}日)?)"),
        ("period", "年", rf"{_ALONE}年?(?:度)?{_DASH}{_YEAR}学?年"),
        ("cohort", "届级", rf"{_ALONE}(?:届|级)"),
        ("year", "年", rf"{_ALONE}年"),
        ("year", "全", rf"{_ALONE}(?=全[国省市县区州盟旗])"),
        ("date", "月", rf"(?<![\d.])\d{{1,2}}(?:月份?)?{_DASH}\d{{1,2}}月份?(?!\d)"),
        (
            "duration",
            "天日周月时",
            rf"(?<![\d.])\d{{1,3}}个?(?:{re.any_of(_THINGS.count.durations)})(?:时间)?(?:里|间|来)(?![\u3400-\u9fff]{{0,2}}[程地面])",
        ),
        ("name", "位", r"(?<![\d.])\d位数(?![量\d])"),
        ("name", "含", r"(?<=以[上下内][（(]含)\d[\d.,]{0,9}[万亿]?[\u3400-\u9fff%]{1,3}(?=[)）])"),
        ("duration", "隔", r"(?<=时隔)\d{1,3}个?多?(?:小时|[天日周月年])"),
        (
            "age",
            "月",
            rf"(?<![\d.])\d{{1,2}}个月大?的[\u3400-\u9fff]{{0,4}}(?:[婴幼][儿童]|{re.any_of(_THINGS.count.children)})",
        ),
        (
            "ratio",
            "每",
            r"每\d{1,4}[名位个人户家][\u3400-\u9fff]{0,12}[中里](?:就|已经?|约|至少|便|有){1,3}\d{1,4}[名位个人户家]",
        ),
        # One of so many: 每 158 人录取一人, 4 个老人中就有一个.
        (
            "ratio",
            "每",
            r"每\d{1,5}[名位个人户家][\u3400-\u9fff]{0,8}?(?:录取|录用|选拔?|取|竞争|争夺?|抢)(?:[一1][名位个人]|[\u3400-\u9fff]{0,2}[一1]个)",
        ),
        (
            "ratio",
            "有",
            r"(?<![\d.])\d{1,4}[名位个人户家][\u3400-\u9fff]{0,12}[中里](?:就|约|便|至少){1,2}有[一两1-9][名位个人户家]",
        ),
        ("duration", "起", r"(?<=起)\d{1,3}个?(?:工作)?(?:天|日|周|月|小时)(?:之?内)(?!的?\d)"),
        (
            "duration",
            "公",
            r"(?:(?<=公示期)|(?<=公示期为)|(?<=公示时间为)|(?<=公示时限不超过)|(?<=公示期不少于))\d{1,3}个?(?:工作)?(?:天|日)",
        ),
        ("duration", "期", r"(?<=为期)\d{1,3}(?:[—–\-~～至到]{1,2}\d{1,3})?个?(?:天|日|周|星期|月|年|小时)"),
        ("duration", "月", r"(?<=[前后头])\d{1,2}个月(?=每|按月)"),
        ("date", "月", r"(?<=[前头])\d{1,2}个?月(?!内)|(?<![\d.])\d{1,2}个月(?=来)"),
        ("date", "月", r"(?<![\d.])\d{1,2}月(?:份|\d{1,2}日)?"),
        ("date", "日", r"(?<![\d.])\d{1,2}日(?=前|起|至|止|后|，|。|,|$)"),
        (
            "slogan",
            "+",
            r"(?<![\w.])(?:\d{1,9}|[A-Za-z]{1,20})(?:\+(?:\d{1,9}|[A-Za-z]{1,20})){1,9}(?![\w.%])",
        ),
        ("formula", "×", _FORMULA),
        ("formula", "÷", _FORMULA),
        ("name", "×xX*＊", r"(?<=[×xX*＊])\d+(?:\.\d+)?[%‰](?!\d)"),  # 完成率=完成数/目标数×100%
        ("name", "×xX*", r"(?<!\d)\d+[×xX*]\d+(?:小时)?"),
        (
            "name",
            "时钟里",
            r"(?<![\d.])\d+(?:小时|分钟|公里)(?=(?:、[^，。；、\d]{0,4}\d+(?:小时|分钟|公里))?"
            rf"[^，。；、\d]{{0,10}}(?:圈|{_UNCEASING}|自助|值班|在线|值守|热线|服务[站点区厅]|驿站))",
        ),
        (
            "name",
            "天",
            rf"(?<![\d.])\d{{1,3}}天(?=(?:[、,，“\"‘]|\d{{1,2}}小时|{re.any_of(_TURNS.manner.always)}){{0,4}}(?:{_UNCEASING}))",
        ),
        (
            "name",
            "钟时",
            rf"(?<![\d.])\d+(?:分钟|个?小时)(?:之?内|以内)?(?=(?:基本|均|都|就|便|能够?|可以?|即可|步行|车程){{0,3}}(?:{re.any_of(_THINGS.count.reached)}))",
        ),
        # What a rate is of: 18.3/10万.
        ("name", "/／", r"(?<=\d)[/／](?:10万|100000|1万|10000)(?![\d.])"),
        ("name", "制", r"\d(?<![\d.].)\d*(?:人|年|小时|天|日|分)(?:工作|学)?制(?!定|度|作|约|品|造)"),
        (
            "name",
            "档",
            rf"(?<![\d.,])\d{{2,4}}元(?=(?:最[低高])?(?:缴费)?档次?(?:缴费|参保|的?(?:{re.any_of(_THINGS.count.insured)})))",
        ),
        (
            "name",
            "户",
            r"每户(?:家庭)?(?:至少|最少|均|都){0,2}(?:实现|有)?(?P<token>\d{1,2})[人名](?=(?:以上)?(?:实现|稳定){0,2}(?:再)?就业)",
        ),
        ("name", "等为", r"(?:不|未必|不一定)(?:等于|为)(?P<token>100(?:\.0+)?)%"),
        ("name", "抽", r"(?<![\d.])\d+(?:\.\d+)?[‰%](?=的?人口(?:变动)?(?:情况)?抽样)"),
        # Measures that are called after how many they are: 稳增长“18条”.
        ("name", '“"', r"(?<=[“\"])\d{1,3}[条招策项](?=[”\"])"),
        ("name", "“", r"“[\u3400-\u9fff]{1,8}(?P<token>\d{1,3})[条招策](?=”)"),
        ("name", "·•", r"(?<=“)\d{1,2}[·•]\d{1,2}(?=”)"),  # “5·12”
        ("name", "版", r"(?<![\d.])\d{1,2}\.\d{1,2}版"),
        # A voltage says which line it is, as a class does: 750千伏输变电工程.
        ("name", "伏", r"(?<![\d.])\d+(?:\.\d+)?千?伏(?!安)"),
        ("name", "级", rf"\d(?<![\d.].)\d*(?:\.\d+)?[百千万亿]*(?:{re.any_of(_THINGS.count.sizes)})级"),
        ("name", "位", r"(?<![\d.])\d+(?:\.\d+)?%?分位(?:[数值点]|(?!移))"),
        ("rank", "前", r"(?<=前)\d+(?:名|位|强|%|‰|家|个(?!月|百分点))(?![^，。；]{0,4}(?:增|减|提|下))"),
        ("rank", "最", r"(?<=最[高低多少大小快慢]的)\d{1,2}[个大类位名项家](?!月)"),
        ("rank", "强", r"(?<![\d.])\d+强"),
        (
            "code",
            ascii_letters,
            r"(?<![A-Za-z])(?!(?:GDP|GNP|CPI|PPI)\d[\d,.]*(?:[万亿元]|美元|%))[A-Za-z]+[-.]?\d+[A-Za-z0-9.\-]*|(?<![\d.])\d+(?!(?:P|[PE]FLOPS)(?![A-Za-z0-9]))[A-Za-z][A-Za-z0-9]*",
        ),
        # A code of the functional classification before its name, as a list of items has it: 2080112-劳动人事争议调解仲裁.
        ("code", "2", r"2(?<![\d.].)\d{4}(?:\d\d)?[-—–_]{1,2}(?=[\u3400-\u9fff]{2})"),
        ("code", "2", r"2(?<![^)、].)\d{6}(?=[(“]?[\u3400-\u9fff]{4})"),
        # A code of the second level in a row without its table: 21105天然林保护; also where its name is not printed in full.
        (
            "code",
            "".join(name[0] for name in _LIKE_UNITS),
            rf"2(?<![\d.,].)\d{{4}}(?=(?:{'|'.join(map(re.escape, _LIKE_UNITS))}))",
        ),
        ("code", "人", r"2(?<![\d.,].)\d{4}(?=人(?:力资源|口与)[\u3400-\u9fff]{0,9}(?:事务|支出))"),
        # A code of the economic classification that a name with 对 follows: 303对个人和家庭的补助.
        (
            "code",
            "对",
            r"(?<![\d.,])(?:(?:303|509)(?=对个人和家庭)|(?:31[12]|507)(?=对企业补助)|508(?=对企业资本)"
            r"|505(?=对事业单位经常)|506(?=对事业单位资本)|(?:313|510)(?=对社会保))",
        ),
        # A class of marks, of which so many are counted: 80至90分项目1个.
        (
            "name",
            "分",
            rf"(?<![\d.])\d{{2,3}}(?:\.\d)?分?{_DASH}\d{{2,3}}(?:\.\d)?分(?:之间)?(?:[(][^()\d]{{1,8}}[)])?的?(?=(?:{re.any_of(_THINGS.count.graded)})[^，。；\d]{{0,8}}\d)",
        ),
        # The level of a code behind or before it: 社会保障和就业支出（208类）, 行政运行（01项）.
        (
            "code",
            "类款项",
            r"[(（【\[](?:2\d\d类|2\d{4}款|2\d{6}项|0\d项|\d\d款|[类款项][02]\d{1,6})[)）】\]]",
        ),
        ("code", "类", rf"(?<![\d.,])(?:{_CLASSES})"),
        ("age", "岁", rf"(?<![\d.])\d+(?:周?岁?{_DASH}\d+)?(?:周岁|岁)(?:(?:及)?以[上下])"),
        ("age", "岁", rf"(?<![\d.])\d+(?:周岁|岁)?{_DASH}\d+(?:周岁|岁)"),
        ("anniversary", "周", r"(?<![\d.])\d+周年"),
        # Who bears which part of it: 市与区县按 5:5 分担.
        (
            "ratio",
            ":：",
            rf"\d(?<![\d.:：].)\d?(?:[:：]\d{{1,2}}){{1,3}}(?=(?:的?比例)?(?:由[\u3400-\u9fff、]{{1,16}})?(?:{re.any_of(_THINGS.money.shares_of)}))",
        ),
        (
            "ordinal",
            "第目",
            rf"第\s?\d+(?:个月)?{_DASH}第?\d{{1,3}}(?![\d.年%])|第\s?\d+|(?<=目标)\d{{1,4}}(?=[:：])",
        ),
        ("ordinal", "(", r"[(]\d{1,2}[)](?!\d)"),
        ("list_number", ".．、", r"\d(?<![^；;。：:].)\d?[.．、](?!\d(?!\d?月|\d{3}[年—–\-]))"),
        ("duration", "年", r"\d(?<![\d.].)\d*年"),
    )
)
"""Kind, characters of which every such stretch holds one (none where none is needed), and pattern."""
_ANY = frozenset(digits + ascii_letters)
"""What every protected stretch but a title holds."""
_ITEM = re.compile(r"(?<=款[)）])[^，。；()（）\d]{2,40}(?P<code>[(（]\d{2}项[)）])")
"""The last level of a code behind the one before it: 司法（06款）其他司法支出（99项）. 改造项目（14项） are so many."""
_AGE = re.compile(r"\d(?<![\d.].)\d*(?:\.\d+)?(?:周岁|岁)")
_AGED = re.compile(
    r"(?:寿命|年龄)(?:[^，。；\d]|\d{4}年){0,12}$"
    rf"|(?:{re.any_of(_TURNS.change.aged)})(?:[^，。；\d]|\d{{4}}年){{0,6}}$"
    r"|岁[，、](?:其中[，:：]?)?[男女](?:(?!满)[\u3400-\u9fff]){0,4}$"
)


class Token(msgspec.Struct, frozen=True, gc=False, order=True):
    """A number at folded[start:end], with what protects it; kind is "" where nothing does, "han" for a Chinese one."""

    start: int
    end: int
    kind: str = ""


def tokens(folded: str) -> list[Token]:
    """Protected stretches and free numbers of a squeezed text, in order, never overlapping.

    A protected stretch is the whole phrase (2021 年, 《…》), also where a title holds no digit.
    """
    if NUMBER.fullmatch(folded):
        return [Token(0, len(folded))]
    return list(_again(folded)) if len(folded) <= _KEPT else _tokens(folded)


_KEPT = 2_000
"""Characters up to which the numbers of a text are kept: they are asked for by what reads it and by what is no figure."""


@lru_cache(maxsize=512)
def _again(folded: str) -> tuple[Token, ...]:
    return tuple(_tokens(folded))


def _tokens(folded: str) -> list[Token]:
    found: list[Token] = []
    taken = bytearray(len(folded))

    def take(start: int, end: int, kind: str = "") -> None:
        if not any(taken[start:end]):
            found.append(Token(start, end, kind))
            taken[start:end] = b"\1" * (end - start)

    held = frozenset(folded)
    for start, end, kind in _protected(folded, held):
        take(start, end, kind)
    for match in HAN_PART.finditer(folded) if "/" in held else ():
        if match["left"]:
            take(*match.span(), HAN)
    for start, end in (*broken(folded), *unsaid(folded)):
        free = max((at + 1 for at in range(start, end) if taken[at]), default=start)
        if free < end:
            take(free, end, BROKEN)
    for kind, pattern in _numbers(held):
        for match in pattern.finditer(folded):
            take(*match.span(), kind)
    return sorted(found)


def _protected(folded: str, held: Set[str]) -> Iterator[tuple[int, int, str]]:
    """Stretches that are no quantities, those first that go before others."""
    for start, end in letters(folded):
        yield start, end, BROKEN
    for kind, pattern in _possible(held):
        for match in pattern.finditer(folded):
            yield *match.span("token" if kind == SHARES else 0), kind
    for match in _ITEM.finditer(folded) if "款" in held else ():
        yield *match.span("code"), "code"
    for match in _AGE.finditer(folded) if "岁" in held else ():
        if not _AGED.search(folded, max(0, match.start() - 24), match.start()):
            yield *match.span(), "age"


def _possible(held: Set[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of which a text of these characters holds a sign: few are worth looking for in any one text."""
    for kind, signs, pattern in _PROTECTED[:1] if held.isdisjoint(_ANY) else _PROTECTED:
        if not signs or not held.isdisjoint(signs):
            yield kind, pattern


def _numbers(held: Set[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns of numbers, those in words before the digits and the numerals they hold."""
    if not held.isdisjoint("分成半"):
        yield HAN, HAN_FRACTION
        yield HAN, HAN_PART
    yield "", NUMBER
    yield HAN, HAN_NUMBER
    if not held.isdisjoint("百千万亿"):
        yield HAN, ROUND
