"""The words of trade for fields, columns, sums, parties and kinds of document, in many languages."""
