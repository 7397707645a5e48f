import { compareSchool, type Comparing } from './campaign.ts';

/** Compares one school after another, as it is told to. */
process.on('message', (comparing: Comparing) => {
  compareSchool(comparing).then(
    (result) => process.send?.({ result }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
});
