import { describe, expect, it } from '@jest/globals';
import {
  type EvidenceBox,
  evidenceBoxes,
  type RegisterBox,
  registerBoxes,
} from '../../projections/figures/index.ts';
import { rowOf, type Tell } from './asking.ts';
import { day, programme, programmes, type Story } from './history.ts';

const { verpleegkunde, verpleegkundeDossier, apotheek, zorgDomein, software, entree, dakdekker } = programmes;

/** Placed in August and enrolled in September 2024, unless said otherwise. */
const begun = (story: Story, into = verpleegkunde): Story =>
  story.placed('2024-08-20', into).enrolled('2024-09-01');

describe('each box of the register reading', () => {
  const cases: readonly [name: string, box: RegisterBox, tell: Tell][] = [
    ['still in the same opleiding', 'same', (story) => begun(story)],
    [
      'another leerweg and landschap, the same code',
      'same',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, programme('25655', 'elders', 'BBL')),
    ],
    [
      'from a domein to a kwalificatie in it',
      'specified',
      (story) => begun(story, zorgDomein).specified('2025-01-06', '25655'),
    ],
    [
      'from a domein to a dossier in it',
      'specified',
      (story) => begun(story, zorgDomein).specified('2025-01-06', '23267'),
    ],
    [
      'from a kwalificatie back to its dossier',
      'specified',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, verpleegkundeDossier),
    ],
    [
      'another opleiding of the same domein',
      'otherSameDomain',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, apotheek),
    ],
    [
      'another domein',
      'otherDomain',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, software),
    ],
    [
      'from Entree, which has no domein',
      'otherDomainUnknown',
      (story) => begun(story, entree).switched(1, '2024-11-11', entree, software),
    ],
    [
      'to a code of which only the name is known',
      'otherDomainUnknown',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, dakdekker),
    ],
    [
      'a diploma and on to another opleiding',
      'diplomaAndOn',
      (story) => begun(story).diploma('2025-07-04', '25655').followOn('2025-09-01', software),
    ],
    [
      'a diploma on t and on',
      'diplomaAndOn',
      (story) => begun(story).diploma('2024-10-01', '25655').followOn('2025-09-01', software),
    ],
    [
      'a diploma, and still in the same opleiding',
      'same',
      (story) => begun(story).diploma('2025-07-04', '25655'),
    ],
    [
      'a diploma before t is no diploma of this year',
      'otherDomain',
      (story) => begun(story).diploma('2024-09-30', '25655').followOn('2025-09-01', software),
    ],
    [
      'left with a diploma',
      'leftWithDiploma',
      (story) => begun(story).diploma('2025-07-04', '25655').left('2025-07-04'),
    ],
    [
      'left, with a diploma on 31 December after',
      'leftWithDiploma',
      (story) => begun(story).left('2025-07-04').diploma('2025-12-31', '25655'),
    ],
    [
      'left, with a diploma a day too late',
      'leftWithout',
      (story) => begun(story).left('2025-07-04').diploma('2026-01-01', '25655'),
    ],
    ['left', 'leftWithout', (story) => begun(story).left('2025-02-01')],
    ['left on the day before t’', 'leftWithout', (story) => begun(story).left('2025-09-30')],
    ['left on t’: the last day belongs to it', 'same', (story) => begun(story).left('2025-10-01')],
  ];
  it.each(cases)('%s: %s', (_, box, tell) => {
    expect(rowOf(tell)?.register).toBe(box);
  });
  it('is in the table', () => {
    expect(new Set(cases.map(([, box]) => box))).toEqual(new Set(registerBoxes));
  });
});

const elsewhere = { kind: 'mbo', confirmed: true, from: day('2025-03-01') } as const;

