// calque-ignore en/teh: the reason
// Teh bank has teh keys, again and again.
