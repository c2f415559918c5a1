"""From a user turn to what the first layer reads: template, tokens, and the places of the images."""
