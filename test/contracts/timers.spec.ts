import { inProcessTimers } from '../../src/adapters/in-process/timers.ts';
import { timersContract } from './timers.contract.ts';

timersContract('in process', async (clock) => inProcessTimers(clock));
