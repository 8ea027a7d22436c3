"""The page of documents: the outline, the reader, what the line under the cursor states.

Comes in: blocks and a place. Goes out: finds, lines, and the page itself.
"""
