"""Where the reader has been: a list of views with a place in it, as in a browser. Free of the interface."""

from __future__ import annotations

from hrss_tui.query.views import View

LIMIT = 200


class History:
    """Views in the order visited; going somewhere new forgets what lay ahead."""

    def __init__(self) -> None:
        self._views: list[View] = []
        self._at = -1

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

    def can_move(self, step: int) -> bool:
        """Whether there is a view that many steps away."""
        return 0 <= self._at + step < len(self._views)

    def move(self, step: int) -> View | None:
        """Go back (negative) or forward; None where there is nothing."""
        if not self.can_move(step):
            return None
        self._at += step
        return self._views[self._at]
