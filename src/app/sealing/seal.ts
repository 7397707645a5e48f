import type { ReportData } from '../../domain/report/events.ts';
import type { ReportId } from '../../domain/report/ids.ts';
import { pack, sha256 } from './container.ts';
import { type Made, makeFiles, type Sealing, type SealQuestion } from './make.ts';

/** A bundle, and what the log is to say of it. */
export type Sealed =
  | {
      readonly made: true;
      readonly id: ReportId;
      readonly bytes: Uint8Array;
      readonly sealed: ReportData['ReportSealed'];
    }
  | Extract<Made, { readonly made: false }>;

export const sealBundle = async (sealing: Sealing, question: SealQuestion): Promise<Sealed> => {
  const made = await makeFiles(sealing, question);
  if (!made.made) return made;
  const { manifest, files } = made;
  const { id, schoolYear, knownOn, ordinal, by } = manifest.question;
  const bytes = pack(files);
  return {
    made: true,
    id,
    bytes,
    sealed: {
      bundle: sha256(bytes),
      schoolYear,
      knownOn,
      ordinal,
      chain: manifest.chain,
      figures: manifest.figures.map(({ report, definition: { id: definition, version } }) => ({
        report,
        definition,
        version,
      })),
      ...(by === undefined ? {} : { by }),
      software: manifest.wissel,
    },
  };
};
