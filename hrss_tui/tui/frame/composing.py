"""Notices whole: the toolkit cuts what lies on top at the edges of what lies below, and a wide character there is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets._toast import Toast
from typing_extensions import override

_NOTHING = Strip([])


class WholeCompositor(Compositor):
    """A compositor that puts the lines of a notice on the screen in one piece each."""

    @override
    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        chops = cast("Sequence[dict[int, Strip]]", super()._render_chops(crop, is_rendered_line))
        for widget, (region, clip) in self.visible_widgets.items():
            if not isinstance(widget, Toast) or not clip.contains_region(region):
                continue
            lines = widget.render_lines(Region(0, 0, region.width, region.height))
            for y, strip in zip(region.line_range, lines, strict=False):
                if is_rendered_line(y):
                    _join(chops[y], region, strip)
        return chops


def _join(line: dict[int, Strip], region: Region, strip: Strip) -> None:
    """Let the first piece below the notice be all of its line, and the others nothing."""
    for cut in line:
        if region.x <= cut < region.right:
            line[cut] = strip if cut == region.x else _NOTHING
