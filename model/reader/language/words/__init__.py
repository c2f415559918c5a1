"""What single words, numbers, chords and quotations say."""
