/** Named values, as an event stores them and JSON tells them: no list, and not nothing. */
export type Members = Readonly<Record<string, unknown>>;

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values of stored data say the same; an absent field says nothing. */
export const sameData = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    sameData(left[key], right[key]),
  );
};

/** Data in which optional fields may be given as undefined. */
export type MayLack<Data> = {
  readonly [Key in keyof Data]: object extends Pick<Data, Key> ? Data[Key] | undefined : Data[Key];
};

/** What is there; fields that are not are left out rather than stored as nothing. */
export const whatIsThere = <Data extends object>(data: MayLack<Data>): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Data;
