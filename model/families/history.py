"""How a model is told what was done before: the history that its own agent code shows it, as values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HistoryPolicy:
    """What a prompt shows of earlier steps.

    `images` is how many earlier screenshots stand beside the current one, `scale` their sides' share of the screen's.
    Earlier steps are told in the user's one turn; with `as_turns` they are turns of a conversation instead, each
    screenshot the user's and each answer the model's: those steps whose screenshot is shown, and with `all_turns` all
    of them; the others are told in the first turn, in brief. `thoughts` says that the thought stands in the model's
    turns too, `briefly` that these hold what it said it did, and not how it wrote the action.
    """

    images: int = 0
    scale: float = 1.0
    as_turns: bool = False
    all_turns: bool = False
    thoughts: bool = False
    briefly: bool = False
