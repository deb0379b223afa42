"""Reading in a child process that may be killed: the child, the process around it, and what is checked of it."""
