# spr_flags: the warnings and hardening that every C file of the project is compiled with.
set(CMAKE_C_STANDARD 17)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_C_FLAGS_DEBUG "-O1 -g")
set(CMAKE_C_FLAGS_RELEASE "-O2 -g -DNDEBUG")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(spr_flags INTERFACE)
target_compile_definitions(spr_flags INTERFACE _GNU_SOURCE SPR_VERSION="${PROJECT_VERSION}")
target_compile_options(
    spr_flags
    INTERFACE
        -Wall
        -Wextra
        -Wpedantic
        -Wshadow
        -Wconversion
        -Wno-sign-conversion
        -Wstrict-prototypes
        -Wmissing-prototypes
        -Wold-style-definition
        -Wcast-qual
        -Wformat=2
        -Wundef
        -Wvla
        -Wimplicit-fallthrough
        -Werror
        -fno-omit-frame-pointer
        -fno-common)

if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
    target_compile_options(spr_flags INTERFACE -Wlogical-op -Wduplicated-cond -Wduplicated-branches)
endif()

if(SPR_FAULTS)
    target_compile_definitions(spr_flags INTERFACE SPR_FAULTS=1)
endif()

if(SPR_SANITIZE)
    set(sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all)
    target_compile_options(spr_flags INTERFACE ${sanitizers})
    target_link_options(spr_flags INTERFACE ${sanitizers})
endif()

if(SPR_FUZZ)
    target_compile_options(spr_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(SPR_HARDEN)
    target_compile_options(
        spr_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong
                            -fstack-clash-protection -fcf-protection -fPIE)
    target_link_options(spr_flags INTERFACE -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack
                        -Wl,--as-needed)
endif()
target_link_options(spr_flags INTERFACE -rdynamic)
