"""Random words for screens: labels, sentences, values, in English and Chinese. Runs in any Python."""

import json
from pathlib import Path
from random import Random

_WORDS: dict[str, list[str]] = {
    use: text.split() for use, text in json.loads((Path(__file__).parent / "words.json").read_text()).items()
}


def label(random: Random, longest: int = 3) -> str:
    """Return the words of a button or before a field."""
    if random.random() < 0.15:
        return random.choice(_WORDS["chinese"])
    words = [random.choice(_WORDS["labels"]) for _ in range(random.randint(1, longest))]
    text = " ".join(words)
    return random.choice((text, text, text.capitalize(), text.lower(), text.upper() if random.random() < 0.3 else text))


def sentence(random: Random, longest: int = 12) -> str:
    """Return a sentence that says nothing."""
    if random.random() < 0.12:
        return "".join(random.choice(_WORDS["chinese"]) for _ in range(random.randint(2, longest))) + "。"
    words = [random.choice(_WORDS["prose"]) for _ in range(random.randint(2, longest))]
    return " ".join(words).capitalize() + random.choice((".", ".", "", ":", "?"))


def paragraph(random: Random, longest: int = 6) -> str:
    """Return some sentences."""
    return " ".join(sentence(random, 18) for _ in range(random.randint(2, longest)))


def value(random: Random) -> str:
    """Return what may stand in a field or a cell."""
    number = random.randint(0, 10 ** random.randint(1, 6))
    day = f"20{random.randint(10, 30)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    name, host = (random.choice(_WORDS["prose"]) for _ in range(2))
    return random.choice(
        (label(random), label(random, 2), str(number), f"{number / 100:.2f}", day, f"{name}@{host}.com", f"${number}")
    )
