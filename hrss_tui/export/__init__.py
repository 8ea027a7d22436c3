"""Tables of a package for other tools: one module per format, listed in `registry`."""
