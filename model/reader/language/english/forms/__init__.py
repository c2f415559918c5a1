"""Forms of English instructions, tried in order.

`{slot}` is filled by what the sentence says there, `<group>` is any of the words in `words`, `[…]` may be left out.
"""

from model.reader.language.english.forms.choosing import CHOOSING
from model.reader.language.english.forms.commands import COMMANDS
from model.reader.language.english.forms.pointing import POINTING
from model.reader.language.english.forms.seeing import SEEING
from model.reader.language.english.forms.writing import WRITING
from model.reader.language.english.words import ENGLISH
from model.reader.language.making import pointing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import Steps

BARE: tuple[Form[Steps], ...] = forms(ENGLISH, [
    ("{target}", pointing.path_bare),
    ("{keys}", pointing.press_bare),
])  # fmt: skip

FORMS = (*POINTING, *WRITING, *CHOOSING, *SEEING, *COMMANDS, *BARE)
