"""onnxruntime in a process of its own: what it leaves behind, and whom it calls."""

import subprocess
import sys
from pathlib import Path

LOOKS = """
from PIL import Image, ImageDraw
from model.sight.open import open_sight
screen = Image.new("RGB", (240, 80), "white")
ImageDraw.Draw(screen).text((20, 30), "Save the file", "black")
with open_sight() as sight:
    assert sight.see(screen)
"""


def test_it_keeps_no_notes_of_a_telemetry_session(tmp_path: Path) -> None:
    folders = dict.fromkeys(("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"), str(tmp_path))
    subprocess.run([sys.executable, "-c", LOOKS], env={"PATH": "/usr/bin:/bin", **folders}, check=True, timeout=120)
    assert list(tmp_path.rglob("*")) == []
