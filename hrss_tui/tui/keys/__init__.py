"""What a person may do and has chosen: the one registry of actions with their keys, and the file of settings.

Comes in: key names, a file. Goes out: bindings, and what is to be called how. Draws nothing.
"""
