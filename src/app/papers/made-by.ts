import { amsterdamDate, amsterdamTime, type Instant } from '../../kernel/instant.ts';

/** Who took a paper away, when and with what: the last lines of its verantwoording. */
export const madeByLines = (who: string, at: Instant, version: string) => [
  { label: 'Gemaakt door', value: who },
  { label: 'Gemaakt op', value: `${amsterdamDate(at)} ${amsterdamTime(at)}` },
  { label: 'Gemaakt met', value: `Wissel ${version}` },
];
