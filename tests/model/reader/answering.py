"""Prints the reader's answers to a goal on saved screens, one as JSON on each line: for a process of its own."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from threading import Event

from PIL import Image

from model.base import Request, Turn
from model.reader.reader import Reader


def answers(goal: str, screens: Sequence[Path]) -> Iterator[str]:
    """Yield what is answered on one screen after the other, each of which differs from the one before."""
    turns: list[Turn] = []
    with closing(Reader()) as reader:
        for screen in screens:
            with Image.open(screen) as image:
                request = Request((), goal, tuple(turns), screenshot=image.convert("RGB"))
            answer = reader.generate(request, lambda _: None, Event()).answer
            turns.append(Turn(answer, changed=True))
            yield answer


if __name__ == "__main__":
    for answer in answers(sys.argv[1], [Path(name) for name in sys.argv[2:]]):
        print(json.dumps(answer))
