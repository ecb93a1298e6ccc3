//! The shell: line editing, commands, completion.
