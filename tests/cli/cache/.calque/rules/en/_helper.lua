return "The ill-gotten was forgotten."
