"""Keeps a window out of every screenshot, where the system can.

Windows 10 (2004) and later can; X11 cannot, and there our windows are painted out instead. Not tried: no Windows
machine was to be had. macOS is not asked, since newer versions ignore it (`NSWindowSharingNone`).
Source: SetWindowDisplayAffinity in the Win32 reference.
"""

import sys

from PySide6.QtWidgets import QWidget

_WDA_EXCLUDEFROMCAPTURE = 0x11


def exclude_from_capture(window: QWidget) -> bool:
    """Ask the system to leave the window out of captures; say whether it does."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), _WDA_EXCLUDEFROMCAPTURE))
    return False
