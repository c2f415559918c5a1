"""An application that only opens empty windows, under whatever name and class a test needs."""

from types import TracebackType
from typing import Any, Self

from Xlib import X
from Xlib.display import Display

from actions.geometry import Rect
from tests.actions.windows import bring_to_front

PLACE = Rect(300, 200, 400, 200)


class BareWindows:
    """Opens windows, each active before it is returned but for popups, which no window manager manages."""

    def __init__(self) -> None:
        self.display = Display()
        self._windows: list[Any] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for window in self._windows:
            window.destroy()
        self.display.close()

    def open(self, title: str, owner: Any = None, place: Rect = PLACE, popup: bool = False) -> Any:
        screen = self.display.screen()
        window = screen.root.create_window(*place, 0, screen.root_depth, override_redirect=popup)
        window.change_text_property(self.display.get_atom("_NET_WM_NAME"), self.display.get_atom("UTF8_STRING"), title)
        window.set_wm_class(title.lower(), title)
        window.set_wm_normal_hints(flags=1, x=place.x, y=place.y)  # 1: the user chose the place
        if owner:
            window.set_wm_transient_for(owner)
        window.map()
        self.display.sync()
        self._windows.append(window)
        if not popup:
            bring_to_front(title)
        return window

    def active_title(self) -> str:
        """Return the title of the window that the window manager calls active."""
        root, names = self.display.screen().root, self.display.get_atom
        number = root.get_full_property(names("_NET_ACTIVE_WINDOW"), X.AnyPropertyType).value[0]
        window = self.display.create_resource_object("window", number)
        return bytes(window.get_full_property(names("_NET_WM_NAME"), X.AnyPropertyType).value).decode()
