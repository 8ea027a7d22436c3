"""A percentage against two figures of its sentence: how these are called, and the check that it is what they give."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity, percentage
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.wholes import LONGEST
from hrss_tui.records import Check
from hrss_tui.reference.statements import statement_words
from hrss_tui.words.check_reasons import because

_WORDS = statement_words()
IS_BUDGET = re.compile(r"预算(?:数|安排|总额|批复)?(?:为|是|合计)?$")
TASK = re.compile(r"(?:任务|目标|计划)(?:数|总数|总量)?(?:为|是)?$")
GROWN = re.compile(rf"(?:{re.any_of(_WORDS.rates.grown)})(?:率?[为是达]到?|了)?$")
SHRUNK = re.compile(rf"(?:{re.any_of(_WORDS.rates.shrunk)})(?:[为是达]到?|了)?$")
PERCENT = "%"
_CONTEXTS = {"stated_completion": because("completion_of_two"), "stated_share": because("share_of_two")}


def last_that(figures: Iterable[Figure], fits: Callable[[Figure], object]) -> Figure | None:
    """The last of some figures that fits; None where none does."""
    return next((one for one in reversed(list(figures)) if fits(one)), None)


def the_one(
    passage: Passage,
    stated: Figure,
    pairs: Sequence[tuple[Figure, Figure]],
    sort: str = "stated_completion",
) -> Check | None:
    """The pair that the percentage follows from; where none does, the only pair there is."""
    alike = [(part, whole) for part, whole in pairs if part.base == whole.base]
    found = [ratio(sort, passage, stated, part, whole) for part, whole in alike]
    good = next((check for check in found if check.status != "fails"), None)
    return good or (found[0] if len(found) == 1 else None)


def ratio(  # noqa: PLR0913, PLR0917 - two figures, each with its passage
    kind: str, passage: Passage, stated: Figure, part: Figure, whole: Figure, own: Passage | None = None
) -> Check:
    """The check of a percentage as that of a part in a whole, which may stand in a passage of its own."""
    words = f"{name_of(part)} {part.shown} ÷ {name_of(whole)} {whole.shown} = {stated.printed}%"
    identity = Identity(kind, words, passage.block(stated.start), PERCENT, part_of(stated), _CONTEXTS[kind])
    other = (own or passage).quantity(whole)
    return percentage(identity, passage.quantity(stated), passage.quantity(part), other)


def words_of(one: Figure) -> str:
    """The words before a figure, without blanks and a colon at their end."""
    return one.before.strip().rstrip(":").strip()


def name_of(one: Figure) -> str:
    """What a figure is called: the words right before it."""
    words = re.split(r"[，。;:]", one.before.strip(" ，。;:的"))[-1].strip()
    return words[-LONGEST:] or "数"


def part_of(one: Figure) -> str:
    """What tells the check of one percentage of a block from that of another."""
    return str(one.start)
