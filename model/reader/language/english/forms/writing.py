"""Typing, clearing, the clipboard, text styles and messages, in English. Data: a way to say a thing is a line."""

from model.reader.language.english.words import ENGLISH
from model.reader.language.form import Form, forms
from model.reader.language.making import choosing, recipes, writing
from model.reader.language.step import Steps

WRITING: tuple[Form[Steps], ...] = forms(ENGLISH, [
    ("<fill> {field} (with|as) {text}", writing.type_into),
    ("<put> {text} in [all ]<upper>[ <in> {field}]", writing.type_cased(True)),
    ("<put> {text} in [all ]<lower>[ <in> {field}]", writing.type_cased(False)),
    ("(type|enter|input|fill in|put|use) the {label} {text:quoted} and [the ]{label2} {text2:quoted}[ <in> .+]",
     writing.type_named),
    ("<put> the {label} {text:quoted} <in> {field}", writing.type_label),
    ("<put> the {label} {text:token}[ <in> {field}]", writing.type_label),
    ("<put> the {label} {text:quoted}", writing.type_label),
    ("(enter|put|select|choose|pick|use|type|input) {text} (?-i:as) [the |your |my ]{label}", writing.set_as),
    ("<type> <text> {text:quoted} <in> {field}", writing.type_into),
    ("(use|using|in|with) {field} to (type|enter|input|write|search for) {text}", writing.type_into),
    ("<use> {source} to (select|choose|set|pick|enter) {value}", choosing.set_by),
    ("<type> {text} <into> {field}", writing.type_into),
    ("<type> {text} <in> {field}", writing.type_in),
    ("<type> {text} for {field}", writing.type_in),
    ("(replace|overwrite) [the ](text|contents?|value) (of|in) {field} (with|by) {text}", writing.type_into),
    ("search for {text} in {field}", writing.type_in),
    ("(type|enter|input|write|key in|type in|insert) [<text> (?=\ufffc)]{text}", writing.type_text),
    ("(<clear>|<delete>) ([all ][the ](text|contents?|value|everything)( (of|in|from|inside) )){field}",
     writing.clear),
    ("<clear> [out ]{field}", writing.clear_field),
    ("<copy> {target} [in]to the clipboard", writing.clipboard("copy")),
    ("<copy> {target} <into> {field}", writing.copy_to),
    ("<copy>[ {target}]", writing.clipboard("copy")),
    ("<cut>[ {target}]", writing.clipboard("cut")),
    ("<paste>[ it| this| that| the text| them| the clipboard][ (in\\s?to|in|inside|to|at) {field}]", writing.paste),
    ("<highlight> (the text (in|of) ){target}", writing.highlight_all),
    ("<highlight> {target}", writing.highlight),
    ("<make> {target} bold", writing.style("bold")),
    ("<make> {target} italics?", writing.style("italic")),
    ("<make> {target} underlined", writing.style("underline")),
    ("underline {target}", writing.style("underline")),
    ("<log> as {name} (with|and|using)[ the] password {password}", recipes.log_in),
    ("<log> with [the ](<username>|user|login|account|e-?mail) {name} and [the ]password {password}",
     recipes.log_in),
    ("<rename> {target} (to|as|into) {name}", recipes.rename),
    ("<reply> [to ](?!to\\b|them\\b|him\\b|her\\b|it\\b){target} (with|by saying|saying|and say)"
     "[ the (text|message|words)] {text:quoted}", recipes.reply),
    ("<reply>[ to (them|him|her|it|the (email|message))] with[ the (text|message|words)] {text}",
     recipes.reply),
    ("(forward|send|pass|give)[ on] (it|them|that|this|(that|this|the) (e-?mail|message|mail))[ on] to {name}",
     recipes.forward),
    ("(forward|send|pass|give) [the ]{target:letter} to {name}", recipes.forward),
    ("<give> {target} [the ](style|format|formatting) {style}", writing.style_named),
    ("(make|turn|paint|colou?r) {target} [the |in ][the ][colou?r ]{colour}", writing.colour),
])  # fmt: skip
