"""Where the reader has been: a list of views with a place in it, as in a browser. Free of the interface."""

from __future__ import annotations

from hrss_tui.query.views import View, format_view
from hrss_tui.tui.keys.kept import Place, distinct

LIMIT = 200


class History:
    """Views in the order visited, with what they show in words; going somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        self._views: list[View] = []
        self._at = -1
        self._titles: dict[View, str] = {}

    @property
    def current(self) -> View | None:
        """The view that is shown."""
        return self._views[self._at] if self._views else None

    def visit(self, view: View) -> None:
        """Go somewhere; the same view twice in a row is one visit."""
        if view == self.current:
            return
        self._views = [*self._views[: self._at + 1], view][-LIMIT:]
        self._at = len(self._views) - 1

    def replace(self, view: View) -> None:
        """The place that is shown looks different now (cursor, sorting), without being another visit."""
        if self._views:
            self._views[self._at] = view
        else:
            self.visit(view)

    def call(self, title: str) -> None:
        """What the place that is shown is called."""
        if self._views:
            self._titles[self._views[self._at]] = title
            if len(self._titles) > 2 * LIMIT:
                self._titles = {view: self._titles[view] for view in self._views if view in self._titles}

    def places(self) -> list[Place]:
        """Every place once, the one that is shown first, then those seen before it, the newest first."""
        seen = [*self._views[: self._at + 1][::-1], *self._views[self._at + 1 :]]
        return distinct(Place(format_view(view), self._titles.get(view, "")) for view in seen)

    def can_move(self, step: int) -> bool:
        """Whether there is a view that many steps away."""
        return 0 <= self._at + step < len(self._views)

    def move(self, step: int) -> View | None:
        """Go back (negative) or forward; None where there is nothing."""
        if not self.can_move(step):
            return None
        self._at += step
        return self._views[self._at]
