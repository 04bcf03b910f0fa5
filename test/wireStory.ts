/** A story of 5 KB as a news agency might send it, invented; a paragraph each. */
const paragraphs = [
  'KELLMAR, March 6 (Northwire) — At least 40 people were killed and dozens were missing after the Tarn dam above Kellmar gave way early on Saturday, the regional governor said.',
  'A wall of water and mud swept through the lower town shortly after 3 a.m., tearing away two bridges, the bus station and more than a hundred houses, according to the fire service.',
  '“We heard a sound like a train, and then the street was gone,” said Oskar Brandal, a baker who fled to his roof with his two children.',
  'Governor Helle Dravik declared a state of emergency and ordered everybody in the three villages below the town to leave their homes before nightfall.',
  'Dravik told reporters that 25 bodies had been found near the market and another 15 in the cellars of the old tannery, where shift workers were sleeping.',
  'The health ministry gave a lower toll of 31 dead late on Saturday and said that it was waiting for lists from two hospitals.',
  'The cause was not clear. An engineer who worked on the dam until last year said that cracks in the eastern wall had been reported twice to the operator, Norlane Water.',
  '“They knew about the wall, and they painted it,” said the engineer, who spoke on condition of anonymity because she still works in the industry.',
  'Norlane Water denied that it had ignored any warning. The dam passed its last inspection in October, the company said in a statement on Saturday evening.',
  'A copy of the inspection report, seen by Northwire, mentions “moderate seepage” at the eastern wall and recommends that the reservoir be lowered by two metres before the thaw.',
  'The company did not answer questions about whether the reservoir had been lowered. A spokesman, Tomas Irgens, said that it would cooperate with any inquiry.',
  'Rescue teams from four districts searched the rubble with dogs and heat cameras. Army helicopters lifted 120 people from rooftops during the day, the defence ministry said.',
  'Forecasters expected more rain on Sunday. The national weather office warned that the river could rise by another metre and that the remaining part of the dam might not hold.',
  'Hospitals in Kellmar and Ostrava treated 86 injured people, nine of them in critical condition, said Dr. Ines Varga, who coordinates emergency care in the region.',
  'Schools were opened as shelters. By Saturday evening about 1,900 people had registered for a bed, the Red Cross said, and volunteers were handing out blankets and soup.',
  'Prime Minister Anders Holm cut short a visit abroad and promised an independent inquiry. “Whoever is responsible will answer for it,” he said on arrival at the airport.',
  'The opposition called on the energy minister to resign. Its leader, Maren Solberg, said that parliament had been told three times that inspections were overdue.',
  'The energy ministry rejected the criticism. It said that inspections were a matter for the regions and that it had raised their budget by a fifth since the last election.',
  'Built in 1961, the Tarn dam supplies water to 70,000 people and power to the smelter at Lund. It was to be replaced by 2019, but the plan was put off for lack of money.',
  'Residents said that sirens, which are tested every month, stayed silent on Saturday. The fire service confirmed that the alarm line had been cut by the flood before anyone could use it.',
  'Some reports said that the operator had opened the floodgates an hour before the collapse. Two workers at the dam told local media that they had been ordered to do so by telephone.',
  'Norlane Water said that the gates were closed all night. Prosecutors in Kellmar seized the control records on Saturday and said that they would question the staff of the night shift.',
  'On the hill above the town, families waited at the chapel of Saint Olave for news of the missing. A list on the door had 57 names by dusk, and some had been crossed out.',
  'Trains between Lund and the coast were suspended until further notice, and the main road was closed at two places. The railway said that repairs would take at least three weeks.',
  'A fund set up by the region received two million crowns within hours, its chairman announced. Several football clubs said that they would give the takings of their next matches.',
];

const outlets = ['Herald', 'Courier', 'Tribune', 'Gazette', 'Observer', 'Dispatch', 'Mirror', 'Chronicle'];
const heads = ['Dam breach', 'Flood', 'Wall of water', 'Disaster in Kellmar', 'Deadly flood', 'Dozens missing'];
const tails = ['kills dozens', 'leaves town in ruins', 'raises questions', 'shocks nation', 'as rescue goes on'];

/** The texts of `count` files with this story: `exact`, or each with a date, an outlet, a headline and a change of its own. */
export function wireCopies(count: number, kind: 'exact' | 'near'): Map<string, string> {
  const exact = `${paragraphs.join('\n\n')}\n`;
  return new Map(
    Array.from({ length: count }, (_, at) => [
      `wire-${String(at).padStart(4, '0')}.txt`,
      kind === 'exact' ? exact : wording(at),
    ]),
  );
}

/** As one of the outlets has it. Steps that have no divisor in common with the lists bring everything together with everything. */
function wording(outlet: number): string {
  const title = `${heads[outlet % heads.length]} ${tails[outlet % tails.length]}, ${outlet} readers write`;
  const front = `title: ${title}\noutlet: ${outlets[outlet % outlets.length]} ${outlet}\ndate: 2021-03-0${6 + (outlet % 3)}`;
  return `---\n${front}\n---\n${title}\n\n${changed(outlet).join('\n\n')}\n`;
}

/** Another lead, a paragraph less, another word, a number or a *not* that makes it another story. */
function changed(outlet: number): string[] {
  const changes: ((paragraph: string) => string[])[] = [
    (paragraph) => [paragraph.replace(/ said\b/, ` told our reporter ${outlet}`)],
    () => [],
    (paragraph) => [paragraph.replace(/\d+/, String(2 + (outlet % 90)))],
    (paragraph) => [`${paragraph} Correspondent ${outlet} of this paper saw it on Saturday.`],
    (paragraph) => [paragraph.replace(/ (was|were|had|would) /, ' $1 not ')],
  ];
  const at = (7 * outlet) % paragraphs.length;
  const change = changes[(outlet + Math.floor(outlet / paragraphs.length)) % changes.length]!;
  const [lead = '', ...rest] = paragraphs.flatMap((paragraph, k) => (k === at ? change(paragraph) : [paragraph]));
  return outlet % 3 === 0 ? [lead.replace('early on Saturday', 'before dawn'), ...rest] : [lead, ...rest];
}
