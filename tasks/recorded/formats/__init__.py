"""Published files, JSON, TFRecords and Parquet: found, and read as streams of records. Knows no benchmark."""
