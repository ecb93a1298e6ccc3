//! The tables: one row per scalar operation, reduction and the like; everything else follows from the row.
