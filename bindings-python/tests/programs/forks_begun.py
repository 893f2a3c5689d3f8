"""Forks in the middle of a list; the child goes on with it, and so does the parent."""

from __future__ import annotations

import os

from spice_cloud import InternalError, SpiceCloud

apps = iter(SpiceCloud().apps.list(page_size=20))
next(apps)
process = os.fork()
if process == 0:
    code = 1
    try:
        list(apps)
    except InternalError as error:
        code = 0 if "fork" in str(error) else 2
    finally:
        os._exit(code)
print("child:", os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
print("parent:", len(list(apps)))
