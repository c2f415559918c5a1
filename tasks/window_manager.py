"""Returns once a window manager runs: `python -m tasks.window_manager`.

A process of its own, because python-xlib takes the cookie from the environment of its process.
"""

from Xlib import X
from Xlib.display import Display


def main() -> None:
    """Wait for the list of windows. A manager names itself 50 ms earlier, and loses windows that come in between."""
    display = Display()
    root, windows = display.screen().root, display.get_atom("_NET_CLIENT_LIST")
    root.change_attributes(event_mask=X.PropertyChangeMask)
    while root.get_full_property(windows, X.AnyPropertyType) is None:
        display.next_event()


if __name__ == "__main__":
    main()
