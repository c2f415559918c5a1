"""The benchmark of valid actions in small: no reply of a random network under the grammar is malformed."""

from tests.benchmarks.valid_actions import valid_replies


def test_every_reply_under_a_grammar_is_a_valid_action() -> None:
    assert valid_replies(12, held=True) == 12


def test_without_it_the_same_network_gives_almost_none() -> None:
    assert valid_replies(12, held=False) <= 1
