"""A run's applications are read once, know whose they are, and are told from a person's words."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from actions.applications.catalogue import Catalogue
from actions.applications.desktop_entries import Application
from actions.errors import UnknownApplicationError

ENTRY = "[Desktop Entry]\nType=Application\nName={name}\nExec={command}\n"

MOUSEPAD = Application(
    "Mousepad",
    ("mousepad",),
    (frozenset(("Mousepad", "鼠标记事本")), frozenset(("org.xfce.mousepad", "mousepad")), frozenset(("Text Editor",))),
)
GIMP = Application("GNU Image Manipulation Program", ("gimp-2.10",), (frozenset(), frozenset(("gimp",))))
FILES = Application("Files", ("nautilus",), (frozenset(("Files", "文件")), frozenset(("org.gnome.Nautilus",))))
VI = Application("Vi", ("vi",))
WRITER = Application("Writer", ("office", "--writer"), (frozenset(("Writer",)), frozenset(("office", "writer"))))
CALC = Application("Calc", ("office", "--calc"), (frozenset(("Calc",)), frozenset(("office", "calc"))))
CATALOGUE = Catalogue((MOUSEPAD, GIMP, FILES, VI, WRITER, CALC))


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "system"))
    for folder in ("own", "system"):
        (tmp_path / folder / "applications").mkdir(parents=True)
    return tmp_path / "own" / "applications"


def entry(name: str, command: str) -> str:
    return ENTRY.format(name=name, command=command)


def test_what_is_written_later_changes_nothing(own: Path) -> None:
    (own / "pad.desktop").write_text(entry("Pad", "pad"))
    catalogue = Catalogue.read()
    (own / "pad.desktop").write_text(entry("Pad", "sh -c 'rm -r ~'"))
    (own / "other.desktop").write_text(entry("Other", "other"))
    assert catalogue.find("pad").argv == ("pad",)
    with pytest.raises(UnknownApplicationError):
        catalogue.find("other")


def test_an_entry_of_the_users_own_folder_is_the_users(own: Path) -> None:
    (own / "pad.desktop").write_text(entry("Pad", "/usr/bin/env"))
    assert Catalogue.read().find("pad").from_users_folder


def test_an_entry_that_only_points_into_the_users_folder_is_the_users(own: Path, tmp_path: Path) -> None:
    (own.parent / "elsewhere").write_text(entry("Pad", "/usr/bin/env"))
    (tmp_path / "system" / "applications" / "pad.desktop").symlink_to(own.parent / "elsewhere")
    assert Catalogue.read().find("pad").from_users_folder


@pytest.mark.parametrize("command", ["{}", "/usr/bin/env X=1 {}"])
def test_a_program_of_the_users_makes_the_application_the_users(own: Path, tmp_path: Path, command: str) -> None:
    program = own.parent / "program"
    program.write_text("")
    path = tmp_path / "system" / "applications" / "pad.desktop"
    path.write_text(entry("Pad", command.format(program)))
    assert Catalogue.read().find("pad").from_users_folder


@pytest.mark.skipif(os.geteuid() != 0, reason="others can write what their tests make")
def test_to_root_the_rest_is_the_systems(own: Path, tmp_path: Path) -> None:
    (tmp_path / "system" / "applications" / "pad.desktop").write_text(entry("Pad", "/usr/bin/env"))
    assert not Catalogue.read().find("pad").from_users_folder


WHOSE = """
import os
from actions.applications.catalogue import Catalogue
os.setgroups([])
os.setuid(65534)
print(*(application.from_users_folder for application in Catalogue.read().applications))
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
@pytest.mark.parametrize("writable", ["file", "folder", "data", ""])
def test_to_others_what_they_can_write_is_theirs(writable: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        places = {"data": data, "folder": data / "applications", "file": data / "applications" / "pad.desktop"}
        places["folder"].mkdir(parents=True)
        places["file"].write_text(entry("Pad", "/usr/bin/env"))
        Path(folder).chmod(0o755)
        if writable:
            places[writable].chmod(0o777)
        nowhere = {"HOME": "/nonexistent", "XDG_DATA_HOME": "/nonexistent", "XDG_DATA_DIRS": str(data)}
        command = [sys.executable, "-c", WHOSE]
        seen = subprocess.run(command, env={**os.environ, **nowhere}, stdout=subprocess.PIPE, check=True)
    assert seen.stdout.decode().strip() == str(bool(writable))


def test_a_command_is_shown_in_one_line_with_nothing_hidden() -> None:
    application = Application("Pad", ("pad", "a b", "\n$HOME\u202e", "x" * 5000))
    assert application.command_line == r"pad 'a b' '\n$HOME\u202e' " + "x" * 5000


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("open Mousepad and write", [MOUSEPAD]),
        ("open mousepad", [MOUSEPAD]),
        ("MOUSEPAD.", [MOUSEPAD]),
        ("Mousepad", [MOUSEPAD]),
        ("打开鼠标记事本，然后输入", [MOUSEPAD]),
        ("打开 GIMP", [GIMP]),
        ("打开GIMP编辑图片", [GIMP]),
        ("draw it in gimp, then copy it to Mousepad", [GIMP, MOUSEPAD]),
        ("use the text  editor", [MOUSEPAD]),
        ("GNU image manipulation program", [GIMP]),
        ("start org.xfce.mousepad", [MOUSEPAD]),
        ("start writer", [WRITER]),
    ],
)
def test_a_text_names_applications_as_people_do(text: str, named: list[Application]) -> None:
    assert CATALOGUE.named_in(text) == frozenset(named)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "edit the text",
        "open mousepad.txt",
        "delete mousepad-settings",
        "mousepads",
        "gimpy",
        "image manipulation",
        "打开文件",
        "press vi",
        "start office",
        "open the profiles",
    ],
)
def test_other_words_name_none(text: str) -> None:
    assert CATALOGUE.named_in(text) == frozenset()


def test_a_name_that_another_has_taken_too_names_none() -> None:
    twin = Application("Mousepad", ("sh",), from_users_folder=True)
    assert Catalogue((twin, MOUSEPAD)).named_in("open Mousepad") == frozenset()