describe('each box of the evidence reading', () => {
  const cases: readonly [name: string, box: EvidenceBox, tell: Tell][] = [
    [
      'known from a register only',
      'schoolSilent',
      (story, school) => {
        school.delivered(1, { madeOn: day('2025-11-01'), from: day('2024-08-01') }, [story.id]);
        story.register(1, { from: '2024-08-01', periods: [['2024-08-01', '25655']] });
      },
    ],
    [
      'a diploma and another programme',
      'diplomaAndOn',
      (story) => begun(story).diploma('2025-07-04', '25655').followOn('2025-09-01', software),
    ],
    [
      'a follow-on of which the diploma is not known',
      'diplomaAndOn',
      (story) => begun(story).followOn('2025-09-01', software),
    ],
    [
      'left, came back elsewhere',
      'returnedElsewhere',
      (story) =>
        begun(story)
          .left('2025-01-10')
          .returned('2025-08-20')
          .placed('2025-08-20', software)
          .enrolled('2025-09-01'),
    ],
    [
      'left on t, came back in the same',
      'returned',
      (story) =>
        begun(story)
          .left('2024-10-01')
          .returned('2025-08-20')
          .placed('2025-08-20', verpleegkunde)
          .enrolled('2025-09-01'),
    ],
    [
      'a switch with all evidence',
      'guidedSwitch',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, software),
    ],
    [
      'two switches, both with all evidence',
      'guidedSwitch',
      (story) =>
        begun(story)
          .switched(1, '2024-11-11', verpleegkunde, apotheek)
          .switched(2, '2025-02-03', apotheek, software),
    ],
    [
      'a switch of the leerweg alone',
      'guidedSwitch',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, programme('25655', 'zorg', 'BBL')),
    ],
    [
      'a switch without a conversation',
      'switchEvidenceMissing',
      (story) => begun(story).switched(1, '2024-11-11', verpleegkunde, software, { conversation: false }),
    ],
    [
      'two switches, one without a motive',
      'switchEvidenceMissing',
      (story) =>
        begun(story)
          .switched(1, '2024-11-11', verpleegkunde, apotheek, { motive: false })
          .switched(2, '2025-02-03', apotheek, software),
    ],
    [
      'switched and back again',
      'switchedBack',
      (story) =>
        begun(story)
          .switched(1, '2024-11-11', verpleegkunde, software)
          .switched(2, '2025-02-03', software, verpleegkunde),
    ],
    [
      'another programme, after a return that never was',
      'unexplainedChange',
      (story) => {
        begun(story)
          .left('2025-01-10')
          .returned('2025-01-13')
          .placed('2025-01-13', software)
          .enrolled('2025-01-13');
        story.neverWas(story.last('Returned'), '2025-12-01');
      },
    ],
    [
      'another opleiding in the register only',
      'unexplainedChange',
      (story, school) => {
        begun(story);
        school.delivered(1, { madeOn: day('2025-11-01'), from: day('2024-08-01') }, [story.id]);
        story.register(1, {
          from: '2024-08-01',
          periods: [
            ['2024-08-01', '25655'],
            ['2025-02-01', '25604'],
          ],
        });
      },
    ],
    [
      'specified, which is no change',
      'stayed',
      (story) => begun(story, zorgDomein).specified('2025-01-06', '25655'),
    ],
    ['nothing happened', 'stayed', (story) => begun(story)],
    [
      'left with a diploma',
      'leftWithDiploma',
      (story) => begun(story).diploma('2025-07-04', '25655').left('2025-07-04'),
    ],
    [
      'gone, and nobody knows since when',
      'unexplainedLeaving',
      (story, school) => {
        story.placed('2024-08-20', verpleegkunde);
        school.delivered(1, { madeOn: day('2024-11-01'), from: day('2024-08-01') }, [story.id]);
        story.register(1, { from: '2024-08-01', periods: [['2024-08-01', '25655']] });
      },
    ],
    ['died', 'deceased', (story) => begun(story).left('2025-01-10', { kind: 'deceased', confirmed: true })],
    ['at another school on t’', 'toOtherSchool', (story) => begun(story).left('2025-02-01', elsewhere)],
    [
      'at another school since t’',
      'toOtherSchool',
      (story) => begun(story).left('2025-02-01', { ...elsewhere, from: day('2025-10-01') }),
    ],
    [
      'at another school after t’ only',
      'toOtherSchoolGap',
      (story) => begun(story).left('2025-02-01', { ...elsewhere, from: day('2025-10-02') }),
    ],
    [
      'at another school, not confirmed',
      'toOtherSchoolUnconfirmed',
      (story) => begun(story).left('2025-02-01', { ...elsewhere, confirmed: false }),
    ],
    [
      'at another school, from when is not known',
      'toOtherSchoolUnconfirmed',
      (story) => begun(story).left('2025-02-01', { kind: 'hbo', confirmed: true }),
    ],
    [
      'left with a startkwalificatie from before',
      'leftQualified',
      (story) => begun(story.prior('havo', 'yes')).left('2025-02-01'),
    ],
    [
      'left at 23',
      'leftOutsideVsv',
      (story) => begun(story.born({ year: 2001, part: 'to1Aug' })).left('2025-02-01'),
    ],
    [
      'left, placed again, enrolled after t’',
      'returnedLater',
      (story) =>
        begun(story)
          .left('2025-02-01')
          .returned('2025-09-20')
          .placed('2025-09-20', software)
          .enrolled('2025-10-06'),
    ],
    [
      'left, to work, while an unknown havo diploma would decide',
      'leftOpen',
      (story) =>
        begun(story.prior('havo', 'unknown')).left('2025-02-01', {
          kind: 'work',
          confirmed: true,
          paid: true,
        }),
    ],
    ['left', 'presumedVsv', (story) => begun(story).left('2025-02-01')],
  ];
  it.each(cases)('%s: %s', (_, box, tell) => {
    expect(rowOf(tell)?.evidence).toBe(box);
  });
  it('is in the table', () => {
    expect(new Set(cases.map(([, box]) => box))).toEqual(new Set(evidenceBoxes));
  });
});

