"""What takes several of the usual steps: logging in, renaming a file, answering a message."""

from dataclasses import replace

from model.reader.language.making.writing import typed
from model.reader.language.sentence.form import Filled
from model.reader.language.sentence.step import Steps
from model.reader.language.things.targets import read_target
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import InstructionError
from model.reader.plan import Click, Edit, Instruction, Press, Target, Type
from model.sight.element import Kind


def log_in(filled: Filled) -> Steps:
    """As `name` with `password`: the two fields of every such form, and its button."""
    words = "登录" if filled["chinese"] else "log in"
    return [
        Type(typed(filled["name"]), Target("用户名" if filled["chinese"] else "username", kind=Kind.FIELD)),
        Type(typed(filled["password"]), Target("密码" if filled["chinese"] else "password", kind=Kind.FIELD)),
        Click(Target(words)),
    ]


def rename(filled: Filled) -> Steps:
    """`target` to `name`, as file managers do it."""
    keys: list[Instruction] = [Press(("f2",)), Edit("select all"), Type(typed(filled["name"])), Press(("enter",))]
    return [Click(read_target(filled["target"])), *keys]


def reply(filled: Filled) -> Steps:
    """To `target`, or what is open, with `text`, as mail programs do it."""
    if filled["text"].quotation is None:
        raise InstructionError(
            f"I cannot make up a text: put what is to be answered for “{filled.phrase}” in quotation marks"
        )
    return [*_opened(filled["target"]), Click(Target("reply")), Type(typed(filled["text"])), Click(Target("send"))]


def forward(filled: Filled) -> Steps:
    """`target`, or what is open, to `name`, as mail programs do it."""
    to = Type(typed(filled["name"]), Target("to", kind=Kind.FIELD))
    return [*_opened(filled["target"]), Click(Target("forward")), to, Click(Target("send"))]


def _opened(phrase: Phrase) -> list[Instruction]:
    """Return the click that opens a message: by its sender or by what it says."""
    return [Click(replace(read_target(phrase), kind=Kind.ROW))] if phrase else []
