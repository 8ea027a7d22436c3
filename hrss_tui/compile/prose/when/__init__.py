"""When a statement is true: which time its words name and for what, else how the time before goes on.

In: statements and their context. Out: the time of each figure, and the context with the time that holds behind it.
"""
