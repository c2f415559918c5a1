"""Weight-reads and tokens of 200 scripted steps on a tiny network, with each lever alone and with all.

The network is led along scripts: of its logits only those count that the script allows at a place. Transformers' own
`generate`, led along the same, writes the replies that all ways must write. A read is one pass over a few tokens;
prompts are not counted. On a GPU a read costs the same for all of them, since it waits for the weights.

Of prompts it is counted what is read once a step is asked for, and what was read ahead of it: as the loop lets a model
begin, with the new screen and the words of the step before, while the screen settles.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import Event
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor
from transformers import Glm4vForConditionalGeneration, LogitsProcessor, LogitsProcessorList
from transformers.models.glm4v.image_processing_pil_glm4v import Glm4vImageProcessorPil

from actions.dialects.glm_json import GLM_JSON
from model.base import Grammar, Request
from model.glm.decoding.decoder import Chunk, Decoder
from model.glm.foreign import Network
from model.glm.glm import GlmModel
from model.glm.prompt.chat import Chat
from model.glm.settings import GlmSettings
from model.glm.vision.input import PatchShape, vision_input
from model.glm.weights.checkpoint import Checkpoint
from tests.benchmarks.output import print_json, print_table, wants_json
from tests.benchmarks.scripted_steps import REPEATED, STEPS_IN_A_RUN, Author, Run, Script
from tests.model.glm.tiny_checkpoint import random_network, tiny_config

STEPS = 200
THOUGHT_TOKENS = 100
SCREEN = (112, 84)
PROCESSOR = Glm4vImageProcessorPil()
OFF = {
    "reuse_prompt": False,
    "forced_at_once": False,
    "guess_from_grammar": False,
    "guess_from_text": False,
}
ON = dict.fromkeys(OFF, True)
AHEAD = "all, read ahead"
WAYS: dict[str, dict[str, bool]] = {
    "all": ON,
    AHEAD: ON,
    "none": OFF,
    **{name: {**OFF, name: True} for name in OFF},
}
"""Levers by the name of a way, the most telling first."""


@dataclass
class Count:
    """What was written and read: tokens that passes gave, passes, and the same within actions."""

    tokens: int = 0
    reads: int = 0
    action_tokens: int = 0
    action_reads: float = 0
    prompt_tokens: int = 0
    ahead_tokens: int = 0
    equal: bool = True

    def add(self, written: int, passes: Sequence[int], acts_at: int) -> None:
        """Count a reply whose passes read the tokens from these places on; each gave all up to where the next read.

        A pass that gave the beginning of the action too counts there for its share.
        """
        self.tokens += written - 1
        self.reads += len(passes)
        for place, following in pairwise([*passes, written - 1]):
            acting = max(0, following - max(place, acts_at - 1))
            self.action_tokens += acting
            self.action_reads += acting / (following - place) if acting else 0

    def figures(self) -> dict[str, Any]:
        """Return what is printed."""
        return {
            "tokens": self.tokens,
            "reads": self.reads,
            "tokens_per_read": round(self.tokens / self.reads, 3),
            "in_actions": round(self.action_tokens / self.action_reads, 3),
            "prompt_tokens": self.prompt_tokens,
            "ahead_tokens": self.ahead_tokens,
            "equal": self.equal,
        }


class Led:
    """A decoder whose logits follow a script from the slot `begin` on; it notes the place of each pass."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self.capacity, self.most, self.held = decoder.capacity, decoder.most, decoder.held
        self.script = Script((), 0)
        self.begin = 0
        self.passes: list[int] = []
        self.prompt_tokens = self.ahead_tokens = 0
        self.is_asked = False

    def extend(self, entry: Chunk | Sequence[int], *, at: int) -> Tensor:
        """Extend, and lead what comes of it."""
        logits = self._decoder.extend(entry, at=at).clone()
        if isinstance(entry, Chunk):
            self.prompt_tokens += len(entry.keys) * self.is_asked
            self.ahead_tokens += len(entry.keys) * (not self.is_asked)
            places = [at + len(entry.keys) - self.begin]
        else:
            self.passes.append(at - self.begin)
            places = [at + number + 1 - self.begin for number in range(len(entry))]
        for row, place in zip(logits, places, strict=True):
            lead(row, self.script, place)
        return logits


class Leading(LogitsProcessor):
    """The same for `generate`."""

    def __init__(self, script: Script, begin: int) -> None:
        self._script, self._begin = script, begin

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:
        """Lead the one row."""
        scores = scores.clone()  # type: ignore[assignment]
        lead(scores[0], self._script, input_ids.shape[1] - self._begin)
        return scores


def lead(row: Tensor, script: Script, place: int) -> None:
    """Keep only the logits of what may stand at a place; beyond the script, all of them."""
    if 0 <= place < len(script.places):
        allowed = list(script.places[place])
        kept = row[allowed].clone()
        row.fill_(-1e9)
        row[allowed] = kept


