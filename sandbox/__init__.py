"""A local Discord and a local newsstand, to try and test with. Imports no other room."""
