-- Closed classes of English words as sets, lower-cased as `text[i]` gives them: words.articles["the"].
-- Rules share one copy, which is read-only.

local words = {}

---The set of the words of a line: words.set "in on at" is { ["in"] = true, on = true, at = true }.
---@type fun(line: string): table<string, true>
words.set = table.set

---One set that holds what any of the sets holds.
---@param ... table<string, true>
---@return table<string, true>
function words.union(...)
    local all = {}
    for _, set in ipairs { ... } do
        for word in pairs(set) do
            all[word] = true
        end
    end
    return all
end

---`text` with the capitals of `like`: its first letter upper where that of `like` is, all upper
---where `like` is (and has two letters or more).
---@param text string
---@param like string
---@return string
function words.match_case(text, like)
    local lower, upper = like:lower(), like:upper()
    if lower == upper then
        return text
    end
    if like == upper and utf8.len(like) > 1 then
        return text:upper()
    end
    local first = like:match("^[\0-\127\194-\253][\128-\191]*")
    if first ~= first:lower() then
        local head = text:match("^[\0-\127\194-\253][\128-\191]*") or ""
        return head:upper() .. text:sub(#head + 1)
    end
    return text
end

local set, union = words.set, words.union

words.articles = set "a an the"

words.demonstratives = set "this that these those"

words.possessives = set "my your his her its our their whose"

words.quantifiers = set [[
    all any another both each either enough every few fewer less many more most much neither no
    none other others several some such
]]

words.determiners = union(words.articles, words.demonstratives, words.possessives,
    words.quantifiers, set "what whatever which whichever")

-- In any use; many are also adverbs (up, over) or conjunctions (before, since).
words.prepositions = set [[
    aboard about above across after against along alongside amid amidst among amongst around as at
    atop before behind below beneath beside besides between beyond by concerning despite down
    during except for from in inside into like near of off on onto opposite out outside over past
    per regarding round since than through throughout till to toward towards under underneath
    unlike until unto up upon versus via with within without
]]

words.coordinators = set "and but for nor or so yet"

words.subordinators = set [[
    after although as because before if lest once provided since than that though till unless
    until when whenever where whereas wherever whether while whilst why how
]]

words.conjunctions = union(words.coordinators, words.subordinators)

words.subject_pronouns = set "i you he she it we they who"

words.object_pronouns = set "me you him her it us them whom"

words.reflexive_pronouns = set [[
    myself yourself himself herself itself oneself ourselves yourselves themselves
]]

words.relative_pronouns = set "who whom whose which that"

words.pronouns = union(words.subject_pronouns, words.object_pronouns, words.reflexive_pronouns,
    words.relative_pronouns, words.demonstratives, set [[
    mine yours his hers its ours theirs what whatever whoever whomever whichever one ones
    anybody anyone anything everybody everyone everything nobody nothing somebody someone
    something none each
]])

words.be = set "am is are was were be been being"

words.have = set "have has had having"

words.modals = set "can could may might must shall should will would ought"

words.auxiliaries = union(words.be, words.have, words.modals, set "do does did doing done")

-- Auxiliaries that can only be a finite verb (or, for had and did, nearly always are).
words.finite_verbs = set [[
    has have had is are was were will would can could may might must shall should does do did am
]]

words.contractions = set [[
    i'm you're he's she's it's we're they're that's there's here's who's what's i've you've we've
    they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll it'll we'll they'll isn't
    aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot
    couldn't shan't shouldn't mustn't mightn't needn't let's
]]

-- Verbs that introduce or follow what somebody said, in all their forms.
words.reporting_verbs = set [[
    say says said saying
    tell tells told telling
    state states stated stating
    declare declares declared declaring
    announce announces announced announcing
    add adds added adding
    affirm affirms affirmed affirming
    assert asserts asserted asserting
    assure assures assured assuring
    claim claims claimed claiming
    explain explains explained explaining
    note notes noted noting
    remark remarks remarked remarking
    comment comments commented commenting
    point points pointed pointing
    stress stresses stressed stressing
    emphasize emphasizes emphasized emphasizing
    emphasise emphasises emphasised emphasising
    underline underlines underlined underlining
    underscore underscores underscored underscoring
    highlight highlights highlighted highlighting
    insist insists insisted insisting
    maintain maintains maintained maintaining
    argue argues argued arguing
    contend contends contended contending
    warn warns warned warning
    caution cautions cautioned cautioning
    admit admits admitted admitting
    acknowledge acknowledges acknowledged acknowledging
    concede concedes conceded conceding
    recognize recognizes recognized recognizing
    recognise recognises recognised recognising
    confirm confirms confirmed confirming
    deny denies denied denying
    reply replies replied replying
    respond responds responded responding
    answer answers answered answering
    ask asks asked asking
    inquire inquires inquired inquiring
    report reports reported reporting
    reveal reveals revealed revealing
    recall recalls recalled recalling
    reiterate reiterates reiterated reiterating
    repeat repeats repeated repeating
    conclude concludes concluded concluding
    continue continues continued continuing
    indicate indicates indicated indicating
    mention mentions mentioned mentioning
    observe observes observed observing
    predict predicts predicted predicting
    promise promises promised promising
    propose proposes proposed proposing
    suggest suggests suggested suggesting
    write writes wrote written writing
    tweet tweets tweeted tweeting
    speak speaks spoke spoken speaking
    denounce denounces denounced denouncing
    condemn condemns condemned condemning
    lament laments lamented lamenting
    complain complains complained complaining
    joke jokes joked joking
    exclaim exclaims exclaimed exclaiming
    shout shouts shouted shouting
    whisper whispers whispered whispering
    specify specifies specified specifying
    clarify clarifies clarified clarifying
    detail details detailed detailing
    elaborate elaborates elaborated elaborating
    quip quips quipped quipping
    opine opines opined opining
    believe believes believed believing
    think thinks thought thinking
]]

-- Nouns for people who are quoted, appointed or elected.
words.roles = set [[
    activist actor actress adjutant administrator admiral adviser advisor advocate agent aide
    alderman ambassador analyst anchor anthropologist apprentice arbiter archaeologist archbishop
    architect artist assistant astronaut astronomer athlete attorney auditor author ayatollah baker
    banker barrister batsman biologist bishop blogger boss botanist boxer brigadier broker builder
    butcher bystander campaigner candidate captain cardinal carer caretaker carpenter cashier
    caster chairman chairperson chairwoman champion chancellor chaplain chef chemist chief
    choreographer citizen clergyman clerk climatologist climber co-author co-founder coach
    colleague collector colonel columnist comedian commander commentator commissioner composer
    comptroller conductor congressman congresswoman conservationist constable consul consultant
    contractor convener convenor coordinator coroner corporal correspondent councillor councilman
    councilor councilwoman counsel counsellor counselor counterpart courier critic curator cyclist
    dean defendant defender delegate demographer dentist deputy designer detective developer
    dictator diplomat director dissident doctor driver duchess duke economist editor educator
    electrician emir emperor employee employer engineer entrepreneur envoy epidemiologist
    ex-minister ex-president executive expert explorer exporter farmer financier firefighter
    fisherman footballer forecaster foreman founder general geneticist geographer geologist
    goalkeeper governor guard guardian guide guitarist head headmaster headmistress headteacher
    helmsman historian host hunter imam importer inhabitant inspector instructor interpreter
    inventor investigator investor jeweller jockey journalist judge juror justice keeper king
    landlord landowner lawmaker lawyer leader lecturer legislator librarian lieutenant linguist
    lobbyist locksmith magistrate major manager manufacturer marshal master mathematician mayor
    mechanic mediator medic member merchant meteorologist midfielder midwife miner minister
    mistress moderator monarch monk musician naturalist negotiator neighbor neighbour neurologist
    newsreader novelist nun nurse nutritionist observer oceanographer officer official ombudsman
    operator organiser organizer owner painter paramedic parliamentarian participant partner pastor
    pathologist patient patriarch pensioner pharmacist philosopher photographer physician physicist
    pilot planner player playwright plumber poet policeman policewoman politician pollster pontiff
    pope postman premier presenter president priest prime-minister prince princess principal
    printer prisoner producer professor programmer prosecutor provost psychiatrist psychologist
    publisher pupil queen rabbi ranger rapporteur rector referee registrar relative reporter
    representative resident restaurateur retailer reviewer rival runner sailor salesman scholar
    scientist scout screenwriter sculptor seaman secretary secretary-general seller senator
    sergeant shareholder sheikh shepherd sheriff shopkeeper singer skipper sociologist soldier
    solicitor speaker specialist spokesman spokesperson spokeswoman statesman statistician steward
    strategist striker student sultan superintendent supervisor surgeon surveyor suspect swimmer
    teacher teammate technician technologist teller tenant therapist trader trainee trainer
    translator treasurer tutor umpire undersecretary vet veteran veterinarian vicar vice-chairman
    vice-president vicepresident victim virologist volcanologist volunteer warden whistleblower
    widow widower winemaker winner witness worker writer zoologist
]]

-- Nouns for what speaks through its people: ministries, firms, teams, papers.
words.bodies = set [[
    academy administration agency airline airport alliance archdiocese army assembly association
    authorities authority bank bishopric board brewery brigade bureau cabinet carrier center centre
    chamber charity church city clinic club coalition college commission committee company
    confederation congress consortium constabulary cooperative corporation council court delegation
    department diocese directorate embassy executive faculty federation festival firm force
    foundation fund government group hospital hotel institute institution insurer junta laboratory
    league lender ministry mission mosque movement municipality museum navy newspaper observatory
    office operator opposition orchestra organisation organization parish parliament party police
    port prefecture presidency prosecution publisher railway refinery region regulator retailer
    school secretariat senate service shipyard side squad station studio supermarket supplier
    syndicate team theater theatre treasury tribunal union university utility watchdog zoo
]]

-- Nouns in -er, -or, -ist … that are no people.
local things = set [[
    affair air altar amateur anger answer article banner barometer barrier beer blister
    border bulletin calendar career center centre chapter charter cheer circular cluster computer
    container corner corridor counter danger decoder dinner disaster dollar door enter
    ether exterior factor fever fibre fiber figure filter finger flavor floor flower folder footer
    freezer further fewer gender glacier harbor header helicopter holder honor horror
    however humor interior ladder larger latter layer ledger letter list litter loser lower
    manner manor matter metre meter mirror monitor motor mist neither
    never newsletter newspaper number offer older order other over paper parameter
    pepper per pier poster power prayer printer processor quarter radar razor rather register
    reminder river roster rumor scooter sector semester sensor server shoulder silver
    smaller soccer spider starter suffer summer supper tanker tenor terror theater thriller
    timber timer tower trailer transfer transistor trawler tumor twist under
    vapor vector water weather whether wonder wrist younger
]]

---Whether the word is a noun for a person: a role, or one made with -man, -ist, -er ….
---Only for places where a person or a body is likely; `things` cannot be complete.
---@param word string|nil
---@return boolean
function words.is_person(word)
    if not word or things[word] then
        return false
    end
    if words.roles[word] then
        return true
    end
    word = word:match("%-(%a+)$") or word
    return words.roles[word] == true or #word > 5 and not things[word] and not words.bodies[word]
        and (word:find("woman$") or word:find("man$") or word:find("person$") or word:find("ologist$")
            or word:find("[%a]ist$") or word:find("master$") or word:find("keeper$")
            or word:find("[bcdfghklmnprstvwz]er$") or word:find("[ct]or$") or word:find("ician$")) ~= nil
end

words.titles = set "mr mr. mrs mrs. ms ms. dr dr. prof prof. sir dame lord lady rev rev. st st."

words.months = set [[
    january february march april may june july august september october november december
]]

words.days = set "monday tuesday wednesday thursday friday saturday sunday"

words.number_words = set [[
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion trillion dozen
]]

words.ordinal_words = set [[
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth
    fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth last next
]]

-- Small adverbs and particles that no other set has.
words.adverbs = set [[
    again ahead almost already also always away back even ever far here however instead just later
    maybe moreover much never not now often only perhaps quite rather really soon still then there
    therefore thus together too very well
]]

-- Everything that carries grammar rather than content.
words.function_words = union(words.determiners, words.prepositions, words.conjunctions,
    words.pronouns, words.auxiliaries, words.contractions, words.adverbs, set "there to not")

return words
