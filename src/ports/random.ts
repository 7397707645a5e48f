import type { Uuid } from '../kernel/message.ts';

/** Where chance comes from: the system's in service, a seed in simulations. */
export interface Random {
  /** At least 0, less than 1. */
  number(): number;
  uuid(): Uuid;
}
