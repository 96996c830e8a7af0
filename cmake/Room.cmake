# spr_room(NAME [DEPENDS rooms below] [LIBS imported targets] [GENERATED files of gen/] [SHOWS headers])
#
# A room is an object library of src/NAME/*.c. What others may include of it is its door alone:
# the only public include path is doors/NAME, which holds NAME/NAME.h. A private header, or the
# door of a higher room, is not on anybody's path and does not compile. SHOWS adds generated
# headers that the door itself includes.
function(spr_room name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;LIBS;GENERATED;SHOWS" ${ARGN})
    set(here ${CMAKE_SOURCE_DIR}/src/${name})
    set(target room_${name})
    set(doors ${CMAKE_BINARY_DIR}/doors/${name})
    file(MAKE_DIRECTORY ${doors}/${name})
    if(EXISTS ${here}/${name}.h)
        file(CREATE_LINK ${here}/${name}.h ${doors}/${name}/${name}.h SYMBOLIC)
    endif()
    foreach(header IN LISTS ARG_SHOWS)
        file(CREATE_LINK ${SPR_GEN_DIR}/${header} ${doors}/${header} SYMBOLIC)
    endforeach()

    file(GLOB sources CONFIGURE_DEPENDS ${here}/*.c)
    foreach(file IN LISTS ARG_GENERATED)
        if((file MATCHES "^embed_" AND TARGET embed) OR (NOT file MATCHES "^embed_" AND TARGET gen))
            list(APPEND sources ${SPR_GEN_DIR}/${file})
        endif()
    endforeach()
    foreach(lib IN LISTS ARG_LIBS)
        if(NOT TARGET ${lib})
            message(STATUS "room ${name}: left out, ${lib} is not there")
            set(sources)
        endif()
    endforeach()

    list(TRANSFORM ARG_DEPENDS PREPEND room_)
    if(NOT sources)
        add_library(${target} INTERFACE)
        target_include_directories(${target} INTERFACE ${doors})
        target_link_libraries(${target} INTERFACE ${ARG_DEPENDS})
        return()
    endif()

    add_library(${target} OBJECT ${sources})
    target_include_directories(
        ${target}
        PUBLIC ${doors}
        PRIVATE ${here} ${SPR_GEN_DIR})
    target_link_libraries(
        ${target}
        PUBLIC ${ARG_DEPENDS}
        PRIVATE spr_flags)
    # Object libraries do not hand on their libraries by themselves: whoever links the room's
    # objects also needs these, without seeing their headers.
    target_link_libraries(${target} PRIVATE ${ARG_LIBS})
    set_property(TARGET ${target} PROPERTY SPR_LIBS ${ARG_LIBS})
    spr_after_generate(${target})

    set(closure ${target} ${ARG_LIBS})
    foreach(lower IN LISTS ARG_DEPENDS)
        get_property(part GLOBAL PROPERTY SPR_CLOSURE_${lower})
        list(APPEND closure ${part})
    endforeach()
    list(REMOVE_DUPLICATES closure)
    set_property(GLOBAL PROPERTY SPR_CLOSURE_${target} ${closure})
    set_property(GLOBAL APPEND PROPERTY SPR_BUILT_ROOMS ${target} ${ARG_LIBS})
endfunction()
