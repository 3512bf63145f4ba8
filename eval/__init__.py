"""The yardstick: articles with gold beside them, and how far the reader agrees with the gold."""
