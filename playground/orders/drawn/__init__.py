"""Papers drawn as PDFs: a pen, a head, a table, what follows it."""
