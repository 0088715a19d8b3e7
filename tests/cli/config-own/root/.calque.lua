return { root = true }
