//! From logical nodes to tasks on chunks.
