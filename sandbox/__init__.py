"""A local Discord and a local newsstand, to try and test with. Imports no other room.

`sandbox.server.SandboxDiscord` is the local Discord: start it, point discord.py at its
`rest_url` and `gateway_url`, open its `page_url` in a browser.
"""
