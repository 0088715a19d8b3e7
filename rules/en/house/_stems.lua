-- Verbs in -ise and -ize: what stands before the ending. Those that are -ise everywhere (advise, exercise) are left out.
-- Our own compilation.
return [[agon anal apolog author bapt brutal capital categor central character civil colon commercial computer
  criminal critic crystall custom decentral democrat demoral deput dramat econom emphas energ equal familiar fantas fertil
  final formal general glamor global harmon hospital human ideal immun industrial initial institutional internal
  international jeopard legal liberal local magnet marginal material maxim mechan memor militar minim mobil
  modern monopol moral national natural neutral normal optim organ ostrac oxid penal personal polar polit
  popular pressur prior privat real recogn revolution rational regular reorgan revital romantic scrutin
  social special stabil standard steril subsid summar symbol sympath synchron terror traumat trivial urban util
  vandal victim visual]]
