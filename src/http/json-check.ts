/** Deeper than any body here, and far from what would exhaust a stack. */
const deepest = 20;

const quote = 0x22;
const backslash = 0x5c;

/** Where the string that begins at this quote ends: the index of its closing quote, or of the end of the text. */
const endOfString = (text: string, from: number): number => {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
};

/**
 * What `JSON.parse` would take in silence: nesting that exhausts whoever walks it, and a member that is given
 * twice, of which nobody knows which was meant. Anything that is no JSON is left for the parser to say.
 */
export const jsonTrouble = (text: string): 'tooDeep' | 'memberTwice' | undefined => {
  /** The names seen in each object that is open; of a list, none. */
  const open: (Set<string> | undefined)[] = [];
  let nameComes = false;
  for (let at = 0; at < text.length; at++) {
    switch (text[at]) {
      case '{':
        open.push(new Set());
        nameComes = true;
        break;
      case '[':
        open.push(undefined);
        nameComes = false;
        break;
      case '}':
      case ']':
        open.pop();
        nameComes = false;
        break;
      case ',':
        nameComes = open.at(-1) !== undefined;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (nameComes) {
          const names = open.at(-1);
          const name = text.slice(at, end);
          if (names?.has(name)) return 'memberTwice';
          names?.add(name);
          nameComes = false;
        }
        at = end;
        break;
      }
      default:
    }
    if (open.length > deepest) return 'tooDeep';
  }
  return undefined;
};
