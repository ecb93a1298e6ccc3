"""Arrays that are made."""
