import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unnamedSources } from '../../server/src/core/attribution/attribution.js';
import { loadTagger, type Tagger } from '../../server/src/core/attribution/index.js';
import { read } from '../../server/src/core/reading.js';
import { defaultReadingSettings } from '../../server/src/core/readingSettings.js';

/** Ways of saying who says it: for each sentence the marks that it gets, with their levels. */

const before = 'News from Torvik\n\nThe ferry to the island left at noon with its lamps lit.\n\n';
const after =
  '\n\nRain fell on the valley for two days and the river is still rising.\n\nThe council will meet again next week, and the ferry will run every hour from the northern pier to the island and back.\n';

function loaded(): Tagger {
  const tagger = loadTagger(readFileSync(join(__dirname, '..', '..', 'models', 'tagger.bin')));
  if ('error' in tagger) throw new Error(tagger.error);
  return tagger;
}

function marks(body: string, tagger: Tagger | null): string[] {
  const text = before + body + after;
  const reading = read(text, 'torvik.txt', { tagger, settings: defaultReadingSettings });
  if ('skipped' in reading) throw new Error(reading.skipped);
  return unnamedSources(reading.attributions).map(({ source, cue, level, quoted }) => {
    const span = source ?? cue;
    return `${text.slice(span?.start, span?.end)}/${level}${quoted ? '/quoted' : ''}`;
  });
}

type Case = readonly [body: string, ...marks: string[]];

/** Where both the tagger and the rules alone must be right, and where the rules are not. */
interface Kind {
  readonly kind: string;
  readonly both: readonly Case[];
  readonly tagger?: readonly Case[];
}

