"""Applications are found by the names of their desktop entries, and started without a shell."""

import sys
from pathlib import Path

import pytest

from actions.applications.desktop_entries import Application
from actions.applications.launching import find_application, launch
from actions.errors import ActionError, UnknownApplicationError

EDITOR = """
[Desktop Entry]
Type=Application
Name=Mouse Pad
Name[zh_CN]=鼠标记事本
GenericName=Text Editor
Exec=mousepad %U
"""

WRITER = """
[Desktop Entry]
Type=Application
Name=Writer
GenericName=Mouse Pad
Exec=office --writer "a file" --name=%c --icon %i 100%% %F
Actions=New;

[Desktop Action New]
Name=New Document
Exec=office --new
"""


class Entries:
    """Folders of desktop entries: the user's own and the system's."""

    def __init__(self, own: Path, system: Path) -> None:
        self.own, self.system = own / "applications", system / "applications"
        self.own.mkdir(parents=True)
        self.system.mkdir(parents=True)


@pytest.fixture
def entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Entries:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "system"))
    found = Entries(tmp_path / "own", tmp_path / "system")
    (found.system / "org.example.editor.desktop").write_text(EDITOR)
    (found.system / "writer.desktop").write_text(WRITER)
    return found


@pytest.mark.parametrize(
    "name",
    ["Mouse Pad", "mouse pad ", "鼠标记事本", "text editor", "org.example.editor", "Editor", "mousepad"],
)
def test_found_by_any_of_its_names(entries: Entries, name: str) -> None:
    assert find_application(name).argv == ("mousepad",)


def test_a_name_proper_goes_before_a_generic_one(entries: Entries) -> None:
    (entries.own / "a.desktop").write_text(EDITOR.replace("Name=Mouse Pad", "Name=Other"))
    assert find_application("Writer").name == "Writer"
    assert find_application("Mouse Pad").name == "Mouse Pad"


def test_the_command_is_a_list_of_words_without_field_codes(entries: Entries) -> None:
    expected = ("office", "--writer", "a file", "--name=Writer", "--icon", "100%")
    assert find_application("writer").argv == expected


def test_the_users_own_entry_masks_the_systems(entries: Entries) -> None:
    (entries.own / "writer.desktop").write_text(WRITER.replace("office", "my-office"))
    assert find_application("writer").argv[0] == "my-office"


@pytest.mark.parametrize(
    "line", ["NoDisplay=true", "Hidden=true", "Terminal=true", "TryExec=no-such-program", "Type=Link"]
)
def test_what_is_not_a_graphical_application_is_not_found(entries: Entries, line: str) -> None:
    (entries.own / "writer.desktop").write_text(WRITER.replace("Actions=New;", line))
    with pytest.raises(UnknownApplicationError):
        find_application("writer")


@pytest.mark.parametrize("broken", ["", "no section", '[Desktop Entry]\nType=Application\nExec=an "open quote\n'])
def test_a_broken_entry_is_passed_over(entries: Entries, broken: str) -> None:
    (entries.own / "broken.desktop").write_text(broken)
    assert find_application("writer").name == "Writer"


def test_an_unknown_name_gets_a_suggestion(entries: Entries) -> None:
    with pytest.raises(UnknownApplicationError, match="Did you mean “Mouse Pad”"):
        find_application("mosepad")


def test_a_model_cannot_open_an_executable(entries: Entries) -> None:
    with pytest.raises(UnknownApplicationError):
        find_application("sh")


def test_the_user_can(entries: Entries) -> None:
    assert Path(find_application("sh", allow_executables=True).argv[0]).is_absolute()


def test_words_reach_the_application_as_they_are(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"
    process = launch(Application("Test", (sys.executable, "-c", script, str(seen), "$HOME; `id` 你好")))
    assert process.wait(20) == 0
    assert seen.read_text() == "$HOME; `id` 你好"


def test_a_program_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ActionError, match="“Gone” cannot be started"):
        launch(Application("Gone", ("/no/such/program",)))
