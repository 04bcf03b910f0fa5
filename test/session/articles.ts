/** Articles by invented outlets about invented places, for sessions. */
export const bridge = `Ferry company to close its eastern line

The ferry company of Ostrava Bay will close its eastern line at the end of the month, the harbour office announced on Tuesday.

A source close to the company told the paper that the new boats had never been paid for. The harbour office did not answer questions about the contract.

The line has carried schoolchildren and nurses across the bay for forty years, and the island has no other way to the mainland in winter.
`;
