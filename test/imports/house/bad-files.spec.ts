import { describe, expect, test } from '@jest/globals';
import { houseText } from '../../../src/imports/institution/index.ts';
import { anna, bram, Town, typed } from './town.ts';

/** The small house with something in it replaced; what is not there cannot be. */
const but = (...replacements: readonly (readonly [string, string])[]): string =>
  replacements.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${from} is not in the file`);
    return text.replace(from, to);
  }, typed);

type Found = readonly [line: number, path: string, what: string];

const syntax: readonly (readonly [string, string, ...Found[]])[] = [
  ['a bracket that is not closed', but(['[BOL, BBL]', '[BOL, BBL']), [15, '', 'end with a ]']],
  ['a tab', but(['  - landschap: zorg', '\t- landschap: zorg']), [9, '', 'use spaces']],
  ['a section that is there twice', `${typed}variants: []\n`, [46, '', 'twice']],
  ['two documents', `${typed}---\nformat: 1\n`, [46, '', 'a file of its own']],
  ['a tag', but(['since: 2025-08-01', 'since: !!timestamp 2025-08-01']), [35, '', 'Tags']],
  ['a known tag', but(['name: Bram', 'name: !!str Bram']), [41, '', 'Tags']],
  ['an alias to nothing', but(['name: Bram', 'name: *nobody']), [41, '', '*nobody refers to nothing']],
  ['lists too deep', `format: 1\nstaff: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n`, [2, '', 'too deep']],
  ['a name that is a list', `${typed}? [a]\n: b\n`, [46, '', 'Only text can be a name']],
  ['nothing', '', [1, '', 'begin with format: 1']],
  ['only a remark', '# later\n', [1, '', 'begin with format: 1']],
  ['a list', '- format: 1\n', [1, '', 'is no house']],
];

const shapes: readonly (readonly [string, string, ...Found[]])[] = [
  ['no format', but(['format: 1\n', '']), [1, 'format', 'is missing']],
  ['another format', but(['format: 1', 'format: 2']), [1, 'format', 'is not 1']],
  [
    'a section that is not known',
    `${typed}teams: []\n`,
    [46, 'teams', 'known are format, leermeter, variants'],
  ],
  ['a merge', `${typed}<<: {}\n`, [46, '<<', 'is not known here']],
  [
    'a section without a list',
    but(['variants:\n', 'variants:\nxs:\n']),
    [2, 'variants', 'begin each entry with a dash'],
    [3, 'xs', 'not known'],
  ],
  ['a section that is text', 'format: 1\nstaff: nobody\n', [2, 'staff', 'begin each entry with a dash']],
  [
    'an entry that is text',
    'format: 1\nstaff:\n  - nobody\n',
    [3, 'staff[0]', 'give id, name, email, since'],
  ],
  [
    'a member that is missing',
    but(['    emphasis: kiezen\n', '']),
    [3, 'variants[0].emphasis', 'is missing'],
  ],
  [
    'a member that is not known',
    but(['emphasis: kiezen', 'emphasis: kiezen\n    colour: red']),
    [7, 'variants[0].colour', 'known are variant, name'],
  ],
  [
    'a version, which is counted',
    but(['weeks: 10', 'weeks: 10\n    version: 3']),
    [6, 'variants[0].version', 'not known'],
  ],
  ['too many weeks', but(['weeks: 10', 'weeks: 41']), [5, 'variants[0].weeks', 'whole number 1-40']],
  ['a number in quotes', but(['weeks: 10', "weeks: '10'"]), [5, 'variants[0].weeks', 'without quotes']],
  [
    'a number that only looks like one',
    but(['weeks: 10', 'weeks: 0x0a']),
    [5, 'variants[0].weeks', 'digits'],
  ],
  [
    'yes for true',
    but(['meeloopdag: true', 'meeloopdag: yes']),
    [12, 'landschappen[0].meeloopdag', 'write true or false'],
  ],
  [
    'true in quotes',
    but(['meeloopdag: true', 'meeloopdag: "true"']),
    [12, 'landschappen[0].meeloopdag', 'without quotes'],
  ],
  [
    'a capital in a landschap',
    but(['landschap: zorg\n    name', 'landschap: Zorg\n    name']),
    [9, 'landschappen[0].landschap', 'for example zorg-welzijn'],
  ],
  [
    'a day that does not exist',
    but(['from: 2026-07-11', 'from: 2026-02-30']),
    [20, 'calendars[0].holidays[0].from', 'a day that exists'],
  ],
  [
    'a day the other way round',
    but(['since: 2025-08-01', 'since: 01-08-2025']),
    [35, 'staff[0].since', 'for example 2026-09-01'],
  ],
  ['no value', but(['name: Bram', 'name:']), [41, 'staff[1].name', 'leave the line out']],
  ['null', but(['email: bram@school.example', 'email: null']), [42, 'staff[1].email', 'without a value']],
  ['blanks', but(['name: Bram', "name: ' '"]), [41, 'staff[1].name', 'is empty']],
  ['half a character', but(['name: Bram', 'name: "\\ud800"']), [41, 'staff[1].name', 'no text']],
  [
    'a name that is too long',
    but(['name: Bram', `name: ${'x'.repeat(201)}`]),
    [41, 'staff[1].name', 'at most 200'],
  ],
  [
    'a leerweg that is none',
    but(['[BOL, BBL]', '[BOL, bbl]']),
    [15, 'programmes[0].leerwegen[1]', 'BOL | BBL'],
  ],
  ['a niveau that is none', but(['niveau: 4', 'niveau: 5']), [16, 'programmes[1].niveau', '1 | 2 | 3 | 4']],
  [
    'a setting that is none',
    but(['setting: landingTerm', 'setting: landing']),
    [23, 'settings[1].setting', 'landingTerm'],
  ],
  ['an id that is none', but([`id: ${anna}`, 'id: anna']), [33, 'staff[0].id', 'UUID in lower case']],
  ['a role that is none', but(['role: coach', 'role: mentor']), [37, 'staff[0].roles[0].role', 'coach']],
  ['a list in the place of text', but(['name: Bram', 'name: [Bram]']), [41, 'staff[1].name', 'is not text']],
  [
    'a list of one that lies in itself',
    but(['lwps: []', 'lwps: &l [*l]']),
    [7, 'variants[0].lwps[0]', 'not a group'],
  ],
  [
    'too many LWPs',
    but(['lwps: []', `lwps: [${'{ code: a, name: A }, '.repeat(61)}]`]),
    [7, 'variants[0].lwps', 'more than 60'],
  ],
  [
    'several at once, in the order of the file',
    but(['name: Bram', 'name:'], ['weeks: 10', 'weeks: ten'], ['value: 15', 'values: 15']),
    [5, 'variants[0].weeks', 'digits'],
    [23, 'settings[1].value', 'missing'],
    [23, 'settings[1].values', 'not known'],
    [41, 'staff[1].name', 'without a value'],
  ],
];

const together: readonly (readonly [string, string, ...Found[]])[] = [
  [
    'a variant twice',
    but(['landschappen:', '  - { variant: start, name: S, weeks: 1, emphasis: e, lwps: [] }\nlandschappen:']),
    [8, 'variants[1]', 'variant start is on line 3 already'],
  ],
  [
    'a programme twice in one landschap',
    but(['opleidingscode: 28001', 'opleidingscode: 79140']),
    [16, 'programmes[1]', 'landschap zorg, opleidingscode 79140 is on line 15'],
  ],
  [
    'a setting twice for one day',
    but([
      'leermeter:',
      '  - { setting: landingTerm, landschap: zorg, value: 9, from: 2025-08-01 }\nleermeter:',
    ]),
    [24, 'settings[2]', 'line 23 already'],
  ],
  [
    'a person twice',
    but([`id: ${bram}`, `id: ${anna}`]),
    [40, 'staff[1]', 'line 33 already'],
    [39, 'staff[0].absences[0].deputy', 'neither in the file nor known'],
  ],
  [
    'a role twice',
    but(['    absences:', '      - { role: coach, landschap: zorg, from: 2026-08-01 }\n    absences:']),
    [38, 'staff[0].roles[1]', 'line 37 already'],
  ],
  [
    'a landschap with a variant that is not there',
    but(['    variant: start\n    meeloopdag', '    variant: other\n    meeloopdag']),
    [11, 'landschappen[0].variant', 'other is neither in the file nor known; add it under variants'],
  ],
  [
    'a programme of a landschap that is not there',
    but(['{ landschap: zorg, opleidingscode: 79140', '{ landschap: groen, opleidingscode: 79140']),
    [15, 'programmes[0].landschap', 'groen is neither'],
  ],
  [
    'a setting for a landschap that is not there',
    but(['landingTerm, landschap: zorg', 'landingTerm, landschap: groen']),
    [23, 'settings[1].landschap', 'groen is neither'],
  ],
  [
    'a role for a landschap that is not there',
    but(['role: coach, landschap: zorg', 'role: coach, landschap: groen']),
    [37, 'staff[0].roles[0].landschap', 'groen is neither'],
  ],
  [
    'a deputy whom nobody knows',
    but([`deputy: ${bram}`, 'deputy: c0000000-0000-4000-8000-000000000003']),
    [39, 'staff[0].absences[0].deputy', 'add this person under staff'],
  ],
];

describe('a file that is wrong', () => {
  test.each([...syntax, ...shapes, ...together])(
    '%s: said with its line, and nothing written',
    async (_what, text, ...found) => {
      const town = new Town();
      const answer = await town.import(text);
      if (answer.outcome !== 'wrong') throw new Error(`${answer.outcome}, not wrong`);
      const told = answer.problems.map(({ line, path }) => [line, path]);
      const expected = [...found].sort((one, other) => one[0] - other[0]);
      expect(told).toEqual(expected.map(([line, path]) => [line, path]));
      for (const [index, [, , what]] of expected.entries())
        expect(answer.problems[index]?.what).toContain(what);
      expect(await town.events()).toEqual([]);
    },
  );

  test('is not the same file without the mistake: that goes in', async () => {
    expect(await new Town().recorded(typed)).toBe(14);
  });

  test('that is no UTF-8 is no text', () => {
    expect(houseText(Uint8Array.of(0x6e, 0xe9, 0x65))).toBeUndefined();
    expect(houseText(Uint8Array.of(0xff, 0xfe, 0x61, 0x00))).toBeUndefined();
    expect(houseText(new TextEncoder().encode('\ufefformat: né'))).toBe('ormat: né');
  });
});

describe('a file that the rules refuse', () => {
  const zorgTwice = { code: 'LwpTwice', lwp: 'a' };
  test.each<[string, string, readonly (readonly [number, string, object])[]]>([
    [
      'an LWP twice, and of what rests on it nothing more',
      but(['lwps: []', 'lwps: [{ code: a, name: A }, { code: a, name: B }]']),
      [[3, 'variants[0]', zorgTwice]],
    ],
    ['no leerweg', but(['[BOL, BBL]', '[]']), [[15, 'programmes[0]', { code: 'NoLeerweg' }]]],
    [
      'a domein that is none',
      but(['domein: 79140', 'domein: 25655']),
      [[16, 'programmes[1]', { code: 'UnknownDomein' }]],
    ],
    [
      'a holiday that ends before it begins',
      but(['until: 2026-08-23', 'until: 2026-07-10']),
      [[18, 'calendars[0]', { code: 'InvalidPeriod' }]],
    ],
    [
      'a holiday of another year',
      but(['schoolYear: 2025', 'schoolYear: 2024']),
      [[18, 'calendars[0]', { code: 'OutsideSchoolYear' }]],
    ],
    [
      'a value that a setting does not have',
      but(['value: no', 'value: never']),
      [[22, 'settings[0]', { code: 'InvalidSetting' }]],
    ],
    [
      'a setting that is for the whole school',
      but(['setting: populationFundableOnly', 'setting: populationFundableOnly, landschap: zorg']),
      [[22, 'settings[0]', { code: 'NotPerLandschap' }]],
    ],
    ['a scale that goes down', but(['least: 0', 'least: 10']), [[24, 'leermeter', { code: 'InvalidScale' }]]],
    [
      'a competence twice',
      but(['Samenwerken }', 'Samenwerken }\n    - { code: 1, name: Weer }']),
      [[24, 'leermeter', { code: 'CompetenceTwice', competence: '1' }]],
    ],
    [
      'a group that ends before it begins',
      but(['from: 2026-09-07', 'from: 2026-09-07, until: 2026-09-06']),
      [[31, 'trainingGroups[0]', { code: 'InvalidPeriod' }]],
    ],
    [
      'a role of a student',
      but(['role: coach', 'role: student']),
      [[37, 'staff[0].roles[0]', { code: 'NotAStaffRole' }]],
    ],
    [
      'somebody as his own deputy',
      but([`deputy: ${bram}`, `deputy: ${anna}`]),
      [[39, 'staff[0].absences[0]', { code: 'OwnDeputy' }]],
    ],
    [
      'all of them, in the order of the file',
      but(['role: coach', 'role: student'], ['[BOL, BBL]', '[]']),
      [
        [15, 'programmes[0]', { code: 'NoLeerweg' }],
        [37, 'staff[0].roles[0]', { code: 'NotAStaffRole' }],
      ],
    ],
  ])('%s: nothing is written', async (_what, text, refused) => {
    const town = new Town();
    const answer = await town.import(text);
    if (answer.outcome !== 'refused') throw new Error(`${answer.outcome}, not refused`);
    expect(answer.refusals.map(({ line, step }) => [line, step.path])).toEqual(
      refused.map(([line, path]) => [line, path]),
    );
    for (const [index, [, , refusal]] of refused.entries())
      expect(answer.refusals[index]?.refusal).toMatchObject(refusal);
    expect(await town.events()).toEqual([]);
  });
});

describe('a file about people who are known already', () => {
  const known = async (): Promise<Town> => {
    const town = new Town();
    await town.recorded(typed);
    return town;
  };

  test('changes no name: it says what is recorded', async () => {
    const answer = await (
      await known()
    ).import(but(['name: Bram', 'name: Bram de Wit'], ['    email: bram@school.example\n', '']));
    expect(answer).toMatchObject({
      outcome: 'wrong',
      problems: [
        { line: 40, path: 'staff[1].email', what: expect.stringContaining('bram@school.example') },
        { line: 41, path: 'staff[1].name', what: expect.stringContaining('is recorded as Bram') },
      ],
    });
  });

  test('does not bring back whoever has left since, unless it says when', async () => {
    const town = await known();
    await town.leaves(bram, '2026-10-31');
    const before = (await town.events()).length;
    expect(await town.import(typed)).toMatchObject({
      outcome: 'wrong',
      problems: [{ line: 40, path: 'staff[1]', what: expect.stringContaining('left on 2026-10-31') }],
    });
    expect(await town.events()).toHaveLength(before);
    const back = but(['example\n    since: 2025-08-01', 'example\n    since: 2026-11-16']);
    expect(await town.recorded(back)).toBe(1);
  });

  test('leaves out of what it writes who has left, and the absences in which they stood in', async () => {
    const town = await known();
    await town.leaves(bram, '2026-10-31');
    const text = await town.export();
    expect(text).not.toContain('Bram');
    expect(text).not.toContain(bram);
    expect(await new Town().recorded(text)).toBe(12);
  });

  test('refers to what is known and not in it', async () => {
    const town = await known();
    const more = `format: 1
programmes:
  - { landschap: zorg, opleidingscode: 25655, leerwegen: [BOL] }
staff:
  - id: c0000000-0000-4000-8000-000000000003
    name: Chris
    since: 2026-08-01
    roles: [{ role: scout, landschap: zorg, from: 2026-08-01 }]
    absences: [{ from: 2026-11-02, to: 2026-11-06, deputy: ${anna} }]
`;
    expect(await new Town().import(more)).toMatchObject({ outcome: 'wrong', problems: [{}, {}, {}] });
    expect(await town.recorded(more)).toBe(4);
  });
});
