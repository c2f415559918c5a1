"""Forms of Chinese instructions, tried in order.

`{slot}` is filled by what the sentence says there, `<group>` is any of the words in `words`, `[…]` may be left out.
"""

from model.reader.language.chinese.forms.choosing import CHOOSING
from model.reader.language.chinese.forms.commands import COMMANDS
from model.reader.language.chinese.forms.pointing import POINTING
from model.reader.language.chinese.forms.seeing import SEEING
from model.reader.language.chinese.forms.writing import WRITING
from model.reader.language.chinese.words import CHINESE
from model.reader.language.making import commands, pointing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import Steps

FIRST: tuple[Form[Steps], ...] = forms(CHINESE, [
    ("[在][打开|点开|展开|选择|点击|使用]菜单[栏|项]<within>?[选择|点击|打开|的] {target}", pointing.open_menu),
    ("[<turn>|滚动到][到](下一|后一)<page>", commands.turn("next")),
    ("[往|向](后|下)翻一页", commands.turn("next")),
    ("[往|向](回|前|上)翻一页", commands.turn("previous")),
    ("[<turn>|返回|回到][到](上一|前一)<page>", commands.turn("previous")),
    ("(<turn>|返回|回到|回|到)[到]首页", commands.click_home),
    ("(<turn>|返回|回到)[到](第一|首)<page>", commands.turn("first")),
    ("<turn>[到](最后一|末|尾)<page>", commands.turn("last")),
])  # fmt: skip

CLICKING: tuple[Form[Steps], ...] = forms(CHINESE, [
    ("<ba> {target} (点击|点一下|单击)[一下]", pointing.click()),
    ("<click>[它]", pointing.click_it()),
    ("<click> {target}", pointing.click()),
])  # fmt: skip

FORMS = (*FIRST, *POINTING, *SEEING, *WRITING, *CHOOSING, *COMMANDS, *CLICKING)
