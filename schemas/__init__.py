"""What a dataset is: one YAML a dataset, and the compilers."""
