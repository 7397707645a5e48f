/** 9a + 8b + … + 2h − i of nine digits, modulo eleven. */
const remainder = (nineDigits: string): number | undefined => {
  if (!/^\d{9}$/.test(nineDigits) || /^0+$/.test(nineDigits)) return undefined;
  const sum = Array.from(nineDigits).reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return ((sum % 11) + 11) % 11;
};

/** The *elfproef*: nine digits can be a BSN when that sum is a multiple of eleven (Logisch Ontwerp BSN). */
export const isElfproef = (nineDigits: string): boolean => remainder(nineDigits) === 0;

/**
 * An onderwijsnummer of its own, for whoever has no BSN, begins with 10 and leaves five, so that it can never be
 * a BSN (nl.wikipedia.org/wiki/Onderwijsnummer; python-stdnum). For everybody else the BSN is the
 * onderwijsnummer, so that is one too.
 */
export const isOnderwijsnummer = (nineDigits: string): boolean =>
  isElfproef(nineDigits) || (nineDigits.startsWith('10') && remainder(nineDigits) === 5);
