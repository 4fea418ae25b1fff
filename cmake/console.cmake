# Builds the web console (console/) and makes it part of the program: tf_console, whose header is
# console/console_files.h. Where it cannot be built the program is built without it; a sentence says why, here and
# when the server starts.
#
# The packages of console/package-lock.json are fetched when the build is configured, once for each lock file; after
# that nothing here needs a network. Nothing runs while no file of console/ changes.
option(TRUEFILL_CONSOLE "Build the web console into the program (needs npm once)" ON)

set(console_dir ${PROJECT_SOURCE_DIR}/console)
set(console_out ${PROJECT_BINARY_DIR}/console)
set(console_embed ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tools/embed)
set(console_why "")

# Node as tools/setup fetched it, or the system's when that is new enough.
function(truefill_find_node out)
  set(candidates ${PROJECT_SOURCE_DIR}/build/node/bin/node)
  find_program(TRUEFILL_NODE node)
  if(TRUEFILL_NODE)
    list(APPEND candidates ${TRUEFILL_NODE})
  endif()
  foreach(candidate IN LISTS candidates)
    if(EXISTS ${candidate})
      execute_process(COMMAND ${candidate} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE
                      ERROR_QUIET)
      string(REGEX REPLACE "^v" "" version "${version}")
      if(version VERSION_GREATER_EQUAL 20.19)
        set(${out} ${candidate} PARENT_SCOPE)
        return()
      endif()
    endif()
  endforeach()
  set(${out} "" PARENT_SCOPE)
endfunction()

# console/node_modules as the lock file says; `why` stays empty when it is so.
function(truefill_console_packages why)
  file(SHA256 ${console_dir}/package-lock.json lock)
  set(stamp ${console_dir}/node_modules/.truefill-lock)
  set(have "")
  if(EXISTS ${stamp})
    file(READ ${stamp} have)
  endif()
  if(have STREQUAL lock)
    return()
  endif()
  find_program(TRUEFILL_NPM npm)
  if(NOT TRUEFILL_NPM)
    set(${why} "npm is not installed (tools/setup installs it)" PARENT_SCOPE)
    return()
  endif()
  message(STATUS "Console: fetching its packages with npm.")
  file(LOCK ${console_dir}/.npm-lock GUARD FUNCTION)
  execute_process(COMMAND ${TRUEFILL_NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline
                  WORKING_DIRECTORY ${console_dir} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said
                  TIMEOUT 300)
  if(failed)
    file(WRITE ${console_out}/npm.log "${said}")
    set(${why} "npm could not fetch its packages (see console/npm.log in the build folder)" PARENT_SCOPE)
    return()
  endif()
  file(WRITE ${stamp} ${lock})
endfunction()

if(NOT TRUEFILL_CONSOLE)
  set(console_why "TRUEFILL_CONSOLE is off")
else()
  truefill_find_node(console_node)
  if(NOT console_node)
    set(console_why "Node 20.19 or newer is not here (tools/setup fetches it)")
  else()
    truefill_console_packages(console_why)
  endif()
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${console_dir}/package-lock.json)

if(console_why)
  message(STATUS "Console: left out, because ${console_why}.")
  execute_process(COMMAND ${console_embed} --none "This program was built without the console, because ${console_why}."
                          ${console_out} COMMAND_ERROR_IS_FATAL ANY)
else()
  file(GLOB_RECURSE console_sources CONFIGURE_DEPENDS ${console_dir}/src/*.ts ${console_dir}/src/*.tsx
       ${console_dir}/src/*.css ${console_dir}/public/*)
  list(FILTER console_sources EXCLUDE REGEX "\\.test\\.ts$")
  add_custom_command(
    OUTPUT ${console_out}/console_files.cpp ${console_out}/console_files.blob
    COMMAND ${CMAKE_COMMAND} -E env CONSOLE_OUT=${console_out}/dist NODE_ENV=production
            ${console_node} node_modules/vite/bin/vite.js build --logLevel warn
    COMMAND ${console_embed} ${console_out}/dist ${console_out}
    DEPENDS ${console_sources} ${console_dir}/index.html ${console_dir}/vite.config.ts ${console_dir}/package-lock.json
            ${console_dir}/tsconfig.json ${PROJECT_SOURCE_DIR}/tools/embed
    WORKING_DIRECTORY ${console_dir}
    COMMENT "Building the web console"
    VERBATIM)
endif()

add_library(tf_console STATIC ${console_out}/console_files.cpp)
target_include_directories(tf_console PUBLIC ${console_dir})
target_link_libraries(tf_console PUBLIC tf_common)
set_target_properties(tf_console PROPERTIES UNITY_BUILD OFF)
if(NOT console_why)
  set_source_files_properties(${console_out}/console_files.cpp PROPERTIES
                              OBJECT_DEPENDS ${console_out}/console_files.blob)
endif()

truefill_register_test(embed_selftest tree COMMAND ${console_embed} --self-test)
if(NOT console_why)
  add_test(NAME console_types COMMAND ${console_node} node_modules/@typescript/native/bin/tsc --noEmit
           WORKING_DIRECTORY ${console_dir})
  add_test(NAME console COMMAND ${console_node} node_modules/vitest/vitest.mjs run WORKING_DIRECTORY ${console_dir})
  set_tests_properties(console_types console PROPERTIES LABELS console TIMEOUT 300)
endif()

# In Chromium, against the program itself; called where the program is declared. Skipped where there is no Chromium.
set(TRUEFILL_CONSOLE_NODE "")
if(NOT console_why)
  set(TRUEFILL_CONSOLE_NODE ${console_node})
endif()
function(truefill_console_browser_test)
  if(NOT TRUEFILL_CONSOLE_NODE OR NOT TRUEFILL_PROFILE MATCHES "^(fast|ship)$")
    return()
  endif()
  file(GLOB browser_tests CONFIGURE_DEPENDS ${console_dir}/test/*.test.mjs)
  foreach(browser_test IN LISTS browser_tests)
    cmake_path(GET browser_test FILENAME browser_name)
    string(REPLACE ".test.mjs" "" browser_name ${browser_name})
    add_test(NAME console_${browser_name} COMMAND ${TRUEFILL_CONSOLE_NODE} ${browser_test} WORKING_DIRECTORY ${console_dir})
    set_tests_properties(console_${browser_name} PROPERTIES LABELS browser TIMEOUT 600 SKIP_RETURN_CODE 77
                         RUN_SERIAL TRUE ENVIRONMENT "TRUEFILL_BIN=$<TARGET_FILE:truefill>")
  endforeach()
endfunction()
