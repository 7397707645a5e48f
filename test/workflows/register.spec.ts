import { describe, expect, it } from '@jest/globals';
import type { DeliveryId } from '../../src/domain/delivery/ids.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { theTwoAccountsAgreeOnThePeildatum } from '../../workflows/register/the-two-accounts-agree-on-the-peildatum.ts';
import { code, d, deliveryId, enrolled, fact, left, uptoPlaced } from '../support/people.ts';
import { playTrajectory } from './play.ts';

const [before, after] = ['a', 'b'].map(deliveryId) as [DeliveryId, DeliveryId];
const delivered = (madeOn: string) => ({
  brin: '21CY',
  from: calendarDate('2025-08-01'),
  to: calendarDate(madeOn),
  madeOn: calendarDate(madeOn),
  kind: 'RO',
});
const around = {
  deliveries: new Map([
    [before, delivered('2025-09-20')],
    [after, delivered('2025-10-15')],
  ]),
};

/** What the register says of Mila: enrolled from 15 September, in this programme. */
const saidBy = (delivery: DeliveryId, opleidingscode = '25128') => [
  fact('RegisterEnrolmentRecorded', { delivery, brin: '21CY', enrolment: '1', from: d('09-15') }),
  fact('RegisterPeriodRecorded', {
    delivery,
    brin: '21CY',
    enrolment: '1',
    from: d('09-15'),
    opleidingscode: code(opleidingscode),
    leertraject: 'BOL',
  }),
];
const path = [...uptoPlaced.flat(), ...enrolled];
const play = () => playTrajectory(theTwoAccountsAgreeOnThePeildatum, around);

describe('the two accounts agree on the peildatum', () => {
  it('and nothing is asked when both have the student in one programme', () => {
    expect(
      play()
        .on('2025-09-20', ...path)
        .on('2025-10-16', ...saidBy(after))
        .asked(),
    ).toEqual([]);
  });

  it('or the coach is asked within ten school days, from the file on', () => {
    const asked = play()
      .on('2025-09-20', ...path)
      .on('2025-10-16', ...saidBy(after, '25118'));
    expect(asked.asked()).toEqual(['correct of coach carla of bouw by 2025-11-05']);
  });

  it('also when only one of them has the student enrolled', () => {
    const asked = play()
      .on('2025-09-20', ...uptoPlaced.flat())
      .on('2025-10-16', ...saidBy(after));
    expect(asked.asked()).toHaveLength(1);
  });

  it('but no file speaks for a day after it was made', () => {
    expect(
      play()
        .on('2025-09-20', ...uptoPlaced.flat())
        .on('2025-09-21', ...saidBy(before))
        .on('2025-10-14')
        .asked(),
    ).toEqual([]);
  });

  it('and is over when what was wrong is corrected', () => {
    const mended = play()
      .on('2025-09-20', ...path)
      .on('2025-10-16', ...saidBy(after, '25118'))
      .on('2025-10-20', fact('ProgrammeSpecified', { on: d('09-20'), opleidingscode: code('25118') }));
    expect(mended.asked()).toEqual([]);
  });

  it('of quality, where nobody is responsible any more', () => {
    const gone = play()
      .on('2025-09-20', ...path)
      .on('2025-10-16', ...saidBy(after, '25118'))
      .on('2025-11-14', ...left);
    expect(gone.asked()).toEqual(['correct of quality by 2025-11-05']);
  });
});
