//! Rows that join the declarations of stdlib/ to what they build.
