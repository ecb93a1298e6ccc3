//! The interpreter: the typed tree compiled to compact code, and its evaluation.
