import type { Outcome } from '../../casualties/figure.js';
import { monthNames, shortMonthNames, weekdayNames } from './calendar.js';

/** Words that bind a number to people harmed, and words that must not; a word may stand in several lists. */

/**
 * Verbs of harm by outcome, in the base form; a doubled final consonant in brackets. `strong` verbs take any noun that
 * is not a known thing; `weak` ones (*destroyed*, *captured*) mean people only where the noun says so.
 */
export const harmVerbs: Readonly<Record<'strong' | 'weak', Partial<Record<Outcome, string>>>> = {
  strong: {
    killed: `kill murder massacre slaughter execute assassinate behead decapitate lynch martyr slay electrocute strangle
      exterminate`,
    injured: 'wound injure maim',
    captured: 'kidnap(p) abduct',
    displaced: 'displace',
    casualties: 'gas',
  },
  weak: {
    killed: 'eliminate liquidate neutralise neutralize annihilate destroy crucify hang',
    injured: 'burn poison hospitalise hospitalize stab(b) affect',
    captured: 'capture detain arrest imprison jail',
    casualties: 'shoot',
    displaced: 'uproot',
  },
};

/** Forms of verbs that the regular endings do not give: base, -s, past, participle, gerund. */
export const irregularVerbs: Readonly<Record<string, string>> = {
  lynch: 'lynched lynched lynched lynched lynching',
  martyr: 'martyred martyred martyred martyred martyring',
  gas: 'gassed gassed gassed gassed gassing',
  slay: 'slay slays slew slain slaying',
  shoot: 'shoot shoots shot shot shooting',
  hang: 'hang hangs hanged hanged hanging',
};

/** Verbs whose subject is harmed: *12 people died*. */
export const dyingVerbs =
  'die dies died dying perish perishes perished perishing disappear disappears disappeared disappearing vanish vanishes vanished vanishing';

/** Verbs that harm their object where they have one, and their subject otherwise: *the flood drowned 12*, *12 drowned*. */
export const eitherVerbs = 'drown suffocate asphyxiate starve';

/** Losing verbs: *lost three fighters*, *lost their lives*. */
export const losingVerbs = 'lose loses lost losing';

/** Verbs that take lives: *claimed the lives of 40*, *cost 12 lives*. */
export const claimingVerbs =
  'claim claims claimed claiming cost costs costing take takes took taken taking lose loses lost losing';

/** Words that say a state of people beside a number: *33 dead*, *80 wounded*. */
export const states: Readonly<Partial<Record<Outcome, string>>> = {
  killed: 'dead killed slain martyred executed murdered',
  injured: 'wounded injured hurt maimed hospitalised hospitalized',
  missing: 'missing unaccounted disappeared',
  captured: 'captured detained kidnapped abducted hostage captive prisoner',
  displaced: 'displaced',
  casualties: 'gassed',
};

/** What is counted is harm itself: *two deaths*, *20 casualties*. */
export const countedHarm: Readonly<Partial<Record<Outcome, string>>> = {
  killed: 'deaths death fatalities fatality bodies body corpses corpse martyrs martyr killings murders executions',
  injured: 'injuries',
  missing: 'disappearances',
  captured: 'arrests abductions kidnappings',
  casualties: 'casualties casualty',
};

/** Nouns that take the harmed after *of*: *the deaths of 40*, *bodies of 15 people*, *loss of two soldiers*. */
export const harmOf: Readonly<Partial<Record<Outcome, string>>> = {
  killed: `death deaths killing killings murder murders assassination assassinations execution executions beheading beheadings slaying slayings slaughter
    massacre bodies body corpses remains lives burial elimination martyrdom loss killer killers graves`,
  injured: 'wounding injury injuries injuring',
  missing: 'disappearance disappearances',
  casualties: 'shooting shootings',
  captured: 'abduction kidnapping capture detention arrest arrests',
  displaced: 'displacement',
};

/** A count that is reported as a sum: *the death toll rose to 40*. */
export const tollNouns = 'toll tolls';

/** What carries the number of a toll: *rose to*, *stands at*, *of*, *reached*. */
export const tollCarriers =
  'to at of is was reached reach reaches reaching hit hits exceed exceeds exceeded exceeding passed topped surpassed be from : been being above';

/** Words for a toll that changes; *from* before a number gives the old count then. */
export const changing = `rise rises rose risen rising climb climbs climbed climbing jump jumps jumped jumping grow grows
  grew grown growing increase increases increased increasing soar soars soared soaring surge surges surged surging swell
  swelled swollen mount mounted mounting double doubles doubled doubling triple tripled trebled fall falls fell fallen
  falling drop drops dropped dropping decline declines declined decrease decreased raise raises raised raising lower
  lowers lowered lowering revise revises revised revising update updates updated updating correct corrected cut up down
  change changed changes upped go goes went gone going number figure count tally total`;

