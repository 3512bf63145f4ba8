"""From the wire to entries: fetch politely and safely, parse. Knows no database and no Discord."""
