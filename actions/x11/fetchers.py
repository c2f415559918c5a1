"""Who fetched a text that was pasted: the application with the focus, another client for it, or a clipboard manager."""

from collections.abc import Collection
from pathlib import Path

from Xlib import X
from Xlib.display import Display
from Xlib.error import XError
from Xlib.ext import res

from actions.x11.windows import X11Windows

_MANAGER = "CLIPBOARD_MANAGER"
_WINE = "wine"


class Fetchers:
    """Tells the clients of a display apart by their windows' ids."""

    def __init__(self, display: Display, windows: X11Windows) -> None:
        self._display, self._windows = display, windows

    def is_clipboard_manager(self, requestor: int, seen_looking: Collection[int]) -> bool:
        """Say whether a window belongs to a clipboard manager.

        It says so by owning a selection (freedesktop.org's ClipboardManager), or has looked before anything was pasted.
        """
        owner = self._display.get_selection_owner(self._display.get_atom(_MANAGER))
        known = {*seen_looking, *(() if owner == X.NONE else (owner.id,))}
        return any(self._windows.same_client(requestor, window) for window in known)

    def fetches_for(self, requestor: int, focus: int) -> bool:
        """Say whether a window's client is known to fetch for the one that the focus belongs to.

        It does where both are connections of one process, and in Wine, where one process has the clipboard for all.
        """
        fetching, pasting = self._process(requestor), self._process(focus)
        if fetching is None or pasting is None:
            return False
        return fetching == pasting or (_runs_in_wine(fetching) and _runs_in_wine(pasting))

    def _process(self, window: int) -> int | None:
        """Return the process id of a window's client, as the server knows it; None for one on another machine."""
        if not self._display.has_extension(res.extname):
            return None
        try:
            answer = self._display.res_query_client_ids([{"client": window, "mask": res.LocalClientPIDMask}])
        except XError:
            return None  # it has just gone
        return next((identity.value[0] for identity in answer.ids if identity.value), None)


def _runs_in_wine(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/exe").readlink().name.startswith(_WINE)
    except OSError:
        return False
