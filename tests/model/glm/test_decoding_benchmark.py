"""The benchmark of decoding in small: its replies are stock's, and the levers save reads."""

import pytest

from tests.benchmarks.decoding import AHEAD, WAYS, decoding


@pytest.mark.slow
def test_scripted_steps_are_written_alike_in_fewer_reads() -> None:
    ways = dict(decoding(3))
    assert list(ways) == list(WAYS)
    assert all(way["equal"] for way in ways.values())
    assert ways["none"]["tokens_per_read"] == 1
    assert ways["all"]["tokens_per_read"] > 1.3
    assert ways["all"]["in_actions"] > 2
    assert ways[AHEAD]["prompt_tokens"] < ways["all"]["prompt_tokens"] / 2
