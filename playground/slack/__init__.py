"""A small Slack on this machine, which the real slack-bolt and slack_sdk talk to unchanged."""
