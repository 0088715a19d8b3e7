-- Portuguese, besides what it shares with Spanish. Our own compilation.
return require("_entries").read [[
  ~assist the|a match|game|film|movie|show|lesson|programme|program => watch
  ~pretend to continue|travel|study|run|open|launch|invest|vote => intend
  the prefect|prefecture of são|the city|porto|rio => mayor, city hall
  prefecture of the city => city hall
  in function of the|this|that => because of
  ~count with the|a <word> => have
  counting with the => with
  at level of the|price|quality => in terms of
  parents and friends => relatives
  the deputy federal|state => member of parliament
  process against the|him|her|president => lawsuit
  ~make question of => insist on
  ~make part of the => be part of
  ~make the account|accounts => do the sums
  ~take advantage to visit|ask|buy|say|talk|see|make|do|go|thank|remember => take the opportunity to
  ~have right to => be entitled to
  ~be with hunger|fear|cold => be hungry, afraid, cold
  ~stay sick|sad|angry|happy => become
  the novel of the|eight|nine tv|globo|o'clock => soap opera
  since <number>|two|three|four|five|six|ten years = for
  ~enter in the|a|contact|force|operation|effect => enter
  ~enter in contact => get in touch
  ~go in direction to => head for
  ~realise a|the event|party|exam|surgery|match|operation|test => hold, do
  ~realize a|the event|party|exam|surgery|match|operation|test => hold, do
  in the sequence of the => following
  in the ambit of = as part of
  in the scope of the project|operation|investigation => as part of
  through of => through
  by the part of => by
]]
