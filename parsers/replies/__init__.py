"""How a reply is taken apart: its lines, what is quoted, what is ours, what is signature, what the rest means."""