describe('the evidence of a switch', () => {
  const switched = (story: Story, left: Parameters<Story['switched']>[4]): Story =>
    begun(story).switched(1, '2024-11-11', verpleegkunde, software, left);

  it.each(['conversation', 'motive', 'place', 'acceptance', 'landing'] as const)(
    'says that the %s is missing',
    (piece) => {
      expect(rowOf((story) => switched(story, { [piece]: false }))?.missing).toEqual([piece]);
    },
  );
  it('needs no acceptance of a coach who stays the same', () => {
    const tell: Tell = (story) => {
      switched(story, { acceptance: false });
      story.corrected(story.last('PlaceOffered'), { coach: 'c0' }, '2025-01-01');
      story.corrected(story.last('CoachAssigned'), { coach: 'c0' }, '2025-01-01');
    };
    expect(rowOf(tell)?.missing).toEqual([]);
  });
  it('takes a conversation before the placement for none', () => {
    const tell: Tell = (story) => {
      switched(story, {});
      story.corrected(story.last('ConversationHeld'), { on: '2024-08-19' }, '2025-01-01');
    };
    expect(rowOf(tell)?.missing).toEqual(['conversation']);
  });
  it('takes a conversation after the request for none', () => {
    const tell: Tell = (story) => {
      switched(story, {});
      story.corrected(story.last('ConversationHeld'), { on: '2024-11-05' }, '2025-01-01');
    };
    expect(rowOf(tell)?.missing).toEqual(['conversation']);
  });
  it('misses no landing of somebody who switched again before it was due', () => {
    const tell: Tell = (story) =>
      switched(story, { landing: false }).switched(2, '2024-12-02', software, apotheek);
    expect(rowOf(tell)?.missing).toEqual([]);
  });
  it('misses no landing of somebody who left before it was due', () => {
    const tell: Tell = (story) =>
      switched(story, { landing: false })
        .left('2024-12-02')
        .returned('2025-08-20')
        .placed('2025-08-20', software)
        .enrolled('2025-09-01');
    expect(rowOf(tell)?.missing).toEqual([]);
  });
  it('misses no landing up to the twentieth school day, and misses it the day after', () => {
    const tell: Tell = (story) =>
      begun(story).switched(1, '2025-09-15', verpleegkunde, software, { landing: false });
    // From 16 September 2025 on, with the herfstvakantie of noord from 18 October: the twentieth is 13 October.
    expect(rowOf(tell, { knownOn: day('2025-10-13') })?.evidence).toBe('guidedSwitch');
    expect(rowOf(tell, { knownOn: day('2025-10-14') })?.missing).toEqual(['landing']);
  });
});
