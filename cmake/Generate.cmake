# Build-time programs and what they make.
#   gen PROTO_DIR OUT_DIR              reads the contract, writes the files of SPR_GEN_FILES
#   embed OUT_DIR NAME [name=path]...  writes embed_NAME.c and embed_NAME.h: one table name → bytes
# gen writes to a scratch directory first; only files whose bytes changed are copied, so a change
# of one command does not rebuild what did not change with it.
set(SPR_GEN_DIR ${CMAKE_BINARY_DIR}/gen)
set(SPR_GEN_FILES
    err_gen.h
    err_gen.c
    registry_gen.c
    dispatch_gen.sql
    policy_gen.sql
    openapi.json
    protocol.ts
    PROTOCOL.md)
file(MAKE_DIRECTORY ${SPR_GEN_DIR})
list(TRANSFORM SPR_GEN_FILES PREPEND ${SPR_GEN_DIR}/ OUTPUT_VARIABLE SPR_GEN_PATHS)

set(tools_dir ${CMAKE_SOURCE_DIR}/src/tools)
file(GLOB gen_sources CONFIGURE_DEPENDS ${tools_dir}/gen*.c)
file(GLOB embed_sources CONFIGURE_DEPENDS ${tools_dir}/embed*.c)

if(gen_sources)
    add_executable(gen ${gen_sources})
    target_link_libraries(gen PRIVATE spr_flags PkgConfig::JANSSON)
    set_target_properties(gen PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
    file(GLOB_RECURSE proto_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/proto/*.json
         ${CMAKE_SOURCE_DIR}/proto/*.md)
    # A file that is gone makes nothing newer; a list that changed does.
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/proto.list CONTENT "${proto_files}" @ONLY)
    set(scratch ${CMAKE_BINARY_DIR}/gen.new)
    add_custom_command(
        OUTPUT ${SPR_GEN_PATHS}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${scratch}
        COMMAND gen ${CMAKE_SOURCE_DIR}/proto ${scratch}
        COMMAND ${CMAKE_COMMAND} -DFROM=${scratch} -DTO=${SPR_GEN_DIR} "-DFILES=${SPR_GEN_FILES}" -P
                ${CMAKE_SOURCE_DIR}/cmake/CopyChanged.cmake
        DEPENDS gen ${proto_files} ${CMAKE_BINARY_DIR}/proto.list
        COMMENT "contract: proto → C tables, SQL, TypeScript, OpenAPI, PROTOCOL.md"
        VERBATIM)
    add_custom_target(gen_files ALL DEPENDS ${SPR_GEN_PATHS})
endif()

if(embed_sources)
    add_executable(embed ${embed_sources})
    target_link_libraries(embed PRIVATE spr_flags)
    set_target_properties(embed PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tools)
endif()

# spr_embed(NAME name=path ...): makes gen/embed_NAME.c and .h out of the given files.
function(spr_embed name)
    if(NOT TARGET embed)
        return()
    endif()
    set(paths ${ARGN})
    list(TRANSFORM paths REPLACE "^[^=]*=" "")
    add_custom_command(
        OUTPUT ${SPR_GEN_DIR}/embed_${name}.c ${SPR_GEN_DIR}/embed_${name}.h
        COMMAND embed ${SPR_GEN_DIR} ${name} ${ARGN}
        DEPENDS embed ${paths}
        COMMENT "embed: ${name}"
        VERBATIM)
    add_custom_target(embed_${name}_files DEPENDS ${SPR_GEN_DIR}/embed_${name}.c)
    set_property(GLOBAL APPEND PROPERTY SPR_EMBED_TARGETS embed_${name}_files)
endfunction()

file(GLOB_RECURSE sql_files RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS
     ${CMAKE_SOURCE_DIR}/sql/*.sql)
set(sql_table)
foreach(file IN LISTS sql_files)
    list(APPEND sql_table ${file}=${CMAKE_SOURCE_DIR}/${file})
endforeach()
if(gen_sources)
    list(APPEND sql_table sql/gen/dispatch_gen.sql=${SPR_GEN_DIR}/dispatch_gen.sql
         sql/gen/policy_gen.sql=${SPR_GEN_DIR}/policy_gen.sql)
    spr_embed(openapi openapi.json=${SPR_GEN_DIR}/openapi.json)
endif()
spr_embed(sql ${sql_table})

# Everything compiled waits for the generated headers.
function(spr_after_generate target)
    get_property(embeds GLOBAL PROPERTY SPR_EMBED_TARGETS)
    foreach(step IN ITEMS gen_files ${embeds})
        if(TARGET ${step})
            add_dependencies(${target} ${step})
        endif()
    endforeach()
endfunction()
