import type {
  Item,
  ListedClass,
  ListNamed,
  NotListed,
  OnlyThere,
  Reconciliation,
  Stance,
} from '../../../../projections/figures/index.ts';
import { definitiveSequence, provisionalSequence } from '../../../domain/delivery/events.ts';

export const classWords: Readonly<Record<ListedClass, string>> = {
  presumedToo: 'ook volgens de school vermoedelijk VSV',
  externalSwitchGap: 'naar een andere school, daar pas na de peildatum ingeschreven',
  returnedLater: 'later teruggekomen, op de peildatum niet ingeschreven',
  internalSwitch: 'intern geswitcht en hier ingeschreven',
  followOnHere: 'na een diploma hier verder',
  returnedHere: 'teruggekomen en hier ingeschreven',
  externalSwitch: 'op tijd ingeschreven bij een andere school, bevestigd',
  externalSwitchUnconfirmed: 'waarschijnlijk naar een andere school; laat het bevestigen',
  openHere: 'nog niet te zeggen; er mist een feit',
  enrolledHere: 'hier ingeschreven volgens de school: controleer de levering aan het register',
  qualified: 'heeft volgens de school een startkwalificatie: controleer het diploma in het register',
  entreeWithJob: 'mbo-1-diploma en betaald werk volgens de school',
  outsideTheCount: 'telt volgens de school om een andere reden niet mee',
  tooOld: 'te oud voor de telling volgens de school',
  notInPopulation: 'op de peildatum volgens de school niet in de telling',
  unknownHere: 'hier niet bekend: is het register ingelezen, is het nummer juist?',
};

export const notListedWords: Readonly<Record<NotListed, string>> = {
  notInDuosPopulation: 'staat ook niet in de startpopulatie van DUO',
  accountsDiffer: 'register en school verschillen over deze student',
  duoKnowsMore: 'DUO weet iets wat de school niet weet: zoek de bestemming uit en leg haar vast',
};

export const onlyThereWords: Readonly<Record<OnlyThere, string>> = {
  unknownHere: 'hier niet bekend',
  tooOld: 'te oud volgens de leeftijdsregel van de school',
  merged: 'samengevoegd met een ander traject',
  notFundable: 'zonder bekostiging ingeschreven',
  examOnly: 'alleen voor een examen ingeschreven',
  registerSilent: 'alleen volgens de school ingeschreven',
  placedOnly: 'geplaatst, niet definitief ingeschreven',
  notHere: 'op de peildatum hier niet ingeschreven',
};

export const itemStates: Readonly<Record<Item['state'], string>> = {
  agrees: 'gelijk',
  explained: 'verklaard',
  open: 'open',
  ended: 'afgesloten',
};

/** What the school's facts say to a line of DUO. */
export const stanceWords: Readonly<Record<Stance, string>> = {
  agrees: 'zegt hetzelfde',
  explains: 'verklaart het',
  contradicts: 'spreekt het tegen',
  unknown: 'is niet te zeggen',
};

const isClass = (as: Item['as']): as is ListedClass => Object.hasOwn(classWords, as);
export const itemSays = ({ as }: Item): string => (isClass(as) ? classWords[as] : notListedWords[as]);

export const listSays = ({ kind, sequence, recordedOn, rows, persons, rejected }: ListNamed): string => {
  const which =
    sequence === provisionalSequence
      ? 'voorlopig'
      : sequence === definitiveSequence
        ? 'definitief'
        : `maand ${sequence} van het teljaar`;
  return `${kind} ${which}, vastgelegd ${recordedOn}: ${rows} regels, ${persons} personen${rejected === 0 ? '' : `, ${rejected} afgewezen`}`;
};

export const endSays = ({ endedBy }: Item): string => {
  if (!endedBy) return '';
  return 'delivery' in endedBy
    ? ` (door de latere lijst ${endedBy.delivery.slice(0, 12)}…)`
    : ` (door ${endedBy.events.map(({ type, recordedOn }) => `${type} van ${recordedOn}`).join(', ')})`;
};

const shownAsOpen = ({ state }: Item): boolean => state === 'open' || state === 'ended';

export const reconciliationText = ({
  schoolYear,
  knownOn,
  ordinal,
  lists,
  compared,
  vsv,
  classes: counted,
  items,
  populations,
  reservation,
}: Reconciliation): string => {
  const lines = [
    `DUO en de school, teljaar ${schoolYear}-${schoolYear + 1}; bekend op ${knownOn}, tot en met gebeurtenis ${ordinal}`,
    ...(reservation === undefined ? [] : [reservation]),
    ...(lists.length === 0 ? ['Van dit teljaar is geen lijst van DUO ingelezen (wissel import vsv).'] : []),
    ...lists.map((list) => `  ${listSays(list)}${list.delivery === compared ? '  ← vergeleken' : ''}`),
  ];
  if (compared !== null)
    lines.push(
      `VSV: DUO noemt ${vsv.duo}, de school vermoedt ${vsv.school}, beide ${vsv.both}`,
      ...counted.map(({ as, count }) => `  ${count} × ${classWords[as]}`),
    );
  if (populations)
    lines.push(
      `Startpopulatie: DUO ${populations.duo}, school ${populations.school}, beide ${populations.both}`,
      ...populations.onlyDuo.map(({ why, count }) => `  alleen bij DUO: ${count} × ${onlyThereWords[why]}`),
      ...(populations.onlySchool === 0 ? [] : [`  alleen bij de school: ${populations.onlySchool}`]),
      `  van wie in beide staat verschilt de opleidingscode ${populations.differs.opleidingscode} ×, de leerweg ${populations.differs.leerweg} ×, het niveau ${populations.differs.niveau} ×`,
    );
  for (const state of ['open', 'ended'] as const) {
    const these = items.filter((item) => shownAsOpen(item) && item.state === state);
    if (these.length === 0) continue;
    lines.push(`${itemStates[state]}: ${these.length}`);
    lines.push(
      ...these.map(
        (item) =>
          `  ${item.trajectory ?? `nummer ${item.person?.slice(0, 12) ?? ''}…`}  ${item.side === 'duo' ? 'op de lijst' : 'niet op de lijst'}, ${item.ageInDays} dagen: ${itemSays(item)}${endSays(item)}`,
      ),
    );
  }
  return lines.map((line) => `${line}\n`).join('');
};
