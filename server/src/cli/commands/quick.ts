import { Option } from 'commander';

/** An option of every command that relates articles. */
export const quick = (): Option => new Option('-q, --quick', 'compare words alone, in seconds, and mark less');
