"""The program around the pages: header, footer, history, starting, and leaving the terminal as it was.

Comes in: a first view and a desk. Goes out: an exit status. It alone knows which pages there are.
"""
