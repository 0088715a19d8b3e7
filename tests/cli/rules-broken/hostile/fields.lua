return { api = 1, sumary = "x" }
