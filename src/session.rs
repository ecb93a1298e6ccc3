//! Source to value: the only place that strings the stages together.
