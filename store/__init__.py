"""What the desk remembers, on SQLite or PostgreSQL."""
