"""A seller's own tables (CSV, XLSX) as products and buyers: all of a file, or none of it and the reasons."""
