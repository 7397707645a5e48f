import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteViewStore } from '../../src/adapters/sqlite/view-store.ts';
import { ProjectionRunner } from '../../src/engine/run-projections.ts';
import { projections } from '../../projections/index.ts';

/** Follows the log of a folder in small pages until somebody kills it. */
const [folder] = process.argv.slice(2);
const runner = new ProjectionRunner({
  log: await openSqliteEventStore({ file: `${folder}/log.sqlite`, readOnly: true }),
  views: sqliteViewStore(`${folder}/views`),
  projections,
  pageSize: 5,
});
await runner.start();
process.stdout.write('following\n');
for (;;) {
  await runner.catchUp();
  await new Promise((resolve) => setTimeout(resolve, 1));
}
