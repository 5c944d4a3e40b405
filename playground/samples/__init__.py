"""Sample papers and mails of an invented trade, each the same for the same seed."""
