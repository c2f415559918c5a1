"""Starts a browser with a socket as the two file descriptors that `--remote-debugging-pipe` stands for.

`python on_pipe.py DESCRIPTOR COMMAND…`; it needs no more than this file.
"""

import os
import sys

if __name__ == "__main__":
    socket, *command = sys.argv[1:]
    for number in (3, 4):
        os.dup2(int(socket), number)
    os.execvp(command[0], command)  # noqa: S606 - a fixed list of words
