"""What is known of one thing, as lines, where several pages show it: a record, a change, a check, an outcome.

Comes in: a record. Goes out: lines with their sources. Knows no page.
"""
