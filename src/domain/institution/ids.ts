import type { Brand } from '../../kernel/brand.ts';
import { choice, type DataOf, group, optional, pattern, structural } from '../../kernel/schema.ts';

/** The one stream of the institution: landschappen, variants, programmes, calendar, settings. */
export const institutionStream = 'institution';

/** A short name of a landschap in lower case, as in `zorg-welzijn`. */
export type LandschapCode = Brand<string, 'LandschapCode'>;
export const landschapCode = pattern<LandschapCode>(
  'code of a landschap (a-z, 0-9, -)',
  /^[a-z0-9][a-z0-9-]{0,39}$/,
  'zorg-welzijn',
);

/** Crebo of a kwalificatie, a dossier or a domein; a code that no table knows is kept as it came. */
export type Opleidingscode = Brand<string, 'Opleidingscode'>;
export const opleidingscode = pattern<Opleidingscode>(
  'opleidingscode (1-10 digits or capitals)',
  /^[0-9A-Z]{1,10}$/,
  '25655',
);

export const niveau = choice(1, 2, 3, 4);
export type Niveau = 1 | 2 | 3 | 4;

/** The leertrajecten of the register: `reference/domain.md` §4.1 of the specification. */
export const leerwegen = ['BOL', 'BBL', 'OVO', 'ODT', 'EX', 'BOL_DT'] as const;
export const leerweg = choice(...leerwegen);
export type Leerweg = (typeof leerwegen)[number];

/** The trainings of the second line (Landstede portrait): for who may drop out, and for who is in the final phase. */
export const trainings = ['workskills', 'careerskills', 'leerdoor'] as const;
export type Training = (typeof trainings)[number];

export const brin = pattern('BRIN', /^[0-9]{2}[A-Z]{2}$/, '21CY');

export const programmeFields = {
  opleidingscode: structural(opleidingscode, 'crebo of a kwalificatie, dossier or domein'),
  niveau: optional(structural(niveau, 'absent: the catalogue’s')),
  leerweg: structural(leerweg),
  landschap: structural(landschapCode),
};
export const programme = group('programme', programmeFields);
/** opleidingscode + niveau + leerweg + landschap (DOMAIN.md §2 of the specification). */
export type Programme = DataOf<typeof programmeFields>;
