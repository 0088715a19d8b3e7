-- Japanese: マンション, クレーム, チャレンジ, とされる, など … Our own compilation.
return require("_entries").read [[
  a|the talent agency|talents|talent appeared|who => TV personality
  ~make a? claim to the shop|store|company|staff => complaint
  ~level up => improve
  renewal open|opened|opening => reopening
  renewal of the website|site|store|shop => redesign
  high tension => excited
  reiwa <number> => the year by the common calendar
  heisei <number> => the year by the common calendar
  showa <number> => the year by the common calendar
  <number> oku|man yen => hundreds of millions, tens of thousands
  the inside of the prefecture|city => in the prefecture
  the same prefecture|city|hospital|company|school|station|ward , => the prefecture …, or its name
  ~do one's best please => good luck
  please do your best => good luck
  corona disaster|calamity|evil => pandemic
  the corona scale|shock|sickness => coronavirus
  new corona|coronavirus virus|infection|infections => coronavirus
  due to corona => because of the coronavirus
  the corona virus|infection|vaccine => coronavirus
  office lady => office worker
  salary man => office worker
  salaryman => office worker
  gasoline stand => petrol station
  infection prevention measures|countermeasures => precautions
  countermeasures against the|corona|infection|heat|disasters => measures
]]
