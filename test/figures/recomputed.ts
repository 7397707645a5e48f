import { amsterdamDate } from '../../src/kernel/instant.ts';
import type { LogEntry } from '../../projections/figures/index.ts';
import { calendarOf } from '../../src/domain/institution/calendar.ts';
import { catalogueOf } from '../../src/domain/institution/catalogue.ts';
import { institution } from '../../src/domain/institution/state.ts';

/**
 * The register and the evidence reading once more, day by day and without any index, from exported events alone:
 * slow, and written apart from the figures, so that a slip in one of the two shows.
 */
interface Line {
  readonly n: number;
  readonly day: string;
  readonly stream: string;
  readonly id: string;
  readonly type: string;
  readonly command: string;
  readonly d: Readonly<Record<string, unknown>>;
}
interface Known {
  readonly code?: string | undefined;
  readonly niveau?: number | undefined;
  readonly leerweg?: string | undefined;
  readonly landschap?: string | undefined;
  /** First day of the enrolment that it is known of. */
  readonly since?: string | undefined;
}
export interface Recomputed {
  readonly trajectory: string;
  readonly register: string;
  readonly evidence: string;
  readonly accountsDiffer: boolean;
  readonly missing: readonly string[];
  readonly vsv: { readonly verdict: string; readonly step: string; readonly unknowns: readonly string[] };
}

interface Paper {
  readonly on: string;
  readonly code: string;
  readonly niveau: number | undefined;
}

