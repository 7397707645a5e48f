import type { Digest } from '../../../projections/own-worklist.ts';

/** Where the worklist is, for who follows a link from a mail or a calendar. */
export const worklistLink = (baseUrl: string): string => `${baseUrl}/taken`;

const lines: readonly (readonly [keyof Digest, string])[] = [
  ['late', 'Te laat'],
  ['today', 'Vandaag'],
  ['climbed', 'Doorgegeven aan u, omdat het niet op tijd is gedaan'],
  ['waiting', 'Later'],
];

/**
 * The digest as a mail: how much, and never what or about whom. A mail lies about on telephones and in mailboxes
 * that nobody clears; what it is about is read behind the login.
 */
export const letterOf = (
  digest: Digest,
  baseUrl: string,
): { readonly subject: string; readonly text: string } => ({
  subject: 'Uw taken in Wissel',
  text: [
    'Dag,',
    '',
    'Er staan taken voor u klaar in Wissel.',
    '',
    ...lines.flatMap(([part, says]) => (digest[part] > 0 ? [`- ${says}: ${digest[part]}`] : [])),
    '',
    'Bekijk uw taken:',
    worklistLink(baseUrl),
    '',
    'U krijgt dit bericht één keer per schooldag. Is er niets te doen, dan krijgt u geen bericht.',
    'Er staan geen namen in dit bericht. U kunt er niet op antwoorden.',
    '',
  ].join('\n'),
});
