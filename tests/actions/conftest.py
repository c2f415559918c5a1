"""What the tests of real input share: the executor, and the applications that it operates."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from actions.executor import Executor
from actions.geometry import Rect, View
from actions.input.gate import OpenGate
from tasks.displays import VirtualDisplay
from tests.actions.editors import Editor, Page, chromium_page, running
from tests.actions.recorder import InputRecorder


@pytest.fixture(scope="session")
def view(display: VirtualDisplay) -> View:
    screen = Rect(0, 0, *display.size)
    return View(screen, (screen,))


@pytest.fixture(scope="session")
def executor(display: VirtualDisplay) -> Iterator[Executor]:
    with Executor(OpenGate()) as executor:
        yield executor


@pytest.fixture
def recorder(display: VirtualDisplay) -> Iterator[InputRecorder]:
    with InputRecorder() as recorder:
        yield recorder


@pytest.fixture(scope="package")  # other packages' tests need the display to themselves
def open_mousepad(executor: Executor, view: View, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    path = tmp_path_factory.mktemp("mousepad") / "gtk.txt"
    path.touch()
    with running(["mousepad", "--disable-server", str(path)], path.name, {}):
        yield Editor(path, executor, view)


@pytest.fixture(scope="package")
def open_featherpad(executor: Executor, view: View, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    path = tmp_path_factory.mktemp("featherpad") / "qt.txt"
    path.touch()
    with running(["featherpad", "--standalone", str(path)], path.name, {"XDG_CONFIG_HOME": str(path.parent)}):
        yield Editor(path, executor, view)


@pytest.fixture(scope="package")
def open_page(executor: Executor, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    html = Path(__file__).with_name("page.html").read_text()
    with chromium_page(html, "Deskhand test page", tmp_path_factory.mktemp("chromium")) as page:
        yield page


@pytest.fixture
def mousepad(open_mousepad: Editor) -> Editor:
    """A GTK application, active."""
    open_mousepad.bring_to_front()
    return open_mousepad


@pytest.fixture
def featherpad(open_featherpad: Editor) -> Editor:
    """A Qt application, active."""
    open_featherpad.bring_to_front()
    return open_featherpad


@pytest.fixture
def page(open_page: Page) -> Page:
    """A web page in Chromium, active."""
    open_page.bring_to_front()
    return open_page
