"""What a part of a goal points at, in the language that it is written in: one thing, several, a way through menus."""

import re
from dataclasses import replace

from model.reader.language.chinese.noun_phrase import read_noun_phrase as read_chinese
from model.reader.language.chinese.nouns import NOUNS as CHINESE_NOUNS
from model.reader.language.chinese.relations import is_vague as is_vague_chinese
from model.reader.language.english import relations as english_relations
from model.reader.language.english.noun_phrase import read_noun_phrase as read_english
from model.reader.language.english.nouns import NOUNS as ENGLISH_NOUNS
from model.reader.language.things.addresses import read_address
from model.reader.language.things.meaning import Meant
from model.reader.language.things.nouns import BOX, THING
from model.reader.language.words.phrase import Phrase
from model.reader.language.words.quotes import MASK, InstructionError
from model.reader.plan import Relation, Target
from model.sight.element import Kind

_HAN = re.compile(r"[\u3400-\u9fff]")
_ENGLISH = re.compile(r"\b(?:the|in|of|to|button|field|link|next)\b", re.IGNORECASE)
_LIST = re.compile(
    r"(?<=\ufffc)\s*(?=\ufffc)|\s*[,，、]\s*(?:(?:and|or)\s+|和|以及)?|\s+(?:and|&)\s+"
    r"|(?<=[\ufffc\u3400-\u9fff\w])\s*(?:以及|还有|和|与|及|跟)\s*(?=\S)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?P<list>.+(?:和|与|、|跟|\ufffc).+?)(?:这|那)?(?<!第)[两三四五六几]个(?:框|选项|复选框|项目?"
    r"|按钮)?",
    re.DOTALL,
)
"""A list that says itself how many it has: 甲和乙两个框."""
_NUMBERS = re.compile(r"第(?P<list>\d+(?:\s*[、,，和]\s*\d+)+)(?P<kind>行|列|[个项条][^、，和]*)")
_OF_MENUS = (Kind.MENU, Kind.MENU_ITEM)
_SHARED = ("inside", "in the row of", "in the column of")
_DEFINED = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_PROPERTY = re.compile(r"(?!the\s|an?\s)[a-z]+\s+(?:[A-Z\d]\S*|\ufffc)")
"""What says more of a thing: the blue shirt, size M."""
_ASPECT = re.compile(
    r"(?:size|colou?r|quantity|style|length|width|height|weight|material|flavou?r)\s+\S+", re.IGNORECASE
)
_COUNT = re.compile(r"(?:\d+|one|two|three|four|five|six)\s+[a-z]")
_TOLD = re.compile(
    r"(?!the\b|an?\b|my\b|in\b|on\b|of\b|for\b|to\b|all\b|both\b|with\b|from\b)[a-z]+\s+(?:the|my|it|them)\b"
)
"""What tells something: and send the review."""
_NUMBERED = re.compile(r"(?P<name>[A-Za-z]+?)s?\s+(?P<number>\d+)")
_CONTROLS = {kind for kind in Kind if kind not in (Kind.TEXT, Kind.DIALOG, Kind.SHAPE, Kind.HEADER, Kind.CELL)}
KIND = "|".join(
    f"(?:{pattern})"
    for pattern, noun in [*ENGLISH_NOUNS.items(), *CHINESE_NOUNS.items()]
    if (noun.kind in _CONTROLS and not noun.nameless) or noun in (BOX, THING)
)
"""A pattern of what people call the kinds of controls."""

MENU_STEP = re.compile(r"\s*(?:-+>|=>|[>›▸→»＞])\s*")
"""What stands between the names on a way through menus."""


def read_meant(phrase: Phrase) -> Meant:
    """Return what a noun phrase means. Raises `InstructionError` where that cannot be told."""
    if not phrase:
        raise InstructionError("It is not clear what is meant")
    if cell := read_address(phrase):
        return Meant(cell)
    is_chinese = _HAN.search(phrase.words) and not _ENGLISH.search(phrase.words)
    return (read_chinese if is_chinese else read_english)(phrase)


def read_place(phrase: Phrase) -> Target:
    """Return where something is; a place that everything is in, such as "the page", is `Target()`."""
    if english_relations.is_vague(phrase) or is_vague_chinese(phrase):
        return Target()
    return read_meant(phrase).target


def read_target(phrase: Phrase) -> Target:
    """Return the one thing that a noun phrase means. Raises `InstructionError` where that cannot be told."""
    meant = read_meant(phrase)
    if meant.several or meant.target == Target():
        raise InstructionError(f"It is not clear which one thing “{phrase}” means")
    return meant.target


def target_if_clear(phrase: Phrase) -> Target | None:
    """Return what a noun phrase means, or None where that cannot be told."""
    try:
        return read_meant(phrase).target
    except InstructionError:
        return None


