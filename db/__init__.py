"""Memory: models, engine, queries, the outbox."""
