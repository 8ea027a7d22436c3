"""Notices whole, and what is covered not drawn: the toolkit cuts what lies on top at the edges of what lies below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets._toast import Toast
from typing_extensions import override

_NOTHING = Strip([])
Pieces = dict[int, Strip | None]
"""Of a line of the screen: column at which a piece begins → what is drawn there, as far as it is known."""


class WholeCompositor(Compositor):
    """A compositor that puts the lines of a notice on the screen in one piece each, where a wide character would be lost.

    It asks a widget for the lines of which something is seen. The toolkit asks for all, also of what only holds others,
    and also where one line is to be painted anew.
    """

    @override
    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        lines: list[Pieces] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        notices: list[tuple[Toast, Region]] = []
        for widget, (region, clip) in self.visible_widgets.items():  # those in front come first
            if crop.overlaps(clip):
                self._draw(widget, region, region.intersection(clip), lines, is_rendered_line)
            if isinstance(widget, Toast) and clip.contains_region(region):
                notices.append((widget, region))
        drawn = cast("Sequence[dict[int, Strip]]", lines)
        for notice, region in notices:
            whole = notice.render_lines(Region(0, 0, region.width, region.height))
            for y, strip in zip(region.line_range, whole, strict=False):
                if is_rendered_line(y):
                    _join(drawn[y], region, strip)
        return drawn

    def _draw(
        self,
        widget: Widget,
        region: Region,
        seen: Region,
        lines: Sequence[Pieces],
        is_rendered_line: Callable[[int], bool],
    ) -> None:
        """Put a widget where nothing lies in front of it."""
        left, right = seen.column_span
        free = {
            y: cuts
            for y in seen.line_range
            if is_rendered_line(y)
            and any(piece is None for cut, piece in lines[y].items() if left <= cut < right)
            and (cuts := [cut for cut in self.cuts[y] if left <= cut <= right])
        }
        if not free:
            return
        first, last = min(free), max(free)
        strips = widget.render_lines(
            Region(seen.x - region.x, first - region.y, seen.width, last + 1 - first)
        )
        for y, cuts in free.items():
            line = lines[y]
            pieces = strips[y - first].divide([cut - left for cut in cuts[1:]])
            for cut, piece in zip(cuts, pieces, strict=False):
                if line.get(cut) is None:
                    line[cut] = piece


def _join(line: dict[int, Strip], region: Region, strip: Strip) -> None:
    """Let the first piece below the notice be all of its line, and the others nothing."""
    for cut in line:
        if region.x <= cut < region.right:
            line[cut] = strip if cut == region.x else _NOTHING
