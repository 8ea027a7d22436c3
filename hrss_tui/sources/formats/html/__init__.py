"""Pages of the web, also those that Word and Excel save: what a visitor reads of them.

The tokens are cut here and not by the standard library, whose parser takes 78 s for 80 kB of unclosed tags on
Python 3.11 and stops at some declarations; this one looks at every character a bounded number of times.
"""
