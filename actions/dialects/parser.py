"""Reads the one action of an answer, in any of GLM's dialects whatever was asked for, in all their variants.

It is strict where a mistake would cost the user something. Nothing before a `</think>` is read. Of an answer that
holds two different actions none is taken: the model may have changed its mind, or planned ahead of a screen that it has
not seen. The same action written twice is one action. Notes (`Memory:`, `Reason:`) hold no actions, and what `Action:`
introduces goes before what merely stands in the answer. What cannot be read is a complaint to send back to the model,
never an ending.
"""

import re
from dataclasses import dataclass

from actions.dialects.base import TRIGGER, ParsedAnswer, cut_short
from actions.dialects.literals import read_arguments, read_members
from actions.dialects.markup import ANSWER_END, ANSWER_START, COLON, THOUGHT_END, THOUGHT_START, without_tokens
from actions.dialects.wire import CALLS, action_from_call, action_from_object
from actions.errors import UnreadableReplyError
from actions.quotation import quote
from actions.schema import Action

LONGEST_ANSWER = 200_000
"""In characters; longer answers are not read at all."""

_NOTES = ("memory", "reason")
_LABELS = {
    "memory": ("memory", "记忆", "記憶"),
    "reason": ("reason", "thought", "理由", "原因", "思考"),
    "action": ("action", "动作", "動作", "操作"),
}
_LABEL_OF = {word: label for label, words in _LABELS.items() for word in words}
_WORD = rf"(?P<label>{'|'.join(_LABEL_OF)})\**[ \t]*{COLON}\**"
_ACTION = (
    r"(?P<object>\{)(?=\s*[\"'])"
    rf"|(?<![\w.\"'(])(?P<call>{'|'.join(sorted(CALLS, key=len, reverse=True))})\((?=\s*(?:\)|\w+\s*=|[\"'\[(<\d]))"
)
_AT_LINE_STARTS = re.compile(rf"^[ \t>*#\-\d.]*{_WORD}|{_ACTION}", re.MULTILINE | re.IGNORECASE)
_ANYWHERE = re.compile(rf"(?<!\w){_WORD}|{_ACTION}", re.IGNORECASE)
_UNKNOWN_CALL = re.compile(rf"(?:action|动作)[ \t]*{COLON}\s*(\w+)\(", re.IGNORECASE)
_MEMORY_AFTER = re.compile(rf"\n[ \t*#]*(?:{'|'.join(_LABELS['memory'])})\**[ \t]*{COLON}", re.IGNORECASE)
_FENCE = re.compile(r"```\w*\Z")


def read_answer(answer: str) -> ParsedAnswer:
    """Return an answer's one action and the notes beside it.

    `answer` is a reply without its thought. Raises UnreadableReplyError with a sentence for the model; no other
    error, whatever the text.
    """
    found = _found(_bare(answer))
    first, *others = found.actions
    if any(other.action != first.action for other in others):
        raise UnreadableReplyError("The answer holds two different actions; write exactly one.")
    notes = found.notes
    return ParsedAnswer(first.action, notes.get("memory", ""), notes.get("reason") or notes.get("", ""))


def quoted(answer: str) -> str:
    """Return an answer as later prompts quote it: through its first action, without special tokens.

    What follows the action, a restatement or notes for the next step only, is left out; an unreadable answer is cut
    short.
    """
    try:
        text = _bare(answer)
        return text[: _found(text).actions[0].end]
    except UnreadableReplyError:
        return cut_short(_MEMORY_AFTER.split(without_tokens(answer), maxsplit=1)[0])


def _bare(answer: str) -> str:
    """Return the answer without a thought, special tokens and the tags around it."""
    if len(answer) > LONGEST_ANSWER:
        raise UnreadableReplyError(f"The answer is longer than {LONGEST_ANSWER} characters.")
    text = without_tokens(answer).rpartition(THOUGHT_END)[2].strip()
    if text.startswith(THOUGHT_START):
        raise UnreadableReplyError("The thought has no end, so there is no answer.")
    return text.removeprefix(ANSWER_START).removesuffix(ANSWER_END).strip()


@dataclass(frozen=True)
class _Placed:
    """An action, under which label it stands, and where it ends."""

    action: Action
    label: str
    end: int


@dataclass(frozen=True)
class _Found:
    """What stands in an answer: its actions, at least one, and the first text under each label."""

    actions: list[_Placed]
    notes: dict[str, str]


def _found(text: str) -> _Found:
    for pattern in (_AT_LINE_STARTS, _ANYWHERE):
        found = _scan(text, pattern)
        if found.actions:
            labelled = [placed for placed in found.actions if placed.label]
            return _Found(labelled or found.actions, found.notes)
    if unknown := _UNKNOWN_CALL.search(text):
        raise UnreadableReplyError(f"There is no action {quote(unknown[1])}; choose one of the list.")
    raise UnreadableReplyError(
        f'The answer holds no action; end it with "{TRIGGER}" and exactly one action of the list.'
    )


def _scan(text: str, pattern: re.Pattern[str]) -> _Found:
    """Go through the text once, past each action as a whole, so that nothing typed is taken for more."""
    found, label, start, place = _Found([], {}), "", 0, 0
    while match := pattern.search(text, place):
        if match["label"]:
            _note(found.notes, label, text[start : match.start()])
            label, start, place = _LABEL_OF[match["label"].lower()], match.end(), match.end()
        elif label in _NOTES:
            place = match.end()
        else:
            _note(found.notes, label, text[start : match.start()])
            try:
                action, place = _action_at(text, match)
            except UnreadableReplyError:
                if found.actions:  # a restatement that the token limit cut off
                    break
                raise
            found.actions.append(_Placed(action, label, place))
    _note(found.notes, label, text[start:])
    return found


def _action_at(text: str, match: re.Match[str]) -> tuple[Action, int]:
    if match["object"]:
        members, end = read_members(text, match.end())
        return action_from_object(members), end
    arguments, end = read_arguments(text, match.end())
    return action_from_call(match["call"], arguments), end


def _note(notes: dict[str, str], label: str, text: str) -> None:
    """Keep the first text that stands under a label."""
    text = _FENCE.sub("", text.split(ANSWER_END)[0].strip()).strip()
    if text:
        notes.setdefault(label, text)
