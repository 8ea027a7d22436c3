"""Expressions of time: `patterns` of them, which `moments` finds in a text, what `periods` they say, how `stretches` relate.

In: a text, and the years and months that words such as 全年 and 今年 lean on (`clock`). Out: periods as ISO 8601 writes them.
"""
