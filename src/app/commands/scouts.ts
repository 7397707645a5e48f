import type { ScoutFor } from './office.ts';
import type { Reader } from '../figures/reader.ts';
import type { ReadModels } from '../read-models.ts';

/**
 * The asker, when he is scout of that landschap on that day; otherwise the scout of it with the fewest open
 * applications, and of those the first by id. The count may be a moment old: it spreads work, it decides nothing.
 */
export const scoutFinder =
  (reader: Reader, views: ReadModels): ScoutFor =>
  async (landschap, on, asker) => {
    const scouts = await reader.ask('staffOn', { role: 'scout', on, landschap });
    const own = scouts.find((each) => each === asker.id);
    if (own !== undefined) return own;
    const seen = views.read('dossiers', (rows) =>
      scouts.map((scout) => rows.count('involved', { kind: 'staff', who: scout, as: 'scout' })),
    );
    const loads = seen?.value ?? [];
    const least = Math.min(...scouts.map((_, index) => loads[index] ?? 0));
    return scouts.find((_, index) => (loads[index] ?? 0) === least);
  };
