"""Names of the styles segments are drawn in. The stylesheet gives each its colours, once, for all widgets."""

from __future__ import annotations

STYLES = (
    "dim", "strong", "head", "title", "focus", "accent", "link", "good", "warn", "bad", "bar", "hit", "now",
    "figure", "term", "code", "cursor", "chosen", "tab", "here", "key", "t0", "t1", "t2", "t3", "t4",
)  # fmt: skip

COMPONENTS = frozenset(f"s-{name}" for name in STYLES)
"""The component classes of every widget that draws segments."""


def status_style(status: str) -> str:
    """The style a check's status is shown in."""
    return {"exact": "good", "rounding": "accent", "fails": "bad"}.get(status, "dim")
