/** One line of a calendar: its name, its parameters and its value as it stands there. */
export interface ContentLine {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

export type Entry = ReadonlyMap<string, ContentLine>;

const once = new Set(['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'URL', 'CLASS', 'TRANSP', 'DESCRIPTION']);

const lineOf = (text: string): ContentLine => {
  const found = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/su.exec(text);
  if (!found) throw new Error(`no content line: ${text}`);
  const [, name = '', parameters = '', value = ''] = found;
  return {
    name,
    parameters: Object.fromEntries(
      parameters
        .split(';')
        .filter((each) => each !== '')
        .map((each) => each.split('=') as [string, string]),
    ),
    value,
  };
};

/** A TEXT value, unescaped; what must be escaped and is not is no TEXT (RFC 5545, 3.3.11). */
export const textOf = (value: string): string => {
  if (!/^(?:[^\\;,\r\n]|\\[\\;,nN])*$/su.test(value)) throw new Error(`not escaped: ${value}`);
  return value.replaceAll(/\\([\\;,nN])/gu, (_, each: string) =>
    each === 'n' || each === 'N' ? '\n' : each,
  );
};

/**
 * The entries of a calendar, read by the letter of RFC 5545 and independently of what writes it: lines end in CRLF,
 * are folded at 75 octets and never inside a character; what must be there is there, once.
 */
export const entriesOf = (text: string): readonly Entry[] => {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[\r\n]/.test(line)) throw new Error('a line ends in half a CRLF');
    if (Buffer.byteLength(line) > 75) throw new Error(`too long: ${line}`);
    if (!line.isWellFormed()) throw new Error('folded inside a character');
    if (line === '') throw new Error('an empty line');
  }
  const lines = physical
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(lineOf);
  const [begin, ...rest] = lines;
  const end = rest.pop();
  if (
    begin?.name !== 'BEGIN' ||
    begin.value !== 'VCALENDAR' ||
    end?.name !== 'END' ||
    end.value !== 'VCALENDAR'
  )
    throw new Error('no calendar');
  const entries: Map<string, ContentLine>[] = [];
  const ofCalendar: string[] = [];
  let open: Map<string, ContentLine> | undefined;
  for (const line of rest) {
    if (line.name === 'BEGIN') {
      if (open || line.value !== 'VEVENT') throw new Error(`an unexpected ${line.value}`);
      open = new Map();
    } else if (line.name === 'END') {
      if (!open) throw new Error('an end without a beginning');
      for (const name of ['UID', 'DTSTAMP', 'DTSTART'])
        if (!open.has(name)) throw new Error(`an entry without ${name}`);
      entries.push(open);
      open = undefined;
    } else if (open) {
      if (once.has(line.name) && open.has(line.name)) throw new Error(`${line.name} twice`);
      open.set(line.name, line);
    } else ofCalendar.push(`${line.name}:${line.value}`);
  }
  if (open) throw new Error('an entry without an end');
  if (!ofCalendar.includes('VERSION:2.0') || !ofCalendar.some((each) => each.startsWith('PRODID:')))
    throw new Error('no VERSION or no PRODID');
  return entries;
};