const kinds: readonly Kind[] = [
  {
    kind: 'a source in the middle of what it says',
    both: [
      ['The pump, according to two engineers, had failed twice before.', 'two engineers/unnamed-role'],
      [
        'The bank, people close to the talks told the Courier, will be sold in spring.',
        'people close to the talks/anonymous-person',
      ],
      ['Mayor Ilse Dahl, one councillor recalled, had slept through the alarm.', 'one councillor/unnamed-role'],
      ['The bridge, experts warn, could fall at any time.', 'experts/vague-collective'],
      ['Pell, friends said, had been drinking that evening.', 'friends/vague-collective'],
      ['The two boats – witnesses say – collided near the pier.', 'witnesses/vague-collective'],
      [
        'The money, a person briefed on the deal said, was paid in cash.',
        'a person briefed on the deal/anonymous-person',
      ],
      ['The captain, reports said, was the last to leave.', 'reports/vague-media'],
      ['The vote, critics claim, was bought.', 'critics/vague-collective'],
      ['Her husband, a neighbour told police, had left the house at dawn.', 'a neighbour/unnamed-role'],
      ['The plant had, residents insisted, been leaking for years.', 'residents/vague-collective'],
      ['The union leader, said a colleague, would not give up.', 'a colleague/unnamed-role'],
    ],
  },
  {
    kind: 'a source behind the clause that it says',
    both: [
      ['The bridge was closed after dark, a port worker told the Courier on Friday.', 'a port worker/unnamed-role'],
      ['The mayor has left the town with his family, three of his aides said.', 'three of his aides/unnamed-role'],
      ['The mill burned down within an hour, firefighters said.', 'firefighters/vague-collective'],
      ['The captain was drunk, one of the passengers claimed.', 'one of the passengers/unnamed-role'],
      ['No ship has sailed since Monday, according to a harbour pilot.', 'a harbour pilot/unnamed-role'],
      [
        'The two sides will meet in Halden in May, a Western diplomat told reporters.',
        'a Western diplomat/unnamed-role',
      ],
      [
        'Both brothers were arrested at the border, security sources said late on Sunday.',
        'security sources/anonymous-person',
      ],
      [
        'The dam, the bridge and the mill were damaged, an aid worker in the valley said.',
        'an aid worker in the valley/unnamed-role',
      ],
      [
        'The fire began in the kitchen, a person with knowledge of the inquiry said.',
        'a person with knowledge of the inquiry/anonymous-person',
      ],
      [
        'Four boats are missing, a coastguard officer who was not authorised to speak to the press said.',
        'a coastguard officer/unnamed-role',
      ],
      ['The queen will not attend, a palace aide added.', 'a palace aide/unnamed-role'],
      ['Ada Lind, a lecturer at the college, said the dam was safe.'],
      ['The dam is safe, Ada Lind, a lecturer at the college, said.'],
      ['The harbour was closed, the port authority said.'],
    ],
  },
  {
    kind: 'a source behind its verb',
    both: [
      ['“The gate was rotten,” said a stallholder on Thursday.', 'a stallholder/unnamed-role'],
      ['The gate was rotten, said one senior party figure.', 'one senior party figure/unnamed-role'],
      ['The pump had failed, say two engineers who worked there.', 'two engineers/unnamed-role'],
      ['“It is over,” whispered an aide.', 'an aide/unnamed-role'],
      ['Gone are the days of cheap fish, says a trader.', 'a trader/unnamed-role'],
      ['“We ran,” recalled a girl of twelve.', 'a girl of twelve/anonymous-person'],
      ['The toll is higher, insist residents.', 'residents/vague-collective'],
    ],
    tagger: [['Said one veteran lawmaker: “He will not last.”', 'one veteran lawmaker/unnamed-role']],
  },
  {
    kind: 'a source behind a dash or before a quotation',
    both: [
      [
        '“The vessel should never have left the quay in that wind.” — resident of the upper town',
        'resident of the upper town/unnamed-role',
      ],
      ['From one of the rescuers: “We found nobody.”', 'one of the rescuers/unnamed-role'],
      ['A neighbour: “He never spoke to anyone.”', 'A neighbour/unnamed-role'],
    ],
    tagger: [
      ['As one aide put it: “He will not last.”', 'one aide/unnamed-role'],
      ['“Nobody warned us” – a shop owner on the quay', 'a shop owner on the quay/unnamed-role'],
    ],
  },
  {
    kind: 'people without a name',
    both: [
      ['A trader calling himself “Moss” said the price had doubled.', 'A trader/unnamed-role'],
      ['“They paid us in fish,” said a deckhand, who asked to be called Wim.', 'a deckhand/unnamed-role'],
      ['A pal of one of the victims told the Courier: “It was carnage.”', 'A pal of one of the victims/unnamed-role'],
      ['One senior party figure said: “It is over.”', 'One senior party figure/unnamed-role'],
      ['“We heard shots,” said a woman who lives across the street and asked not to be named.', 'a woman/unnamed-role'],
      [
        'A man who runs the kiosk on the corner said he saw nothing.',
        'A man who runs the kiosk on the corner/unnamed-role',
      ],
      ['A teenager from the upper town said he had swum ashore.', 'A teenager from the upper town/anonymous-person'],
      ['A mum of three said the school had been warned.', 'A mum of three/unnamed-role'],
      ['A colleague of the dead man said he had been ill.', 'A colleague of the dead man/unnamed-role'],
      ['A family friend told the Mirror that he was “broken”.', 'A family friend/unnamed-role'],
      ['A woman in her fifties told us the ferry was late.', 'A woman in her fifties/anonymous-person'],
      ['A man said he had seen the fire.', 'A man/anonymous-person'],
      ['A club insider told the Gazette he would leave in June.', 'A club insider/anonymous-person'],
      ['One party grandee said the vote was lost.', 'One party grandee/unnamed-role'],
      ['A cousin of the bride claimed the food was cold.', 'A cousin of the bride/unnamed-role'],
      ['A junior civil servant admitted the file was lost.', 'A junior civil servant/unnamed-role'],
      ['A top party donor said he would not pay again.', 'A top party donor/unnamed-role'],
      [
        'A staff member at the clinic told the inquiry that the door was locked.',
        'A staff member at the clinic/unnamed-role',
      ],
      ['A cabinet colleague said she was finished.', 'A cabinet colleague/unnamed-role'],
      ['The masked man warned that more would die.', 'The masked man/anonymous-person'],
      ['A tipster told the site that the phone was late.', 'A tipster/unnamed-role'],
      ['An unnamed nurse told the inquiry that the door was locked.', 'An unnamed nurse/unnamed-role'],
    ],
    tagger: [
      [
        'A dock worker who asked to be identified only by his first name, Tomas, said the crane was old.',
        'A dock worker/unnamed-role',
      ],
      ['A young mother who lives opposite said the smoke was black.', 'A young mother/unnamed-role'],
    ],
  },
  {
    kind: 'other words for saying',
    both: [
      ['Terrified locals told how the ground opened up.', 'Terrified locals/vague-collective'],
      [
        'The gate was rotten, per two people briefed on the matter.',
        'two people briefed on the matter/anonymous-person',
      ],
      ['In the opinion of some experts, the gate was rotten.', 'some experts/vague-collective'],
      ['By one account, the gate was rotten.', 'one account/vague-media'],
      ['In the telling of one aide, the mayor wept.', 'one aide/unnamed-role'],
      ['To hear residents tell it, the mayor wept.', 'residents/vague-collective'],
      ['Analysts are agreed that the gate was rotten.', 'Analysts/vague-collective'],
      ['Witnesses spoke of a blinding flash.', 'Witnesses/vague-collective'],
      ['A port official, on condition of anonymity, spoke of at least ten missing.', 'A port official/unnamed-role'],
      ['Survivors told of waves as high as houses.', 'Survivors/vague-collective'],
      ['A nurse described how the lights went out.', 'A nurse/unnamed-role'],
      ['The crossing costs 40 crowns per person.'],
      ['Fishermen earn 200 crowns per local boat.'],
      ['Officials agreed to open the gate.'],
      ['Residents agreed with the mayor.'],
      [
        'A company employee, who spoke on condition of anonymity, said warnings had been ignored.',
        'A company employee/unnamed-role',
      ],
      ['A lawyer, speaking on condition of anonymity, confirmed the sale.', 'A lawyer/unnamed-role'],
      ['“We are tired,” a guard said on condition of anonymity.', 'a guard/unnamed-role'],
      ['One official, who declined to be named, said the gate was rotten.', 'One official/unnamed-role'],
      [
        'A local official who was not authorised to speak to the media said the gate was rotten.',
        'A local official/unnamed-role',
      ],
      ['Two ministers, asking not to be identified, said the gate was rotten.', 'Two ministers/unnamed-role'],
      ['Aides to Holm, speaking privately, conceded that the gate was rotten.', 'Aides to Holm/vague-collective'],
      ['Four of them spoke on the condition that their names not be used.'],
    ],
    tagger: [['As one aide put it, the gate was rotten.', 'one aide/unnamed-role']],
  },
  {
    kind: 'a sentence that ends in an abbreviation',
    both: [
      ['The U.S. Embassy said the road was closed.'],
      ['The U.S. Coast Guard said the road was closed.'],
      ['U.S. Officials Say Ferry Sank', 'U.S. Officials/vague-collective'],
      ['The talks were held in the U.N. Diplomats said they had failed.', 'Diplomats/vague-collective'],
      ['He sold the boat to Harlan Bros. Neighbours said he wept.', 'Neighbours/vague-collective'],
      ['They met at 5 p.m. Residents said the street was quiet.', 'Residents/vague-collective'],
      ['She works for the U.S. Department of Fish.'],
      ['He was born in Washington, D.C. Police said he was armed.'],
    ],
  },
  {
    kind: 'what is no saying',
    both: [
      ['The soldier, described as in his thirties, was shot in the leg.'],
      ['That doctor, described only as a friend of the family, left early.'],
      ['The fire was reported at noon on Friday.'],
      ['The deal was reported by the Courier.'],
      ['The suspect allegedly fled in a dark van, according to an affidavit filed in court.'],
      ['The paper gave no source for the claim.'],
      ['The website, citing no sources, said the ferry had sunk.'],
      ['He was charged with theft and is accused of arson.'],
      ['No official confirmed that the gate was open.'],
      ['No witnesses said the boat was empty.'],
      ['The pilot was reported missing on Monday.'],
      ['Two boats were reported missing.'],
      ['It was reported that the gate was open.', 'It was reported/hearsay'],
      ['The mayor is said to be ill.', 'is said to/hearsay'],
      ['The mayor denied reports that he was ill.', 'reports/vague-media'],
      ['Officials denied that the gate was open.', 'Officials/vague-collective'],
      ['Officials refused to say if the gate was open.'],
      ['The ministry reportedly knew, two officials said.', 'reportedly/hearsay', 'two officials/unnamed-role'],
      ['He has been accused of lying.', 'has been accused of/hearsay'],
    ],
    tagger: [
      ['State TV reported 52 dead, without citing a source.', 'State TV/vague-media'],
      ['The ministry dismissed media reports that the dam had failed.', 'media reports/vague-media'],
    ],
  },
  {
    kind: 'straight single quotation marks',
    both: [
      [
        "'We were told to wait until noon,' a harbour official said. The board will meet on Tuesday.",
        'a harbour official/unnamed-role',
      ],
      ["'They're late,' one resident complained. 'We don't know why.'", 'one resident/unnamed-role'],
      ["The sailors' union said the boat was old. 'It wasn't safe,' a deckhand added.", 'a deckhand/unnamed-role'],
      ["A guard said: 'Nobody's allowed in.' He shut the gate.", 'A guard/unnamed-role'],
      ["'Was it the wind?' asked a girl."],
      ["'We couldn't see the boys' faces,' said a nurse at the scene.", 'a nurse at the scene/unnamed-role'],
    ],
    tagger: [["'Get out!' a policeman shouted.", 'a policeman/unnamed-role']],
  },
  {
    kind: 'a quotation right after its speaker acts',
    both: [
      ['A fisherman pointed at the water. “There were more of them last year.”', 'A fisherman/unnamed-role'],
      ['The old porter shook his head. “Nobody came.”', 'The old porter/unnamed-role'],
      ['An officer shrugged. “We do what we are told.”', 'An officer/unnamed-role'],
      ['Ilse Brandvoll sighed. “Nobody came.”'],
      ['The crowd cheered. “Long live the king!” read the banner.'],
    ],
  },
  {
    kind: 'sayings without their usual verb, and who is known after all',
    both: [
      ['The video then cuts to the masked guard warning that more boats will burn.', 'the masked guard/unnamed-role'],
      ['The rescue group reported villagers saying the dam had burst.', 'villagers/vague-collective'],
      [
        'Several Norland officials, including Councillor Ilse Dahl, said the gate was rotten.',
        'Several Norland officials, including Councillor Ilse Dahl/vague-collective',
      ],
      [
        'The claim was made by a staff member at the Halden clinic.',
        'a staff member at the Halden clinic/unnamed-role',
      ],
      ['The mayor faced accusations from former aides that he had lied.', 'former aides/vague-collective'],
      ['The former pilots reported to have joined the rebels were seen in Halden.', 'reported to/hearsay'],
      ['He claimed to have seen the boat.'],
      ['She said to be careful on the ice.'],
      ['Harbour expert and director at the Norland Sea Institute Ilse M. Dahl said the gate was rotten.'],
      [
        'According to several circulating articles, a Torvik woman had bought the boat.',
        'several circulating articles/vague-media',
      ],
      ['“That is a strange sound for a cow,” explained one.', 'one/unnamed-role'],
      [
        'The boy was told by doctors at the Halden Medical Centre that he was ill.',
        'doctors at the Halden Medical Centre/vague-collective',
      ],
      ['Rescue workers on the quay gave a higher toll of 23 dead.', 'Rescue workers on the quay/vague-collective'],
      ['Earlier reports of a fire on board were false.', 'Earlier reports/vague-media'],
      ['There are unconfirmed reports the rebels have taken three boats.', 'unconfirmed reports/vague-media'],
      ['The governor and harbour leaders say the gate was rotten.', 'harbour leaders/vague-collective'],
      ['The captain is said to have been wounded by a shell.', 'is said to/hearsay'],
      ['The man thought he was done for.'],
      ['The disdain for the old dad jokes is plain.'],
      ['His manager said the singer had died. Manager Ivo Maric added that he had been ill.'],
      ['The singer died on Sunday, his manager said. Manager Ivo Maric added that he had been ill.'],
      ['Davis officials said the gate was rotten.', 'Davis officials/vague-collective'],
      ['ISIS videos have shown the gate.'],
      ['Three committee chairmen requested that the memo be sent to the court.'],
      ['Democrats say the gate was rotten.', 'Democrats/vague-collective'],
      [
        'Current and former employees told the Lantern that alarms had been switched off.',
        'Current and former employees/vague-collective',
      ],
      ['Documents obtained by the Lantern show that inspectors cited the plant 14 times.'],
      ['Workers say alarms failed at the plant.', 'Workers/vague-collective'],
      ['A fuel depot caught fire, according to concordant sources.', 'concordant sources/anonymous-person'],
    ],
    tagger: [
      [
        'Sources within Norvik Motors, who have driven early versions of the car, say the brakes are weak.',
        'Sources within Norvik Motors, who have driven early versions of the car/unnamed-role',
      ],
      ['According to a new report from FerryDaily, the company will be sold.'],
      ['State television and the news agency NOVA said the gate was rotten.', 'State television/vague-media'],
      [
        '“They silenced it,” said one of the workers, a shift supervisor with 11 years at the plant.',
        'one of the workers, a shift supervisor with 11 years at the plant/unnamed-role',
      ],
    ],
  },
  {
    kind: 'reports and articles that hide their sources',
    both: [],
    tagger: [
      ['Media reports that he had already left could not be confirmed.', 'Media reports/vague-media'],
      [
        'The Lakeland Courierciting sources close to the talks, reported that the mayor had left the town.',
        'sources close to the talks/anonymous-person',
      ],
      [
        'This past Friday, the Lakeland Courierciting sources close to the talks, reported that the bank and the mill had asked the mayor to leave the town and form a council.',
        'sources close to the talks/anonymous-person',
      ],
      [
        'In an anonymously sourced article published on May 6, the Courier claimed that the mayor had left.',
        'an anonymously sourced article/anonymous-person',
      ],
      ['The mayor is ill, according to the council and the opposition.', 'the opposition/vague-collective'],
      ['A claim by two former aides that he lied was dismissed.', 'two former aides/unnamed-role'],
      ['The boats were seen by witnesses near the pier.'],
    ],
  },
  {
    kind: 'who is told, and who is accused',
    both: [
      ['The mayor, a former teacher, told reporters on Friday that the bridge was safe.'],
      ['The mayor, meanwhile, told lawmakers not to make plans.'],
      ['The mayor and the governor, Ilse Dahl, accused port officials of lying about the bridge.'],
      ['Ada Lind was told by doctors that the bite was harmless.', 'doctors/vague-collective'],
    ],
    tagger: [
      ['The mayor sent an e-mail to council members saying he hoped for peace.'],
      ['She sent a letter to port officials warning them that the bridge was old.'],
      ['Messages handed to legislators suggest the bridge was closed for spite.'],
      ['“He was kind,” Ada Lind said of the teacher. “He never shouted.”'],
    ],
  },
  {
    kind: 'what may be said, or would be',
    both: [
      ['Governor Says Legislators May Clarify the Law on Ferries'],
      ['The mayor said officials could argue that the bridge was old.'],
      ['The mayor asked lawmakers to reveal that the bridge was old.'],
      ['Most members would say that they are content.'],
      ['Officials would say only that the bridge was closed.', 'Officials/vague-collective'],
      ['Two officials would later say that the bridge had been closed.', 'Two officials/unnamed-role'],
      ['An adviser said the mayor would resign.', 'An adviser/unnamed-role'],
      ['A port official, who is not authorised to comment publicly about the case, left the hall.'],
      ['The mayor has faced a storm of rumours that have built up for weeks.'],
      ['The bridge is safe, according to the Diplomat, a magazine in Halden.'],
    ],
    tagger: [
      ['Residents went on to say that the mayor had resigned.', 'Residents/vague-collective'],
      ['Residents continued to insist that the mayor had resigned.', 'Residents/vague-collective'],
    ],
  },
  {
    kind: 'nouns that look like verbs of saying',
    both: [
      [
        '“It should never have sailed.” – a senior port official\n\n“We heard it.” – Ada Lind',
        'a senior port official/unnamed-role',
      ],
      ['She sings on a radio show in Merrin on Sunday.'],
      ['A council staffer on Friday apologized for a Facebook post that criticized the mayor.'],
      ['The driver was indicted on corruption charges in Merrin.'],
      ['Ten members from these states that border the lake voted.'],
      ['The baby of the popular children’s TV show is a student now.'],
      ['The women’s claims were much ado about nothing, the auditor, Ada Lind, told the Courier.'],
      ['Critics note in a letter that the bridge was closed.', 'Critics/vague-collective'],
      ['Polls show the mayor beating Tarik Benali.', 'Polls/vague-media'],
    ],
    tagger: [
      ['Protesters demand answers on the missing students.'],
      ['The idea – which is favoured by many members – that the bridge should close is old.'],
    ],
  },
  {
    kind: 'somebody else’s name',
    both: [
      [
        'A spokesman for Prosecutor Tarik Benali said the case was closed.',
        'A spokesman for Prosecutor Tarik Benali/spokesperson',
      ],
      [
        'A spokeswoman for Governor Ilse M. Dahl of Westmark said the case was closed.',
        'A spokeswoman for Governor Ilse M. Dahl of Westmark/spokesperson',
      ],
      ['A former aide to Mayor Ada Lind said the bridge was safe.', 'A former aide to Mayor Ada Lind/unnamed-role'],
      ['Three close aides to Mr. Benali said he was calm.', 'Three close aides to Mr. Benali/unnamed-role'],
      ['A spokesman for the port, Tarik Benali, said the bridge was safe.'],
      ['Ms. Dahl’s closest aide, Tarik Benali, said the bridge was safe.'],
    ],
    tagger: [
      [
        'One person familiar with Mr. Benali’s testimony said he was calm.',
        'One person familiar with Mr. Benali’s testimony/anonymous-person',
      ],
      ['Mr. Benali’s lawyers said he was calm.', 'Mr. Benali’s lawyers/vague-collective'],
      ['One of Ms. Dahl’s aides said she was calm.', 'One of Ms. Dahl’s aides/unnamed-role'],
    ],
  },
  {
    kind: 'groups, and parts of them',
    both: [
      [
        'A majority of councillors in the room said the bridge was unsafe.',
        'A majority of councillors in the room/vague-collective',
      ],
      [
        'Democrats who now control the House said the bridge was safe.',
        'Democrats who now control the House/vague-collective',
      ],
      ['Federal authorities said the bridge was safe.', 'Federal authorities/vague-collective'],
      ['Intelligence agencies said the bridge was safe.', 'Intelligence agencies/vague-collective'],
      ['Foreign news agencies said the bridge was safe.', 'Foreign news agencies/vague-media'],
      ['Backers of the plan say it is cheap.', 'Backers of the plan/vague-collective'],
      ['A port spokesman later told the Courier that the bridge was safe.', 'A port spokesman/spokesperson'],
      [
        'Some law-enforcement officers along the border said the trade had grown.',
        'Some law-enforcement officers along the border/vague-collective',
      ],
      ['Officers searched the mill for hours and said that the fire was set.', 'Officers/vague-collective'],
      ['The bridge has split the town, with some saying it is ugly.', 'some/vague-collective'],
    ],
    tagger: [
      [
        'According to several circulating articles, a woman bought the mill.',
        'several circulating articles/vague-media',
      ],
    ],
  },
  {
    kind: 'people who are named close by',
    both: [
      ['Ilse Dahl, the governor’s chief adviser, said the bridge was safe.'],
      ['Northpost, a news site that covers politics, reported that the bridge was safe.'],
      ['Mr. Hunter is a fisherman. Hunter said the bridge was safe.'],
      ['The speaker thanked Duncan Sellers. Mr. Sellers said the bridge was safe.'],
      ['Rep. Tarik Benali met a young man, and the lawmaker said he was sorry.'],
      ['In Merrin, a lawmaker, who asked not to be named, said the bridge was safe.', 'a lawmaker/unnamed-role'],
      ['Texas Republicans said the bridge was safe.', 'Texas Republicans/vague-collective'],
    ],
  },
  {
    kind: 'a subject before an apposition, and people behind the verb',
    both: [
      [
        'Officials, who asked not to be named, said nine people, among them two children, had died.',
        'Officials/vague-collective',
      ],
      [
        'Two officials, who met on Sunday, said nine villagers, among them two children, had died.',
        'Two officials/unnamed-role',
      ],
      ['The mayor, Ida Holm, said nine people, among them two children, had died.'],
      ['Tarik Benali Jr., a lawyer for the mill, said the handful of women named as plaintiffs were late.'],
      ['The ministry, which runs the port, said residents, some of them ill, had been moved.'],
      ['Ada Lind, a nurse, said doctors, exhausted after two days, had gone home.'],
      ['The union leader, said a colleague, would not give up.', 'a colleague/unnamed-role'],
      [
        '“It was a long night,” lamented Senator Ada Lind, a farmer from Halden, according to people familiar with the remarks.',
        'people familiar with the remarks/anonymous-person',
      ],
      [
        'The ferry sank at noon, with all its crew, said officials, who asked not to be named.',
        'officials/vague-collective',
      ],
    ],
  },
  {
    kind: 'people who asked not to be named, without commas',
    both: [
      ['Two aides who asked not to be named said the mayor was ill.', 'Two aides/unnamed-role'],
      ['Two aides who declined to be named said the mayor was ill.', 'Two aides/unnamed-role'],
      ['Neighbors who asked not to be identified said the couple was quiet.', 'Neighbors/vague-collective'],
      ['A nurse who requested anonymity said the ward was full.', 'A nurse/unnamed-role'],
      [
        'A neighbor who did not want to be identified told the Courier that the couple was quiet.',
        'A neighbor/unnamed-role',
      ],
      ['Two aides who asked not to be named left the hall.'],
    ],
    tagger: [
      [
        '“We have already lost,” lamented Senator Ilse Dahl, Republican of Westmark, according to people familiar with the remarks. “It is over.”',
        'people familiar with the remarks/anonymous-person',
      ],
      ['The candidate has been dogged by reports that he lied.', 'reports/vague-media'],
      ['The mayor lied to the council, critics charge.', 'critics/vague-collective'],
    ],
  },
  {
    kind: 'what looks like saying',
    both: [
      ['Villagers have believed the hoax for years.'],
      ['Two neighbours believe the tale.'],
      ['Detectives believe the two men fled north.', 'Detectives/vague-collective'],
      ['Experts believe the signal - a long low hum - was sent by a whale.', 'Experts/vague-collective'],
      ['The rebels declared a republic on the island.'],
      ['Officials have declared a state of emergency.'],
      ['Officials declared that the water was safe.', 'Officials/vague-collective'],
      ['Sailors shouted “Long live the mayor” from the deck.'],
      ['She led a counter strike on the smugglers.'],
      ['The court joined many suits that pool small individual claims into one.'],
      ['Dahl, who was a lawyer by bringing pension claims, became a judge.'],
      ['He is the 30-year-old man thought to have robbed the bank.', 'thought to/hearsay'],
      ['The river, which divides both banks, will be closed, said retired general Ivo Dahl.'],
      ['There are no credible reports that the mayor has left.'],
      ['There were no reports of injuries.'],
    ],
    tagger: [
      ['“The mast is down!” a sailor shouted.', 'a sailor/unnamed-role'],
      ['“It was a long day,” Dahl said to Ivo Marek, the union’s lawyer. “It is over.”'],
      ['Some 40 percent of the town’s voters say they will stay at home, the Courier found.'],
    ],
  },
  {
    kind: 'the person before the verb, whatever stands between',
    both: [
      [
        'A prison officer who spoke on condition of anonymity because the inquiry was continuing said the cell was open.',
        'A prison officer/unnamed-role',
      ],
      [
        'Former hostages held by the smugglers have said the island was cold.',
        'Former hostages held by the smugglers/vague-collective',
      ],
      [
        'Middlemen with ties to the harbour have revealed that the price has doubled.',
        'Middlemen with ties to the harbour/vague-collective',
      ],
      ['A prison guard who spoke on condition of anonymity said the cell was open.', 'A prison guard/unnamed-role'],
      ['A clerk who was not authorized to comment on the case said the cell was open.', 'A clerk/unnamed-role'],
      ['Hostages held by the army were freed, the army said.'],
      ['Tourists met Joseph Sellers at the pier. Sellers said the ferry was late.'],
    ],
    tagger: [['Dahl -- the mayor’s former lawyer -- acknowledged that the gate was open.']],
  },
  {
    kind: 'members of a party, one or two',
    both: [
      [
        '“It will not pass,” said one Democrat familiar with the count.',
        'one Democrat familiar with the count/unnamed-role',
      ],
      ['A Republican close to the governor said the bill was dead.', 'A Republican close to the governor/unnamed-role'],
      ['A senior Tory MP said the bill was dead.', 'A senior Tory MP/unnamed-role'],
      ['Two Labour peers said the bill was dead.', 'Two Labour peers/unnamed-role'],
      ['Ada Lind, a Democrat from Halden, said the bill was dead.'],
      ['The Republican candidate said the bill was dead.'],
    ],
  },
  {
    kind: 'it is understood, without that',
    both: [
      ['It is understood the club has agreed a fee.', 'It is understood/hearsay'],
      ['It is alleged he had taken bribes.', 'It is alleged/hearsay'],
      ['It is believed Mr Dahl was paid in cash.', 'It is believed/hearsay'],
      ['Rumour has it that the couple have parted.', 'Rumour/hearsay'],
      ['There is a rumour that the mill will close.', 'rumour/hearsay'],
      ['It is thought best to wait.'],
      ['It was reported the next day in the Courier.'],
    ],
  },
  {
    kind: 'sources that are media, and the people again',
    both: [
      ['Several foreign news sources reported that the bridge had fallen.', 'Several foreign news sources/vague-media'],
      ['Local media sources said the bridge had fallen.', 'Local media sources/vague-media'],
      [
        'The deal is off, people close to the talks said. The people said it was too dear.',
        'people close to the talks/anonymous-person',
        'The people/anonymous-person',
      ],
    ],
    tagger: [
      ['Online reports in fishing forums claim the bridge had fallen.', 'Online reports in fishing forums/vague-media'],
    ],
  },
  {
    kind: 'a person far before who said it',
    both: [
      [
        'A source with direct knowledge of the plans, who did not wish to be identified because the talks are private, said the plant would close.',
        'A source with direct knowledge of the plans/anonymous-person',
      ],
      [
        'Rescue workers responding to the fire gave a higher toll of 23 dead.',
        'Rescue workers responding to the fire/vague-collective',
      ],
      ['The top Democrat in the chamber said the bridge was safe.'],
      ['The council’s top Democrat, Ada Lind, said the bridge was safe.'],
      ['“It was a long night,” Ivo Marek, head of the Torvik Observatory, was quoted by Northpress as saying.'],
    ],
    tagger: [
      ['According to northpost.net’s sources, the watch is late.', 'northpost.net’s sources/anonymous-person'],
      ['He met Ivo R. Marek Jr., a longtime adviser who claimed to have seen the letters.'],
      ['It was a test for Gov. Ivo Marek of Halden, a leading Republican contender, who has argued he is more open.'],
      ['He spoke to a leading businessman who said the gate was open.', 'a leading businessman/unnamed-role'],
    ],
  },
  {
    kind: 'papers and figures, families, and the end of a sentence',
    both: [
      ['According to a list of the questions obtained by the Courier, he was there.'],
      ['A copy of the contract says he was paid.'],
      ['The samples hold more lorries than benchmark sources indicate.'],
      ['The family said he was asleep.'],
      ['The victim’s family said in a statement that he was loved.'],
      ['The Norland army released footage showing the boats.'],
    ],
    tagger: [
      ['In May, Mr. Dahl’s lawyers gave Mr. Lind several pages of written explanations about the gate.'],
      ['The mine is in the hills of the northern province, reports indicate.', 'reports/vague-media'],
    ],
  },
  {
    kind: 'who is described behind, and who is named behind',
    both: [
      [
        'Engineers not involved in the survey said the result was striking.',
        'Engineers not involved in the survey/vague-collective',
      ],
      [
        'According to two people present at the meeting, the gate was open.',
        'two people present at the meeting/anonymous-person',
      ],
      ['A police officer, identified as Sgt. Ivo Dahl, said the road was clear.'],
      ['“The road is clear,” a local farmer named Ivo Dahl said.'],
      ['A porter who goes by “Tin Cup” said the road was clear.', 'A porter/unnamed-role'],
      [
        'A second official, also speaking on condition of anonymity, confirmed the plan.',
        'A second official/unnamed-role',
      ],
      ['A post-mortem found that he had drowned.'],
      ['Rep. Duncan Hunter spoke on Monday. Hunter said the road was clear.'],
    ],
  },
  {
    kind: 'reports from a place, and whom a paper has it from',
    both: [
      ['Reports in Norland claim the striker has signed.', 'Reports in Norland/vague-media'],
      ['Reports in the Courier claim the striker has signed.'],
      ['State media put the toll at 30.', 'State media/vague-media'],
      [
        'The plan is dead, according to Northpost and some of the mayor’s friends on Twitter.',
        'some of the mayor’s friends on Twitter/vague-collective',
      ],
      ['The mayor has learned from mistakes.'],
    ],
    tagger: [
      ['Reports that the mayor had bought a wolf may have been exaggerated.', 'Reports/vague-media'],
      ['According to Northpost, an unknown man is said to have filmed it.', 'is said to/hearsay'],
      [
        'A recording of the shot has reportedly been found. According to Northpost, a man who was there made it with a telephone.',
        'reportedly/hearsay',
      ],
    ],
  },
  {
    kind: 'words of a source that tell nothing',
    both: [
      ['The law covers a claim by the state or individual claiming damage.'],
      ['The rebels shot the nine men on charges of theft.'],
      ['The law keeps Norland and other countries with alleged ties to the gang from invoking it.'],
      ['The plan lets couples pool their money, place a spouse on a pension scheme and inherit a house.'],
      ['The loudest participants in this long dispute have now won.'],
      ['What those responsible for the fire in Torvik say is known.'],
      ['The bread fell short of what residents say is needed.', 'residents/vague-collective'],
      ['A 30-year-old Norrby baker who gave no name said the lamp was out.', 'A 30-year-old Norrby baker/unnamed-role'],
      ['He spoke to a man calling himself the secretary of the league.'],
      ['The guide, who calls herself Jasmine Dahl, said the path was open.'],
      ['The gang fired 23 shots, according to a Northwire count.'],
    ],
    tagger: [
      ['The White House disputed Republican claims that the talks were illegal.'],
      ['As they arrived, some in the crowd chanted, “Lock the gate.”'],
      [
        'While officially a Republican, he has taken on leaders of both parties and, with no office of his own, made clear that he saw himself as an outsider.',
      ],
      [
        'One official in the report written by the highly respected Ivo Marek said the boats were missing.',
        'One official in the report written by the highly respected Ivo Marek/unnamed-role',
      ],
      [
        'He was there, according to people familiar with how the letter was written.',
        'people familiar with/anonymous-person',
      ],
    ],
  },
  {
    kind: 'published, and heard by nobody',
    both: [
      ['The plan, which was first reported in the Courier on Friday, is dead.'],
      ['I cannot know what is reported in all the papers.'],
      ['“You may have heard that the mayor is ill,” Ada Lind said.'],
      ['She left the council after being accused of theft.', 'being accused of/hearsay'],
      ['He spoke of Mr. Benali’s reported request to the port.'],
      ['The mayor has refuted rumours stating that he has left the town.', 'rumours/hearsay'],
      ['The mayor denies rumors that he is ill.', 'rumors/hearsay'],
      ['He spread rumours that the mill would close.'],
      ['The mayor denies all these rumours.'],
    ],
    tagger: [
      ['The port issued a statement calling media reports to the contrary “fake news.”', 'media reports/vague-media'],
    ],
  },
];

describe.each(kinds)('$kind', ({ both, tagger = [] }) => {
  const weights = loaded();
  it.each([...both, ...tagger])('%s', (body, ...expected) => {
    expect(marks(body, weights)).toEqual(expected);
  });
  it.each(both)('by rules alone: %s', (body, ...expected) => {
    expect(marks(body, null)).toEqual(expected);
  });
});
