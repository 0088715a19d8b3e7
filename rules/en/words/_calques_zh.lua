-- Chinese: 新冠, 开展, 有关部门, 广大群众, 贯彻落实, 网友 … Our own compilation.
return require("_entries").read [[
  new crown pneumonia|virus|epidemic|vaccine|vaccines|infection|infections|patients|cases|outbreak => COVID-19
  new crown => COVID-19
  new coronavirus pneumonia = COVID-19
  novel coronavirus pneumonia = COVID-19
  neo-crown => COVID-19
  neocrown => COVID-19
  the broad|vast masses => the public
  the relevant|related departments|department|units|parties|personnel => the authorities
  relevant|competent departments of the => the authorities
  leading cadres => officials
  conscientiously|earnestly implement => implement
  ~play a role of a|the bridge|leading|guiding|positive => help
  ~play the role of a|the bridge|leading|guiding => help
  <number> ten thousand => ten-thousands are not counted in English
  <number> hundred million => hundred millions: ten of them are a billion
  hundred million yuan|people|tons|dollars => hundreds of millions
  hot search|searches|searched => trending
  hot spot issue|issues => topical
  open|opened|close|closed the light|lights|tv|television|computer => turn on, turn off
  two establishments|safeguards|maintenances => a slogan: explain it
  four consciousnesses|confidences => a slogan: explain it
]]
