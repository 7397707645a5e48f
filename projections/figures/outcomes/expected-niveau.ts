import type { Niveau } from '../../../src/domain/institution/ids.ts';
import type { TrajectoryData } from '../../../src/domain/trajectory/events.ts';

type Prior = Pick<TrajectoryData['PriorEducationRecorded'], 'kind' | 'diploma'>;

/**
 * The niveau that prior education lets expect (MBO Raad, Informatie-encyclopedie, Passend diploma): pro 1; no vmbo
 * diploma 2; vmbo-basis 2, kader 3, gemengd and theoretisch 4; havo and vwo 4, with or without diploma; mbo one higher,
 * up to 4; anything else, and what is not known, 2.
 */
export const expectedNiveau = (prior: Prior | undefined): Niveau => {
  if (!prior) return 2;
  const { kind, diploma } = prior;
  switch (kind) {
    case 'pro':
      return 1;
    case 'vmbo-b':
    case 'mbo-1':
    case 'vso':
    case 'other':
      return 2;
    case 'vmbo-k':
    case 'mbo-2':
      return diploma === 'no' ? 2 : 3;
    case 'vmbo-g':
    case 'vmbo-t':
    case 'mbo-3':
    case 'mbo-4':
      return diploma === 'no' ? 2 : 4;
    case 'havo':
    case 'vwo':
      return 4;
  }
};

/** Whether prior education says anything. */
export const isPriorKnown = (prior: Prior | undefined): prior is Prior =>
  prior !== undefined && prior.kind !== 'other';
