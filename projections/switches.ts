import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { Projection, Row, Rows, ViewRows } from '../src/kernel/projection.ts';
import { catalogueOf } from '../src/domain/institution/catalogue.ts';
import type { Programme } from '../src/domain/institution/ids.ts';
import { institution } from '../src/domain/institution/state.ts';
import type { StudentId } from '../src/domain/student/ids.ts';
import type { Dimension, Initiative } from '../src/domain/trajectory/events.ts';
import type { SwitchId } from '../src/domain/trajectory/ids.ts';
import { type History, historyAsKnown, type Moment, type SwitchMade, switchesOf } from './figures/index.ts';
import { tracksOf } from './story-history.ts';
import { trajectoryStories } from './trajectory-story.ts';

const ofSwitches = new Set([
  'PlacedProvisionally',
  'EnrolledDefinitively',
  'ProgrammeSpecified',
  'PlacementCancelled',
  'FollowOnStarted',
  'Left',
  'StartProgrammeStarted',
  'StartProgrammeExtended',
  'SwitchRequested',
  'PlaceOffered',
  'Switched',
  'LandingConfirmed',
  'ConversationHeld',
]);

/** A switch that was made, with the days of its evidence; what is absent is not there. */
export interface SwitchShown {
  readonly trajectory: StudentId;
  readonly switch: SwitchId;
  readonly on: CalendarDate;
  readonly from: Programme;
  readonly to: Programme;
  readonly dimensions: readonly Dimension[];
  readonly moment: readonly Moment[];
  readonly initiative?: Initiative;
  readonly conversationOn?: CalendarDate;
  readonly requestedOn?: CalendarDate;
  readonly motiveGiven: boolean;
  readonly offeredOn?: CalendarDate;
  readonly acceptedOn: CalendarDate;
  readonly landedOn?: CalendarDate;
  readonly wellReceived?: boolean;
}

/** Only of a corrected programme are the dimensions computed again; the tables that ship are enough for that. */
const catalogue = catalogueOf(institution.initial);

const shownOf = (history: History, made: SwitchMade, trajectory: StudentId): SwitchShown => {
  const request = history.of('SwitchRequested').findLast(({ data }) => data.switch === made.id);
  const offer = history.of('PlaceOffered').findLast(({ data }) => data.switch === made.id);
  const landing = history.of('LandingConfirmed').findLast(({ data }) => data.switch === made.id);
  const placedOn = history
    .of('PlacedProvisionally')
    .findLast(({ ordinal }) => request !== undefined && ordinal < request.ordinal)?.data.on;
  const conversation =
    request &&
    history
      .of('ConversationHeld')
      .findLast(({ data }) => data.on <= request.data.on && (placedOn === undefined || data.on >= placedOn));
  return {
    trajectory,
    switch: made.id,
    on: made.on,
    from: made.from,
    to: made.to,
    dimensions: made.dimensions,
    moment: made.moment,
    ...(made.initiative !== undefined && { initiative: made.initiative }),
    ...(conversation && { conversationOn: conversation.data.on }),
    ...(request && { requestedOn: request.data.on }),
    motiveGiven: request?.data.motiveGiven ?? false,
    ...(offer && { offeredOn: offer.data.on }),
    acceptedOn: made.fact.data.acceptedOn,
    ...(landing && { landedOn: landing.data.on, wellReceived: landing.data.wellReceived }),
  };
};

const rowOf = (shown: SwitchShown): Row => ({
  on: shown.on,
  fromLandschap: shown.from.landschap,
  toLandschap: shown.to.landschap,
  switch: JSON.stringify(shown),
});

/** A line per switch that was made; one that was merged in comes with the trajectory that goes on. */
export const switches: Projection = {
  name: 'switches',
  version: 1,
  stories: trajectoryStories,
  tables: [
    {
      name: 'switches',
      columns: ['on', 'fromLandschap', 'toLandschap', 'switch'],
      indexes: [['fromLandschap'], ['toLandschap']],
    },
  ],
  rows: (story): Rows => {
    const isSwitched = ({ type }: { readonly type: string }): boolean => type === 'Switched';
    if (!story.events.some(isSwitched) && !story.joined.some(isSwitched)) return {};
    const { track, merged } = tracksOf(story, ofSwitches);
    const history = historyAsKnown(track, () => true, merged);
    if (history.mergedInto !== undefined) return {};
    return {
      switches: switchesOf(history, catalogue).map((made) => rowOf(shownOf(history, made, track.id))),
    };
  },
};

export const switchesOfTrajectory = (rows: ViewRows, trajectory: StudentId): readonly SwitchShown[] =>
  rows
    .find('switches', { where: { key: trajectory } })
    .map((row) => JSON.parse(String(row['switch'])) as SwitchShown);
