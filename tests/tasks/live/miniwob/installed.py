"""Whether the pages of MiniWoB++ are there to be tested with."""

from importlib.util import find_spec

import pytest

needs_pages = pytest.mark.skipif(find_spec("miniwob") is None, reason="needs MiniWoB++: pip install miniwob")
