"""Texts: decoded lines, and the tables that are drawn in them with signs, blanks or line ends."""
