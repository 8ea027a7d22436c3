"""Elements of XML as plain objects, built without recursion."""

from __future__ import annotations

from collections.abc import Iterator


class Element:
    """An element: its name, attributes, text (of its own, before and between children) and child elements."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.text = ""
        self.children: list[Element] = []

    def find(self, *path: str) -> Element | None:
        """The first element down a path of names."""
        at: Element | None = self
        for tag in path:
            at = next((child for child in at.children if child.tag == tag), None) if at else None
        return at

    def value(self, *path: str, attribute: str = "w:val") -> str | None:
        """An attribute of the first element down a path, None where there is none."""
        found = self.find(*path)
        return found.attributes.get(attribute) if found else None

    def walk(self) -> Iterator[Element]:
        """The element and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            at = waiting.pop()
            yield at
            waiting += reversed(at.children)


class TreeBuilder:
    """Builds elements from starts, ends and text."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self._open: list[Element] = []
        self._parts: list[list[str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        element = Element(tag, attributes)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._parts.append([])

    def end(self, _tag: str) -> None:
        """The element that began last ends."""
        self._open.pop().text = "".join(self._parts.pop())

    def data(self, text: str) -> None:
        """Text of the element that is open."""
        if self._parts:
            self._parts[-1].append(text)
