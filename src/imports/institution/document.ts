import { type Alias, LineCounter, parseDocument, type ParsedNode, visit } from 'yaml';
import { type Place, type Problem, ShapedReading } from './shaped.ts';

/** What the parser says in its own words, and what to do about it where that is not said. */
const mendings: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'This name is there twice; take one of the two out',
  MULTIPLE_DOCS: 'The file holds more than one document; give each a file of its own',
  TAB_AS_INDENT: 'Tabs are not allowed as indentation; use spaces',
  NON_STRING_KEY: 'Only text can be a name',
  RESOURCE_EXHAUSTION: 'Lists lie too deep in each other',
  TAG_RESOLVE_FAILED: 'Tags (!) are not taken; leave it out, every value is read by what it is for',
};

const standsAlone = new Set<string>(['DUPLICATE_KEY', 'NON_STRING_KEY', 'MULTIPLE_DOCS']);

/** A file that can be read, or what is wrong with it as a whole. */
export type OpenedDocument =
  | {
      readonly opened: true;
      readonly contents: ParsedNode | null;
      readonly reading: ShapedReading;
      readonly placeAt: (offset: number) => Place;
    }
  | { readonly opened: false; readonly problems: readonly Problem[] };

const notRead = (...problems: readonly Problem[]): OpenedDocument => ({ opened: false, problems });

/** The text of a file in UTF-8, with or without a mark at its beginning; undefined: it is something else. */
export const houseText = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Opens YAML 1.2. Every scalar is text until its place says otherwise (`shaped.ts`). */
export const openDocument = (text: string): OpenedDocument => {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parseDocument(text.replaceAll('\r\n', '\n'), {
    schema: 'failsafe',
    resolveKnownTags: false,
    merge: false,
    stringKeys: true,
    uniqueKeys: true,
    lineCounter: lines,
    prettyErrors: false,
    // A quieter parser says nothing of a second document either.
    logLevel: 'error',
  });
  // After a slip in the syntax the parser stumbles on; only what stands by itself is told beside the first.
  const [slip, ...others] = document.errors.filter(({ code }) => !standsAlone.has(code));
  const alone = document.errors.filter(({ code }) => standsAlone.has(code));
  const faults = [...(slip ? [slip] : []), ...(others.length > 0 ? [] : alone), ...document.warnings];
  if (faults.length > 0)
    return notRead(
      ...faults.map(({ code, message, pos }) => ({
        ...placeAt(pos[0]),
        path: '',
        what: mendings[code] ?? message,
      })),
    );

  const anchors = new Map<string, ParsedNode>();
  const aliases = new Map<Alias, ParsedNode>();
  const unknown: Problem[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      const source = anchors.get(alias.source);
      if (source) aliases.set(alias, source);
      else
        unknown.push({
          ...placeAt(alias.range?.[0] ?? 0),
          path: '',
          what: `*${alias.source} refers to nothing before it; write out what is meant`,
        });
    },
    Value: (_key, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node as ParsedNode);
      if (node.tag !== undefined)
        unknown.push({
          ...placeAt(node.range?.[0] ?? 0),
          path: '',
          what: mendings['TAG_RESOLVE_FAILED'] ?? '',
        });
    },
  });
  if (unknown.length > 0) return notRead(...unknown);
  return {
    opened: true,
    contents: document.contents,
    reading: new ShapedReading(aliases, placeAt),
    placeAt,
  };
};
