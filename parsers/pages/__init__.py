"""A document of one kind -> Pages: words with places."""
