"""Single inputs, as keys and texts: how they are named, held and entered, and the gate that each of them passes."""
