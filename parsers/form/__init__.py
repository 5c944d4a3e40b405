"""Pages -> Reading: one form reader for every unstructured document."""
