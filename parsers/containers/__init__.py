"""A file that holds other files -> those files, opened within caps."""
