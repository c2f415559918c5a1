"""SCALE-CUA (THUDM): GLM-4.6V-Flash trained on OSWorld; not OpenGVLab's ScaleCUA, which is a Qwen2.5-VL.

Its own agent code was not to be had. It is asked in the notation that its base was taught for OSWorld, with five
screenshots, of which its paper (arXiv 2607.11185) reports the most success a picture: 56.4 % with one, 58.9 % with
five, 56.8 % with fifteen.
"""

from model.families.family import Family, named
from model.families.history import HistoryPolicy

FAMILY = Family(
    "scale-cua",
    named(r"scale-?cua\W*glm|glm.*scale-?cua|scale-cua"),
    dialect="pc",
    trained_from="glm-4.6v-flash",
    thinks=True,
    stop_ids=(151329, 151336, 151338),
    history=HistoryPolicy(images=4, scale=0.5),
)
