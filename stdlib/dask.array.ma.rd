"""Lazy masked arrays."""
