"""A day at the desk, played on this machine through the real wires."""
