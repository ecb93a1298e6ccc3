//! Work on chunks: elementwise, reductions, products.
