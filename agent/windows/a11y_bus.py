"""The session's accessibility bus: calls that end at a deadline, and the news of what takes and loses the focus.

The one place that imports jeepney, which is an extra. Knows the messages' way, not their meaning.
"""

import os
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, Message, message_bus, new_method_call
from jeepney.bus import get_bus
from jeepney.io.blocking import DBusConnection, prep_socket
from jeepney.wrappers import unwrap_msg

from agent.errors import DesktopError
from agent.windows.atspi import Accessible, NoAnswerError

_OPEN_SECONDS = 1.0  # the session's bus may have to start the other one
_MOST_NEWS = 256  # between two looks; the oldest go first

_LAUNCHER = Accessible("org.a11y.Bus", "/org/a11y/bus")
_REGISTRY = Accessible("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
_FAULTS = (OSError, DBusErrorResponse, ValueError, RuntimeError, StopIteration)
"""What jeepney raises: for a socket, an answer, an address or bytes that are none, and for unknown transports."""


class _Connection(DBusConnection):  # type: ignore[misc]  # jeepney has no types
    """A connection that waits for nothing without end, not even for its own greeting."""

    def send_and_get_reply(self, message: Message, *, timeout: float | None = None) -> Message:
        return super().send_and_get_reply(message, timeout=_OPEN_SECONDS if timeout is None else timeout)


class AccessibilityBus:
    """Implements `agent.windows.atspi.Bus`."""

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self._news: deque[Message] = deque(maxlen=_MOST_NEWS)

    def listen(self) -> None:
        """Ask to be told what takes and loses the focus. Raises `NoAnswerError`, and what jeepney raises."""
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="StateChanged")
        rule.add_arg_condition(0, "focused")
        self._connection.filter(rule, queue=self._news)
        unwrap_msg(self._connection.send_and_get_reply(message_bus.AddMatch(rule)))
        self.call(_REGISTRY, _REGISTRY.bus_name, "RegisterEvent", _soon(), "s", "object:state-changed:focused")

    def call(
        self, target: Accessible, interface: str, member: str, deadline: float, signature: str = "", *arguments: Any
    ) -> tuple[Any, ...]:
        """Return what a method answers. Raises `NoAnswerError`."""
        try:
            return _called(self._connection, target, interface, member, deadline, signature, *arguments)
        except _FAULTS as fault:
            raise NoAnswerError from fault

    def news(self, deadline: float) -> Iterator[tuple[Accessible, bool]]:
        """Yield what took the focus (True) or lost it since the last look. Raises `NoAnswerError` if it never ends."""
        self._receive(deadline)
        while self._news:
            message = self._news.popleft()
            fields = message.header.fields
            yield Accessible(fields[HeaderFields.sender], fields[HeaderFields.path]), message.body[1:2] == (1,)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _receive(self, deadline: float) -> None:
        try:
            while time.monotonic() < deadline:
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            return
        except _FAULTS as fault:
            raise NoAnswerError from fault
        raise NoAnswerError


def connect() -> AccessibilityBus:
    """Return the session's accessibility bus. Raises `DesktopError` where none answers."""
    try:
        with ExitStack() as undo:
            connection = undo.enter_context(_connected(os.environ.get("AT_SPI_BUS_ADDRESS") or _asked_for()))
            bus = AccessibilityBus(connection)
            bus.listen()
            undo.pop_all()
            return bus
    except (*_FAULTS, NoAnswerError) as fault:
        raise DesktopError(
            "No accessibility bus answers: a virtual display has none; "
            "elsewhere, install at-spi2-core and log in again."
        ) from fault


def _asked_for() -> str:
    """Return the address that the session's bus knows."""
    session = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '')}/bus"
    with _connected(session) as connection:
        (address,) = _called(connection, _LAUNCHER, _LAUNCHER.bus_name, "GetAddress", _soon())
    return str(address)


def _connected(address: str) -> _Connection:
    with ExitStack() as undo:
        socket = undo.enter_context(prep_socket(get_bus(address), timeout=_OPEN_SECONDS))
        socket.settimeout(_OPEN_SECONDS)
        connection = _Connection(socket)
        undo.pop_all()
        return connection


def _called(
    connection: _Connection,
    target: Accessible,
    interface: str,
    member: str,
    deadline: float,
    signature: str = "",
    *arguments: Any,
) -> tuple[Any, ...]:
    address = DBusAddress(target.path, target.bus_name, interface)
    message = new_method_call(address, member, signature or None, arguments)
    answer = connection.send_and_get_reply(message, timeout=max(deadline - time.monotonic(), 0.0))
    return tuple(unwrap_msg(answer))


def _soon() -> float:
    return time.monotonic() + _OPEN_SECONDS
