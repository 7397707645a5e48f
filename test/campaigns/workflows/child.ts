import { playAndCheck } from './campaign.ts';
import type { Playing } from './played-school.ts';

/** Plays one school after another, as it is told to. */
process.on('message', (playing: Playing) => {
  playAndCheck(playing).then(
    (result) => process.send?.({ result }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
});
