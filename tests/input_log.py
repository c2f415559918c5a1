"""Writes down every input event that the display reports, as a process of its own that the agent knows nothing of.

`python -m tests.input_log` prints `SECONDS KIND DETAIL` a line on the system-wide monotonic clock; the first line
says that it listens.
"""

import time
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.ext import record
from Xlib.protocol import rq

KINDS = {
    X.KeyPress: "key-down",
    X.KeyRelease: "key-up",
    X.ButtonPress: "button-down",
    X.ButtonRelease: "button-up",
    X.MotionNotify: "move",
}


def main() -> None:
    display = Display()
    events = [
        {
            "core_requests": (0, 0),
            "core_replies": (0, 0),
            "ext_requests": (0, 0, 0, 0),
            "ext_replies": (0, 0, 0, 0),
            "delivered_events": (0, 0),
            "device_events": (X.KeyPress, X.MotionNotify),
            "errors": (0, 0),
            "client_started": False,
            "client_died": False,
        }
    ]
    context = display.record_create_context(0, [record.AllClients], events)

    def write(reply: Any) -> None:
        now, data = time.monotonic(), reply.data
        if reply.category == record.StartOfData:
            print(f"{now} listening -", flush=True)
        while reply.category == record.FromServer and data:
            event, data = rq.EventField(None).parse_binary_value(data, display.display, None, None)
            print(f"{now} {KINDS[event.type]} {event.detail}", flush=True)

    display.record_enable_context(context, write)


if __name__ == "__main__":
    main()
