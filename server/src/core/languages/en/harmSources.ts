/**
 * Who stands behind a figure: words by which a source shows what it is. Lower case; lists with bars hold phrases. They
 * name kinds of bodies, never a side: an army is a party whichever army it is.
 */

/** Bodies outside a conflict: monitors, the UN, aid, medicine, rescue. They win over the words for parties. */
export const independentBodies = `observatory|monitor|monitors|monitoring|watchdog|watchdogs|
un|u.n|u.n.|united nations|unicef|unhcr|unrwa|ocha|ohchr|unama|unami|iom|world health organization|
world health organisation|commission of inquiry|rights group|rights groups|human rights|rights watch|amnesty|airwars|
iraq body count|acled|every casualty|bellingcat|reporters without borders|hospital|hospitals|clinic|medical center|medical centre|trauma center|trauma centre|morgue|
health ministry|ministry of health|health authorities|health authority|health department|health directorate|
health minister|health officials|medical society|medical union|emergency services|emergency service|rescue service|
rescue services|civil defence|civil defense|civil protection|white helmets|ambulance service|red cross|icrc|
red crescent|msf|medecins sans frontieres|médecins sans frontières|doctors without borders|coroner|coroners|
medical examiner|aid group|aid agency|aid organisation|aid organization|relief agency|charity|save the children|oxfam|
mercy corps|an ngo|the ngo|network of sources|network of activists|coordination committee|coordination committees|documentation center|documentation centre|
network for human rights|research|policy research|institute|university|think tank|fire department|fire service|
fire brigade|disaster agency|disaster management|geological survey|media activist|opcw|rescue committee|
peace research|conflict data|survey|britain-based|uk-based|london-based|geneva-based`;

/** In peace these answer for a count; where there is a conflict they belong to one side of it. */
export const authorities = `authorities|government|interior ministry|ministry of interior|interior minister|
transport ministry|minister|ministry|president|prime minister|foreign ministry|foreign minister|white house|
state department|parliament`;
/** The same, but only an open war makes a side of them. */
export const localAuthorities = `police|prosecutor|prosecutors|prosecutor's office|court|mayor|governor|city officials|
coast guard|coastguard|fbi|sheriff|council`;

/** Those who fight, wherever they are named. */
export const fighters = `rebel|rebels|insurgents|insurgent|militants|militia|militias|jihadists|separatists|mercenaries|
militiamen|islamist group|jihadist group`;

/** Those who command, speak for or belong to a side where there is a conflict. */
export const parties = `army|armies|military|armed forces|air force|navy|marines|general staff|
general command|defence ministry|defense ministry|ministry of defence|ministry of defense|defence minister|
defense minister|pentagon|kremlin|centcom|central command|war cabinet|presidency|regime|terrorists|fighters|gunmen|
brigade|brigades|battalion|battalions|front|forces|coalition|commander|general|colonel|border guards|
intelligence service|security service|state media|state television|state tv|state-run|state radio|state news|
state agency|official media|official news|national coalition|opposition|faction|liberation|resistance|islamic state|
lieutenant-general|major-general|chief of staff|defence forces|defense forces`;

/** Companies and those who speak for them. */
export const companies = `company|companies|firm|operator|operators|owner|owners|employer|manufacturer|airline|airlines|
airways|contractor|chief executive|chief executive officer|ceo|managing director|inc|inc.|ltd|ltd.|limited|plc|corp|corp.|
corporation|gmbh|holdings|shipping line|railways|shareholders|mining|chemicals|motors|steel|energy|petroleum`;
export const workplaces = `plant|factory|mine|refinery|mill|warehouse|shipyard|ferry|pipeline|rig|depot|airline|plants|factories|mines`;

/** Armed groups by name, on every side of many wars: known fighters need no word that says so. */
export const armedGroups = `hayat tahrir al-sham|hts|syrian national army|sna|sdf|
syrian democratic forces|fsa|free syrian army|ypg|ypj|pkk|jabhat al-nusra|nusra|al-nusra|al-qaeda|qaeda|isis|isil|
daesh|hezbollah|hizbollah|hizbullah|hamas|islamic jihad|qassam|houthi|houthis|ansar allah|taliban|boko haram|
al-shabaab|shabaab|rsf|m23|wagner|idf|irgc|quds force|azov|jaish|ahrar|faylaq|peshmerga|farc|eln|ira|eta`;

/** News outlets and agencies by name; the words of `mediaWords` find the others. */
export const outlets = `reuters|associated press|ap|afp|agence france-presse|dpa|efe|ansa|upi|
bloomberg|kyodo|cnn|bbc|npr|sky news|al jazeera|al-jazeera|al arabiya|al-arabiya|al-mayadeen|al mayadeen|
deutsche welle|france 24|new york times|washington post|wall street journal|guardian|telegraph|times|independent|
le monde|spiegel|haaretz|politico|axios|newsweek|breitbart|daily sabah|middle east eye|the new arab|al-araby|orient|
shafaq news|rudaw|nbc|cbs|abc news|fox news|usa today|asharq al-awsat|hurriyet|dawn|jerusalem post|interfax`;
export const mediaWords = `agency|newspaper|daily|broadcaster|channel|television|tv|news|radio|
magazine|website|press|media|wikipedia|live network|news network|blog|encyclopedia|encyclopaedia`;

