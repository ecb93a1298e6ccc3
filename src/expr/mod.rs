//! Logical nodes: what a lazy collection is before it becomes tasks; their shape rules and rewrites.
