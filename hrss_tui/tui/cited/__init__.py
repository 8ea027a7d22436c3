"""Policy documents that projects rest on, and terms the documents define, each with who uses it.

Comes in: rows of the query of policies. Goes out: cells, the projects, figures and paragraphs behind a row, the page itself.
"""
