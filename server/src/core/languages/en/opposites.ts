import { split } from '../material.js';

/**
 * Words that news sets against one another of one thing: a line for each pair, the two sides apart by a bar. Any form of
 * a word, and the words of its family, are meant.
 */
const pairs = `
acquit clear exonerate innocent | convict guilty condemn
accept approve back endorse support agree favour favor | reject refuse oppose veto decline
open reopen | close shut seal
ease relax lift loosen soften | tighten toughen impose harden
uphold confirm affirm | overturn quash annul revoke
rise increase climb gain jump soar surge higher more | fall drop decrease decline shrink slip plunge tumble lower fewer
profit | loss
win victory beat | lose defeat
pass | fail
alive survive survivor | dead die kill
safe safely unharmed unhurt | unsafe dangerous harm hurt injure
free release | hold detain jail custody
stay remain | leave quit resign depart flee abandon
allow permit authorise authorize grant legal | ban forbid bar block illegal
begin start resume | end stop suspend
hire recruit reinstate | dismiss sack
renew extend | expire lapse
improve | worsen deteriorate
widen | narrow
upgrade | downgrade
buy | sell
succeed success successful | fail failure
raise | cut lower
strengthen | weaken
join | leave
keep retain | drop lose
full | empty
accelerate | slow
advance | retreat withdraw
capture | lose repel
hold | collapse burst rupture
intact undamaged | collapse burst rupture damage break
lift | extend
proceed | delay cancel
arrive | depart
present attend | absent
cold | warm hot
calm quiet | violent
peaceful peacefully | violent riot
true genuine real authentic | false fake hoax forgery
sober | drunk
accident accidental | deliberate deliberately murder
restore | sever cut
land | crash
north | south
east | west
`;

/** Words that the stemmer takes for one of these: *several* is no form of *sever*. */
export const lookalikes = `several department departments quite author authors authority authorities liberal liberals
  succession successive successively extensive extensively deliberation deliberations`;

export const opposites = pairs
  .trim()
  .split('\n')
  .map((line) => {
    const [left = '', right = ''] = line.split('|');
    return [split(left), split(right)] as const;
  });
