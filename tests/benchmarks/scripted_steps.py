"""Steps of a GUI agent as it really writes them, made up from a seed: thought, memory, reason, one action.

The words of a thought are new but where agents repeat themselves: it restates the goal and the step before, the reason
says again what the thought came to, and the memory is carried on. Where a text is new, and in coordinates, several
tokens may stand, so that a reply also depends on the network that is led along it.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from actions.dialects.glm_json import GLM_JSON
from model.glm import foreign
from tests.model.glm.tiny_checkpoint import CONTROL, OPENING_TEMPLATE, TAGS

STEPS_IN_A_RUN = 10
OVERLONG = 5  # every so many steps the thought would go on for longer than it may
REPEATED = 4  # every so many steps the screen is the one before
_CHOICES = 4
_ANY = "\u00a7"  # stands for a new word
_PIECES = Regex(
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
"""How GPT-4's tokenizer, and GLM's after it, part a text before merging: a token never spans two words."""
_SYLLABLES = [consonant + vowel for consonant in "bcdfghjklmnprstvwz" for vowel in "aeiou"]
_RULES = (
    "You operate a desktop computer for its user, one action at a time. The image is a screenshot of the screen as it "
    "is now. Go by what the screenshot shows. Answer in exactly this form, with one action:\nMemory: what later steps "
    "will need, or None\nReason: what you see, and why this action comes next\nAction: {...}\n"
)


@dataclass
class Run:
    """One goal being worked towards: what was answered so far."""

    goal: str
    answers: list[str] = field(default_factory=list)
    memory: str = "None"
    reason: str = ""

    def prompt(self) -> str:
        """Return the text of the next step's prompt, in the form of the agent's own."""
        steps = "".join(
            f"\nStep {number}\n{answer}\nOutcome: The screen changed.\n"
            for number, answer in enumerate(self.answers, 1)
        )
        return f"{_RULES}{GLM_JSON.action_list()}\n\nThe user's goal:\n{self.goal}\n\nYour steps so far:\n{steps}"


@dataclass(frozen=True)
class Script:
    """A reply by its places: the tokens that may stand at each. `acts_at` is the first place of its action."""

    places: tuple[tuple[int, ...], ...]
    acts_at: int


class Author:
    """Writes scripts; the same seed gives the same."""

    def __init__(self, seed: int = 0) -> None:
        self._chance = random.Random(seed)
        words = [a + b + c for a in _SYLLABLES for b in _SYLLABLES for c in ("", "n", "s")]
        self._words = self._chance.sample(words, 900)
        self.tokenizer = self._train()
        vocabulary = self.tokenizer.get_vocab()
        self._new_words = [vocabulary["\u0120" + word] for word in self._words if "\u0120" + word in vocabulary]
        self._numbers = [vocabulary[str(number)] for number in range(100, 1000) if str(number) in vocabulary]

    def run(self) -> Run:
        """Return a run that has just begun."""
        return Run(f"Open the {self._name()} in the {self._name()} and set the {self._name()} to {self._name()}.")

    def script(self, run: Run, number: int, thought_tokens: int) -> Script:
        """Return the next step's reply; goes on with the run's memory and reason."""
        target, action = self._name(), self._action()
        last = f" In the previous step, {run.reason} The screen changed." if run.reason else ""
        reason = f"the {target} is shown in the {_ANY} of the window, so I will click on it."
        thought = (
            f"The goal is: {run.goal}{last} Now I see {self._new(14)}. {self._new(9)}, and the {target} is in the "
            f"{self._new(4)}. So the next action is to click on the {target}."
        )
        if number % OVERLONG == 0:
            thought += f" But wait, {self._new(60)}. So the next action is to click on the {target}."
        if number % 3 == 0:
            run.memory = f"{run.memory}; the {target} is {self._name()}".removeprefix("None; ")
        run.reason = reason.replace(_ANY, "middle")
        answer = f"</think><answer>Memory: {run.memory}\nReason: {reason[0].upper()}{reason[1:]}\nAction:"
        before = [*self._places(thought)[:thought_tokens], *self._places(answer)]
        return Script((*before, *self._places(f" {action}</answer>", numbers=True)), len(before))

    def _places(self, text: str, *, numbers: bool = False) -> list[tuple[int, ...]]:
        (new,) = self.tokenizer.encode(f" {_ANY}")
        return [self._place(token, new, numbers=numbers) for token in self.tokenizer.encode(text)]

    def _place(self, token: int, new: int, *, numbers: bool) -> tuple[int, ...]:
        if token == new:
            return tuple(self._chance.sample(self._new_words, _CHOICES))
        if numbers and token in self._numbers:
            return tuple(self._chance.sample(self._numbers, _CHOICES))
        return (token,)

    def _action(self) -> str:
        box = '"box_2d": [[{},{},{},{}]]'.format(*(self._chance.randint(100, 999) for _ in range(4)))
        kind = self._chance.random()
        if kind < 0.7:
            return f'{{"action_type": "click", {box}}}'
        if kind < 0.9:
            return f'{{"action_type": "input_text", "text": "{self._name()}", {box}, "press_enter": true}}'
        return '{"action_type": "press_keys", "keys": ["ctrl","s"]}'

    def _name(self) -> str:
        return " ".join(self._chance.sample(self._words, 2))

    def _new(self, words: int) -> str:
        return " ".join([_ANY] * words)

    def _train(self) -> foreign.Tokenizer:
        """Return a tokenizer that parts text as GLM's does and knows each word, as that knows most of English."""
        backend = Tokenizer(models.BPE())
        byte_level = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
        backend.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.Split(_PIECES, "isolated"), byte_level])
        backend.decoder = decoders.ByteLevel()
        trainer = trainers.BpeTrainer(
            vocab_size=4000, show_progress=False, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()
        )
        backend.train_from_iterator(self._corpus(), trainer)
        tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
            tokenizer_object=backend,
            eos_token="<|endoftext|>",
            pad_token="<|endoftext|>",
            chat_template=OPENING_TEMPLATE,
        )
        tokenizer.add_tokens([AddedToken(text, special=True, normalized=False) for text in CONTROL])
        tokenizer.add_tokens([AddedToken(text, special=False, normalized=False) for text in TAGS])
        return tokenizer

    def _corpus(self) -> Sequence[str]:
        numbers = [f"[[{number},{number}]] {number}" for number in range(100, 1000)]
        forms = [Run("").prompt(), "Now I see. So the next action is to click on the. But wait, in the previous step,"]
        examples = ['{"action_type": "input_text", "text": "", "box_2d": [[1,1,1,1]], "press_enter": true}'] * 9
        return [*[f" {word} {word}" for word in self._words] * 3, *numbers * 2, *forms * 5, *examples, f" {_ANY}" * 99]
