return {
  rules = { ["en/very"] = "error", ["en/teh"] = "off" },
}
