"""What stands between a visitor and the archive; ``docs/security.md`` tells it from the side of attacks."""
