"""Typing, clearing, the clipboard, text styles and messages, in Chinese. Data: a way to say a thing is a line."""

from model.reader.language.chinese.words import CHINESE
from model.reader.language.form import Form, forms
from model.reader.language.making import recipes, writing
from model.reader.language.step import Steps

WRITING: tuple[Form[Steps], ...] = forms(CHINESE, [
    ("[用|以][全]大写[字母][形式]<type> {text}", writing.type_cased(True)),
    ("[用|以][全]小写[字母][形式]<type> {text}", writing.type_cased(False)),
    ("<type> {label:account} {text:latin} (，|,|、|和|与) {label2:account} {text2:latin}",
     writing.type_named),
    ("<type> {label:account} {text:latin}", writing.type_label),
    ("用 (账号|帐号|用户名) {name} (和|、|，) ?密码 {password} {chinese:login}", recipes.log_in),
    ("<type> {label} {text:quoted} (和|与|、|以及) {label2} {text2:quoted}", writing.type_named),
    ("<zai> {field} <in> <type> {label:words}{text:token}", writing.type_label),
    ("<zai> {field} <in> <type> {text}", writing.type_into),
    ("<type> {text:quoted} <to> {field} <in>", writing.type_into),
    ("<ba> {text} <type> <to> {field} <in>", writing.type_into),
    ("<ba>? {field} (填写|填|写|输入)(为|成|上) {text}", writing.type_into),
    ("<type> {label} {text:quoted}", writing.type_label),
    ("<type> {text} (到|至|进|入) {field} <in>", writing.type_in),
    ("<type> {label:words}{text:token}", writing.type_label),
    ("<type> {text}", writing.type_text),
    ("{field:short}<in> <type> {text:quoted}", writing.type_into),
    ("<clear> {field} <within>?的?[全部|所有][内容|文字|文本]", writing.clear),
    ("<delete> {field} <within>的?[全部|所有](内容|文字|文本)", writing.clear),
    ("<ba> {field} <within>?的?[全部|所有][内容|文字|文本](<clear>|<delete>)<le>", writing.clear),
    ("<copy> {target} (到剪贴板)", writing.clipboard("copy")),
    ("(<ba> {target} )<copy>[到剪贴板|一下]", writing.clipboard("copy")),
    ("<copy>[一下]", writing.clipboard("copy")),
    ("<copy>[一下] {target}", writing.clipboard("copy")),
    ("<cut>[一下]", writing.clipboard("cut")),
    ("<cut> {target}", writing.clipboard("cut")),
    ("(<ba> {target} )<cut>", writing.clipboard("cut")),
    ("<paste>[一下]", writing.paste),
    ("[<ba>(它|内容)]<paste> <to> {field} <in>", writing.paste),
    ("<zai> {field} <in> <paste>[一下]", writing.paste),
    ("<highlight> {target}", writing.highlight),
    ("<ba> {target} <highlight>[显示|出来]", writing.highlight),
    ("<ba> {target} 加粗[显示]", writing.style("bold")),
    ("加粗[ {target}]", writing.style("bold")),
    ("<ba> {target} (设为|改为|变成|改成|设置为)(斜体)", writing.style("italic")),
    ("<ba> {target} (设为|改为|变成|改成|设置为)(粗体)", writing.style("bold")),
    ("(给|为|<ba>) {target} (加上?|添加)下划线", writing.style("underline")),
    ("<ba> {target} <rename>(为|成) {name}", recipes.rename),
    ("<rename> {target} (为|成) {name}", recipes.rename),
    ("回复 {text:quoted}", recipes.reply),
])  # fmt: skip
