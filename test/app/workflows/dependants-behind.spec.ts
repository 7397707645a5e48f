import { expect, it } from '@jest/globals';
import { systemMonotonic } from '../../../src/adapters/system/monotonic.ts';
import { embedded } from '../../../src/app/log-place.ts';
import { openWriting } from '../../../src/app/wiring.ts';
import { openWorkflows } from '../../../src/app/workflows/open.ts';
import { staffStream } from '../../../src/domain/staff/ids.ts';
import { StoreAway } from '../../../src/ports/event-store.ts';
import { freshFolder } from '../../adapters/fresh-folder.ts';
import { appendFacts } from '../../support/appended.ts';
import { d, tineke } from '../../support/people.ts';

it('that somebody left is heard again, and not parked, when the read models cannot tell yet who depends on her', async () => {
  const writing = await openWriting(embedded(freshFolder()), { onFatal: () => undefined });
  const seen = { behind: true };
  const workflows = await openWorkflows(
    writing,
    { read: () => undefined, waitFor: async () => !seen.behind },
    {
      monotonic: systemMonotonic,
      onFault: () => undefined,
      onClockJump: () => undefined,
      leaseLasts: 30_000,
    },
  );
  await appendFacts(writing.store, staffStream(tineke), [{ type: 'StaffLeft', data: { on: d('11-24') } }]);
  await expect(workflows.settle()).rejects.toThrow(StoreAway);
  expect((await workflows.status()).parked).toEqual([]);
  seen.behind = false;
  await workflows.settle();
  expect(await workflows.status()).toMatchObject({ lag: 0, parked: [] });
  await workflows.stop();
  await writing.close();
});
