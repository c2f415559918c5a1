"""How each instruction of a plan is carried out on what is seen, step by step, each with an effect to be seen.

A step's place is in the reader's own earlier answers alone: the same history on the same screens gives the same
actions.
"""
