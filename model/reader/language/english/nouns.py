"""English words for kinds of things, colours, measures and places. Data only: a way to say one is a line here."""

from model.reader.language.things import nouns
from model.reader.language.things.nouns import Noun
from model.reader.plan import Most, Relating
from model.sight.element import Kind

NOUNS: dict[str, Noun] = {
    r"(?:push |toggle )?button": nouns.BUTTON,
    r"(?:hyper)?link": nouns.LINK,
    r"(?:desktop |app )?icon|symbol": nouns.ICON,
    r"(?:check|tick) ?mark": Noun(Kind.ICON, named=True),
    r"(?:search|address|url|location) (?:bar|field|box|input)": nouns.SEARCH,
    r"(?:(?:text|input|edit|entry) ?(?:field|box|area|input)|text ?input|input (?:text ?)?(?:box|field)"
    r"|textbox|textarea|field|(?:text )?input)": nouns.FIELD,
    r"check ?box|tick ?box|toggle|(?:toggle )?switch": nouns.CHECKBOX,
    r"radio(?: ?button| option)?": nouns.RADIO,
    r"drop-?\s?down(?: ?(?:menu|list|box|field|bar))?|combo ?box|select(?: box| menu| field)|picklist": nouns.DROPDOWN,
    r"spin(?:ner| ?box)|stepper": nouns.SPINNER,
    r"slider": nouns.SLIDER,
    r"scroll ?bar": nouns.SCROLLBAR,
    r"menu (?:item|entry|option)": nouns.MENU_ITEM,
    r"menu": nouns.MENU,
    r"tab": nouns.TAB,
    r"(?:dialog(?:ue)?(?: ?box| window)?|pop-?\s?up(?: window| dialog| message)?|(?-i:message box)|modal|alert(?: box)?"
    r"|window)":
        nouns.DIALOG,
    r"row|e-?mail|(?<!error )(?<!warning )(?<!status )message|mail|post|tweet|entry|record": nouns.ROW,
    r"file|folder|directory": nouns.FILE,
    r"(?:table )?cell": nouns.CELL,
    r"column(?: header)?|(?:table )?header": nouns.HEADER,
    r"list item|position|slot": nouns.LIST_ITEM,
    r"search result|result": nouns.LINK,
    r"text|words|sentence": nouns.TEXT,
    r"corner|side|edge|half|part|area|region": nouns.REGION,
    r"shape": nouns.SHAPE,
    r"box": nouns.BOX,
    r"word": nouns.WORD,
    r"line(?: of text)?": nouns.LINE,
    r"paragraph": nouns.PARAGRAPH,
    r"character|letter": nouns.CHARACTER,
    r"circle|square|rectangle|triangle|star|diamond|ellipse|pentagon|hexagon|heart|cross|polygon": nouns.THING,
    r"number|value": nouns.MEASURE,
    r"price|amount|figure|cost|score|total|rating|quantity": nouns.AMOUNT,
    r"(?:grid )?coordinate|option|item|element|control|choice|person|one|widget|thing|label|heading"
    r"|title": nouns.THING,
}  # fmt: skip

ROOM = r"(?:empty|blank|free|unused)\s+(?:area|space|spot|part|place|room|region|background)"
"""What people call room where nothing stands."""

SHAPES = r"circle|square|rectangle|triangle|star|diamond|ellipse|pentagon|hexagon|heart|cross|polygon"
"""Nouns that are shapes by their own names."""

CONTAINERS = (
    r"(?:radio |button )?group|section|panel|pane|categor(?:y|ie)|list|table|tool ?bar|side ?bar|(?:tree )?node|branch"
)
"""Nouns that go before or after a name and say nothing that the screen could show: "the folder src"."""

VAGUE = (
    r"(?:(?:whole|entire|current|open|scroll(?:able|ing)?|file) )?"
    r"(?:page|web ?page|screen|desktop|window|form|list|table|text|document|paragraph|(?:text )?editor|results?|tree"
    r"|(?:context|pop-?up|right-click|shortcut) menu|menu that (?:appears|opens|pops up)|view|inbox"
    r"|app(?:lication)?|browser|menu bar|tool ?bar|bottom|top|area|grid|section|website|site|keyboard|mouse"
    r"|(?:\S+ ){1,2}(?:page|screen|website|site))"
)
"""Places that everything is in: "in the list" narrows nothing."""

