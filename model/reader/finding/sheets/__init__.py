"""Cells of a sheet by their address: the column of letters above, the row of a number at the left."""
