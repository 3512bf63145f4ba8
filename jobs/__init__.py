"""The clock: small jobs that find their work in the database and can be killed anywhere."""
