"""A scratch home, and the short place of its sockets, which goes with the attempt however that ends."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from actions.processes.supervisor import start_supervised
from tasks.runner.home import make_home, make_short_folder


def test_a_socket_can_be_made_however_deep_the_home_lies(tmp_path: Path) -> None:
    home = tmp_path.joinpath(*["a-very-deep-folder"] * 8)
    environment = make_home(home, short := make_short_folder(), {})
    try:
        for variable in ("XDG_RUNTIME_DIR", "TMPDIR"):
            name = f"{environment[variable]}/org.chromium.Chromium.XXXXXX"
            Path(name).mkdir()
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(f"{name}/SingletonSocket")
        assert short.stat().st_mode & 0o777 == home.stat().st_mode & 0o777 == 0o700
    finally:
        shutil.rmtree(short)


def test_a_long_folder_for_temporary_files_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("long" * 20)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    short = make_short_folder()
    short.rmdir()
    assert len(os.fsencode(short)) < 50


def test_the_real_folders_are_named_nowhere(tmp_path: Path) -> None:
    real = {"HOME": "/home/me", "XDG_CONFIG_HOME": "/home/me/.config", "XDG_RUNTIME_DIR": "/run/user/1000"}
    environment = make_home(tmp_path / "home", tmp_path / "short", real)
    assert [name for name, value in environment.items() if "/home/me" in value] == ["HF_HOME"]
    assert environment["XDG_RUNTIME_DIR"] == str(tmp_path / "short/run")


@pytest.mark.parametrize("ending", ["by itself", "told to", "its owner is killed"])
def test_the_scratch_folder_goes_with_all_that_was_started(tmp_path: Path, ending: str) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    (scratch / "left").write_text("x")
    owner = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    command = ["true"] if ending == "by itself" else ["sleep", "60"]
    supervisor = start_supervised(command, os.environ, owner=owner.pid, scratch=scratch)
    if ending == "told to":
        supervisor.terminate()
    elif ending == "its owner is killed":
        owner.send_signal(signal.SIGKILL)
    supervisor.wait(10)
    assert not scratch.exists()
    owner.kill()
    owner.wait()