/** Nouns for people, plural and (after *one*) singular. */
export const people = `marcher marchers people person persons civilian civilians soldier soldiers troop troops officer officers serviceman
  servicemen servicewomen fighter fighters militant militants rebel rebels jihadist jihadists jihadi jihadis terrorist
  terrorists insurgent insurgents militiaman militiamen combatant combatants gunman gunmen child children woman women man
  men boy boys girl girls infant infants baby babies toddler toddlers teenager teenagers teen teens minor minors youth
  youths resident residents villager villagers protester protesters protestor protestors demonstrator demonstrators
  police policeman policemen policewoman policewomen medic medics doctor doctors nurse nurses journalist journalists
  reporter reporters photographer photographers worker workers peacekeeper peacekeepers hostage hostages prisoner
  prisoners detainee detainees inmate inmates patient patients migrant migrants refugee refugees worshipper worshippers
  worshiper worshipers passenger passengers family families member members relative relatives other others personnel
  staff crew crewmen crewmember guard guards bodyguard bodyguards commander commanders leader leaders cleric clerics
  imam imams priest priests teacher teachers student students pupil pupils schoolchildren schoolboys schoolgirls
  employee employees rescuer rescuers firefighter firefighters volunteer volunteers activist activists victim victims
  national nationals native natives citizen citizens foreigner foreigners tourist tourists visitor
  visitors shopper shoppers bystander bystanders passerby passersby pedestrian pedestrians mourner mourners guest guests
  farmer farmers fisherman fishermen miner miners shepherd shepherds driver drivers pilot pilots sailor sailors marine
  marines recruit recruits conscript conscripts cadet cadets paramilitary paramilitaries paratroopers paratrooper
  mercenary mercenaries extremist extremists islamist islamists separatist separatists guerrilla guerrillas guerilla
  guerillas bomber bombers attacker attackers assailant assailants suspect suspects settler settlers inhabitant
  inhabitants individual individuals adult adults son sons daughter daughters brother brothers sister sisters mother
  mothers father fathers parent parents sibling siblings cousin cousins wife wives husband husbands friend friends
  colleague colleagues comrade comrades lawyer lawyers official officials diplomat diplomats minister ministers mayor
  mayors general generals colonel colonels lieutenant lieutenants captain captains sergeant sergeants major corporal
  aide aides politician politicians lawmaker lawmakers defector defectors deserter deserters evacuee evacuees
  spectator spectators fan fans athlete athletes dancer dancers reveller revellers partygoers churchgoers
  paramedic paramedics engineer engineers technician technicians contractor contractors adviser advisers advisors
  christian christians muslim muslims jew jews kurd kurds druze yazidi yazidis sunnis shiites shia alawites alawite
  arabs turkmen armenians copts christians palestinian palestinians israeli israelis syrian syrians iraqi iraqis
  iranian iranians turk turks russian russians ukrainian ukrainians american americans afghan afghans yemeni yemenis
  lebanese jordanian jordanians egyptian egyptians libyan libyans saudi saudis chechen chechens tunisian tunisians
  pakistani pakistanis indian indians briton britons frenchmen germans german canadian canadians australian australians
  italian italians spaniards chinese japanese koreans korean vietnamese mexican mexicans nigerian nigerians kenyan kenyans
  somali somalis sudanese malian malians rohingya tutsis hutus bosnians serbs croats kosovars
  pedestrian cyclist cyclists motorist motorists trooper troopers deputy deputies gangster gangsters dissident
  dissidents monk monks nun nuns orphan orphans elderly newborn newborns pensioner pensioners survivor survivors
  pirate pirates raider raiders climber climbers hiker hikers camper campers smuggler smugglers robber robbers thief
  thieves bandit bandits hijacker hijackers kidnapper kidnappers rioter rioters looter looters coworker coworkers
  co-worker co-workers supporter supporters follower followers pilgrim pilgrims trafficker traffickers dealer dealers
  poacher poachers seaman seamen diver divers skier skiers swimmer swimmers runner runners rider riders player players
  male males female females customer customers diner diners executive executives scientist scientists professor
  professors academic academics writer writers artist artists singer singers musician musicians clerk clerks herder
  herders tribesman tribesmen elder elders chief chiefs gendarme gendarmes constable constables detective detectives
  twin twins grandchild grandchildren nephew nephews niece nieces uncle uncles aunt aunts captive captives slave slaves
  schoolgirl schoolboy schoolchild porter porters guide guides builder builders labourer labourers laborer laborers
  juvenile juveniles ringleader ringleaders accomplice accomplices hooligans ultras picketers hacker hackers fugitive
  fugitives stowaway stowaways operative operatives agent agents spy spies peshmerga commando commandos ranger rangers sniper snipers`;

