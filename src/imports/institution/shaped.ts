import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import { type Fields, type Shape, type ShapeKind, wrongText } from '../../kernel/schema.ts';

/** Where something stands in a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file, where, and how to mend it. */
export interface Problem extends Place {
  readonly path: string;
  readonly what: string;
}

type Members = Readonly<Record<string, unknown>>;
const saysNothing = new Set(['', '~', 'null', 'Null', 'NULL']);

/** Beyond what the name of a shape says already. */
const mending = (kind: ShapeKind): string => {
  switch (kind.of) {
    case 'pattern':
      return `; for example ${kind.example}`;
    case 'yesNo':
      return '; write true or false, without quotes';
    case 'number':
      return '; write it in digits, without quotes';
    case 'date':
      return '; give a day that exists, for example 2026-09-01';
    case 'uuid':
      return '; give a UUID in lower case, for example 0b0f4c3e-4a53-4d0c-9a43-6f1f3c0f9a11';
    default:
      return '';
  }
};

/** Only what stands there without quotes can be anything else than text. */
const valueOf = ({ type, value }: Scalar, kind: ShapeKind): unknown => {
  const text = String(value);
  const number = kind.of === 'number' || (kind.of === 'choice' && typeof kind.values[0] === 'number');
  if (type !== 'PLAIN') return text;
  if (number && /^(0|[1-9]\d{0,14})$/.test(text)) return Number(text);
  if (kind.of === 'yesNo' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
};

/**
 * Reads the nodes of a file as the shapes that are expected there. A scalar is what its shape makes of it, not
 * what its looks suggest: a code of digits is text where a code is meant, and so are a day and `no`. Nothing is
 * opened deeper than a shape goes, so an alias to itself comes to an end.
 */
export class ShapedReading {
  readonly problems: Problem[] = [];
  readonly #places = new Map<string, Place>();
  readonly #aliases: ReadonlyMap<Alias, ParsedNode>;
  readonly #placeAt: (offset: number) => Place;

  constructor(aliases: ReadonlyMap<Alias, ParsedNode>, placeAt: (offset: number) => Place) {
    this.#aliases = aliases;
    this.#placeAt = placeAt;
  }

  /** Where a path stands, or what it lies in. */
  placeOf(path: string): Place {
    for (let at = path; at !== '';) {
      const place = this.#places.get(at);
      if (place) return place;
      at = at.slice(0, Math.max(0, at.lastIndexOf('.'), at.lastIndexOf('[')));
    }
    return { line: 1, column: 1 };
  }

  problem(path: string, what: string): void {
    this.problems.push({ ...this.placeOf(path), path, what });
  }

  /** The members of a map that are of this kind; what is wrong with the others is among the problems. */
  members(node: ParsedNode | null, fields: Fields, path: string): Members | undefined {
    const map = this.#opened(node);
    if (!isMap(map)) {
      this.problem(path, `is not a group of members: give ${Object.keys(fields).join(', ')}`);
      return undefined;
    }
    const found: Record<string, unknown> = {};
    const given = new Set<string>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const at = path === '' ? name : `${path}.${name}`;
      this.#keep(at, key);
      given.add(name);
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) {
        this.problem(at, `is not known here; known are ${Object.keys(fields).join(', ')}`);
        continue;
      }
      const read = this.read(value, field.shape, at);
      if (read !== undefined) found[name] = read;
    }
    for (const [name, { optional }] of Object.entries(fields))
      if (!optional && !given.has(name)) this.problem(path === '' ? name : `${path}.${name}`, 'is missing');
    return found;
  }

  /** The value, as far as it has its shape. */
  read(node: ParsedNode | null, shape: Shape<unknown>, path: string): unknown {
    const { kind } = shape;
    const opened = this.#opened(node);
    if (kind.of === 'group') return this.members(node, kind.fields, path);
    if (kind.of === 'list') {
      if (!isSeq(opened)) {
        this.problem(path, 'is not a list: begin each entry with a dash, or write [] for none');
        return undefined;
      }
      if (opened.items.length > kind.most) {
        this.problem(path, `has more than ${kind.most} entries`);
        return undefined;
      }
      // What could not be read leaves its place open, so that the n-th is the n-th in the file.
      return (opened.items as readonly ParsedNode[]).map((item, index) => {
        const at = `${path}[${index}]`;
        this.#keep(at, item);
        return this.read(item, kind.each, at);
      });
    }
    if (!isScalar(opened)) {
      this.problem(path, opened === null ? 'is there without a value' : `is not ${shape.name}`);
      return undefined;
    }
    if (opened.type === 'PLAIN' && saysNothing.has(String(opened.value))) {
      this.problem(path, 'is there without a value; give one, or leave the line out');
      return undefined;
    }
    const value = valueOf(opened, kind);
    const wrong = shape.wrong(value, path);
    const notText = wrong ?? wrongText(value, path);
    if (notText === undefined) return value;
    this.problem(path, `${notText.slice(path.length + 2)}${wrong === undefined ? '' : mending(kind)}`);
    return undefined;
  }

  #opened(node: ParsedNode | null): ParsedNode | null {
    return isAlias(node) ? (this.#aliases.get(node) ?? null) : node;
  }

  #keep(path: string, node: ParsedNode | null): void {
    // A path that is there twice (by an alias) is reported where it was written.
    if (node) this.#places.set(path, this.#placeAt(node.range[0]));
  }
}
