//! What is compiled of a function, and what stands in the way, for `:explain` and `:clif`.
