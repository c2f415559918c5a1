"""The families, one a file. Each module has a `FAMILY`, and says where its values were read.

Left out are models whose own agent code is not to be had: Holo3.1's is a closed program, of which the public client
(hcompai/holo-desktop-cli) shows the form of an answer, `{note, thought, tool_call}`, but neither its tools nor what its
coordinates count to.
"""
