"""Orders by chance: an order, a language and a layout that nobody drew by hand, in every form, with the truth."""