/** Agencies and outlets that states run, with the beginning of that state's name and adjective. */
export const stateOutlets: readonly (readonly [outlet: string, state: string])[] = [
  ['sana', 'syria'],
  ['syrian arab news agency', 'syria'],
  ['syrian news agency', 'syria'],
  ['tass', 'russia'],
  ['ria novosti', 'russia'],
  ['ria', 'russia'],
  ['sputnik', 'russia'],
  ['rt', 'russia'],
  ['irna', 'iran'],
  ['press tv', 'iran'],
  ['presstv', 'iran'],
  ['fars', 'iran'],
  ['tasnim', 'iran'],
  ['anadolu', 'turk'],
  ['trt', 'turk'],
  ['xinhua', 'chin'],
  ['kcna', 'north korea'],
  ['wafa', 'palestin'],
  ['ukrinform', 'ukrain'],
  ['petra', 'jordan'],
  ['spa', 'saudi'],
  ['saba', 'yemen'],
  ['belta', 'belarus'],
];

/** States and capitals that speak for their governments. */
export const governments = `united states|u.s|u.s.|us|america|washington|russia|moscow|syria|damascus|
turkey|ankara|iran|tehran|iraq|baghdad|israel|jerusalem|ukraine|kyiv|kiev|saudi arabia|riyadh|yemen|sanaa|egypt|cairo|
jordan|lebanon|beirut|libya|tripoli|sudan|khartoum|ethiopia|addis ababa|eritrea|armenia|yerevan|azerbaijan|baku|india|
new delhi|pakistan|islamabad|afghanistan|kabul|china|beijing|north korea|pyongyang|south korea|seoul|france|paris|
britain|london|germany|berlin|nato|european union|myanmar|nigeria|mali|congo|rwanda|kinshasa|kigali|somalia|georgia|
tbilisi|serbia|belgrade|kosovo|croatia|bosnia|vietnam|hanoi|qatar|doha|colombia|venezuela`;

/** Words of war: one of them, with another or with a sign of fighting, makes an article one about a conflict. */
export const warWords = `rebel rebels airstrike airstrikes militant militants insurgent insurgents insurgency shelling
  ceasefire militia militias warplane warplanes opposition-held rebel-held bombardment besieged mortars belligerents
  guerrillas separatists`;
/** Signs of fighting that are also found in peace (the army helps in a flood, a price war goes on): each list counts once. */
export const signsOfFighting: readonly string[] = [
  'army military troops soldiers forces',
  'attack attacks bomb bombs bombing bombings weapons explosion',
  'strike strikes',
  'war wars',
  'fighters battle battles offensive siege combat clashes frontline',
  'rocket rockets shells mortar missile missiles',
  'terrorists jihadist jihadists isis isil daesh',
  'regime barrel',
  'drone drones uav uavs',
  'servicemen artillery howitzer howitzers launcher launchers',
  'opposition',
  'checkpoint checkpoints',
];

/** Heads that hide who speaks even at a named institution: *a source at the ministry*. */
export const sourceHeads = 'source sources insider insiders person people';
/** Those who speak on the record for their institution. */
export const speakers = `spokesman spokeswoman spokesperson spokespeople spokesmen representative correspondent reporter
  spokesmans statement communique`;

/** Verbs by which a source gives a figure. */
export const speechVerbs = `said documented says reported reports told announced added claimed claims stated confirmed confirms
  estimated estimates adding say report citing counted registered`;
/** Nouns for those who speak without a name, or that describe a body by what it does. */
export const unnamedSpeakers = `source sources activist activists resident residents witness witnesses official officials
  media television tv reports report medic medics doctor doctors monitor monitors group watchdog observatory agency
  ministry hospital army military police rescuers workers opposition rebels militants authorities ngo organisation
  organization broadcaster newspaper statement spokesman spokeswoman correspondent defence defense government
  journalist reporter commander officer aide department lawmaker`;
export const titles = `director head chief spokesman spokeswoman commander minister activist leader president chairman
  general colonel mayor governor representative doctor secretary coordinator adviser member official`;
export const describingSpeakers = `state local civil military medical security rebel opposition pro-government monitoring
  rights foreign health news several two three other same unverified unconfirmed official government defence defense
  interior rescue aid war human britain-based uk-based`;
/** Nouns that make a source anonymous wherever it stands. */
export const anonymousHeads = `source sources activists residents witnesses witness officials media reports report medics
  doctors rescuers workers opposition rebels militants ngo resident activist official doctor medic nurse nurses paramedic
  surgeon`;
/** Verbs by which a source gives a toll: *put the death toll at*, *gave a higher toll of*. */
export const tollVerbs = 'put puts putting gave gives giving updated raised revised lowered counted';

/** Kinds of victims that are not counted against each other. */
export const victimClasses: Readonly<Record<string, string>> = {
  children: 'child children boys girls boy girl schoolchildren infants babies minors students pupils teenagers',
  women: 'woman women',
  combatants: `soldier soldiers troop troops fighter fighters militant militants rebel rebels jihadist jihadists terrorist
    terrorists insurgent insurgents militiamen gunmen officers servicemen mercenaries guards guard commanders recruits
    attackers bombers peshmerga paratroopers marines forces`,
  professions: `journalist journalists medic medics doctor doctors nurses staff workers worker rescuers police policemen
    peacekeepers firefighters`,
  civilians: 'civilian civilians villagers residents',
};

/** Events: no sources, whatever verb they stand with. */
export const speechless = `conflict war flood floods fire storm quake earthquake virus disease fever crash avalanche
  landslide heat cold famine epidemic pandemic accident collapse fighting violence attack attacks blast explosion bombing
  strike raid shelling terrorist tornado hurricane cyclone typhoon`;
