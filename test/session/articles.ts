/** Articles by invented outlets about invented places, for sessions. Two of them share a sentence. */

export const shared =
  'The eastern ferry line of Ostrava Bay was closed by the harbour office on Monday after two boats lost their anchors in the storm.';

export const gazette = `---
title: Lessons by radio
outlet: Ostrava Gazette
date: 2031-02-04
---
Lessons by radio

${shared}

A source close to the company said that the new boats had never been paid for. The harbour office did not answer questions about the contract with the yard in Tilmouth.

Maren Holt said that forty children could not come to class. “We teach them by radio,” she said.
`;

export const courier = `---
title: Island without boats
outlet: Bay Courier
date: 2031-02-05
---
Island without boats

${shared}

The mayor of the island, Jonas Ferrel, asked the county to send a helicopter for the sick. The county said in a statement that one would fly twice a week.

The line has carried schoolchildren and nurses across the bay for forty years, and the island has no other way to the mainland in winter.
`;

/** Shares nothing with the others. */
export const garden = `Roses and rain at the garden show

The garden show of Upper Tilmouth opened on Saturday with four hundred kinds of roses and a brass band. It rained until noon, and the visitors drank their tea under the chestnut trees.

The gardener Ilva Prenn won the prize for the best yellow rose with a plant that her grandmother had grown. She said that she would spend the money on a new roof for the glasshouse.
`;

/** Article text that tries to be more than text in a hover. */
export const hostile = `A visit to the harbour

The harbour office opened its new hall on Tuesday, and the people of the town came to look at the boats and the nets.

According to a source close to [the office](https://example.org/steal) <img src=x onerror=alert(1)> the hall cost twice what was planned. The office has not said who will pay for the rest of the work on the roof.

The hall stands where the old fish market was, and the cranes that were built for the herring fleet can still be seen from its windows.
`;
