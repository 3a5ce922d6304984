/* `assay.host` for the program's own Lua code: files, archives, signatures, terminal, workers, signals. One file per group of functions, each
 * with an opener that adds its functions to the module table on the top of the stack. */
#ifndef ASSAY_HOST_LUA_HOST_H
#define ASSAY_HOST_LUA_HOST_H
#include <lua.h>

int luaopen_assay_host(lua_State *L);

void lua_add_files(lua_State *L);      /* lua_file.c */
void lua_add_folders(lua_State *L);    /* lua_folder.c */
void lua_add_archives(lua_State *L);   /* lua_archive.c */
void lua_add_signatures(lua_State *L); /* lua_signature.c */
void lua_add_programs(lua_State *L);   /* lua_program.c */
void lua_add_workers(lua_State *L);    /* lua_worker.c */
void lua_add_terminal(lua_State *L);   /* lua_terminal.c */

#endif
