# Outside libraries as imported targets. Each is used by one room; tests/lint checks the includes.
find_package(PkgConfig REQUIRED)
pkg_check_modules(EVENT REQUIRED IMPORTED_TARGET libevent_core>=2.1.12)
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson>=2.14)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc>=2.6)
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq>=15)
pkg_check_modules(CRYPTO REQUIRED IMPORTED_TARGET libcrypto>=3.0)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(CMOCKA IMPORTED_TARGET cmocka)

# libwebsockets comes from deploy/lws, which keeps one directory per version in the user's cache;
# only those with our own patches count.
if(NOT SPR_LWS_PREFIX)
    if(DEFINED ENV{XDG_CACHE_HOME})
        set(cache_home $ENV{XDG_CACHE_HOME})
    else()
        set(cache_home $ENV{HOME}/.cache)
    endif()
    file(GLOB lws_archives CONFIGURE_DEPENDS ${cache_home}/spr/lws-*+spr*/lib/libwebsockets.a)
    list(SORT lws_archives COMPARE NATURAL ORDER DESCENDING)
    if(lws_archives)
        list(GET lws_archives 0 lws_archive)
        cmake_path(GET lws_archive PARENT_PATH lws_libdir)
        cmake_path(GET lws_libdir PARENT_PATH SPR_LWS_PREFIX)
    endif()
endif()

if(SPR_LWS_PREFIX AND EXISTS ${SPR_LWS_PREFIX}/lib/libwebsockets.a)
    message(STATUS "libwebsockets: ${SPR_LWS_PREFIX}")
    pkg_check_modules(CAP REQUIRED IMPORTED_TARGET libcap)
    add_library(spr_lws STATIC IMPORTED GLOBAL)
    set_target_properties(
        spr_lws
        PROPERTIES IMPORTED_LOCATION ${SPR_LWS_PREFIX}/lib/libwebsockets.a
                   INTERFACE_INCLUDE_DIRECTORIES ${SPR_LWS_PREFIX}/include)
    target_link_libraries(spr_lws INTERFACE PkgConfig::EVENT PkgConfig::CAP m)
else()
    message(WARNING "libwebsockets is not built yet: run deploy/lws, then configure again. "
                    "Until then the room net and the program spr are left out.")
endif()
