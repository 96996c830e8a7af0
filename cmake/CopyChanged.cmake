# Copies FILES from FROM to TO, leaving files alone whose bytes are the same.
foreach(file IN LISTS FILES)
    file(COPY_FILE ${FROM}/${file} ${TO}/${file} ONLY_IF_DIFFERENT)
endforeach()
