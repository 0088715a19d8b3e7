return { language = io.open("/etc/passwd"):read("a") }
