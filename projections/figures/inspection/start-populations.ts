import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';
import type { NumberKey } from '../../../src/domain/number/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { VsvList } from '../known/vsv-lists.ts';
import type { Read } from './read.ts';
import type { OutOfPopulation } from './why-words.ts';

/** Why somebody is in one start population and not in the other. */
export type OnlyThere = 'unknownHere' | 'tooOld' | OutOfPopulation;

export interface PopulationItem {
  readonly side: 'duo' | 'school';
  readonly trajectory?: StudentId;
  readonly person?: NumberKey;
  readonly why: OnlyThere | 'notListed';
}

/** The start population of DUO beside that of the school, which leaves out whoever is too old. */
export interface PopulationsCompared {
  readonly list: DeliveryId;
  readonly duo: number;
  readonly school: number;
  readonly both: number;
  readonly onlyDuo: readonly { readonly why: OnlyThere; readonly count: number }[];
  readonly onlySchool: number;
  /** Of those in both, whose programme on t differs, as far as both say it. */
  readonly differs: { readonly opleidingscode: number; readonly leerweg: number; readonly niveau: number };
  readonly items: readonly PopulationItem[];
}

const differs = (one: string | undefined, other: string): boolean =>
  one !== undefined && other !== 'unknown' && one !== other;

const onlyThere = (read: Read | undefined): OnlyThere | undefined => {
  if (!read) return 'unknownHere';
  if ('out' in read) return read.out;
  return read.reading.vsv.step === 'V2' ? 'tooOld' : undefined;
};

export const populationsOf = (
  list: VsvList,
  everybody: readonly StudentId[],
  read: (trajectory: StudentId) => Read,
  goesOnAs: (trajectory: StudentId) => StudentId,
): PopulationsCompared => {
  const items: PopulationItem[] = [];
  const counts = { opleidingscode: 0, leerweg: 0, niveau: 0 };
  const listed = new Set<StudentId>();
  let both = 0;
  for (const { trajectory: given, person, opleidingscode, leerweg, niveau } of list.named) {
    const trajectory = given && goesOnAs(given);
    if (trajectory !== undefined) {
      if (listed.has(trajectory)) continue;
      listed.add(trajectory);
    }
    const found = trajectory && read(trajectory);
    const why = onlyThere(found);
    if (why !== undefined) {
      items.push({
        side: 'duo',
        ...(trajectory === undefined ? (person === undefined ? {} : { person }) : { trajectory }),
        why,
      });
      continue;
    }
    both += 1;
    if (!found || !('reading' in found)) continue;
    const { splits } = found.reading;
    if (differs(opleidingscode, splits.crebo)) counts.opleidingscode += 1;
    if (differs(leerweg, splits.leerweg)) counts.leerweg += 1;
    if (differs(niveau?.toString(), splits.niveau)) counts.niveau += 1;
  }
  const ours = everybody.filter((trajectory) => onlyThere(read(trajectory)) === undefined);
  const onlyOurs = ours.filter((trajectory) => !listed.has(trajectory));
  const whys = items.map(({ why }) => why).filter((why) => why !== 'notListed');
  return {
    list: list.id,
    duo: both + items.length,
    school: ours.length,
    both,
    onlyDuo: [...new Set(whys)]
      .sort()
      .map((why) => ({ why, count: whys.filter((each) => each === why).length })),
    onlySchool: onlyOurs.length,
    differs: counts,
    items: [
      ...items,
      ...onlyOurs.map((trajectory): PopulationItem => ({ side: 'school', trajectory, why: 'notListed' })),
    ],
  };
};
