"""Binary files that data is published in: TFRecords and Parquet, read as streams of records. Knows no benchmark."""
