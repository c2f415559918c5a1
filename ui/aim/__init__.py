"""Does a model hit what it is told to click? Targets on a virtual display, through the real prompt, parser and mouse.

`sheet` lays targets out, `window` shows them, `trial` has a model click them, `faults` names what all its misses have
in common, `picture` shows them.
"""
