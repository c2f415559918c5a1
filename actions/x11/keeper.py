"""The process that gives the clipboard back: `python -m actions.x11.keeper WINDOW < CONTENTS`.

It is started before the clipboard is borrowed, and takes over as soon as its input ends: when the borrower closes it,
and also when the borrower is killed. On X11 a clipboard lasts as long as a process answers for it, so it stays,
detached, until another application takes the clipboard or the display closes.
"""

import os
import sys

from Xlib import X
from Xlib.error import ConnectionClosedError

from actions.errors import DisplayLostError
from actions.x11 import contents
from actions.x11.events import open_display
from actions.x11.owner import SelectionOwner


def main() -> None:
    """Keep the contents of standard input, unless a third one owns the clipboard when it ends."""
    borrower = int(sys.argv[1])
    saved = contents.read(sys.stdin.buffer)
    if os.fork():  # the borrower has nothing to wait for
        os._exit(0)
    display = open_display()
    owner = SelectionOwner(display, "CLIPBOARD", saved)
    sys.stdin.buffer.read()
    present = display.get_selection_owner(display.get_atom("CLIPBOARD"))
    if saved and (present == X.NONE or present.id == borrower):
        owner.take()
        while not owner.lost:
            owner.handle(display.next_event())


if __name__ == "__main__":
    try:
        main()
    except (DisplayLostError, ConnectionClosedError):
        sys.exit()  # the display is gone, and its clipboard with it
