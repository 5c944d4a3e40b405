"""The mailbox: hearing mail and carrying letters."""
