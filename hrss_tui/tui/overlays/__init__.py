"""What lies over a page for a moment: help, the command palette, the question where to export to.

Comes in: the desk and what can be chosen. Goes out: the choice.
"""
