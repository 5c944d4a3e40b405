"""What the desk does, one verb a file: load, decide, keep, say."""
