"""The law on file: dated, cited facts in YAML and the book that looks them up."""
