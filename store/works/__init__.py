"""The two engines behind the one port for work: a leased table, and Procrastinate."""
