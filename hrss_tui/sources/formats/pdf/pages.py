"""A page of pdfium's to what is seen on it."""

from __future__ import annotations

from hrss_tui.sources.formats.pdf.characters import characters_of
from hrss_tui.sources.formats.pdf.objects import objects_of
from hrss_tui.sources.formats.pdf.pdfium import Handle, page_frame
from hrss_tui.sources.formats.pdf.seen import Seen


def seen_page(page: Handle, number: int) -> Seen:
    """What a person sees on a page; where all text stands sideways, what one sees who turns the page to read it."""
    frame = page_frame(page)
    objects = objects_of(page, frame)
    text = characters_of(page, frame, objects)
    if text.turned:
        frame = frame.turned(-text.turned)
        objects = objects_of(page, frame)
        text = characters_of(page, frame, objects)
    return Seen(
        number,
        frame.width,
        frame.height,
        text.chars,
        objects.across,
        objects.down,
        objects.pictures,
        text.unmapped,
        text.slanted,
        text.hidden,
        objects.crowded,
    )
