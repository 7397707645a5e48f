import { expect, it, test } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { settingDefinitions } from '../../src/domain/institution/settings.ts';
import { termNames } from '../../src/domain/institution/terms.ts';
import { signalRules } from '../../src/domain/trajectory/events.ts';
import { workflows } from '../../workflows/index.ts';

/** DOMAIN.md §4 of the specification, row by row: the terms within which, and after how many days it climbs. */
const table = [
  ['applied', { scoutgesprekPlanned: 5, scoutgesprekHeld: 15 }, { scoutgesprekClimb: 3 }],
  ['outcome orientFurther / notYet', { nextContact: 20 }, { nextContactClimb: 5 }],
  ['placed', { firstConversation: 10 }, { firstConversationClimb: 5 }],
  ['start programme runs', {}, { startConversationClimb: 5 }],
  ['start programme ends without choice', { choiceRecorded: 3 }, { choiceClimb: 3 }],
  ['placed, 1 October in sight, not definitive', { enrolmentDecided: 20 }, { enrolmentClimb: 5 }],
  ['switch requested', { placeAnswered: 5 }, { placeClimb: 3 }],
  ['place offered', { offerAnswered: 3 }, { offerClimb: 2 }],
  ['switched', { landingTerm: 20 }, { landingClimb: 5 }],
  ['no leermetergesprek in the period', { leermeterPeriod: 10, leermeterHeld: 10 }, { leermeterClimb: 10 }],
  ['signal raised', { signalAnswered: 5 }, { signalClimb: 3 }],
  ['referred to SAB', { referralAnswered: 5, urgentReferralAnswered: 1 }, { referralClimb: 2 }],
  ['case accepted', { planDrafted: 10, planConsulted: 15 }, { planClimb: 5 }],
  ['step due', {}, { stepClimb: 3 }],
  ['case open for 60 days', { caseReview: 60 }, { caseReviewClimb: 10 }],
  ['left without startkwalificatie', { destinationAsked: 10, workskillsOffered: 15 }, { leftClimb: 5 }],
  ['final phase entered', { finalPhaseOffered: 20 }, { finalPhaseClimb: 10 }],
  ['accounts disagree on a peildatum', { accountsAgree: 10 }, { accountsClimb: 5 }],
  ['negative BSA', { otherProgrammeDiscussed: 10 }, { otherProgrammeClimb: 5 }],
  ['start programme ended, switch open', { openSwitchDecided: 5 }, { openSwitchClimb: 3 }],
  ['staff left, somebody depends on them', { handedOver: 1 }, { handedOverClimb: 1 }],
  ['retention term over', { retention: 2 }, { retentionClimb: 20 }],
  ['signal rules', { signalAbsenceHours: 16, signalSilentStart: 4, signalSilentLater: 10 }, {}],
] as const;

test.each(table)('%s has the terms of the specification', (_, within, climbs) => {
  for (const [name, days] of Object.entries({ ...within, ...climbs }))
    expect([name, settingDefinitions[name as keyof typeof settingDefinitions].standard]).toEqual([
      name,
      days,
    ]);
});

it('has no term that the specification does not name', () => {
  const named = table.flatMap(([, within, climbs]) => Object.keys({ ...within, ...climbs }));
  expect([...termNames, 'landingTerm'].toSorted()).toEqual(named.toSorted());
});

const folder = join(import.meta.dirname, '../../workflows');

/** The files of the folders along the path that say a sentence; the others are words that they share. */
const shared = ['applications', 'start-programme', 'switches', 'case'];

it('has a file for each workflow, of its name, and each of them in the list', async () => {
  const files = await readdir(folder, { recursive: true });
  const sentences = files
    .filter((file) => file.includes('/') && file.endsWith('.ts'))
    .map((file) => basename(file, '.ts'))
    .filter((name) => !shared.includes(name));
  expect(workflows.map(({ name }) => name).toSorted()).toEqual(sentences.toSorted());
});

it('hears each event once', () => {
  for (const { hears } of workflows) expect(hears).toHaveLength(new Set<string>(hears).size);
});

it('has a workflow for each signal rule', async () => {
  const files = await readdir(join(folder, 'signals'));
  expect(files).toHaveLength(signalRules.length);
});
