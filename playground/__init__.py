"""A mailbox and a Slack workspace on this machine, for trying and for testing."""
