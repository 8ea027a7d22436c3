"""What the source itself damaged or contradicts, with the reason for every reading.

In: a document and what was read from it. Out: `corrections`.
"""
