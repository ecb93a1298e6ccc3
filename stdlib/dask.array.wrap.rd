"""Arrays made block by block."""
