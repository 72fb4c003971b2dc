"""How Italian speaks of time: words as data, phrases as rules, dates in good prose. Knows no today and no files."""
