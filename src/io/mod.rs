//! File formats and their schemas.
