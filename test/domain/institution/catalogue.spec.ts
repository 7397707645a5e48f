import { describe, expect, it } from '@jest/globals';
import { catalogueOf } from '../../../src/domain/institution/catalogue.ts';
import type { InstitutionEvent } from '../../../src/domain/institution/events.ts';
import { institution } from '../../../src/domain/institution/state.ts';
import { shippedTables } from '../../../src/domain/institution/tables/shipped.ts';
import { given } from '../scenario.ts';

const defined = (programme: object): InstitutionEvent => {
  const data: unknown = { landschap: 'techniek', leerwegen: ['BOL'], ...programme };
  return { type: 'ProgrammeDefined', data } as InstitutionEvent;
};
const adopted = shippedTables().map((data): InstitutionEvent => ({ type: 'TableAdopted', data }));
const catalogue = (...events: InstitutionEvent[]) => catalogueOf(given(institution, events));

describe('the catalogue', () => {
  it('has 1694 kwalificaties, 628 dossiers, 17 codes of 16 domeinen and 74 names', () => {
    const levels = Map.groupBy(catalogue().entries(), ({ level }) => level);
    expect([...levels].map(([level, { length }]) => [level, length])).toEqual([
      ['domein', 17],
      ['dossier', 628],
      ['kwalificatie', 1694],
      ['nameOnly', 74],
    ]);
  });

  it('knows of a kwalificatie its niveau, leerwegen, dossier and domein, and the source of all that', () => {
    expect(catalogue().entry('25655')).toEqual({
      code: '25655',
      name: 'Mbo-Verpleegkundige',
      level: 'kwalificatie',
      niveau: 4,
      leerwegen: ['BOL', 'BBL'],
      dossier: '23267',
      domein: '79140',
      source: 'sbb22+kt21',
    });
  });

  it('gives a dossier a niveau only when all in it have the same', () => {
    expect(catalogue().entry('22011')).toMatchObject({ level: 'dossier', niveau: 4, niveaus: [4] });
    expect(catalogue().entry('22009')).toMatchObject({ niveaus: [2, 3] });
    expect(catalogue().entry('22009')).not.toHaveProperty('niveau');
    expect(catalogue().entry('22000')).toMatchObject({ niveaus: [] });
  });

  it('leaves out what no source states: Entree has no domein, new codes have a name only', () => {
    expect(catalogue().entry('23110')).not.toHaveProperty('domein');
    expect(catalogue().entry('27052')).toEqual({
      code: '27052',
      name: 'Medewerker hospitality',
      level: 'nameOnly',
      source: 'names26',
    });
  });

  it('knows nothing of a code that no table has', () => {
    expect(catalogue().entry('99999')).toBeUndefined();
    expect(catalogue().isInside('99999', '79140')).toBe(false);
  });

  it('has a kwalificatie inside its dossier and its domein, a dossier inside its domein, and nothing inside itself', () => {
    const { isInside } = catalogue();
    expect(isInside('25655', '23267')).toBe(true);
    expect(isInside('25655', '79140')).toBe(true);
    expect(isInside('23267', '79140')).toBe(true);
    expect(isInside('25655', '79000')).toBe(false);
    expect(isInside('23267', '25655')).toBe(false);
    expect(isInside('79140', '79140')).toBe(false);
    expect(isInside('25655', '25655')).toBe(false);
  });

  it('takes the older code of the green schools for the same domein', () => {
    const { entry, isInside, domeinName } = catalogue();
    expect(entry('79150')).toMatchObject({ level: 'domein', domein: '79160' });
    expect(isInside('11069', '79150')).toBe(true);
    expect(isInside('79150', '79160')).toBe(false);
    expect(domeinName('79150')).toBe(domeinName('79160'));
    expect(domeinName('25655')).toBeUndefined();
  });

  it('is empty for whoever reads only adopted tables, until one is adopted', () => {
    expect([...catalogueOf(given(institution, []), 'adoptedOnly').entries()]).toEqual([]);
    expect(catalogueOf(given(institution, adopted), 'adoptedOnly').entry('25655')?.niveau).toBe(4);
  });

  it('is built once for a state', () => {
    const state = given(institution, adopted);
    expect(catalogueOf(state)).toBe(catalogueOf(state));
    expect(catalogueOf(state)).not.toBe(catalogueOf(state, 'adoptedOnly'));
  });
});

describe('what a landschap says of its programme', () => {
  it('goes before the table, for what it says', () => {
    const { entry, isInside } = catalogue(defined({ opleidingscode: '27052', niveau: 2, domein: '79120' }));
    expect(entry('27052')).toEqual({
      code: '27052',
      name: 'Medewerker hospitality',
      level: 'kwalificatie',
      niveau: 2,
      domein: '79120',
      source: 'institution+names26',
    });
    expect(isInside('27052', '79120')).toBe(true);
  });

  it('keeps a code that no table knows, marked as no more than a name until a niveau is stated', () => {
    expect(catalogue(defined({ opleidingscode: '28001' })).entry('28001')).toMatchObject({
      name: '28001',
      level: 'nameOnly',
      source: 'institution',
    });
    expect(
      catalogue(defined({ opleidingscode: '28001', name: 'Dronepiloot', niveau: 3 })).entry('28001'),
    ).toMatchObject({ name: 'Dronepiloot', level: 'kwalificatie', niveau: 3 });
  });

  it('changes nothing about a known code when it only says that it is offered', () => {
    expect(catalogue(defined({ opleidingscode: '25655' })).entry('25655')).toEqual(
      catalogue().entry('25655'),
    );
  });

  it('is left open where two landschappen differ', () => {
    const both = catalogue(
      defined({ opleidingscode: '23110', niveau: 1 }),
      defined({ opleidingscode: '23110', niveau: 2, landschap: 'groen' }),
    );
    expect(both.entry('23110')).not.toHaveProperty('niveau');
  });
});
