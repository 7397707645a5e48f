import { list, type Shape } from '../../kernel/schema.ts';

interface Named {
  readonly most: number;
  /** The member by which an entry names it, where the entry is more than its name. */
  readonly named: string;
  readonly one: string;
  readonly nobody: string;
}

/** Whoever or whatever is named twice would be answered twice, and nobody knows which of the two was meant. */
export const eachNamedOnce = <T>(
  each: Shape<T>,
  { most, named, one, nobody }: Named,
): Shape<readonly T[]> => {
  const entries = list(each, most);
  const nameOf = (entry: unknown): unknown =>
    typeof entry === 'object' && entry !== null && named in entry
      ? (entry as Readonly<Record<string, unknown>>)[named]
      : entry;
  return {
    ...entries,
    wrong: (value, path) => {
      const wrong = entries.wrong(value, path);
      if (wrong !== undefined) return wrong;
      const names = (value as readonly unknown[]).map(nameOf);
      if (names.length === 0) return `${path}: names ${nobody}`;
      const twice = names.findIndex((name, index) => names.indexOf(name) < index);
      return twice < 0 ? undefined : `${path}[${twice}]: names ${one} is in the list already`;
    },
  };
};
