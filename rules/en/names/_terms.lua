-- Names of one body as engines render them, a body a line. The spellings that differ only by - or s are left out.
-- Our own compilation; where two of a line can be two bodies of one country, they are not in it.
return [[
  constitutional court / constitutional tribunal
  supreme court / supreme tribunal
  council of ministers / ministerial council
  ministry of foreign affairs / ministry of external affairs / ministry of exterior / ministry of foreign relations
  ministry of the interior / ministry of interior / ministry of internal affairs
  ministry of finance / ministry of finances / ministry of the treasury
  ministry of education / ministry of the education
  ministry of health / ministry of sanity / ministry of sanitation
  court of auditors / court of accounts / tribunal of accounts
  national assembly / assembly national
  chamber of deputies / congress of deputies / house of deputies
  civil guard / guardia civil
  security council / council of security
  european commission / commission european
  central bank / bank central
  world health organization / world organization of health
  world bank / bank world
  red cross / cross red
  popular party / party popular
  socialist party / party socialist
  court of justice / tribunal of justice
  human rights watch / watch human rights
  university hospital / hospital university / universitary hospital
]]
