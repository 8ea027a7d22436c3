"""Projects of a budget's narrative: what they rest on and where their money goes.

In: labelled paragraphs of a document. Out: `projects`, `project_basis`, `project_allocations`.
"""