/** Every student's two accounts, day by day, from exported events. */
export const readAgain = (entries: readonly LogEntry[], knownOn: string) => {
  const catalogue = catalogueOf(institution.initial);
  const lines = entries
    .map(({ ordinal, event }): Line => ({
      n: ordinal,
      day: amsterdamDate(event.meta.recordedAt),
      stream: event.stream,
      id: event.id,
      type: event.type,
      command: event.meta.commandId,
      d: event.data as Line['d'],
    }))
    .filter(({ day }) => day <= knownOn);

  const fixes = lines.filter(({ type }) => type === 'Corrected');
  const corrected = lines.flatMap((line): Line[] => {
    let now: Line | undefined = line;
    let never = false;
    for (const fix of fixes)
      if (fix.d['event'] === line.id) {
        never = fix.d['never'] !== undefined;
        now = { ...now, d: { ...now.d, ...(fix.d['values'] as Line['d'] | undefined) } };
      }
    return never || line.type === 'Corrected' ? [] : [now];
  });
  const into = new Map(
    corrected.flatMap(({ type, stream, d }) =>
      type === 'TrajectoryMerged' ? [[stream.slice(11), String(d['into'])]] : [],
    ),
  );
  const told = lines.flatMap(({ stream }) => (stream.startsWith('trajectory-') ? [stream.slice(11)] : []));
  const ids = [...new Set([...told, ...into.values()])].sort();
  const endsIn = (id: string): string => {
    let at = id;
    for (let steps = 0; steps < 10; steps += 1) at = into.get(at) ?? at;
    return at;
  };
  const deliveries = corrected
    .filter(({ type }) => type === 'DeliveryRecorded')
    .map((line) => ({ ...line, key: line.stream.slice(9), made: String(line.d['madeOn']) }))
    .sort((a, b) => (a.made === b.made ? a.n - b.n : a.made < b.made ? -1 : 1));

  const byStream = Map.groupBy(corrected, ({ stream }) => stream);
  const namedBy = (key: string): ReadonlySet<string> =>
    new Set(
      (byStream.get(`delivery-${key}`) ?? [])
        .filter(({ type }) => type === 'DeliveryNamed')
        .flatMap(({ d }) => d['trajectories'] as string[]),
    );
  const namings = new Map(deliveries.map(({ key }) => [key, namedBy(key)]));

  const studentOf = (id: string) => {
    if (into.has(id)) return undefined;
    const members = ids.concat([id]).filter((each) => endsIn(each) === id);
    const mine = [...new Set(members)]
      .flatMap((each) => byStream.get(`trajectory-${each}`) ?? [])
      .sort((a, b) => a.n - b.n);
    const isMerged = new Set(members).size > 1;
    const byDay = mine
      .filter(({ d }) => d['on'] !== undefined)
      .sort((a, b) => {
        const [x, y] = [String(a.d['on']), String(b.d['on'])];
        return x === y ? a.n - b.n : x < y ? -1 : 1;
      });
    const of = (...types: string[]): Line[] =>
      (isMerged ? byDay : mine).filter(({ type }) => types.includes(type));
    const dated = (...types: string[]): Line[] => byDay.filter(({ type }) => types.includes(type));
    const on = ({ d }: Line): string => String(d['on']);

    const asKnown = (p: unknown): Known => {
      const { opleidingscode, niveau, leerweg, landschap } = p as Record<string, string> & {
        niveau?: number;
      };
      return { code: opleidingscode, niveau, leerweg, landschap };
    };
    interface AtSchool {
      placed: Known | undefined;
      definitive: boolean;
      since: string | undefined;
    }
    /** Each beginning holds until the ending that follows it, the last day of leaving included. */
    const atSchool = (day: string): AtSchool | undefined => {
      let now:
        | { known: Known | undefined; definitive: boolean; since: string | undefined; lastDay: string }
        | undefined;
      for (const line of dated(
        'PlacedProvisionally',
        'EnrolledDefinitively',
        'ProgrammeSpecified',
        'Switched',
        'FollowOnStarted',
        'PlacementCancelled',
        'Left',
      )) {
        if (on(line) > day) break;
        if (now && now.lastDay !== '' && now.lastDay < on(line)) now = undefined;
        const lapses = dated('PlacementCancelled', 'Left').some(
          (end) => end.stream === line.stream && end.n > line.n && on(end) < on(line),
        );
        if (line.type === 'Left') {
          if (now && now.lastDay === '') now = { ...now, lastDay: on(line) };
        } else if (line.type === 'PlacementCancelled') {
          if (now && now.lastDay === '' && !now.definitive) now = undefined;
        } else if (!lapses) {
          const fresh = now?.lastDay === '' ? now : undefined;
          if (line.type === 'PlacedProvisionally')
            now = {
              known: asKnown(line.d['programme']),
              definitive: fresh?.definitive ?? false,
              since: fresh?.since,
              lastDay: '',
            };
          else if (line.type === 'EnrolledDefinitively')
            now = { known: fresh?.known, definitive: true, since: fresh?.since ?? on(line), lastDay: '' };
          else if (fresh && line.type === 'ProgrammeSpecified')
            now = {
              ...fresh,
              known: {
                ...fresh.known,
                code: String(line.d['opleidingscode']),
                niveau: line.d['niveau'] as number | undefined,
              },
            };
          else if (fresh)
            now = { ...fresh, known: asKnown(line.d[line.type === 'Switched' ? 'to' : 'programme']) };
        }
      }
      if (!now || (now.lastDay !== '' && now.lastDay < day)) return undefined;
      return { placed: now.known, definitive: now.definitive, since: now.since };
    };
    const placedBy = (day: string): boolean => of('PlacedProvisionally').some((line) => on(line) <= day);
    const enrolledAtSchool = (day: string): Known | undefined => {
      const found = atSchool(day);
      return found?.definitive ? { ...found.placed, since: found.since } : undefined;
    };

    const names = (key: string): boolean => members.some((each) => namings.get(key)?.has(each));
    const source = (day: string): { key: string | undefined; spoken: boolean } => {
      const speaking = deliveries.filter(
        ({ made, key, d }) =>
          made >= day && (names(key) || (String(d['from']) <= day && day <= String(d['to']))),
      );
      const speaker = speaking.at(-1);
      if (speaker) return { key: speaker.key, spoken: true };
      const before = placedBy(day) ? undefined : deliveries.filter(({ made }) => made < day).at(-1);
      return { key: before?.key, spoken: false };
    };
    const toldBy = (key: string): Line[] => {
      if (!names(key)) return [];
      const upTo = deliveries
        .slice(0, deliveries.findIndex((each) => each.key === key) + 1)
        .map((each) => each.key);
      const name = ({ type, d }: Line): string =>
        type === 'RegisterDiplomaRecorded' || d['fact'] === 'diploma'
          ? `diploma ${String(d['result'])}`
          : type === 'RegisterPeriodRecorded' || d['fact'] === 'period'
            ? `period ${String(d['enrolment'])} ${String(d['from'])}`
            : type === 'RegisterEnrolmentEnded' || d['fact'] === 'end'
              ? `end ${String(d['enrolment'])}`
              : `enrolment ${String(d['enrolment'])}`;
      const standing = new Map<string, Line>();
      for (const each of upTo)
        for (const line of mine.toSorted((a, b) => a.n - b.n))
          if (line.type.startsWith('Register') && line.d['delivery'] === each) {
            if (line.type === 'RegisterFactWithdrawn') standing.delete(name(line));
            else standing.set(name(line), line);
          }
      return [...standing.values()];
    };
    const inRegister = (day: string): Known | undefined => {
      const { key } = source(day);
      if (key === undefined) return enrolledAtSchool(day);
      const facts = toldBy(key);
      const here = facts
        .filter(({ type, d }) => type === 'RegisterEnrolmentRecorded' && String(d['from']) <= day)
        .filter(
          ({ d }) =>
            !facts.some(
              (end) =>
                end.type === 'RegisterEnrolmentEnded' &&
                end.d['enrolment'] === d['enrolment'] &&
                String(end.d['until']) < day,
            ),
        )
        .map(({ d }) => {
          const period = facts
            .filter(
              (line) =>
                line.type === 'RegisterPeriodRecorded' &&
                line.d['enrolment'] === d['enrolment'] &&
                String(line.d['from']) <= day,
            )
            .sort((a, b) => (String(a.d['from']) < String(b.d['from']) ? -1 : 1))
            .at(-1);
          return { number: String(d['enrolment']), from: String(d['from']), period };
        })
        .filter(({ period }) => period?.d['fundable'] !== false)
        .sort((a, b) => (a.from === b.from ? (a.number < b.number ? -1 : 1) : a.from < b.from ? -1 : 1));
      const [main] = here;
      if (!main) return undefined;
      const d = main.period?.d;
      return d
        ? {
            since: main.from,
            code: String(d['opleidingscode']),
            niveau: d['niveau'] as number | undefined,
            leerweg: String(d['leertraject']),
          }
        : { since: main.from };
    };
    const paper = ({ d }: Line): Paper => ({
      on: String(d['on']),
      code: String(d['opleidingscode']),
      niveau: d['niveau'] as number | undefined,
    });
    const schoolPapers = of('DiplomaAwarded').map(paper);
    const registerPapers = [
      ...mine
        .filter(({ type }) => type === 'RegisterDiplomaRecorded')
        .flatMap((line) => {
          const { key } = source(on(line));
          return key !== undefined && toldBy(key).some((each) => each.id === line.id) ? [paper(line)] : [];
        }),
      ...schoolPapers.filter((each) => source(each.on).key === undefined),
    ];
    const domein = ({ code }: Known): string | undefined =>
      code === undefined ? undefined : catalogue.entry(code)?.domein;
    const niveau = ({ code, niveau: stated }: Known): number | undefined =>
      stated ?? (code === undefined ? undefined : catalogue.entry(code)?.niveau);
    const specified = (p: Known, q: Known): boolean =>
      p.code !== undefined &&
      q.code !== undefined &&
      (catalogue.isInside(p.code, q.code) || catalogue.isInside(q.code, p.code));
    const not = (a: unknown, b: unknown): boolean => a !== undefined && b !== undefined && a !== b;
    return {
      lines,
      members,
      mine,
      of,
      dated,
      on,
      asKnown,
      atSchool,
      placedBy,
      enrolledAtSchool,
      source,
      inRegister,
      schoolPapers,
      registerPapers,
      domein,
      niveau,
      specified,
      not,
    };
  };
  return { ids, studentOf };
};