@dataclass(frozen=True)
class Asked:
    """One step: what is asked, the script of its reply, and what stock writes."""

    screen: Image.Image
    prompt: str
    script: Script
    reply: list[int]


def steps(author: Author, stock: Network, count: int) -> Iterator[Asked]:
    """Let stock write so many steps."""
    chance = np.random.default_rng(0)
    screen, run = Image.new("RGB", SCREEN), author.run()
    for number in range(count):
        if number % STEPS_IN_A_RUN == 0:
            run = author.run()
        if number % REPEATED:
            screen = Image.fromarray(chance.integers(0, 256, (SCREEN[1], SCREEN[0], 3), dtype=np.uint8))
        prompt = run.prompt()
        script = author.script(run, number, THOUGHT_TOKENS)
        reply = stock_reply(author, stock, screen, prompt, script)
        remember(author, run, reply)
        yield Asked(screen, prompt, script, reply)


def remember(author: Author, run: Run, reply: list[int]) -> None:
    """Take a reply's answer into the history."""
    answer = author.tokenizer.decode(reply).partition("<answer>")[2].removesuffix("</answer>")
    run.answers.append(answer)


def stock_reply(author: Author, stock: Network, screen: Image.Image, prompt: str, script: Script) -> list[int]:
    """Return what transformers' own `generate` writes."""
    image = vision_input(screen, PatchShape.of(PROCESSOR, 3072))
    seen = PROCESSOR(images=screen, return_tensors="pt")
    ids = torch.tensor([Chat(author.tokenizer).prompt((screen, prompt), [image.rows * image.columns // 4]).ids])
    leading = LogitsProcessorList([Leading(script, ids.shape[1])])
    written = stock.generate(
        input_ids=ids,
        mm_token_type_ids=(ids == stock.config.image_token_id).int(),
        max_new_tokens=len(script.places),
        do_sample=False,
        logits_processor=leading,
        **seen,
    )
    tokens: list[int] = written[0, ids.shape[1] :].tolist()
    return tokens


def measure(author: Author, asked: Sequence[Asked], levers: dict[str, bool], *, ahead: bool = False) -> Count:
    """Let our model write the same steps with some of the levers, and maybe read ahead of each."""
    settings = GlmSettings(
        device="cpu",
        context_tokens=4096,
        thought_tokens=THOUGHT_TOKENS,
        thought_seconds=1e9,
        max_new_tokens=2048,
        action_tokens=1024,
        **levers,  # type: ignore[arg-type]
    )
    model = GlmModel(Checkpoint("tiny", network(author), author.tokenizer, PROCESSOR), settings)
    reader, count = model._open, Count()
    led = Led(reader.decoder)
    reader.decoder = led  # type: ignore[assignment]
    grammar = Grammar(GLM_JSON.trigger, GLM_JSON.grammar(), GLM_JSON.slices)
    for step, before in zip(asked, (None, *asked), strict=False):
        led.script, led.passes = step.script, []
        led.begin = len(reader.prompt((step.screen, step.prompt)).ids)
        if ahead and before:
            reader.read_ahead((step.screen, before.prompt), Event())
        request = Request(content=(step.screen, step.prompt), goal="", grammar=grammar)
        led.is_asked = True
        model.generate(request, lambda _: None, Event())
        led.is_asked = False
        written = model._replies[-1]
        count.equal &= written == step.reply
        count.add(len(written), led.passes, step.script.acts_at)
    count.prompt_tokens, count.ahead_tokens = led.prompt_tokens, led.ahead_tokens
    return count


def network(author: Author) -> Network:
    """Return the tiny network; the same each time."""
    made: Glm4vForConditionalGeneration = random_network(tiny_config(author.tokenizer, layers=1), author.tokenizer)
    return made


def decoding(count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and the figures of each way as soon as it is measured."""
    torch.set_num_threads(1)
    author = Author()
    asked = list(steps(author, network(author), count))
    for name, levers in WAYS.items():
        yield name, measure(author, asked, levers, ahead=name == AHEAD).figures()


def main() -> None:
    """Measure, and print what was measured."""
    as_json = wants_json("Weight-reads and tokens of scripted steps, with each lever alone and with all.")
    ways: dict[str, dict[str, Any]] = {}
    for name, figures in decoding(STEPS):
        ways[name] = figures
        print(name, *(f"{key} {value}" for key, value in figures.items()), sep="  ", flush=True)
    columns = ("lever", "tokens", "reads", "tokens/read", "in actions", "prompt tokens", "read ahead", "equal")
    print_table(f"Decoding {STEPS} steps", columns, [(name, *map(str, way.values())) for name, way in ways.items()])
    if as_json:
        best, ahead = ways["all"], ways[AHEAD]
        print_json(
            {
                "steps": STEPS,
                "tokens_per_read": best["tokens_per_read"],
                "in_actions": best["in_actions"],
                "prompt_after_asking": round(ahead["prompt_tokens"] / best["prompt_tokens"], 3),
                "equal": all(way["equal"] for way in ways.values()),
                "levers": ways,
            }
        )


if __name__ == "__main__":
    main()
