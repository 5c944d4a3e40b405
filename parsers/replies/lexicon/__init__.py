"""What people write when they say yes, no, or something else: one room for each language."""
