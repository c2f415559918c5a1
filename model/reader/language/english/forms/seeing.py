"""Waiting and questions, in English. Data: a way to say a thing is a line."""

from model.reader.language.english.control import CONDITIONS
from model.reader.language.english.words import ENGLISH
from model.reader.language.making import seeing
from model.reader.language.sentence.form import Form, forms
from model.reader.language.sentence.step import Steps

SEEING: tuple[Form[Steps], ...] = forms(ENGLISH, [
    ("<wait>[ (for|about)] {number}[ ](<secs>|{minutes})", seeing.pause),
    ("(after|in) {number}[ ](<secs>|{minutes})", seeing.pause),
    ("<wait>[ [for ]<moment>]", seeing.pause),
    ("<wait> for (it|the page|the (app|application|window))[ to (load|finish[ loading]|open|be ready|appear)]",
     seeing.pause),
    ("<wait> (for|until|till) {target} <gone>", seeing.wait_gone),
    ("<wait> (for|until|till) {target} <togo>", seeing.wait_gone),
    ("<wait> (for|until|till) {target} <toshow>", seeing.wait_for),
    ("<wait> (for|until|till)[ when] {condition}", seeing.wait_until(CONDITIONS)),
    ("<wait> (for|until|till) (you see |there is [an? ]){target}", seeing.wait_for),
    ("<wait> (for|until|till) {target}[ (<toshow>|<shown>)]", seeing.wait_for),
    ("how many (rows|lines|entries|messages|emails|posts)[ are there that| there are that| that] (contain|have"
     "|mention|include|say|show)s? {text}", seeing.count_rows),
    ("how many {target} do (i|we|you) (have|see)[ (here|left|in total|altogether)]", seeing.count),
    ("how many {target} (does|do) {source} (have|contain|show)", seeing.count_in),
    ("[(<count>|<read>) ]how many {target}( (are|is) (there|on the (screen|page)|shown|visible|in (the"
     "|this) \\S+)[ in the (list|table|inbox|page|window)])",
     seeing.count),
    ("[(<count>|<read>) ]how many {target}( (there are|do you see|can you see|you see|are))", seeing.count),
    ("[(<count>|<read>) ](the number of|how many) {target}", seeing.count),
    ("(what|what's|what’s)( is| stands)?( (written|shown|there))? (in|inside) {target:address}", seeing.tell_shown),
    ("[<read> ](the (value|content|contents|text|number) (of|in)) {target:address}", seeing.tell_shown),
    ("(what|which) (number|value|text|word|amount|name) is (there|shown|displayed|written)", seeing.tell_there),
    ("(what|which) {target} is (there|shown|displayed|written)", seeing.tell),
    ("<count> {target}", seeing.count),
    ("(what|which)( \\w+)? (is|are) (selected|chosen|picked) (in|on|at) {target}", seeing.tell_shown),
    ("how much (is|are|does) {target}[ (cost|costs)]", seeing.tell),
    ("what does it say {where:beside}", seeing.tell_where),
    ("what does it say (in|on|at|inside) {target}", seeing.tell),
    ("what (is|does it say|stands) (written|shown|displayed|said|listed)? (in|inside|on|at) {target}", seeing.tell),
    ("what (is|stands)[ (written|shown|displayed|listed|there)] {where:beside}", seeing.tell_where),
    ("(what|which) {what} (is|are)[ (shown|displayed|written|listed|there)] {where}", seeing.tell_where),
    ("which {what} has the {most} {column}", seeing.tell_whose),
    ("which {what} (is|has|are) the {most}", seeing.tell_most),
    ("(what|which) (is|are|does) {target}[ (say|read|show|contain|display)]", seeing.tell),
    ("(what's|what’s) {target}", seeing.tell),
    ("<read> what( is|'s|’s)( (written|shown|displayed)) (on|in|at|inside) {target}", seeing.tell),
    ("<read> [what ]{target}[ (is|says|reads|shows)][ to me]", seeing.tell),
])  # fmt: skip
