//! Task graphs as plain data, and the passes over them.
