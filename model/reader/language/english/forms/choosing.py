"""Selecting, ticking, setting values, folding, in English. Data: a way to say a thing is a line."""

from model.reader.language.english.words import ENGLISH
from model.reader.language.making import choosing, commands, opening, pointing, seeing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import Steps
from model.sight.element import Kind

CHOOSING: tuple[Form[Steps], ...] = forms(ENGLISH, [
    ("(select|highlight|mark) <all>", commands.command("select all")),
    ("<select> (all|every) <items>[ (from|in|on|of) {source}]", choosing.select_all),
    ("(deselect|unselect|clear) (all|everything|[the ]selection)[ <items>][ (from|in|of) {source}]",
     choosing.select_none),
    ("select (none|nothing)[ (of the .+)]", choosing.select_none),
    ("<select> {value} (with|using|on|from|in) [the |a ]slider", choosing.set_with(Kind.SLIDER)),
    ("<select> {value} (with|using|on|in) [the |a ](spinner|spin ?box)", choosing.set_with(Kind.SPINNER)),
    ("<select> {value} (with|using|on|from|in) <colour>", choosing.set_named("color")),
    ("<select> [the date ]{value} (with|using|on|from|in) [the ](date picker|calendar)", choosing.set_named("date")),
    ("(choose|select|pick|click|open) {entry} (from|in|under|on) the {target} menu", pointing.open_menu),
    ("<select> (from|in) {source} [the (option|entry|item|value) ]{options:quoted}", choosing.select_from),
    ("<select> {options:aspect} and {options2:aspect}", choosing.set_aspects),
    ("<select> {options} (from|in|on|out of) {source}", choosing.select_from),
    ("<select> {options} (for|as|under) [the ]{source}", choosing.select_for),
    ("<select> {options}", choosing.select),
    ("(remove|clear|take)[ off] the (tick|check|check ?mark|tick ?mark) (from|off|next to|in|beside) {targets}",
     choosing.check(False)),
    ("<deselect> {targets}", choosing.check(False)),
    ("<turn> {targets} on", choosing.check(True)),
    ("<turn> {targets} off", choosing.check(False)),
    ("<uncheck> (all|every|each)[ of][ the] ((?:checked|ticked) )?{boxes}( that (is|are) (?:checked|ticked))?",
     choosing.check_all(False)),
    ("<uncheck> {targets}", choosing.check(False)),
    ("<check> (all|every|each)[ of][ the] (un(?:checked|ticked) )?{boxes}( that (is|are) (not |un)(?:checked"
     "|ticked))?[ yet]",
     choosing.check_all(True)),
    ("check (what|[on |out ]the (status|price|value|balance|weather|date|time|total|results?|number|progress|score"
     "|version|size|cost|amount|contents?|details|reviews?)) .+", seeing.tell_checked),
    ("<check> [the (option|setting|feature) ](?!my spelling|if\\b|whether\\b|that\\b|out\\b|for\\b|how\\b"
     "|what\\b){targets}",
     choosing.check(True)),
    ("<look> {each}[ to find[ {sought}]]", choosing.search_through),
    ("(expand|open) {each},? to find[ {sought}]", choosing.search_through),
    ("(turn|bring) (up|down) {target} to {value}", choosing.set_value),
    ("(<set>|<change>) {target} to {value} (with|using|by using|via) the (slider|spinner|mouse|keyboard|calendar"
     "|date picker)",
     choosing.set_value),
    ("<set> (?!an? ){target} (for|at) (?=[\\d\ufffc]){value}", choosing.set_value),
    ("<set> {target} to (?!the (left|right)\\b){value}", choosing.set_value),
    ("(switch|change|move) [the ]windows? to {target}", opening.switch_to),
    ("<change> {target}[ (over|up|down)] (to|from .+ to) {value}", choosing.set_value),
    ("<expand> {target}", choosing.fold(True)),
    ("<collapse> {target}", choosing.fold(False)),
])  # fmt: skip
