"""A tree of any depth: what is open is listed from top to bottom."""

from __future__ import annotations

from hrss_tui.tui.widgets.tree import Node, Tree

DEEP = 5_000


def chain(key: str) -> list[Node]:
    number = int(key or 0) + 1
    return [Node(str(number), f"第{number}层", leaf=number == DEEP)]


def test_headings_nested_by_the_thousand_open() -> None:
    tree = Tree()
    tree.load(chain, map(str, range(1, DEEP)), cursor=str(DEEP))
    assert [depth for _, depth in tree.shown] == list(range(DEEP))
    assert tree.current is not None
    assert tree.current.leaf


def test_what_is_closed_is_not_listed() -> None:
    nodes = {
        "": [Node("a", "甲"), Node("b", "乙")],
        "a": [Node("c", "丙", leaf=True)],
        "b": [Node("d", "丁")],
    }
    tree = Tree()
    tree.load(lambda key: nodes[key], {"a"})
    assert [(node.key, depth) for node, depth in tree.shown] == [("a", 0), ("c", 1), ("b", 0)]
