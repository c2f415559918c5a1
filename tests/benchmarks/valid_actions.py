"""Replies of a random network: with the grammar of a dialect every one is a valid action, without it almost none.

The network is the tiny one of the tests, sampled at temperature 1, so that no two replies are alike.
"""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from threading import Event

import torch

from actions.dialects.base import Dialect
from actions.dialects.glm_json import GLM_JSON
from actions.dialects.glm_pc import GLM_PC
from actions.dialects.glm_web import GLM_WEB
from actions.dialects.parser import read_answer
from actions.errors import UnreadableReplyError
from model.base import Grammar, Request
from model.glm.glm import GlmModel
from model.glm.settings import GlmSettings
from model.reply import Reply
from tests.benchmarks.output import print_json, print_table, wants_json
from tests.model.glm.tiny_checkpoint import made_up_words, save_checkpoint

DIALECTS: tuple[Dialect, ...] = (GLM_JSON, GLM_PC, GLM_WEB)
REPLIES = 1_000
PROCESSES = 2
LONGEST_ACTION = 2_000
"""In tokens: room enough for an action and its notes."""
FREE_TOKENS = 60
"""Longer than any of the actions has to be."""
MAX_TEXT = 20
"""Characters of typed text."""
WORDS = 600
"""In the vocabulary beside single bytes, so that texts get long in few tokens."""


def valid_in_parallel(*, held: bool) -> int:
    """Share the replies out to processes, each with its own seed; return how many are valid."""
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        shares = [pool.submit(valid_replies, REPLIES // PROCESSES, held=held, seed=seed) for seed in range(PROCESSES)]
        return sum(share.result() for share in shares)


def valid_replies(count: int, *, held: bool, seed: int = 0) -> int:
    """Return how many of so many replies, to the dialects in turn, are valid."""
    torch.set_num_threads(1)
    with tempfile.TemporaryDirectory() as folder:
        model = random_model(Path(folder), LONGEST_ACTION if held else FREE_TOKENS, seed)
        return sum(is_valid(reply) for reply in replies(model, count, held=held))


def random_model(folder: Path, tokens: int, seed: int) -> GlmModel:
    """Return a model that knows nothing and writes so many tokens at most."""
    settings = GlmSettings(
        device="cpu",
        temperature=1.0,
        seed=seed,
        answer_tokens=5,
        action_tokens=tokens - 20,
        max_new_tokens=tokens,
        context_tokens=tokens + 200,
    )
    return GlmModel.load(str(save_checkpoint(folder, words=made_up_words(WORDS), layers=1)), settings)


def replies(model: GlmModel, count: int, *, held: bool) -> Iterator[Reply]:
    """Ask as often as said, for each dialect in turn."""
    for dialect in islice(cycle(DIALECTS), count):
        grammar = grammar_of(dialect) if held else None
        yield model.generate(Request(content=("Go.",), goal="", grammar=grammar), lambda _: None, Event())


def grammar_of(dialect: Dialect) -> Grammar:
    """Return what a reply in a dialect is held to."""
    return Grammar(dialect.trigger, dialect.grammar(max_text=MAX_TEXT), dialect.slices)


def is_valid(reply: Reply) -> bool:
    """Whether the reply holds exactly one action that can be read."""
    try:
        read_answer(reply.answer)
    except UnreadableReplyError:
        return False
    return True


def main() -> None:
    """Count, and print the counts."""
    as_json = wants_json("How many replies of a random network are valid actions, with and without the grammar.")
    constrained, free = (valid_in_parallel(held=held) for held in (True, False))
    print_table("Valid actions", ("replies", "valid", "of"), [("held", constrained, REPLIES), ("free", free, REPLIES)])
    if as_json:
        print_json({"constrained": constrained, "free": free, "of": REPLIES})


if __name__ == "__main__":
    main()
