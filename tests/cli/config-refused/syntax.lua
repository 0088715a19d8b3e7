return {
  rules = {
    ["en/teh"] = "off"
    ["en/very"] = "off",
  },
}
