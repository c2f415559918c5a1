"""What `--grounding` takes."""

import pytest

from agent.errors import GroundingError
from agent.grounding.way import Way


@pytest.mark.parametrize("spec", ["plain", "zoom", "zoom-if-unsure", "snap", "samples:5"])
def test_a_way_is_written_as_it_is_read(spec: str) -> None:
    assert str(Way.parse(spec)) == spec


def test_samples_are_three_if_not_said() -> None:
    assert Way.parse("samples") == Way("samples", 3)


@pytest.mark.parametrize(
    "spec", ["", "zooom", "Zoom", "zoom:3", "samples:", "samples:-1", "samples:x", "samples:3:4", "放大"]
)
def test_what_is_no_way_is_told_with_those_that_there_are(spec: str) -> None:
    with pytest.raises(GroundingError, match="plain, zoom, zoom-if-unsure, snap"):
        Way.parse(spec)


@pytest.mark.parametrize("spec", ["samples:0", "samples:1", "samples:33", "samples:999"])
def test_a_number_of_samples_has_limits(spec: str) -> None:
    with pytest.raises(GroundingError, match="2 to 32"):
        Way.parse(spec)