export const recomputed = (
  entries: readonly LogEntry[],
  year: number,
  knownOn: string,
): readonly Recomputed[] => {
  const calendar = calendarOf(institution.initial);
  const [t, t2, grace] = [`${year}-10-01`, `${year + 1}-10-01`, `${year + 1}-12-31`];
  const { ids, studentOf } = readAgain(entries, knownOn);
  return ids.flatMap((id): Recomputed[] => {
    const student = studentOf(id);
    if (!student) return [];
    const {
      lines,
      members,
      mine,
      of,
      dated,
      on,
      atSchool,
      placedBy,
      enrolledAtSchool,
      inRegister,
      schoolPapers,
      registerPapers,
      domein,
      niveau,
      specified,
      not,
    } = student;
    const between = (day: string): boolean => day > t && day <= t2;

    const p = inRegister(t);
    if (!p) return [];
    const q = inRegister(t2);
    const diploma = (papers: readonly Paper[], until: string): boolean =>
      papers.some((each) => each.on >= t && each.on <= until);
    const register = ((): string => {
      if (!q) return diploma(registerPapers, grace) ? 'leftWithDiploma' : 'leftWithout';
      if (p.code === q.code) return 'same';
      if (diploma(registerPapers, t2)) return 'diplomaAndOn';
      if (specified(p, q)) return 'specified';
      const [from, to] = [domein(p), domein(q)];
      return from === undefined || to === undefined
        ? 'otherDomainUnknown'
        : from === to
          ? 'otherSameDomain'
          : 'otherDomain';
    })();

    const lefts = of('Left');
    const left = dated('Left')
      .filter((line) => on(line) <= t2)
      .at(-1);
    const sequence = of('Left', 'DestinationRecorded');
    const destinationLine = ((): Line | undefined => {
      if (!left) return undefined;
      let found: Line = left;
      for (const line of sequence.slice(sequence.findIndex(({ id: each }) => each === left.id) + 1)) {
        if (line.type === 'Left') break;
        found = line;
      }
      return found;
    })();
    const destination = destinationLine?.d['destination'] as
      { kind: string; from?: string; confirmed: boolean; outOfBrp?: boolean; paid?: boolean } | undefined;
    const school2 = enrolledAtSchool(t2);

    const dutch = destination !== undefined && ['vo', 'vavo', 'mbo', 'hbo', 'wo'].includes(destination.kind);
    const vsv = ((): Recomputed['vsv'] => {
      const no = (step: string) => ({ verdict: 'no', step, unknowns: [] });
      const bandOf = (each: string): { year: number; part: string } | undefined =>
        lines.filter(({ stream }) => stream === `student-${each}`).at(-1)?.d['birthBand'] as ReturnType<
          typeof bandOf
        >;
      const band =
        bandOf(id) ??
        members
          .filter((each) => each !== id)
          .map(bandOf)
          .find((each) => each !== undefined);
      if (band && year - band.year - (band.part === 'to1Aug' ? 0 : 1) >= 23) return no('V2');
      const held = destination?.from !== undefined && destination.from <= t2;
      const maybe = destination !== undefined && (destination.from === undefined || held);
      const sure = destination?.confirmed === true && held;
      const brp =
        destination?.outOfBrp === true ||
        (destination?.kind === 'emigrated' && destination.outOfBrp !== false);
      const dead = destination?.kind === 'deceased';
      if (dead && (held || (destination.from === undefined && destinationLine && on(destinationLine) <= t2)))
        return no('V3');
      if (brp && sure) return no('V3');
      const exempt = of('ExemptionRecorded').filter(
        ({ d }) => d['kind'] === 'leerplicht' && String(d['from']) <= t2 && ((d['to'] ?? t2) as string) >= t2,
      );
      if (exempt.some(({ d }) => d['confirmed'] === true)) return no('V3');
      const special = destination !== undefined && ['pro', 'vso'].includes(destination.kind);
      if (special && sure) return no('V3');
      if (q) return no('V4');
      if (dutch && sure) return no('V5');
      const papers = [...schoolPapers, ...registerPapers].filter((each) => each.on <= grace);
      const priors = (kinds: string[], diplomaSaid: string): boolean =>
        of('PriorEducationRecorded').some(
          (line) =>
            kinds.includes(String(line.d['kind'])) && line.d['diploma'] === diplomaSaid && on(line) <= grace,
        );
      const start = ['havo', 'vwo', 'mbo-2', 'mbo-3', 'mbo-4'];
      if (priors(start, 'yes') || papers.some((each) => (niveau(each) ?? 0) >= 2)) return no('V6');
      const job = destination?.kind === 'work' && destination.paid === true;
      const entree = priors(['mbo-1'], 'yes') || papers.some((each) => niveau(each) === 1);
      if (job && sure && entree) return no('V7');
      const open = [
        maybe && !dead && !brp && (dutch || special) ? 'enrolmentElsewhere' : '',
        exempt.length > 0 ? 'exemption' : '',
        maybe && !brp && job && entree ? 'job' : '',
        maybe && (dead || brp) ? 'brp' : '',
        papers.some((each) => niveau(each) === undefined) ? 'niveau' : '',
        priors(start, 'unknown') ? 'diploma' : '',
      ].filter((each) => each !== '');
      const age = band ? [] : ['age'];
      const names2 = ['enrolmentElsewhere', 'exemption', 'job', 'brp', 'age', 'niveau', 'diploma'];
      if (open.length > 0 || school2)
        return {
          verdict: 'open',
          step: 'V8',
          unknowns: names2.filter((each) => [...open, ...age].includes(each)),
        };
      return { verdict: 'presumed', step: 'V9', unknowns: age };
    })();

    const dueAfter = (from: string): string => calendar.addSchoolDays(from as never, 20);
    const missingOf = (line: Line): string[] => {
      const about = (type: string): Line | undefined =>
        of(type)
          .filter(({ d }) => d['switch'] === line.d['switch'])
          .at(-1);
      const request = about('SwitchRequested');
      const offer = about('PlaceOffered');
      const placement =
        request &&
        dated('PlacedProvisionally')
          .filter((each) => each.n < request.n && on(each) <= on(request))
          .at(-1);
      const talked =
        placement &&
        of('ConversationHeld')
          .filter(({ d }) => d['kind'] === 'switch' || d['kind'] === 'reflection')
          .some((each) => on(each) >= on(placement) && on(each) <= on(request));
      const moved = of('ResponsibilityMoved').filter(({ d }) => d['because'] === 'switch');
      const accepted = moved.some(
        (each) =>
          (each.command === line.command || on(each) === on(line) || on(each) === line.d['acceptedOn']) &&
          (!offer || each.d['to'] === offer.d['coach']),
      );
      const before = mine
        .filter(
          (each) =>
            ['CoachAssigned', 'ResponsibilityMoved'].includes(each.type) &&
            each.n < line.n &&
            each.stream === line.stream,
        )
        .sort((a, b) => a.n - b.n)
        .at(-1);
      const coach = before?.d['coach'] ?? before?.d['to'];
      const due = dueAfter(on(line));
      const onward =
        of('Switched').some(
          (each) =>
            each.id !== line.id &&
            (on(each) > on(line) || (on(each) === on(line) && each.n > line.n)) &&
            on(each) <= due,
        ) || lefts.some((each) => on(each) >= on(line) && on(each) <= due);
      return [
        talked ? '' : 'conversation',
        request?.d['motiveGiven'] === true ? '' : 'motive',
        offer ? '' : 'place',
        accepted || !offer || offer.d['coach'] === coach ? '' : 'acceptance',
        about('LandingConfirmed') || knownOn <= due || onward ? '' : 'landing',
      ].filter((each) => each !== '');
    };

    const now = atSchool(t);
    const p4 = now?.placed ?? p;
    const box = ((): [string, readonly string[]] => {
      if (!placedBy(t2)) return ['schoolSilent', []];
      if (school2) {
        const other =
          not(p4.code, school2.code) ||
          not(p4.leerweg, school2.leerweg) ||
          not(p4.landschap, school2.landschap) ||
          not(niveau(p4), niveau(school2));
        const settled = (a: Known, b: Known): boolean =>
          specified(a, b) && !not(a.leerweg, b.leerweg) && !not(a.landschap, b.landschap);
        if (other && (diploma(schoolPapers, t2) || of('FollowOnStarted').some((line) => between(on(line)))))
          return ['diplomaAndOn', []];
        if (of('Returned').some((line) => between(on(line))))
          return [other ? 'returnedElsewhere' : 'returned', []];
        const made = of('Switched').filter((line) => between(on(line)));
        if (made.length > 0 && other) {
          const all = made.flatMap(missingOf);
          const missing = ['conversation', 'motive', 'place', 'acceptance', 'landing'].filter((each) =>
            all.includes(each),
          );
          return [missing.length === 0 ? 'guidedSwitch' : 'switchEvidenceMissing', missing];
        }
        if (made.length > 0) return ['switchedBack', []];
        if (other && !settled(p4, school2)) return ['unexplainedChange', []];
        if (q && not(p.code, q.code) && !settled(p, q)) return ['unexplainedChange', []];
        return ['stayed', []];
      }
      if (diploma(schoolPapers, grace) && vsv.verdict === 'no') return ['leftWithDiploma', []];
      if (!left || !destination || !lefts.some((line) => on(line) >= t && on(line) < t2))
        return ['unexplainedLeaving', []];
      if (destination.kind === 'deceased') return ['deceased', []];
      if (dutch) {
        if (!destination.confirmed || destination.from === undefined) return ['toOtherSchoolUnconfirmed', []];
        return [destination.from <= t2 ? 'toOtherSchool' : 'toOtherSchoolGap', []];
      }
      if (vsv.verdict === 'no') return [vsv.step === 'V6' ? 'leftQualified' : 'leftOutsideVsv', []];
      if (
        of('PlacedProvisionally').some(
          (line) => on(line) > on(left) || (on(line) === on(left) && line.n > left.n),
        )
      )
        return ['returnedLater', []];
      return [vsv.verdict === 'open' ? 'leftOpen' : 'presumedVsv', []];
    })();
    const school1 = now?.definitive ? (now.placed ?? {}) : undefined;
    const differ = (a: Known | undefined, b: Known | undefined): boolean =>
      (a === undefined) !== (b === undefined) || not(a?.code, b?.code);
    return [
      {
        trajectory: id,
        register,
        evidence: box[0],
        accountsDiffer: placedBy(t2) && (differ(p, school1) || differ(q, school2)),
        missing: box[1],
        vsv,
      },
    ];
  });
};
