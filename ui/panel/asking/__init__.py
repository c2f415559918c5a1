"""The windows that ask the person: may this be done, and the model's question."""
