import type { Monotonic } from '../../ports/monotonic.ts';

export const systemMonotonic: Monotonic = { elapsed: () => performance.now() };
