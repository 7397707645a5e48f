import { describe, expect, it } from '@jest/globals';
import { standingOf } from '../../src/cli/standing.ts';
import { emptySchool } from './school.ts';

const file = (brin: string, madeOn: string, number: string): string =>
  [
    `VLP|${brin}|2025-08-01|2026-07-31|${madeOn}`,
    `PER|${number}||2008-04-12|V`,
    `ISG|${number}||1|2025-08-01|2028-07-31||`,
    `ISP|${number}||1|2025-08-01|25655|BOL|4|J`,
  ].join('\n');

describe('a delivery into a log that holds a school already', () => {
  it('goes in without remark when it is the first, and when it names people who are known', async () => {
    const school = emptySchool();
    const first = await school.import(file('21CY', '2026-08-01', '6'), {
      standing: await standingOf(school.store),
    });
    const second = await school.import(file('21CY', '2026-09-01', '6'), {
      standing: await standingOf(school.store),
    });
    for (const { warnings } of [first, second]) {
      const codes = warnings.map(({ code }) => code);
      expect(codes).not.toContain('OtherBrin');
      expect(codes).not.toContain('NobodyKnown');
    }
  });

  it('is remarked on when it is of another BRIN, or knows nobody: it takes out everybody whom it does not name', async () => {
    const school = emptySchool();
    await school.import(file('21CY', '2026-08-01', '6'));
    const { warnings } = await school.import(file('25LX', '2026-09-01', '6'), {
      standing: await standingOf(school.store),
    });
    expect(warnings.find(({ code }) => code === 'OtherBrin')?.text).toContain('(21CY)');
    expect(warnings.map(({ code }) => code)).toContain('NobodyKnown');
  });
});
