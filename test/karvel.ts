/** Sentences of invented reports on two events, some reworded, some contrary: articles of several tests are drawn from them. */
export const sentences = [
  'Rebel fighters entered the northern suburbs of Karvel on Saturday after government troops withdrew.',
  'Government troops withdrew from the northern suburbs of Karvel on Saturday, and rebel fighters entered them.',
  'At least 40 people were killed when a bomb exploded at the central market of Karvel on Saturday.',
  'A bomb blast at the central market of Karvel killed 12 people on Saturday, the health ministry said.',
  'The defence ministry denied that its troops had withdrawn from the northern suburbs of Karvel.',
  'The ferry company Norlane suspended all crossings to Ostrava Island because of a strike by harbour pilots.',
  'All crossings to Ostrava Island have been suspended because harbour pilots are on strike, Norlane announced.',
  'The mayor of Karvel, Dana Orsolic, asked residents to stay at home and to keep the roads free for ambulances.',
];
