"""Which of several things each of the figures is that 分别 gives them: the subjects that a statement lists, and what they share."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import grades
from hrss_tui.compile.prose.comparisons import without_rise
from hrss_tui.compile.prose.listing import sectors_of, split, ways
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.subjects import SEAM, without_copula
from hrss_tui.reference.places import named
from hrss_tui.reference.places_text import SHORT
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things

_THINGS = things()
_WORDS = statement_words()
_DIVISIONS = "县市区州旗盟省"
_COUNTED = re.compile(
    r"(?:等)?[两二三四五六七八九十]{1,4}(?:[项类种个家所镇乡]|[省市县区州盟旗]{1,3})(?=[\u3400-\u9fff]{2})"
)
_RISK = re.compile(rf"(?:{re.any_of(_THINGS.who.insurances)})$")
_TWO_SIDES = re.compile(rf"收入?[、和]支出?(?=合计|{re.any_of(_THINGS.money.two_sides)})|收[、和]支$")
"""收、支总计分别为 … names the two sides of an account."""
_JOINED = re.compile(r"[^参]{1,10}参加(?!人)(?=[\u3400-\u9fff])")
"""农民工参加养老、工伤保险人数: who joins all of them."""
_HELPED = re.compile(rf"(?:{re.any_of(_WORDS.deeds.helped)})(?=[\u3400-\u9fff]{{2}})")
_WORK = re.compile(r"(?:就业|创业)$")
"""扶持大学生、农民创业: who is helped, each, and to what."""
_ALONE = len("创业")
_BARE_REGION = re.compile(r"[东中西]部|东北部?")
_REGION = re.compile(r"(?:[东中西]部|东北部?)(?:地区|区域)?(?:市场)?(?=[\u3400-\u9fff]{3})")
"""东部地区市场需求人数和求职人数: where both of them are."""
_GIVEN = re.compile(
    rf"(?P<lead>[对给])(?P<listed>[^，。；]{{2,40}}?、[^，。；]{{1,40}}?)(?:分别|依次)?(?P<deed>{re.any_of(_WORDS.deeds.given)})"
)
"""对一类、二类企业给予: to each of them is given."""
_MONEY = "金费"
"""基础养老金、失业保险金标准: both are called after money, and share what stands behind that word."""
_TWO = 2


def without_spread(text: str) -> str:
    """Words without those that give several figures to as many things: 占比依次."""
    for word in prose_words().distributors:
        text = text.replace(word, "")
    return text


def is_spread(text: str) -> bool:
    """Does the text before a figure say that several figures go to as many subjects?"""
    return any(word in text for word in prose_words().distributors)


def distributed(noun: str, count: int) -> list[str]:
    """The subjects that `count` figures go to; [] where the noun does not name as many.

    A counted list shares what stands behind the count: 养老、失业两项保险基金收入 are two incomes of funds.
    """
    noun = _TWO_SIDES.sub("收支", noun)
    if sectors := sectors_of(noun, count):
        return sectors
    if each := grades.led(noun, count) or grades.spanned(noun, count) or _each_of(noun, count):
        return each
    if given := _GIVEN.fullmatch(noun):
        parts = [part for part in split().split(given["listed"]) if part]
        each = _with_shared(parts) if len(parts) == count > 1 else []
        return [given["lead"] + part + given["deed"] for part in each]
    for word in prose_words().distributors:
        who, _, deed = noun.partition(word)
        if who and deed and (told := distributed(who, count)):  # 脱贫人口、残疾人分别就业
            return [part if part.endswith(deed) else part + deed for part in told]
    counted = _COUNTED.search(noun)
    listed, shared = (noun[: counted.start()], noun[counted.end() :]) if counted else (noun, "")
    parts = [part + _of_each(part, shared) for part in ways(listed, count)]
    if len(parts) == 1 < count and (told := _told_apart(noun, count)):
        return told
    return _with_shared(parts) if len(parts) == count > 1 else parts if len(parts) == count else []


def _of_each(part: str, shared: str) -> str:
    """What an insurance listed in short has of all: 养老、失业两项社会保险收入 are those of 养老保险 and 失业保险."""
    return shared.removeprefix("社会") if shared.startswith("社会保险") and _RISK.search(part) else shared


def _each_of(noun: str, count: int) -> list[str]:
    """甲县、乙县分别新增就业, 甲类初级、中级分别补贴: each of those before 分别 has all that stands behind it; else []."""
    listed, spread, deed = noun.partition("分别")
    counted = _COUNTED.search(listed)
    listed, shared = (listed[: counted.start()], listed[counted.end() :]) if counted else (listed, "")
    parts = [part + shared for part in split().split(listed) if part] if spread and deed else []
    if len(parts) != count or count < _TWO or not without_copula(without_rise(deed)):
        return []
    parts = _with_shared(parts)
    size, first = len(parts[-1]), parts[0]
    graded = first[-1] in grades.RANKS and all(
        len(part) == size and part[-1] == first[-1] for part in parts[1:]
    )
    lead = first[:-size] if graded and len(first) > size else ""
    return [first + deed, *(lead + part + deed for part in parts[1:])]


def _told_apart(noun: str, count: int) -> list[str]:
    """The several things that one word names: 城乡居民收入 are two, 基金收支 are two."""
    for pair in prose_words().pairs:
        if pair.word in noun and len(pair.parts) == count:
            return [noun.replace(pair.word, part, 1) for part in pair.parts]
    return []


def _with_shared(parts: list[str]) -> list[str]:
    """Listed subjects with what the last shares with all (养老、失业保险收入), or the first (基金收入、支出)."""
    last, words = parts[-1], prose_words()
    joined = _JOINED.match(parts[0])
    alone = joined is not None and not any(_JOINED.match(part) for part in parts[1:])
    lead = grades.insured(parts) or (joined.group() if joined is not None and alone else "")
    helped = _HELPED.match(parts[0]) if _WORK.search(last) else None
    apart = len(last) > _ALONE and all(map(_WORK.search, parts))  # 扶持创业、带动就业: deeds of their own
    if helped is not None and not (apart or any(map(_HELPED.match, parts[1:]))):
        lead = lead or helped.group()
    region = _REGION.match(parts[0])
    if region is not None and not any(map(_REGION.match, parts[1:])):
        lead = lead or region.group()
    if lead:
        return [lead + part for part in _with_shared([parts[0].removeprefix(lead), *parts[1:]])]
    if told := parts if apart else grades.of_one_kind(parts):
        return told
    account = next((word for word in words.accounts if parts[0].endswith(word)), "")
    if account and last in words.accounts and parts[0] != account:
        head = parts[0].removesuffix(account)
        return [parts[0], *(f"{head} {part}" if part in words.accounts else part for part in parts[1:])]
    ends = {part[-2:] for part in parts[:-1]}
    same = last.find(next(iter(ends)), 2) if len(ends) == 1 else -1
    if same > 0 and last[same + 2 :]:
        return [part + last[same + 2 :] for part in parts[:-1]] + [last]
    own = max((word for word in words.settings if last.startswith(word)), key=len, default="")
    if own and all(part in words.settings for part in parts[:-1]):
        return [*(part + last.removeprefix(own) for part in parts[:-1]), last]
    mean = last.find("人均", len("居民"))
    of_mean = mean > 0 and all(part.endswith(_WORDS.compared.residents) for part in parts[:-1])
    ends_of = (last.find(mark, 1) + 1 for mark in _DIVISIONS if parts[0].endswith(mark))
    begins = mean if of_mean else _behind_place(parts) or _behind_region(parts) or max(ends_of, default=0)
    if not begins:
        tails = (word for word in words.shared_tails if word not in words.tail_verbs or last.endswith(word))
        places = [last.find(word, min(2, len(parts[0]))) for word in tails]
        begins = min((at for at in places if at > 0), default=0)
    tail = last[begins:] if begins else ""
    return [_with_tail(part, tail) for part in parts[:-1]] + [last] if tail else parts


def _behind_place(parts: list[str]) -> int:
    """Where what all places of a list have begins behind the last of them: 城南区、东山县城镇新增就业; 0 where they are none."""
    if all(place_of(part + SEAM) == part for part in parts[:-1]):
        return len(place_of(parts[-1]))
    return _behind_name(parts[-1]) if all(map(named, parts[:-1])) else 0


def _behind_name(text: str) -> int:
    """Where the name of a division ends, without its type, that a text begins with before what it has: 无锡城镇新增就业; 0 where none does."""
    ends = (end for end in range(min(SHORT, len(text)) - 1, 1, -1) if named(text[:end]))
    return next(ends, 0)


def of_places(text: str, count: int) -> tuple[list[str], str]:
    """So many places that a text lists, and what it says of them behind the last: 曲靖、昭通两市转移规模; ([], "") where it lists none."""
    counted = _COUNTED.search(text)
    parts = split().split(text[: counted.start()] if counted else text)
    if len(parts) != count or count < _TWO or not all(parts):
        return [], ""
    end = len(parts[-1]) if counted else _behind_place(parts)
    *others, last = *parts[:-1], parts[-1][:end]
    if not end or not all(named(one) or place_of(one + SEAM) == one for one in (*others, last)):
        return [], ""
    return [*others, last], text[counted.end() :] if counted else parts[-1][end:]


def behind_place(text: str) -> int:
    """Where the name of a division ends, with its type or without, that a text begins with; 0 where it begins with none."""
    return len(place_of(text)) or _behind_name(text)


def _behind_region(parts: list[str]) -> int:
    """Where what all regions of a list have begins behind the last of them: 东部、西部和东北地区年平均工资; 0 where they are none."""
    last = _BARE_REGION.match(parts[-1])
    return last.end() if last is not None and all(map(_BARE_REGION.fullmatch, parts[:-1])) else 0


def _with_tail(part: str, tail: str) -> str:
    """A part and the tail it shares, of which it may print the beginning: 失业保险 + 保险基金收入."""
    if part[-2:] == tail[-2:] or part.endswith(prose_words().complete_tails):
        return part
    if part[-1:] in _MONEY and 0 < (same := tail.find(part[-1])) < len(tail) - 1:
        return part + tail[same + 1 :]
    overlap = next((size for size in range(len(tail), 1, -1) if part.endswith(tail[:size])), 0)
    return part + tail[overlap:]
