"""The place a document is of and the department it tells of, from its title, its issuer and its text.

The title goes first, then who issued it; 自治区, 全省 and the like are told apart by the places that the text names.
A document that names several places, none of which holds the others, is of none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from hrss_tui import lazy_re as re
from hrss_tui.compile.documents.days import is_dateline
from hrss_tui.compile.documents.elsewhere import elsewhere
from hrss_tui.compile.documents.front import Front, Line, labelled
from hrss_tui.compile.documents.titles import is_body
from hrss_tui.reference.papers import paper_words
from hrss_tui.reference.place_scopes import AUTONOMOUS, of_own_word, place_of
from hrss_tui.reference.places import NATION, customary, find_place, is_within, places
from hrss_tui.reference.places_text import names_zone, places_named
from hrss_tui.reference.things import things
from hrss_tui.sources import marks
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.text import fold

_THINGS = things()
_WORDS = paper_words()
_NATION = re.compile(
    rf"全国|中华人民共和国|国务院|国家(?!级)|中央(?!财政)|^人力资源(?:和)?社会保障部|^(?:{re.any_of(_THINGS.who.departments)})部|我国"
)
_WON = re.compile(rf"(?:{re.any_of(_WORDS.news.won)})(?!奖)[“”\"]?全国")
"""An honour of the nation that somebody else has won: 区仲裁院获评全国先进."""
_MINISTRIES = rf"(?:中华人民共和国|中国)?(?:{re.any_of(_WORDS.news.ministries)})"
_MINISTRY = re.compile(rf"(?:^|专?访(?=[^，。；]{{1,30}}(?:[部局]长|主任)))(?:{_MINISTRIES})")
_BRANCH = re.compile(rf"[\u3400-\u9fff]{{2,8}}?(?:{re.any_of(_WORDS.news.branches)})")
"""Behind a body of the nation, that it is its branch in a place: 国家统计局某市调查队."""
_TOLD_BY = re.compile(
    rf"(?:[^，。,；\d]{{0,6}}\d{{1,4}}[^，。,；]{{1,12}}[，,]?|日前[，,]?|近日[，,]?|今天[，,]?|昨日[，,]?)?(?:据|(?:记者[^，。]{{0,8}}?)?从)?{_MINISTRIES}"
)
"""The first words of news that a ministry tells: 7 月 22 日，人力资源社会保障部举行…."""
_HELD_BY = re.compile(
    rf"{_MINISTRIES}[^，。；\d省市县区州]{{0,12}}(?:新闻)?(?:{re.any_of(_WORDS.news.conferences)})"
)
"""A press conference of a ministry, of which news tells wherever its words begin."""
_STAGED = re.compile(rf"(?<=日|年|月|天)在[\u4e00-\u9fff]{{2,6}}(?={re.any_of(_WORDS.news.staged)})")
"""Where something was told, and not of what: 26 日在北京介绍."""
_SLOGAN = re.compile(r"“(?:[^“”、，,]{2,8}[、，,]){1,3}[^“”、，,]{2,8}”")
"""“人人持证、技能某省”建设: what a programme is called, wherever it is carried out."""
_LEVEL = re.compile(rf"自治区|(?:全|我|本)(?:{re.any_of(_THINGS.who.of_levels)})|兵团")
_SELF = re.compile(
    rf"我(?P<type>省|{re.any_of(_THINGS.who.themselves)})(?=[\u3400-\u9fff\d,，])(?!级|直|属|外|内)"
)
"""What those who speak call their own area."""
_OWN = re.compile(rf"[全我本](?P<type>{re.any_of(_THINGS.who.themselves)})(?!级|直|属|外|内)")
_PRINTED = re.compile(r"(?:报|网|电视台|电台|通讯社)$")
"""The end of the name of who prints or sends what others did, though bodies are called so, too."""
_TOLD_OF = re.compile(rf"该(?P<type>县|{re.any_of(_THINGS.who.those)})(?!级|直|属|外|内)")
"""What a text calls the one area it tells of."""
_OF_CITY = re.compile(
    rf"(?:^|[，。；：,;:])(?P<of>[全我本](?:市|州|盟))(?!率先|{re.any_of(_THINGS.who.first)})"
)
_OF_COUNTY = re.compile(r"[全我](?:区|县|旗)(?!域)")
"""Whose the figures of a text without a place in its title are."""
_PASSING = 2
"""How often a county may be named by a text that tells of its city."""
_QUOTED = 1
"""How often somebody else may be heard to say so in a text whose title names a place."""
_TOLD = re.any_of(_WORDS.news.headlines)
_BARE = re.compile(rf"[\u4e00-\u9fff]{{2,8}}?(?=\d|[:“‘]|{_TOLD})")
"""A name without its type at the head of a title: 苏州2023年…, 苏州:…, 苏州“…”…, 苏州人社…."""
_SINCE = re.compile(r"(?:自|从)?(?:(?:19|20)\d{2}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|开始|以来)?[,，]?")
"""7月1日起苏州调整…: the time with which a title begins."""
_BEHIND = re.compile(rf"(?:省|自治区)?(?=(?P<city>[\u4e00-\u9fff]{{2,6}}?)(?:\d|[:“‘,，]|{_TOLD}))")
"""江苏苏州:…: a city behind the province that it lies in."""
_PARTS = re.compile(r"[丨|｜]")
"""What parts the rubric of a title from the title."""
_OUTLET = re.compile(
    rf"\s*(?:中国)?(?P<of>[\u4e00-\u9fff]{{2,8}}?)(?:{re.any_of(_WORDS.news.local)}"
    rf"|(?:{re.any_of(_THINGS.who.outlets)})?(?:在线|网)(?=$|[^\u4e00-\u9fff]|{re.any_of(_THINGS.who.news)})"
    r"|发布(?=$|[^\u4e00-\u9fff“《]))"
    r"|\s*云上(?P<cloud>[\u4e00-\u9fff]{2,4}?)(?=$|[^\u4e00-\u9fff]|讯|消息|记者|报道)"
)
"""A newspaper or a site of a place: 苏州日报, 中国江苏网, 江苏职工新闻网."""
_SHORT_LINE = 60
_COUNTY = 6
"""Characters of the code of a county."""
_NEAR = 4
"""Lines and blocks at the head in which a newspaper, and 我省, are looked for."""
_TWICE = 2
_OFTEN = 3
"""Paragraphs with 全国 from which on a text without an area of its own is of the nation."""
_ENOUGH = 0.8
_MOST, _LONG = 2_000, 2_000
"""Blocks, and characters of each, whose places are counted: enough to see what a text is about."""


def place(
    title: str | None, issuer: str | None, department: str | None, front: Front, blocks: Sequence[Placed]
) -> str | None:
    """Code of the place (32, 3205, 320506), `nation`, or None where nothing tells or several are named."""
    around = _of_text(blocks)
    named = [fold(text or "") for text in (title, department, issuer)]
    found = _place(named, issuer, front, blocks, around)
    if found is None:
        return _told_of(blocks)
    if any(text and _named(fold(text), around) == found for text in (issuer, department)):
        return found
    titled = title is not None and _named(fold(title), around) == found
    return None if _is_of_others(found, blocks, _QUOTED if titled else 0) else found


def _is_of_others(code: str, blocks: Sequence[Placed], quoted: int) -> bool:
    """Do those who speak call their area what no place around a code is: 我市 in a text that names only its province?

    Whom a text quotes may say so as well, as often as `quoted`.
    """
    texts = (fold(block.text.text[:_LONG]) for block in islice(blocks, _MOST))
    said = Counter(match["type"] for text in texts if "我" in text for match in _SELF.finditer(text))
    own = sum(count for word, count in said.items() if of_own_word(word, code) is not None)
    return code != NATION and said.total() - own > max(own, quoted)


def _told_of(blocks: Sequence[Placed]) -> str | None:
    """The one county, or the like, that a text without a place of its own names and goes on to call 该县."""
    texts = [fold(block.text.text[:_LONG]) for block in islice(blocks, _MOST)]
    words = {match["type"] for text in texts for match in _TOLD_OF.finditer(text)}
    if len(words) != 1:
        return None
    (word,) = words
    named = {code for text in texts for code in places_named(text)}
    found = [code for code in named if len(code) > 2 and of_own_word(word, code) == code]
    return found[0] if len(found) == 1 else None


def _place(
    named: Sequence[str], issuer: str | None, front: Front, blocks: Sequence[Placed], around: str | None
) -> str | None:
    head = [*named, *_headlines(front, named[0] if named else None)]
    paper = fold(issuer) if issuer and (not is_body(issuer) or _PRINTED.search(issuer)) else None
    for text in head:
        found = _named(text, around)
        if found and text == paper and _prints_of_others(found, around, blocks):
            continue  # what a paper prints of other places is of none of its own
        if found is not None:
            return found or None
    if told := _county_told(head, blocks) or (around and _told_by_ministry(blocks)):
        return told
    outlet = _outlet(front, around) or _site(front, named[0] if named else None)
    if around and outlet and _passes_by(around, outlet, blocks):
        around = outlet
    about = around or outlet
    for text in head:
        level = _LEVEL.search(text)
        if level and about:
            inner = outlet if outlet and is_within(outlet, about) else about
            return _up(level[0], about) or _up(level[0], inner)
    if around and outlet and is_within(outlet, around) and (own := _own_of(outlet, blocks)):
        return own
    inside = bool(around and outlet and is_within(around, outlet))
    if around and not elsewhere(around, blocks, everywhere=inside):
        return _around(around, blocks) or around
    return (outlet and _own_of(outlet, blocks)) or _told_by_ministry(blocks) or _nation(blocks)


def _prints_of_others(code: str, around: str | None, blocks: Sequence[Placed]) -> bool:
    """Is what the paper of a place prints of others, of the nation, or of one inside that it calls 全市?"""
    if elsewhere(code, blocks, everywhere=True) or _nation(blocks, _TWICE) == NATION:
        return True
    if around is None or around == code or not is_within(around, code):
        return False
    texts = (fold(block.text.text[:_LONG]) for block in islice(blocks, _MOST))
    return any(
        of_own_word(match["type"], around) == around for text in texts for match in _OWN.finditer(text)
    )


def _around(code: str, blocks: Sequence[Placed]) -> str | None:
    """The city of a county named in passing, where the text tells of 全市 and never of the county as its own; else None."""
    texts = [fold(block.text.text[:_LONG]) for block in islice(blocks, _MOST)]
    words = {match["of"] for text in texts for match in _OF_CITY.finditer(text)}
    own = any(_OF_COUNTY.search(text) for text in texts)
    often = sum(places_named(text).count(code) for text in texts)
    return (
        _up(next(iter(words)), code)
        if len(code) > len("5118") and len(words) == 1 and not own and often <= _PASSING
        else None
    )


def _passes_by(around: str, outlet: str, blocks: Sequence[Placed]) -> bool:
    """Does the paper of a larger place name another inside it in passing, and speak of its own as 我市?"""
    if around == outlet or not is_within(around, outlet):
        return False
    texts = [fold(block.text.text[:_LONG]) for block in islice(blocks, _MOST)]
    often = sum(places_named(text).count(around) for text in texts)
    said = {of_own_word(match["type"], outlet) for text in texts for match in _SELF.finditer(text)}
    return often <= _PASSING and outlet in said


def _outlet(front: Front, around: str | None) -> str | None:
    """The place whose newspaper a text is from; none where papers of several places are named.

    A paper that is called like a county (新民晚报) need not be its: it is where the text tells of what it lies in.
    """
    said = (*front.labels.get("source", ()), *(line.text for line in front.lines[:_NEAR]))
    matches = [match for text in said if (match := _OUTLET.match(fold(text)))]
    found = {code for match in matches for code in _called(match["of"] or match["cloud"])}
    code = found.pop() if len(found) == 1 else None
    known = code and (len(code) < _COUNTY or (around is not None and is_within(code, around)))
    return code if known else None


def _called(name: str) -> Sequence[str]:
    """The place that a name is, or that it begins with: 苏州, 江苏职工."""
    place = find_place(name)
    return (place.code,) if place is not None else places_named(name)


def _site(front: Front, title: str | None) -> str | None:
    """The one place that the head of a site above the title names: whose the text is where it says 我市."""
    found = {code for line in _above(front, title) for code in places_named(fold(line.text))}
    return found.pop() if len(found) == 1 else None


def _own_of(outlet: str, blocks: Sequence[Placed]) -> str | None:
    """What a newspaper calls 我省 or 全市 in the first paragraphs of a text; None where it speaks of no such thing."""
    texts = (fold(block.text.text[:_LONG]) for block in blocks[:_NEAR])
    level = next((match for text in texts if (match := _LEVEL.search(text))), None)
    return _up(level[0], outlet) if level else None


def _nation(blocks: Sequence[Placed], often: int = _OFTEN) -> str | None:
    """The nation where a text that names no area of its own speaks of it again and again."""
    texts = ["".join(block.text.text[:_LONG].split()) for block in islice(blocks, _MOST)]
    told = (
        sum(text.count("全国") for text in texts)
        if often == _TWICE
        else sum("全国" in text for text in texts)
    )
    return NATION if told >= often and not any(_LEVEL.search(text) for text in texts) else None


def _told_by_ministry(blocks: Sequence[Placed]) -> str | None:
    """The nation where a text that names no area of its own begins with what a ministry told."""
    texts = [_news(block) for block in blocks[:_NEAR]]
    told = any(_is_of_ministry(text) for text in texts)
    return NATION if told and not any(_LEVEL.search(text) for text in texts) else None


def _is_of_ministry(text: str) -> bool:
    """Does a paragraph tell what a ministry said or held, and name no place: where it begins with that, in its first sentence?"""
    if _TOLD_BY.match(text):
        return not places_named(text.partition("。")[0])
    return bool(_HELD_BY.search(text)) and not places_named(text)


def _news(block: Placed) -> str:
    """The text of a block without where a piece of news was written: 本报江城3月2日讯."""
    text = fold(block.text.text[:_LONG])
    return _STAGED.sub("", text[marks.telegram(text) :])


def _headlines(front: Front, title: str | None) -> Iterable[str]:
    """The first lines that are no sentences; what stands above the title is the head of a site unless it is a body."""
    lines = [line for line in front.lines[:2] if not marks.has_clause(line.text) and not line.joined]
    above = _above(front, title)
    return (fold(line.text) for line in lines if line not in above or is_body(line.text))


def _above(front: Front, title: str | None) -> Sequence[Line]:
    """The first lines that stand above the title."""
    below = next((at for at, line in enumerate(front.lines[:2]) if fold(line.text) == title), None)
    return front.lines[:below] if below else ()


def _named(text: str, body: str | None) -> str | None:
    """The one place that a line names; empty where it names several, None where none."""
    if not text:
        return None
    if names_zone(text):
        return ""
    ministry = _MINISTRY.search(text)
    if ministry and not _BRANCH.match(text, ministry.end()):
        return NATION
    found = places_named(text, body)
    deepest = [code for code in found if not any(other != code and is_within(other, code) for other in found)]
    if len(deepest) == 1:
        return _city_behind(text, deepest[0]) or deepest[0]
    if deepest:
        return ""
    return _bare(text, body) or (NATION if _NATION.search(_WON.sub("", text)) else None)


def _bare(text: str, around: str | None) -> str | None:
    """The prefecture whose name without its type a title, or what stands behind its rubric, begins with.

    A city below a prefecture is meant where the text names what it lies in, `around`.
    """
    parts = (part[_end_of_time(part) :] for part in _PARTS.split(text))
    matches = (_BARE.match(part) for part in parts)
    found = [place for match in matches if match and (place := find_place(match[0])) is not None]
    told = (
        place.code
        for place in found
        if place.level == "prefecture"
        or (around and place.name.endswith("市") and is_within(place.code, around))
    )
    return next(told, None)


def _county_told(head: Iterable[str], blocks: Sequence[Placed]) -> str | None:
    """The county whose name without its type a title begins with, in a text that speaks of it as 我县."""
    matches = (_BARE.match(text[_end_of_time(text) :]) for text in head)
    found = [place for match in matches if match and (place := find_place(match[0])) is not None]
    texts = (fold(block.text.text[:_LONG]) for block in islice(blocks, _MOST)) if found else ()
    said = {match["type"] for text in texts for match in _SELF.finditer(text)}
    (word,) = said if len(said) == 1 else ("",)
    own = (
        place.code
        for place in found
        if place.level == "county" and of_own_word(word, place.code) == place.code
    )
    return next(own, None) if word else None


def _end_of_time(text: str) -> int:
    """Where the time ends with which a title begins."""
    match = _SINCE.match(text)
    return match.end() if match else 0


def _city_behind(text: str, code: str) -> str | None:
    """The city without its type that a title names right behind its province: 山东日照:…; a county before a colon."""
    if code not in places() or places()[code].level != "province":
        return None
    name = next((name for name in customary(code) if name in text), None)
    match = _BEHIND.match(text, text.index(name) + len(name)) if name else None
    found = find_place(match["city"], code) if match else None
    headed = match is not None and text.startswith(":", match.end("city"))
    return found.code if found is not None and (headed or found.level == "prefecture") else None


def _of_text(blocks: Sequence[Placed]) -> str | None:
    """The place that most of the places in the text lie in: a province, or deeper where all agree."""
    texts = (_SLOGAN.sub("", _news(block)) for block in islice(blocks, _MOST) if not _is_source(block))
    counted = Counter(code for text in texts for code in places_named(text))
    total = sum(counted.values())
    if not total:
        return None
    wholes = Counter[str]()
    for code, count in counted.items():
        for length in (2, 4, 6):
            if len(code) >= length and (part := code[:length]) in places():
                wholes[part] += count
    likely = [code for code, count in wholes.items() if count >= _ENOUGH * total]
    return max(likely, key=lambda code: (len(code), wholes[code])) if likely else None


def _is_source(block: Placed) -> bool:
    """Is a line nothing but where a text was read: 来源：四川在线?"""
    text = block.text.text.strip()
    if len(text) >= _SHORT_LINE:
        return False
    dated = is_dateline(text) and bool(_PRINTED.search(text))  # 2033-05-06 某省工人报
    return dated or any(name == "source" for name, _ in labelled(text))


def _up(word: str, body: str) -> str | None:
    """What 自治区 or 全市 is, where the text is of `body`: 自治区 over counties of Xinjiang is Xinjiang."""
    if word == "自治区":
        return body[:2] if body[:2] in AUTONOMOUS else None
    return place_of(word, body)
