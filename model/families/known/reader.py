"""The embedded reader, which is no language model: it answers as GLM-4.1V would."""

from model.families.family import Family, named

FAMILY = Family("reader", named(r"^reader$"), dialect="json", thinks=True, end_of_thought="</think><answer>")
