"""Discord: commands, cards, the poster; settings and the command line.

The only room that imports discord.
"""
