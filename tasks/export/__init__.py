"""Steps that went well as data to fine-tune a model on, in the form that training frameworks read."""
