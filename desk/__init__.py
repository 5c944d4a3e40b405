"""The rules of the order desk: plain data and pure functions, no wire, no clock, no database."""
