"""Reads a goal as a plan, in English and Chinese, also mixed. Knows nothing of the screen.

A goal is cut into sentences and clauses; a clause is put into the plain imperative and read by the first form that it
fits; conditions and loops take the clauses that follow them.
"""

from model.reader.language.accounted import refuse_dropped, refuse_unnamed, refuse_unpicked
from model.reader.language.sentence.clauses import read_sentences
from model.reader.language.sentence.structure import Structure
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Instruction


def read_goal(goal: str) -> list[Instruction]:
    """Return the instructions of a goal, at least one. Raises `InstructionError` naming the part not understood."""
    structure = Structure()
    phrase = Phrase.read(goal)
    clauses = [clause for sentence in read_sentences(phrase) for clause in sentence]
    instructions = [*structure.read(clauses), *structure.finish()]
    if not instructions:
        raise InstructionError("The goal says nothing to do")
    refuse_unnamed(instructions)
    refuse_dropped(phrase, instructions)
    refuse_unpicked(phrase, instructions)
    return instructions
