"""The benchmark of valid actions in small: no reply of a random network under the grammar is malformed."""

from threading import Event

import pytest
from PIL import Image

from actions.dialects.base import Dialect
from model.base import Request
from tests.benchmarks.valid_actions import DIALECTS, grammar_of, is_valid, valid_replies
from tests.model.glm.conftest import Load


def test_every_reply_under_a_grammar_is_a_valid_action() -> None:
    assert valid_replies(12, held=True) == 12


def test_without_it_the_same_network_gives_almost_none() -> None:
    assert valid_replies(12, held=False) <= 1


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("template", ["checkpoint", "opening_checkpoint"])
def test_five_images_and_either_template_end_in_an_action(
    load: Load, screens: list[Image.Image], dialect: Dialect, template: str, request: pytest.FixtureRequest
) -> None:
    model = load(request.getfixturevalue(template), max_new_tokens=900, action_tokens=850, context_tokens=2048)
    asked = Request(content=(*screens, "Go."), goal="", grammar=grammar_of(dialect))
    reply = model.generate(asked, lambda _: None, Event())
    assert bool(reply.thought) == (template == "opening_checkpoint")
    assert is_valid(reply)