def split_list(phrase: Phrase) -> list[Phrase]:
    """Return the members of "a, b and c"."""
    if numbered := _NUMBERS.fullmatch(phrase.words):
        return [Phrase(f"第{number}{numbered['kind']}") for number in re.findall(r"\d+", numbered["list"])]
    parts, start = [], 0
    if counted := _COUNTED.fullmatch(phrase.words):
        phrase = phrase[: counted.end("list")]
    for separator in _LIST.finditer(phrase.words):
        parts.append(phrase[start : separator.start()])
        start = separator.end()
    return [part for part in (*parts, phrase[start:]) if part]


def read_members(phrase: Phrase) -> list[Meant]:
    """Return what each member of a list means; the place said at one end of it is that of all."""
    parts = split_list(phrase)
    _refuse_unlike(parts)
    members = [read_meant(part) for part in parts]
    for place, member in enumerate(members[1:], start=1):
        if member.target.text.isdigit() and members[place - 1].target == Target(
            ordinal=members[place - 1].target.ordinal, kind=members[0].target.kind
        ):  # rows 2 and 3
            members[place] = Meant(replace(members[0].target, ordinal=int(member.target.text)))
    for place, member in enumerate(members[1:], start=1):  # items 2 and 4
        named = _NUMBERED.fullmatch(members[place - 1].target.text)
        if named and member.target == Target(member.target.text) and member.target.text.isdigit():
            members[place - 1] = Meant(replace(members[place - 1].target, text=f"{named['name']} {named['number']}"))
            members[place] = Meant(Target(f"{named['name']} {member.target.text}"))
    for place, member in enumerate(members[:-1]):
        if member.target.it and member.target.ordinal:  # the first and the third checkbox
            members[place] = Meant(replace(members[-1].target, ordinal=member.target.ordinal))
    *others, last = members
    if others and _is_beside_only(last.target) and all(one.target == _named_only(one.target) for one in others):
        how = last.target.relations[0].how  # before A and B
        return [*(Meant(Target(relations=(Relation(how, one.target),))) for one in others), last]
    shared = [_places(members[place].target) for place in (0, -1)]
    for own, *others in (members, members[::-1]):
        if _places(own.target) and not any(_places(other.target) for other in others):
            return [_shared(member, max(shared, key=len)) for member in members]
    return members


def _is_beside_only(target: Target) -> bool:
    """Say whether a target is only said by what it stands beside."""
    return len(target.relations) == 1 and target == Target(relations=target.relations)


def _named_only(target: Target) -> Target:
    """Return a target by its name alone."""
    return Target(target.text, quoted=target.quoted)


def _refuse_unlike(parts: list[Phrase]) -> None:
    """Raise `InstructionError` for what goes on behind a comma or an "and", and is no member of the list."""
    for part in parts[1:]:
        defined = _DEFINED.match(parts[0].words) and _PROPERTY.fullmatch(part.words)
        aspect = _ASPECT.fullmatch(part.words) and not _ASPECT.fullmatch(parts[0].words)
        counted = _COUNT.match(part.words) and not _COUNT.match(parts[0].words)
        if defined or aspect or counted or _TOLD.match(part.words):
            raise InstructionError(f"What should I do with “{part}”?")


def _places(target: Target) -> tuple[Relation, ...]:
    return tuple(relation for relation in target.relations if relation.how in _SHARED)


def _shared(meant: Meant, places: tuple[Relation, ...]) -> Meant:
    return (
        meant
        if _places(meant.target)
        else replace(meant, target=replace(meant.target, relations=(*meant.target.relations, *places)))
    )


def read_menu_path(phrase: Phrase) -> list[Target]:
    """Return the targets of `File > Save As...`: an entry of the menu bar, then entries of the opened menus."""
    names, start = [], 0
    for step in MENU_STEP.finditer(phrase.words):
        names.append(phrase[start : step.start()])
        start = step.end()
    return menu_path([_read_entry(name) for name in (*names, phrase[start:])])


def _read_entry(name: Phrase) -> Target:
    """Return the target of a menu's entry: "Copy Result" and 复制结果 are its name, and no kind of thing ends it."""
    try:
        target = read_target(name)
    except InstructionError:
        return Target(str(name).strip())
    described = target.kind in _OF_MENUS or name.words.lower().startswith("the ") or MASK in name.words
    return target if described else Target(str(name).strip())


def menu_path(targets: list[Target]) -> list[Target]:
    """Return targets as a way through menus."""
    return [replace(target, where="menu" if place else "menu bar", kind=None) for place, target in enumerate(targets)]


def is_menu_path(phrase: Phrase) -> bool:
    """Say whether a phrase names several menu entries."""
    return MENU_STEP.search(phrase.words.strip(" >")) is not None
