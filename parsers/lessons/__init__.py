"""What a person taught about a layout: found in a document, kept as a rule, applied to the next one."""
