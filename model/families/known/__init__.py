"""The families, one a file. Each module has a `FAMILY`, and says where its values were read."""
