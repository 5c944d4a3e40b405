"""Slack: cards, presses and slash commands."""
