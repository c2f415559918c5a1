"""The keyboard and the clipboard of an X11 display, over python-xlib.

Nothing here is imported before it is used: other systems have no X11.
"""
