"""The words of the desk: letters and cards, rendered."""
