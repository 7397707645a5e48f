import type { Institution, LeermeterData } from './state.ts';

/**
 * The Leermeter that ships: the five loopbaancompetenties of Loopbaan en Burgerschap (Examen- en kwalificatiebesluit
 * beroepsopleidingen WEB, annex 1). It is version 0 and never changes; an institution that defines its own
 * begins with version 1.
 */
const shipped: LeermeterData = {
  version: 0,
  name: 'Loopbaancompetenties',
  least: 1,
  most: 5,
  competences: [
    { code: 'capaciteiten', name: 'Capaciteitenreflectie: wat kan ik' },
    { code: 'motieven', name: 'Motievenreflectie: wat wil ik' },
    { code: 'werk', name: 'Werkexploratie: waar past dat' },
    { code: 'sturing', name: 'Loopbaansturing: hoe kom ik daar' },
    { code: 'netwerken', name: 'Netwerken: wie kan mij daarbij helpen' },
  ],
};

/** The Leermeter that is in use: what a rating given now is held against. */
export const leermeterOf = ({ leermeters }: Pick<Institution, 'leermeters'>): LeermeterData =>
  leermeters.at(-1) ?? shipped;

/** Those that went before it, the first first. */
export const earlierLeermeters = ({
  leermeters,
}: Pick<Institution, 'leermeters'>): readonly LeermeterData[] => [shipped, ...leermeters].slice(0, -1);

/** A version that ratings were given by; the one that ships is 0. */
export const leermeterVersion = (
  { leermeters }: Pick<Institution, 'leermeters'>,
  version: number,
): LeermeterData | undefined => [shipped, ...leermeters].find((each) => each.version === version);