/** Things that are counted near harm and are no people. */
export const things = `airstrike airstrikes air-strike air-strikes strike strikes raid raids attack attacks bombing
  bombings bomb bombs blast blasts explosion explosions missile missiles rocket rockets shell shells mortar mortars
  grenade grenades mine mines drone drones tank tanks vehicle vehicles car cars truck trucks bus buses plane planes
  aircraft helicopter helicopters jet jets warplane warplanes warship warships ship ships boat boats gun guns rifle
  rifles weapon weapons machine-guns launcher launchers house houses home homes building buildings school schools
  hospital hospitals clinic clinics mosque mosques church churches market markets shop shops village villages town towns
  city cities district districts neighbourhood neighbourhoods neighborhood neighborhoods area areas province provinces
  region regions country countries nation nations state states position positions base bases camp camps checkpoint
  checkpoints front fronts group groups faction factions brigade brigades battalion battalions division divisions
  organisation organisations organization organizations outlet outlets source sources report reports statement
  statements side sides party parties vote votes seat seats point points delegate delegates poll polls game games match
  matches goal goals job jobs cow cows sheep goat goats cattle horse horses dog dogs cat cats bird birds fish chicken
  chickens animal animals elephant elephants whale whales livestock pig pigs camel camels incident incidents clash
  clashes operation operations mission missions sortie sorties time times occasion occasions way ways thing things issue
  issues email emails page pages document documents question questions reason reasons case cases stage stages phase
  phases type types kind kinds part parts piece pieces item items bill bills law laws deal deals target targets facility
  facilities site sites location locations place places ton tons tonne tonnes ambulance ambulances bulldozer bulldozers
  headquarters depot depots convoy convoys trench trenches tunnel tunnels road roads street streets kilogram kilograms
  attempt attempts round rounds wave waves charge charges count counts lead leads link links hope hopes dream dreams trade trades pass passes transaction transactions
  penalty penalties wicket wickets run runs character characters career careers hen hens duck ducks goose geese deer
  vessel vessels trawler trawlers tanker tankers freighter freighters yacht yachts bear bears wolf wolves seal seals dolphin dolphins turtle turtles tree trees lion lions monkey monkeys swan swans pigeon
  pigeons seabird seabirds poultry salmon trout crab crabs fox foxes rabbit rabbits mouse mice rat rats bat bats flamingo
  flamingos vulture vultures eagle eagles penguin penguins porpoise porpoises walrus kangaroo kangaroos koala koalas zebra
  zebras giraffe giraffes rhino rhinos hippo hippos leopard leopards tiger tigers buffalo buffaloes calf calves lamb lambs
  bull bulls donkey donkeys pony ponies puppy puppies kitten kittens tortoise tortoises frog frogs snake snakes crocodile
  crocodiles swine turkeys`;

/** Measures: a number before one of these never counts people. */
export const units = `km kilometer kilometers kilometre kilometres mile miles meter meters metre metres feet foot inch
  inches yard yards year years month months week weeks day days hour hours minute minutes second seconds night nights
  decade decades century centuries generation generations percent % per percentage dollar dollars euro euros pound pounds rubles roubles lira
  cent cents hectares acres acre litres liters barrels degrees am pm a.m p.m a.m. p.m. o'clock gmt utc points-percent
  mph kg lb lbs lbs. caliber calibre mm cm pt times gmt+2 edt est`;

/** Words before a number that make it a label, not a count: *Flight 17*, *Resolution 2254*, *aged 12*. */
export const labels = `flight resolution article chapter section unit page channel route highway title no no. number
  nos aged age version row grade level size area block room gate phase psalm verse bmp mi su mig f f- boeing airbus
  apollo $ £ € # us$ chapter paragraph ward precinct`;

/** *A mother of two*, *a boy of nine*: her children and his age, not the dead. */
export const parents = `mother father mom mum dad parent grandmother grandfather brother sister widow boy girl man woman
  child youth teenager lad toddler`;

/** What describes the bodies that decide, watch over, or shine. */
export const ofInstitutions = `administrative advisory awarding celestial constitutional decision-making deliberative
  disciplinary elected electoral enforcement examining expert funding governing government governmental heavenly
  international judicial law-making legislative licensing local national official oversight parliamentary partisan
  bipartisan professional public regional regulatory religious representative rule-making ruling sporting sports
  standards statutory supervisory trade umbrella volunteer voluntary water watchdog`;
export const kin = `relatives relations families parents widows widowers wives husbands mothers fathers sons daughters
  children brothers sisters siblings cousins grandparents grandchildren friends colleagues comrades neighbours neighbors
  loved-ones supporters`;

