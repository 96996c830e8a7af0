# Target web: the browser bundle in <build>/web, from src/browser by esbuild (npm ci is done by
# deploy/setup). The generated protocol types are copied to where the browser sources import them.
set(browser_dir ${CMAKE_SOURCE_DIR}/src/browser)
if(NOT EXISTS ${browser_dir}/build.mjs OR NOT TARGET gen)
    return()
endif()

file(GLOB_RECURSE browser_files CONFIGURE_DEPENDS ${browser_dir}/src/* ${browser_dir}/static/*)
list(FILTER browser_files EXCLUDE REGEX "/src/gen/")
set(web_stamp ${CMAKE_BINARY_DIR}/web.stamp)
add_custom_command(
    OUTPUT ${web_stamp}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${browser_dir}/src/gen
    COMMAND ${CMAKE_COMMAND} -E copy_if_different ${SPR_GEN_DIR}/protocol.ts
            ${browser_dir}/src/gen/protocol.ts
    COMMAND node build.mjs ${CMAKE_BINARY_DIR}/web ${SPR_GEN_DIR}
    COMMAND ${CMAKE_COMMAND} -E touch ${web_stamp}
    DEPENDS ${browser_files} ${browser_dir}/build.mjs ${browser_dir}/package-lock.json
            ${SPR_GEN_DIR}/protocol.ts
    WORKING_DIRECTORY ${browser_dir}
    COMMENT "browser bundle"
    VERBATIM)
add_custom_target(web DEPENDS ${web_stamp})
