"""One resident engine: a process that holds a local model and answers all that ask, so that torch stays out of them.

`places` says where engines are, `starting` finds or starts one, `keeping` keeps one for others, `client` is the model
that asks it; `line`, `server` and `wire` are the engine's side: who comes next, HTTP on a local socket, and requests as
JSON.
"""