export const auxiliaries = `is are was were be been being am has have had having get gets got gotten getting's 's're
  isn't aren't wasn't weren't`;
export const modals = 'would will could can might should shall must may';
/** What may stand between an auxiliary and the verb of harm. */
export const hedgedPassives = `otherwise believed thought reported feared said known presumed estimated confirmed understood
  alleged expected likely to have has had been be being still also later allegedly reportedly apparently now
  already since previously recently officially only either both all themselves instantly immediately not never
  accidentally deliberately seriously critically slightly severely badly mostly simultaneously publicly brutally
  lightly remain remains remained as left found recorded documented declared pronounced assumed so far subsequently eventually even just then supposedly purportedly possibly probably`;
export const negations = "not never n't no wasn't weren't isn't aren't hasn't haven't didn't don't neither nor";

export const prepositions = `of in on at by for from with to into onto over under near outside inside around between
  through throughout during across against along after before since until till amid amidst among amongst within without
  toward towards upon off up down out about above below behind beside besides beyond despite because following via per
  concerning regarding as than like including amongst besides due owing`;
export const conjunctions = 'and or & plus , / nor';
export const subordinators = `when while where whereas because although though if unless once whereby that as after
  before until since but so why how whether`;
export const relatives = 'who which that whom whose';
export const inclusions = 'including includes included include among amongst mostly mainly notably';
export const determiners = `the a an this that these those his her its their our my your some any each every no`;
export const pronouns = 'he she it they we i you him them us himself themselves itself';
export const reporting = `said says say saying told tells tell telling reported reports reporting report according added
  adds adding announced announces announcing claimed claims claiming stated states confirmed confirms confirming warned
  noted notes quoted citing cited wrote posted tweeted explained revealed declared acknowledged`;
/** Common finite verbs that end a subject. */
export const finite = `forced driven took went began came hit struck fled saw made gave fell broke sent fought entered attacked
  targeted launched carried fired blew detonated dropped seized stormed advanced retook took destroyed opened left
  leave leaves brought became remained continued erupted occurred happened injured rose rises controls controlled
  fled flee arrived returned joined deployed staged planted rushed include includes followed led does did do`;
/** *May* is too often a verb. */
export const times = `${weekdayNames.join(' ')} ${monthNames.filter((name) => name !== 'may').join(' ')}
  ${shortMonthNames.join(' ')} today yesterday tonight tomorrow earlier late early last overnight`;

/** A gas or poison in the sentence makes *30 people affected* a count of the injured. */
export const poisons = 'gas gases chlorine sarin toxic chemical chemicals nerve poison poisonous poisoning fumes agent';

/** After *suffer*, *sustain*, *receive* these make the subject injured. */
export const suffering = `suffer suffers suffered suffering sustain sustains sustained sustaining receive receives received receiving
  undergoing underwent
  need needed needing require required requiring`;
export const ailments =
  'injuries injury wounds wound burns surgery suffocation breathing respiratory treatment shrapnel asphyxiation poisoning hospital hospitals smoke fumes illness disease virus';

/** A count over a stretch of time, never compared with that of one incident. */
export const cumulativeWords = 'overall cumulative cumulatively';
export const cumulativePhrases: readonly string[] = [
  'so far',
  'to date',
  'year war',
  'year conflict',
  'years of war',
  'years of conflict',
  'years of fighting',
  'months of fighting',
  'weeks of fighting',
  'months of war',
  'in the war',
  'in the conflict',
  'of the war',
  'of the conflict',
  'during the war',
  'during the conflict',
  'conflict that has',
  'war that has',
  'this year',
];
/** With a perfect, these make a running total: *the war has killed 1,200*. */
export const wars = 'war conflict uprising insurgency revolt crisis genocide epidemic pandemic';
/** Verbs and nouns before the year in which a running total begins. */
export const beginnings = 'since flared began begun started erupted broke beginning start outbreak launched';
/** Earlier events that an article only recalls. */
export const historicalPhrases: readonly string[] = [
  'world war',
  'civil war of',
  'holocaust',
  'anniversary',
  'years ago',
  'decades ago',
  'last century',
  'genocide of',
  'great war',
];

/** Before what an article only recalls: *comes 11 years after 27 died*. */
export const timesAfter: readonly string[] = ['years after', 'decades after'];

/** *In the city of X*: nouns before *of* that make what follows a place. */
export const placeNouns = `city town village province district suburb suburbs neighbourhood neighborhood region capital
  area governorate outskirts port camp countryside county state valley`;
export const placePrepositions = 'in at near outside inside around';

export const numbers = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands
  million millions dozen dozens scores score tens several couple few lakh lakhs crore crores`;
