"""Reads a goal as instructions, in English and Chinese, also mixed. Knows nothing of the screen.

A goal is cut into clauses at commas, semicolons, full stops, line ends, "then" and 然后; at "and", 并 and 再 only where
an instruction's verb follows. Nothing is cut inside quotation marks.
"""

import re
from collections.abc import Iterator

from model.reader import chinese, english
from model.reader.instructions import Instruction
from model.reader.quotes import InstructionError, mask

_STRONG = (
    r"[;；\n。，、!！]|,(?!\d)|(?<!\.)\.(?=\s|$)|\b(?:and\s+)?(?:then|after\s+that|afterwards)\b|然后|接着|随后|之后"
)
_WEAK = rf"\b(?:and|&)\s+(?=(?:please\s+)?{english.VERB})|(?:并且|并|再|且|(?<!最)后)\s*(?={chinese.VERB})"
_JOINER = re.compile(rf"\s*(?:{_STRONG}|{_WEAK})\s*", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:\s|[:：]|(?:and|then|now|next|first|finally|lastly|please|also|&)\b|请|帮我|首先|先|最后|再|并且|并|接着|然后)+",
    re.IGNORECASE,
)


def read_goal(goal: str) -> list[Instruction]:
    """Return the instructions of a goal, at least one. Raises `InstructionError` naming the part not understood."""
    instructions = [instruction for text, masked in _clauses(goal) for instruction in _read_clause(text, masked)]
    if not instructions:
        raise InstructionError("The goal says nothing to do")
    return instructions


def _clauses(goal: str) -> Iterator[tuple[str, str]]:
    """Yield each clause as it stands and masked, without joiners and fillers."""
    masked, start = mask(goal), 0
    ends = [(joiner.start(), joiner.end()) for joiner in _JOINER.finditer(masked)]
    for end, following in [*ends, (len(goal), len(goal))]:
        filler = _FILLER.match(masked, start, end)
        start = filler.end() if filler else start
        if masked[start:end].strip():
            yield goal[start:end].strip(), masked[start:end].strip()
        start = following


def _read_clause(text: str, masked: str) -> list[Instruction]:
    for known in (*chinese.RULES, *english.RULES):
        instructions = known.apply(text, masked)
        if instructions is not None:
            return list(instructions)
    raise InstructionError(f"I do not understand “{text}”")
