"""Reading goals: English and Chinese sentences, and the plan that a person would expect of each."""
