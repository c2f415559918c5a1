"""What is done to the cells of a sheet, which are named by their address."""
