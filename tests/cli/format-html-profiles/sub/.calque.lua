return { fail_on = "error" }