COLOURS = [
    "red",
    "green",
    "blue",
    "yellow",
    "orange",
    "purple",
    "pink",
    "black",
    "white",
    "grey",
    "gray",
    "brown",
    "cyan",
    "magenta",
    "violet",
    "turquoise",
    "teal",
    "lime",
    "navy",
    "gold",
    "olive",
    "maroon",
    "silver",
    "aqua",
    "indigo",
    "beige",
    "salmon",
]

SUPERLATIVES: dict[str, Most] = {
    "largest": "largest", "biggest": "largest", "large": "largest", "big": "largest", "larger": "largest",
    "bigger": "largest", "smallest": "smallest", "tiniest": "smallest", "small": "smallest", "little": "smallest",
    "smaller": "smallest", "highest": "highest", "greatest": "highest", "most expensive": "highest",
    "dearest": "highest", "priciest": "highest", "lowest": "lowest", "cheapest": "lowest", "least expensive": "lowest",
    "longest": "longest", "shortest": "shortest", "newest": "newest", "latest": "newest", "most recent": "newest",
    "oldest": "oldest", "earliest": "oldest", "leftmost": "leftmost", "rightmost": "rightmost", "topmost": "topmost",
    "uppermost": "topmost", "bottommost": "bottommost", "lowermost": "bottommost",
}  # fmt: skip

NUMERIC: dict[Most, Most] = {"largest": "highest", "smallest": "lowest"}
"""What a measure's superlative means: the largest number is the highest."""

CORNERS: dict[str, Most] = {
    r"(?:upper|top)[ -]left": "top left", r"(?:upper|top)[ -]right": "top right",
    r"(?:lower|bottom)[ -]left": "bottom left", r"(?:lower|bottom)[ -]right": "bottom right",
    r"(?:far )?left": "leftmost", r"(?:far )?right": "rightmost", r"(?:very )?top": "topmost",
    r"(?:very )?bottom": "bottommost",
}  # fmt: skip

RELATIONS: dict[str, Relating] = {
    r"above|over|on top of": "above",
    r"below|under(?:neath)?|beneath": "below",
    r"(?:to|on|at) the left (?:side )?of|left of": "left of",
    r"(?:to|on|at) the right (?:side )?of|right of": "right of",
    r"next to|beside|near(?: to)?|close to|alongside|adjacent to|by the side of": "next to",
    r"in the (?:same )?(?:row|line) (?:as|of|with|for|containing|(?:that|which) (?:contains|has|says"
    r"|reads))": "in the row of",
    r"on (?:the )?(?:same )?(?:row|line) (?:as|of|with)": "in the row of",
    r"in the (?:same )?column (?:as|of|with|for|under|headed|labell?ed|called)": "in the column of",
}

LABELLED = (
    r"(?:(?:that|which) is )?(?:labell?ed|called|named|titled|entitled|marked|saying|reading)(?: as)?"
    r"|(?:that|which) (?:says|reads|contains?|mentions?|includes?)|containing|mentioning|with the (?:label|text"
    r"|name|title|caption|words?)|with (?:label|text|name|title)"
)
"""What stands between a thing and the words that it reads."""

OWNED = (
    r"(?:(?:check|tick)\s?box(?:es)?|box(?:es)?|(?:text\s?|input\s)?(?:field|box)|toggle|switch|slider"
    r"|drop-?\s?down|radio button|spinner"
    r"|input)"
)
"""Controls that are said by what they are for: "the boxes for Cheese and Olives"."""

CONTAINING = (
    r"(?:that|which) (?:contains?|has|have|mentions?|says?|includes?)|containing|with|by|from|of|about|for"
    r"|sent by|mentioning|where"
)
"""What stands between a row and the words in it: "the email by Bob"."""

ICONED = r"with (?:the |an? )?(?=\S+ (?:icon|symbol|picture|image))"
"""What stands between a thing and the icon that it shows: "the item with the star icon"."""
