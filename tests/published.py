"""Where the published data lies that tests read: `../shared/data` beside the checkout, or `DESKHAND_DATA`."""

import os
from pathlib import Path

import pytest


def published(name: str) -> Path:
    """Return the path of some published data; without it the test is skipped."""
    root = Path(os.environ.get("DESKHAND_DATA", Path(__file__).parents[2] / "shared" / "data"))
    if not (root / name).exists():
        pytest.skip(f"there is no {name} in {root}: set DESKHAND_DATA to the folder of the published data")
    return root / name
