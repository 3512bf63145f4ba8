"""From text to facts: pure functions, no I/O, no clock, no database."""
