"""What every page works with: the words of the language, the signs, the package, the unit of money."""

from __future__ import annotations

import asyncio
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hrss_tui.errors import HrssError
from hrss_tui.formulas import without_math
from hrss_tui.pack.where import package_key
from hrss_tui.query.quantities import printed_in, quantity, unit_in, united
from hrss_tui.tui.keys.actions import BY_ID, Action, page_of, written
from hrss_tui.tui.paint.glyphs import Glyphs
from hrss_tui.words import Lang, spoken

if TYPE_CHECKING:
    from hrss_tui.tui.desk.data import Data
    from hrss_tui.tui.desk.glance import Glance
    from hrss_tui.tui.desk.opening import Opening
    from hrss_tui.tui.keys.kept import Place

UNITS = (("元", "unit.yuan", 100, 0), ("万元", "unit.wan", 10**6, 2), ("亿元", "unit.yi", 10**10, 4))
"""Units of money: key, word, how many 分, decimals shown (of 元 those there are)."""
_WIDTHS = 8
"""Widths for which the titles of all documents are kept: a screen has a few, and others after every change of its size."""


class NamedKeys:
    """The keys that hold now as sentences name them: by the id of what they do; `sideways` is the pair of left and right."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __getattr__(self, action: str) -> str:
        if action != "sideways":
            return self._desk.key(BY_ID[action])
        pair = [self._desk.key(BY_ID[name]) for name in ("left", "right")]
        return (" " if max(map(len, pair)) > 1 else "").join(pair)


class Desk:
    """One per program; pages read it, only the program changes it."""

    def __init__(  # noqa: PLR0913
        self,
        words: Mapping[str, str],
        lang: str,
        signs: Glyphs,
        open_data: Callable[[str | None], Data],
        pack: str | None,
        *,
        opening: Opening | None = None,
        keys: Mapping[str, str] | None = None,
        last: Place | None = None,
        unit: str = "",
        programs: bool = False,
        viewer: Sequence[str] = (),
        originals: Sequence[str] = (),
    ) -> None:
        self.words = words
        self.lang = lang
        self.signs = signs
        self.unit = next((at for at, one in enumerate(UNITS) if one[0] == unit), 1)
        self.programs = programs
        """Whether programs may be started that put a text on the clipboard."""
        self.keys = dict(keys or {})
        self.last = last
        self.viewer = tuple(viewer)
        self.originals = tuple(originals)
        self.opening = opening
        self._fitted: dict[int, dict[str, str]] = {}
        self.kept: dict[tuple[object, ...], Any] = {}
        self._open = open_data
        self._pack = pack

    def changed(self, **others: object) -> Desk:
        """The same desk with other words, another language or other signs; the package stays open."""
        desk = copy(self)
        desk.kept, desk._fitted = {}, {}
        for name, value in others.items():
            setattr(desk, name, value)
        return desk

    @cached_property
    def data(self) -> Data:
        """The package, opened when first asked for: after the first paint. Raises PackError."""
        return self._open(self._pack)

    @cached_property
    def pack_key(self) -> str:
        """What places of this package are told by from those of others."""
        return package_key(self._pack)

    @property
    def opened(self) -> bool:
        """Whether the package is open already."""
        return "data" in self.__dict__

    @cached_property
    def glance(self) -> Glance:
        """What the first paint shows of the package. Raises PackError."""
        if self.opening is not None:
            return self.opening.glance()
        from hrss_tui.tui.desk.glance import glance

        return glance(self.data.pack)

    async def arrive(self) -> None:
        """Wait until there is something to show of the package. Raises PackError."""
        if self.opening is None:
            self.data.documents  # noqa: B018 - opens it
        else:
            await asyncio.to_thread(self.opening.glance)

    def say(self, key: str, /, **values: object) -> str:
        """A word or a sentence with its places filled: `{keys.open}` is the key that opens now."""
        return self.filled(self.words[key], **values)

    def filled(self, text: str, /, **values: object) -> str:
        """The same of a sentence that has been looked up."""
        if "{keys." in text:
            values["keys"] = NamedKeys(self)
        return text.format(**values) if values else text

    def told(self, error: HrssError) -> str:
        """What is wrong and what to do, in the language of the reader."""
        lang: Lang = "en" if self.lang == "en" else "zh"
        message, hint = spoken(error.message, lang), spoken(error.hint, lang)
        if lang == "en":
            return f"{message} ({hint})" if hint else message
        return f"{message}（{hint}）" if hint else message

    def key(self, action: Action) -> str:
        """The key of an action as people write it, remapped or not."""
        return written(self.keys.get(action.id, action.keys))

    def footer_key(self, action: Action) -> str:
        """As `key`, for a pair of keys where the footer names one for both."""
        return self.key(action) if action.id in self.keys else action.footer_key

    def action_name(self, action: Action, page: str) -> str:
        """What an action is called in the footer of a page."""
        opened = page_of(action.id)
        return self.say(f"page.{opened}") if opened else self._action_word(f"key_{action.id}", page)

    def action_help(self, action: Action, page: str) -> str:
        """What an action does on a page."""
        opened = page_of(action.id)
        if opened:
            return self.say("help_page", page=self.say(f"page.{opened}"))
        return self._action_word(f"help_{action.id}", page)

    def _action_word(self, key: str, page: str) -> str:
        """The word of the page, where a key does something of its own there; else the one for all pages."""
        return self.filled(self.words.get(f"{key}.{page}") or self.words[key])

    def citation(self, wanted: str) -> str:
        """The citation of a record or of `document:line`; nothing where the package does not know it."""
        from hrss_tui.query.cite import cite

        if not wanted:
            return ""
        try:
            return cite(self.data.near(wanted).pack, wanted).text
        except HrssError:
            return ""

    def named(self, printed: str) -> str:
        """What a document prints as the name of a code, a column or a table; its English name where that is known and asked for."""
        if self.lang != "en":
            return printed
        from hrss_tui.reference.english import english_of

        return english_of(printed) or printed

    def indicator_named(self, printed: str) -> str:
        """What the target of a table is called."""
        if self.lang != "en":
            return printed
        return self.data.english.get(printed) or self.named(printed)

    def metric_named(self, key: str, printed: str) -> str:
        """What a metric of prefectures is called."""
        from hrss_tui.reference.metrics import told_metric

        return told_metric(key, printed)[self.lang == "en"]

    def unit_named(self, printed: str) -> str:
        """A unit of a figure as it is called in the language."""
        return unit_in(printed, self.lang)

    def quantity(self, number: str, unit: str | None, operator: str = "=") -> str:
        """A number with its unit and the sign of its operator, as they are written in the language."""
        return quantity(number, unit, self.lang, operator)

    def printed(self, text: str) -> str:
        """A printed cell as it is drawn: without marks of formulas, a number's unit in the language."""
        return printed_in(without_math(text), self.lang)

    def place_name(self, code: str) -> str:
        """The name of a place by its code; the code where it is none."""
        from hrss_tui.reference.places import places

        if code in self.data.named_places:
            return spoken(self.data.named_places[code], "en" if self.lang == "en" else "zh")
        known = places().get(code)
        if known is None:
            return self.words.get(f"place.{code}", code)
        return known.name_en if self.lang == "en" else known.name

    def called(self, doc_id: str, most: int = 0) -> str:
        """A short title of a document that no other has, in `most` cells where given; its id where it is unknown."""
        if not most:
            return self.data.short_titles.get(doc_id, doc_id)
        if most not in self._fitted:
            from hrss_tui.query.titles import fitted
            from hrss_tui.tui.paint.text import char_cells

            if len(self._fitted) >= _WIDTHS:
                del self._fitted[next(iter(self._fitted))]
            self._fitted[most] = fitted(self.data.short_titles, most, char_cells, self.signs.ellipsis)
        return self._fitted[most].get(doc_id, doc_id)

    def leaf(self, doc_id: str, line: int) -> str:
        """The page or sheet a line stands on, in words; nothing where its document has none."""
        found = self.data.of(doc_id).pages.label(doc_id, line)
        return "" if found is None else spoken(found, "en" if self.lang == "en" else "zh")

    def spot(self, doc_id: str, line: int) -> str:
        """The same with the cells, where it is a sheet."""
        leaf = self.leaf(doc_id, line)
        blocks = self.data.blocks.get(doc_id, []) if leaf else []
        at = bisect_right(blocks, line, key=lambda block: block.line_start) - 1
        cells = blocks[at].at if at >= 0 and blocks[at].line_end >= line else None
        return f"{leaf} {cells}" if cells and "," not in cells else leaf

    def leaf_of(self, source: str) -> str:
        """The same of `document:line`; of several the pages of each."""
        leaves = dict.fromkeys(self._leaf_of(one) for one in source.split())
        return self.say("tui.join").join(leaf for leaf in leaves if leaf)

    def where(self, source: str) -> str:
        """The page, or the sheet with its cells, of `document:line`; its line where its document has neither."""
        return self._leaf_of(source) or self.say("taken.line", line=source.rpartition(":")[2])

    def _leaf_of(self, source: str) -> str:
        doc_id, _, line = source.rpartition(":")
        return self.spot(doc_id, int(line)) if line.isdecimal() else ""

    def kind_name(self, kind: str, phase: str | None) -> str:
        """What a document of a kind is called; final accounts are not called a budget."""
        said = "phase.final" if phase == "final" else f"doc.{kind}"
        return self.words.get(said, kind)

    @property
    def unit_name(self) -> str:
        """The unit amounts are shown in."""
        return self.words[UNITS[self.unit][1]]

    @property
    def unit_after(self) -> str:
        """The same as it follows an amount."""
        return united("", self.unit_name)

    def money(self, amount: int | None) -> str:
        """An amount of 分 in the chosen unit, without its name."""
        if amount is None:
            return ""
        _, _, size, places = UNITS[self.unit]
        places = places or (2 if amount % size else 0)
        return f"{Decimal(amount) / size:,.{places}f}"

    def money_of(self, amount: Decimal) -> str:
        """A sum or mean of amounts of 分 in the chosen unit."""
        return self.money(int(amount.to_integral_value()))

    def change_of(self, amount: Decimal) -> str:
        """The same, signed."""
        return self.change(int(amount.to_integral_value()))

    def change(self, amount: int | None) -> str:
        """A signed amount."""
        return "" if amount is None else ("+" if amount > 0 else "") + self.money(amount)
