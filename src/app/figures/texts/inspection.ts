import type {
  BridgeReport,
  NearMend,
  NearReport,
  OutsideCause,
  Standing,
  WhyReport,
} from '../../../../projections/figures/index.ts';
import { evidenceNames, registerNames, standsAsName, totalOf, verdictText } from './names.ts';

/** What there is to do, in Dutch. */
export const mendWords: Readonly<Record<NearMend, string>> = {
  recordLeaving: 'leg het vertrek vast: wanneer en waarheen',
  findDestination: 'zoek uit waar de student nu is, en leg het vast',
  backAtSchool: 'zorg voor een inschrijving op de peildatum, hier of elders',
  confirmEnrolmentElsewhere: 'laat de inschrijving bij de andere school bevestigen',
  confirmExemption: 'laat de vrijstelling bevestigen',
  confirmJob: 'laat het betaalde werk bevestigen',
  confirmBrp: 'laat het bevolkingsregister bevestigen',
  recordBirthDate: 'leg de geboortedatum vast',
  recordNiveau: 'leg het niveau van het diploma vast',
  confirmDiploma: 'zoek uit of het eerdere diploma is behaald',
  settleAccounts: 'los het verschil tussen register en school op',
  explainChange: 'leg vast waarom de opleiding veranderde',
  recordConversation: 'leg het gesprek voor de switch vast',
  recordMotive: 'leg het motief van de switch vast',
  recordPlace: 'leg de aangeboden plaats vast',
  recordAcceptance: 'leg het ja van de nieuwe coach vast',
  confirmLanding: 'bevestig hoe de switch landde',
  enrolDefinitively: 'schrijf definitief in voor de peildatum',
};

export const nearKindWords: Readonly<Record<NearReport['kinds'][number]['kind'], string>> = {
  presumedVsv: 'vermoedelijk VSV',
  openVsv: 'misschien VSV',
  unexplainedSwitch: 'switch die niet of niet heel is uitgelegd',
  explainedSwitch: 'switch die is uitgelegd',
  notEnrolled: 'geplaatst, nog niet ingeschreven',
};

export const standingWords: Readonly<Record<WhyReport['figures'][number]['standing'], string>> = {
  counted: 'telt mee',
  notCounted: 'telt niet mee',
  leftOut: 'niet in de populatie',
  unknown: 'nog niet te zeggen',
};

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

export const whyText = ({
  trajectory,
  schoolYear,
  knownOn,
  ordinal,
  figures,
  events,
  reservation,
}: WhyReport): string => {
  const byId = new Map(events.map((event) => [event.id, event]));
  return lines(
    `${trajectory}, schooljaar ${schoolYear}-${schoolYear + 1}, bekend op ${knownOn}, tot en met gebeurtenis ${ordinal}`,
    ...(reservation === undefined ? [] : [reservation]),
    ...figures.flatMap(({ figure, standing, as, decidedBy, before, events: ids }) => [
      '',
      `${figure}: ${standingWords[standing]}${as === null ? '' : ` (${standsAsName(as)})`}`,
      ...before.map(({ step, says }) => `    ${step}  ${says}`),
      `  → ${decidedBy.step}  ${decidedBy.says}`,
      ...ids.map((id) => {
        const event = byId.get(id);
        return `    ${id} ${event?.type ?? ''}${event?.on === undefined ? '' : ` op ${event.on}`}, vastgelegd ${event?.recordedOn ?? ''}`;
      }),
    ]),
  );
};

export const nearText = ({
  peildata,
  knownOn,
  ordinal,
  population,
  kinds: found,
  mends: needed,
  cases,
  reservation,
}: NearReport): string =>
  lines(
    `Peildatum ${peildata[1]}, als er niets verandert; bekend op ${knownOn}, tot en met gebeurtenis ${ordinal}`,
    ...(reservation === undefined ? [] : [reservation]),
    `populatie: ${population}`,
    ...found.map(({ kind, count }) => `  ${nearKindWords[kind]}: ${count}`),
    'wat helpt:',
    ...needed.map(({ mend, count }) => `  ${count} × ${mendWords[mend]}`),
    ...cases.map(
      ({ trajectory, kind, mends: these }) =>
        `${trajectory}  ${nearKindWords[kind]}${these.length === 0 ? '' : `: ${these.map((mend) => mendWords[mend]).join('; ')}`}`,
    ),
  );

export const standingText = (standing: Standing): string =>
  standing === null
    ? 'niet in de populatie'
    : `${registerNames[standing.register]} / ${evidenceNames[standing.evidence]} / ${verdictText(standing)}`;

/** What made somebody stand elsewhere where nothing was recorded on his path, after “door”. */
export const outsideCauseWords: Readonly<Record<OutsideCause, string>> = {
  person: 'wat sindsdien van de geboortedatum bekend is',
  delivery: 'een levering van het register die in de tussentijd kwam',
  institution: 'een verandering in de opleidingen, de kalender of een instelling',
  termOver: 'een termijn die in de tussentijd afliep',
};

export const bridgeText = ({ schoolYear, from, to, ordinal, lines: totals, steps }: BridgeReport): string =>
  lines(
    `Schooljaar ${schoolYear}-${schoolYear + 1}: van bekend op ${from} naar bekend op ${to}, tot en met gebeurtenis ${ordinal}`,
    ...totals.map(
      ({ part, value, before, came, went, after }) =>
        `  ${totalOf({ part, value }).join(' ')}: ${before} + ${came} - ${went} = ${after}`,
    ),
    ...(steps.length === 0 ? ['Er is niets veranderd.'] : []),
    ...steps.flatMap(({ from: was, to: is, count, moves }) => [
      `${count} × ${standingText(was)} → ${standingText(is)}`,
      ...moves.flatMap(({ trajectory, because, otherwise }) => [
        `  ${trajectory}${otherwise === undefined ? '' : `: ${outsideCauseWords[otherwise]}`}`,
        ...because.map(
          ({ id, type, on, recordedOn }) =>
            `    ${id} ${type}${on === undefined ? '' : ` op ${on}`}, vastgelegd ${recordedOn}`,
        ),
      ]),
    ]),
  );
