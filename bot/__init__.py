"""Hands and ears: the mailbox, Slack, the clock and the command line."""
