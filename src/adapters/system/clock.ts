import { instant } from '../../kernel/instant.ts';
import type { Clock } from '../../ports/clock.ts';

export const systemClock: Clock = { now: () => instant(new Date().toISOString()) };
