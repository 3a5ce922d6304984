/* What the program does between the start of the process and its exit code. */
#ifndef ASSAY_HOST_PROGRAM_H
#define ASSAY_HOST_PROGRAM_H

/* Runs `main` of the Lua module assay.cli with the arguments. Returns the exit code. */
int program_run(int argc, char **argv);

#endif
