"""Do clicks land where screenshots show their targets, all over every monitor? Shown by clicking dots."""

from collections.abc import Iterator

from actions.executor import Executor
from actions.geometry import Rect
from actions.schema import Click
from agent.control.run_control import RunControl
from agent.errors import SPOKEN
from agent.screen.screen import Monitor, Screen
from ui.doctor.finding import INTERRUPTIONS, Finding, interrupted
from ui.doctor.input_probe import TOLERANCE, find_colour
from ui.doctor.probe_process import Event, probe_window
from ui.dots_window import COLOURS


def check_dots() -> Iterator[Finding]:
    """Click five dots on each monitor, one monitor after the other. Raises `DesktopError` without a display."""
    with Screen() as screen:
        monitors = screen.view.monitors
    for number, monitor in enumerate(monitors, 1):
        yield _check_monitor(number, monitor)


def _check_monitor(number: int, monitor: Rect) -> Finding:
    subject = f"Monitor {number}"
    try:
        presses = _click_dots(number, monitor)
    except SPOKEN as error:
        return Finding(subject, False, "the dots could not be clicked", str(error))
    except INTERRUPTIONS:
        return interrupted(subject)
    off = max(max(abs(press["dx"]), abs(press["dy"])) for press in presses)
    found = f"{monitor.width}x{monitor.height}: {len(presses)} dots clicked, at most {off:.1f} off"
    cure = "Set this monitor's scaling to 100 %, or let the agent work on another one."
    return Finding(subject, off <= TOLERANCE, found, cure)


def _click_dots(number: int, monitor: Rect) -> list[Event]:
    presses = []
    with (
        probe_window("ui.dots_window", str(monitor.x), str(monitor.y)) as probe,
        Screen(Monitor(number)) as screen,
        Executor(RunControl()) as executor,
    ):
        probe.wait_for("shown")
        executor.leave_corner()
        for colour in COLOURS:
            executor.execute(Click(box_2d=find_colour(screen, colour)), screen.view)
            presses.append(probe.wait_for("press"))
    return presses
