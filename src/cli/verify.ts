import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { outsideCauseWords } from '../app/figures/texts/inspection.ts';
import { LogReader } from '../app/figures/log-reader.ts';
import type { Place } from '../app/log-place.ts';
import { isThere } from '../app/open-log.ts';
import { type Checked, checkBundle } from '../app/sealing/check.ts';
import { findingText } from '../app/sealing/findings.ts';
import { papersAgainst } from '../app/papers/sealed.ts';
import { type AgainstLog, againstLog, type Correction } from '../app/sealing/recompute.ts';
import { version } from '../app/version.ts';
import { developmentHashing, systemClock } from '../app/wiring.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import { withLog } from './reading.ts';
import { BadUsage, day, type Io, parsed } from './usage.ts';

export const verifyUsage = `wissel verify BUNDLE [--without-log] [--sha256 HASH] [--known-on DATE] [--json]

  Says whether a sealed bundle is what was sealed. Without the log: its files against their sums, its figures against
  their rows. With the log (WISSEL_DATA): the same history, the same figures and rows counted once more at the sealed
  ordinal, and every row that is otherwise now, with the events recorded since that make it so.
  --without-log      as somebody checks it who has the bundle and nothing else; so too where there is no log
  --sha256 HASH      the bundle’s hash as it was told to you
  --known-on DATE    corrections recorded on or before this day (default: today)
  --json             the answer as one object
  Exit codes: 0 verified (corrections since are no fault of a seal), 1 not verified, 2 asked wrongly.
`;

const bundleIn = (given: string, cwd: string): Uint8Array => {
  const path = resolve(cwd, given);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new BadUsage(`${given}: there is no such file`);
  if (!found.isFile()) throw new BadUsage(`${given}: is no file`);
  try {
    return readFileSync(path);
  } catch {
    throw new BadUsage(`${given}: cannot be read`);
  }
};

const correctionText = ({ report, trajectory, student, from, to, because, otherwise }: Correction): string =>
  [
    `  ${report}: ${trajectory} (in de bundel ${student})`,
    `    ${from.join(' + ') || 'niet in de populatie'} → ${to.join(' + ') || 'niet in de populatie'}`,
    ...because.map(
      ({ type, on, recordedOn, ordinal }) =>
        `    ${type}${on === undefined ? '' : ` op ${on}`}, vastgelegd ${recordedOn} (gebeurtenis ${ordinal})`,
    ),
    ...(otherwise === undefined ? [] : [`    door ${outsideCauseWords[otherwise]}`]),
  ].join('\n');

const answerText = (name: string, { bundle, manifest, findings }: Checked, against?: AgainstLog): string => {
  const all = [...findings, ...(against?.findings ?? [])];
  const { schoolYear, knownOn, ordinal } = manifest?.question ?? {};
  const lines = [
    `${name}: ${all.length === 0 ? 'klopt' : 'klopt NIET'} (${against ? 'nagerekend uit het logboek' : 'zonder logboek: sommen en hashes'})`,
    `  SHA-256 ${bundle}`,
    ...(schoolYear === undefined
      ? []
      : [
          `  schooljaar ${schoolYear}-${schoolYear + 1}, zoals bekend op ${knownOn ?? ''}, bij gebeurtenis ${ordinal ?? ''}`,
        ]),
    ...(manifest?.figures ?? []).map(({ report, definition, rows }) => {
      const again = against?.figures.find((figure) => figure.report === report);
      const says = again === undefined ? '' : again.same ? ': hetzelfde' : ': ANDERS';
      return `  ${report} (${definition.id} ${definition.version}, ${rows} rijen)${says}`;
    }),
    ...all.map((finding) => `  ! ${findingText(finding)}`),
  ];
  if (against) {
    const { corrections, deliveries, correctedUpTo, recorded } = against;
    lines.push(
      recorded
        ? '  Dit logboek zegt dat deze bundel verzegeld is.'
        : '  Dit logboek kent deze verzegeling niet.',
      corrections.length === 0
        ? `  Sindsdien niets dat een rij verandert (tot en met ${correctedUpTo.knownOn}, gebeurtenis ${correctedUpTo.ordinal}).`
        : `Sinds de verzegeling veranderd (tot en met ${correctedUpTo.knownOn}, gebeurtenis ${correctedUpTo.ordinal}): ${corrections.length}`,
      ...corrections.map(correctionText),
      ...deliveries.map(
        ({ delivery, madeOn, recordedOn, ordinal }) =>
          `  Levering ${delivery.slice(0, 12)}… gemaakt ${madeOn}, vastgelegd ${recordedOn} (gebeurtenis ${ordinal})`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
};

const answerObject = ({ bundle, manifest, findings }: Checked, against?: AgainstLog) => {
  const all = [...findings, ...(against?.findings ?? [])];
  return {
    verified: all.length === 0,
    bundle,
    withLog: against !== undefined,
    ...(manifest === undefined ? {} : { question: manifest.question, chain: manifest.chain }),
    findings: all.map((finding) => ({ ...finding, text: findingText(finding) })),
    figures: (manifest?.figures ?? []).map(({ report, definition: { id, version: of }, rows }) => {
      const again = against?.figures.find((figure) => figure.report === report);
      return {
        report,
        definition: id,
        version: of,
        rows,
        ...(again === undefined ? {} : { outcome: again.same ? 'same' : 'different' }),
      };
    }),
    ...(against === undefined
      ? {}
      : {
          recorded: against.recorded,
          corrections: against.corrections,
          deliveries: against.deliveries,
          correctedUpTo: against.correctedUpTo,
        }),
  };
};

export const verify = async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
  const { values, positionals } = parsed(
    argv,
    {
      'without-log': { type: 'boolean' },
      sha256: { type: 'string' },
      'known-on': { type: 'string' },
      json: { type: 'boolean' },
    },
    1,
  );
  const [name] = positionals;
  if (name === undefined) throw new BadUsage('verify: name the bundle');
  const { sha256: expected, 'known-on': until, 'without-log': without, json } = values;
  if (expected !== undefined && !/^[0-9a-f]{64}$/.test(expected))
    throw new BadUsage('--sha256: give the 64 signs that wissel seal printed');
  const knownOn = until === undefined ? amsterdamDate(systemClock.now()) : day('--known-on', until);
  const whole = checkBundle(bundleIn(name, io.cwd), expected);
  const papers =
    whole.manifest && whole.findings.length === 0
      ? await papersAgainst(whole.manifest, whole.files, version)
      : [];
  const checked = { ...whole, findings: [...whole.findings, ...papers] };
  const { manifest } = checked;
  const hasLog = without !== true && isThere(place.log);
  if (without !== true && !hasLog)
    io.err(
      `There is no log in ${place.folder}: checked without it. Set WISSEL_DATA to recompute the figures.\n`,
    );
  const against =
    hasLog && manifest
      ? await withLog(place, (log) =>
          againstLog(
            { reader: new LogReader(log), log, hashing: developmentHashing, version },
            { ...checked, manifest },
            knownOn,
          ),
        )
      : undefined;
  await io.out(
    json === true
      ? `${JSON.stringify(answerObject(checked, against))}\n`
      : answerText(name, checked, against),
  );
  return checked.findings.length + (against?.findings.length ?? 0) === 0 ? 0 : 1;
};
