"""What of a reply that is still being written is shown: no tags, and no tag that has only begun."""

import re

_TAGS = re.compile(r"</?(?:think|answer)>")
_BEGUN_TAG = re.compile(r"<[/a-z]{0,7}$")
_GAP = re.compile(r"\n{3,}")


def shown_text(raw: str) -> str:
    """Return the readable text: the thought, then what is answered, with an empty line between."""
    text = _BEGUN_TAG.sub("", raw).replace("</think>", "\n\n")
    return _GAP.sub("\n\n", _TAGS.sub("", text)).lstrip()
