"""Text that a filing took over from the one of the year before: a list, and both passages of one.

Comes in: rows of the query of copied passages. Goes out: cells, both passages with what differs, the page itself.
"""
