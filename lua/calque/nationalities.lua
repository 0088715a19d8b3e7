-- Adjectives of countries and peoples, lower-cased, as sets: nationalities.adjectives["icelandic"].

local nationalities = {}

local function set(line)
    local all = {}
    for word in line:gmatch("%S+") do
        all[word] = true
    end
    return all
end

-- Adjectives that are also a noun for one person, so that "the American" reads as a man or woman.
nationalities.people = set [[
    afghan albanian algerian american andorran angolan antiguan argentine argentinian armenian
    australian austrian azerbaijani azeri bahamian bahraini bangladeshi barbadian basque belarusian
    belgian belizean bhutanese bolivian bosnian brazilian bruneian bulgarian burkinabe burundian
    cambodian cameroonian canadian catalan chadian chechen chilean colombian comorian congolese
    corsican croat croatian cuban cypriot czech djiboutian dominican ecuadorean ecuadorian egyptian
    emirati eritrean estonian ethiopian european faroese fijian filipino flemish gabonese gambian
    georgian german ghanaian gibraltarian greek grenadian guatemalan guinean guyanese haitian
    honduran hungarian indian indonesian iranian iraqi israeli italian ivorian jamaican jordanian
    kazakh kenyan korean kosovan kosovar kurd kuwaiti kyrgyz lao laotian latvian liberian libyan
    lithuanian macedonian malagasy malawian malaysian maldivian malian maltese mauritanian mauritian
    mexican moldovan monegasque mongolian montenegrin moroccan mozambican namibian nauruan nepalese
    nepali nicaraguan nigerian nigerien norwegian omani pakistani palauan palestinian panamanian
    paraguayan persian peruvian qatari romanian russian rwandan salvadoran samoan saudi scandinavian
    senegalese serb serbian seychellois sicilian singaporean slovak slovene slovenian somali
    sudanese surinamese swazi syrian tahitian tajik tanzanian thai tibetan timorese tobagonian
    togolese tongan trinidadian tunisian turkmen tuvaluan ugandan ukrainian uruguayan uzbek
    vanuatuan venezuelan yemeni zambian zimbabwean
]]

nationalities.adjectives = set [[
    british chinese danish dutch english finnish french icelandic irish japanese kurdish
    luxembourgish polish portuguese scottish spanish swedish swiss taiwanese turkish vietnamese
    welsh
]]
for word in pairs(nationalities.people) do
    nationalities.adjectives[word] = true
end

-- Countries and continents of one word, but for those that are also a word in lower case (china,
-- turkey, chad, japan, guinea, jordan).
nationalities.countries = set [[
    afghanistan africa albania algeria america andorra angola antarctica argentina armenia asia
    australia austria azerbaijan bahrain bangladesh barbados belarus belgium belize benin bhutan
    bolivia bosnia botswana brazil brunei bulgaria burundi cambodia cameroon canada chile colombia
    croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea estonia eswatini
    ethiopia europe fiji finland france gabon gambia germany ghana greece greenland guatemala guyana
    haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica kazakhstan
    kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania
    luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova
    monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger
    nigeria norway oman pakistan panama paraguay peru philippines poland portugal qatar romania
    russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan suriname
    sweden switzerland syria taiwan tajikistan tanzania thailand tibet togo tunisia turkmenistan
    uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe
]]

---The words of a set as the alternatives of a trigger: "a|b|c", in order.
---@param words table<string, true>
---@param without? string words to leave out
---@return string
function nationalities.alternatives(words, without)
    local left_out, list = set(without or ""), {}
    for word in pairs(words) do
        if not left_out[word] then
            list[#list + 1] = word
        end
    end
    table.sort(list)
    return table.concat(list, "|")
end

return nationalities
