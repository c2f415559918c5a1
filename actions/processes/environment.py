"""The environment of the processes that are started here.

Deskhand's own variables hold API keys and secrets. A terminal would print them, a browser show them: no child is given
any, be it an application, a window manager or a process of our own.
"""

import os
from collections.abc import Mapping

_OWN = "DESKHAND_"


def child_environment(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment to start a child with: the one given, without Deskhand's own variables."""
    return {name: value for name, value in environ.items() if not name.upper().startswith(_OWN)}
