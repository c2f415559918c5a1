"""Windows of four toolkits that the reader is measured on, with the truth from the toolkits themselves."""
