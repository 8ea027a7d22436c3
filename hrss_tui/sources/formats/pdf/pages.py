"""A page of pdfium's to what is seen on it."""

from __future__ import annotations

import msgspec

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.characters import Characters, characters_of
from hrss_tui.sources.formats.pdf.frame import Frame, Matrix
from hrss_tui.sources.formats.pdf.marks import with_marks
from hrss_tui.sources.formats.pdf.objects import Objects, objects_of
from hrss_tui.sources.formats.pdf.pdfium import Handle, page_frame
from hrss_tui.sources.formats.pdf.seen import Char, Seen
from hrss_tui.sources.formats.pdf.sideways import pieces
from hrss_tui.sources.formats.pdf.spaced import with_spaced
from hrss_tui.sources.formats.pdf.struck import without_struck
from hrss_tui.sources.formats.pdf.visible import doubtful, unseen


class _Look(msgspec.Struct, frozen=True):
    """A page in a frame, with its text turned by `turned` quarters from the page as it is shown."""

    frame: Frame
    objects: Objects
    text: Characters
    turned: int = 0


def seen_page(page: Handle, number: int) -> Seen:
    """What a person sees on a page; where all text stands sideways, what one sees who turns the page to read it."""
    shown = page_frame(page)
    look = _look(page, shown, 0)
    if look.text.turned:
        look = _look(page, shown, look.text.turned)
    seen, lost = _seen_text(page, shown, look)
    objects, text = look.objects, look.text
    struck = without_struck(seen, objects.across, objects.down)
    chars = with_spaced(with_marks(struck.chars))
    return Seen(
        number,
        look.frame.width,
        look.frame.height,
        tuple(chars),
        struck.across,
        objects.down,
        objects.pictures,
        text.unmapped,
        text.slanted,
        text.hidden + lost,
        objects.crowded,
        look.turned,
        text.begun,
        text.ended,
        text.cut,
        struck.count,
    )


def hidden_page(page: Handle, number: int) -> Seen:
    """The text that a scan hides, as another program has recognised it, where it stands on the picture."""
    shown = page_frame(page)
    look = _look(page, shown, 0, hidden=True)
    if look.text.turned:
        look = _look(page, shown, look.text.turned, hidden=True)
    text, frame = look.text, look.frame
    chars = with_spaced(with_marks(pieces(text.chars, text.quarters)))
    across, down = look.objects.across, look.objects.down
    return Seen(
        number,
        frame.width,
        frame.height,
        tuple(chars),
        across,
        down,
        unmapped=text.unmapped,
        turned=look.turned,
    )


def _look(page: Handle, shown: Frame, turned: int, *, hidden: bool = False) -> _Look:
    """The page in a frame; `hidden` text as if it were painted."""
    frame = shown.turned(-turned)
    objects = objects_of(page, frame)
    if hidden:
        texts = {
            owner: msgspec.structs.replace(text, painted=True, faint=False)
            for owner, text in objects.texts.items()
        }
        objects = msgspec.structs.replace(objects, texts=texts)
    return _Look(frame, objects, characters_of(page, frame, objects), turned)


def _seen_text(page: Handle, shown: Frame, look: _Look) -> tuple[list[Char], int]:
    """The characters that are seen, and how many are not, though they are painted."""
    text, frame = look.text, look.frame
    middles = [(char.middle, (char.top + char.bottom) / 2) for char in text.chars]
    suspects = [
        index for index in doubtful(look.objects, text.owners, middles) if text.chars[index].text != " "
    ]
    lost: set[int] = set()
    if suspects:
        back = Frame(Matrix(), frame.width, frame.height).turned(look.turned).matrix
        places = [(_box(text.chars[index], back), text.owners[index]) for index in suspects]
        certain = set(range(len(text.chars))).difference(suspects)
        others = [_box(text.chars[index], back) for index in certain if text.chars[index].text != " "]
        gone = unseen(page, shown, look.objects, places, others)
        lost = {index for index, missing in zip(suspects, gone, strict=True) if missing}
    kept = [index for index in range(len(text.chars)) if index not in lost]
    chars = [text.chars[index] for index in kept]
    return pieces(chars, [text.quarters[index] for index in kept]), len(lost)


def _box(char: Char, matrix: Matrix) -> Box:
    return matrix.box(char.left, char.top, char.right, char.bottom)
