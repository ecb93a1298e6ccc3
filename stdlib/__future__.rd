"""Names of features that Python once had to be asked for. They have no effect."""

annotations: None = None
division: None = None
print_function: None = None
absolute_import: None = None
generator_stop: None = None
