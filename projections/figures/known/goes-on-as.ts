/** The trajectory that goes on for one: where a chain of merges ends, and in a ring the last one before it closes. */
export const goesOnAs = <Id extends string>(
  id: Id,
  mergedInto: (id: Id) => Id | undefined,
  passed: ReadonlySet<Id> = new Set([id]),
): Id => {
  const next = mergedInto(id);
  return next === undefined || passed.has(next) ? id : goesOnAs(next, mergedInto, new Set([...passed, next]));
};
