const millisecondsOfDay = 86_400_000;

/** An ISO date as days since 1970; NaN where unknown. */
export const dayOf = (date: string | null): number =>
  date === null ? Number.NaN : Date.parse(date) / millisecondsOfDay;
