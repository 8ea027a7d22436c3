"""What the program asks of a page and pages have in common; among it a list with the detail of its current row.

Comes in: a view. Goes out: messages of where the page stands, and what it says of itself. No page is known here.
"""
