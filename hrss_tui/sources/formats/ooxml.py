"""Parts of an Office file: a zip of XML whose author decides neither our memory nor our time.

Names come out short and the same for both dialects of the standard (w:p, c, r:id): elements and attributes of the
spreadsheet namespace have no prefix. A document type declaration is refused: it is what bombs are made of, and no
Office program writes one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from posixpath import dirname, join, normpath
from xml.parsers import expat

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.xml import Element, TreeBuilder
from hrss_tui.sources.formats.zipped import DAMAGE
from hrss_tui.words import phrase

_MOST_PARTS = 20_000
_DEEPEST = 256
_MOST_ELEMENTS = 8_000_000
"""Elements of a part: some ten seconds."""
_MOST_KEPT = 2_000_000
"""Elements of a part that is kept whole: some 600 MB."""
_PREFIXES = (  # the first that stands in the name counts: that of formulas holds officeDocument, too
    ("wordprocessingml", "w"),
    ("spreadsheetml", ""),
    ("math", "m"),
    ("officeDocument", "r"),
    ("markup-compatibility", "mc"),
    ("package", ""),
    ("drawingml", "a"),
    ("vml", "v"),
)


_SPACES = (
    "http://schemas.microsoft.com/",
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://www.wps.cn/",
)
"""How the namespaces begin that office programs know."""
CHOICE, KNOWN = "mc:Choice", "known"
"""One of several ways to show something, and what is kept of the namespaces that it requires: are all known?"""


class Package:
    """The parts of an Office file by name. Raises SourceError for what is damaged, encrypted or endless."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self._name = name
        self._left = limits.unpacked
        self._size = limits.unpacked // 2**20
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGE as error:
            raise self._damaged(type(error).__name__) from error
        if len(self._zip.infolist()) > _MOST_PARTS:
            raise SourceError(phrase("source.many_parts", name=name), phrase("source.damaged.hint"))
        self._names = {info.filename.replace("\\", "/").lower(): info for info in self._zip.infolist()}

    def has(self, name: str) -> bool:
        """Is there such a part?"""
        return name.lower() in self._names

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none. Raises SourceError for one that is encrypted, damaged or too large."""
        info = self._names.get(name.lower())
        if info is None:
            return None
        if info.flag_bits & 1:
            raise SourceError(phrase("source.encrypted", name=self._name), phrase("source.encrypted.hint"))
        if info.file_size > self._left:
            raise SourceError(
                phrase("source.bomb", name=self._name, size=self._size), phrase("source.too_large.hint")
            )
        try:
            with self._zip.open(info) as file:
                data = file.read(info.file_size + 1)
        except DAMAGE as error:
            raise self._damaged(name) from error
        self._left -= len(data)
        return data

    def tree(self, name: str) -> Element | None:
        """The root of an XML part, None where there is none."""
        builder = TreeBuilder()
        found = self.walk(name, builder.start, builder.end, builder.data, _MOST_KEPT)
        return builder.root if found else None

    def walk(
        self,
        name: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        data: Callable[[str], None],
        most: int = _MOST_ELEMENTS,
    ) -> bool:
        """Tell of the elements of an XML part as they come; False where there is no such part.

        Raises SourceError for one that is damaged, declares a document type, or has more or deeper elements than the limits.
        """
        content = self.part(name)
        if content is None:
            return False
        depth, left = 0, most
        spaces: dict[str, str] = {}

        def declared(prefix: str | None, space: str | None) -> None:
            spaces[prefix or ""] = space or ""

        def opened(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth, left
            depth, left = depth + 1, left - 1
            if left < 0:
                raise SourceError(
                    phrase("source.many_parts", name=self._name), phrase("source.too_large.hint")
                )
            if depth > _DEEPEST:
                raise SourceError(
                    phrase("source.deep", name=self._name, part=name), phrase("source.damaged.hint")
                )
            short = {_short(key): value for key, value in attributes.items()}
            if _short(tag) == CHOICE:
                needed = short.get("Requires", "").split()
                short[KNOWN] = "1" if all(_is_known(spaces.get(each, "")) for each in needed) else ""
            start(_short(tag), short)

        def closed(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(_short(tag))

        def refused(*_: object) -> None:
            raise SourceError(
                phrase("source.doctype", name=self._name, part=name), phrase("source.damaged.hint")
            )

        parser = expat.ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        parser.StartNamespaceDeclHandler = declared
        parser.StartElementHandler, parser.EndElementHandler = opened, closed
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = data, refused
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise self._damaged(name) from error
        return True

    def relations(self, part: str) -> dict[str, str]:
        """Id → name of the part that a part refers to; what lies outside the file is left out."""
        folder = dirname(part)
        root = self.tree(join(folder, "_rels", part.rpartition("/")[2] + ".rels"))
        found = {}
        for relation in root.children if root else ():
            target = relation.attributes.get("Target", "")
            if relation.attributes.get("TargetMode") != "External" and target:
                found[relation.attributes.get("Id", "")] = normpath(join("/", folder, target)).lstrip("/")
        return found

    def _damaged(self, what: str) -> SourceError:
        return SourceError(
            phrase("source.damaged", name=self._name, what=what), phrase("source.damaged.hint")
        )


def _short(name: str) -> str:
    """A name with the prefix of its namespace."""
    space, _, local = name.rpartition("\n")
    if not space:
        return local
    prefix = next((short for word, short in _PREFIXES if word in space), "x")
    return f"{prefix}:{local}" if prefix else local


def _is_known(space: str) -> bool:
    return space.startswith(_SPACES)


def chosen(alternatives: Element) -> list[Element]:
    """What an office program shows of several ways: the first whose namespaces it knows, else what stands in for all."""
    ways = alternatives.children
    return [way for way in ways if way.tag != CHOICE or way.attributes.get(KNOWN, "1")][:1]
