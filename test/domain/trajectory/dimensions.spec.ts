import { describe, expect, test } from '@jest/globals';
import { catalogueOf } from '../../../src/domain/institution/catalogue.ts';
import { dimensionsOf } from '../../../src/domain/trajectory/dimensions.ts';
import {
  allroundTimmerman,
  bouw,
  code,
  domeinBouw,
  dossierTimmeren,
  kapper,
  school,
  timmerman,
  timmermanBbl,
  uiterlijk,
} from '../../support/people.ts';

const catalogue = catalogueOf(school);
const entree = { opleidingscode: code('25250'), leerweg: 'BOL', landschap: bouw } as const;
const dossierHaarverzorging = {
  opleidingscode: code('23157'),
  leerweg: 'BOL',
  landschap: uiterlijk,
} as const;

describe('What of a programme changes by a switch', () => {
  test.each([
    ['nothing', timmerman, timmerman, []],
    ['only the leerweg', timmerman, timmermanBbl, ['leerweg']],
    ['up inside the dossier: the crebo and the niveau', timmerman, allroundTimmerman, ['crebo', 'niveauUp']],
    ['and down', allroundTimmerman, timmerman, ['crebo', 'niveauDown']],
    ['to another field', timmerman, kapper, ['crebo', 'kwalificatiedossier', 'domein', 'landschap']],
    ['from a domein to inside it: only the code', domeinBouw, timmerman, ['crebo']],
    ['from a dossier to inside it: only the code', dossierTimmeren, timmerman, ['crebo']],
    [
      'between dossiers of two domeinen; their niveaus are several and not compared',
      dossierTimmeren,
      dossierHaarverzorging,
      ['crebo', 'kwalificatiedossier', 'domein', 'landschap'],
    ],
    [
      'from Entree, which has no domein, upwards',
      entree,
      timmerman,
      ['crebo', 'kwalificatiedossier', 'niveauUp'],
    ],
    [
      'an unknown code: what is not known is not compared',
      { ...timmerman, opleidingscode: code('99999') },
      timmerman,
      ['crebo'],
    ],
    [
      'a stated niveau counts where the table has none',
      { ...domeinBouw, niveau: 4 as const },
      timmerman,
      ['crebo', 'niveauDown'],
    ],
  ])('%s', (_what, from, to, changed) => {
    expect(dimensionsOf(from, to, catalogue)).toEqual(changed);
  });
});
