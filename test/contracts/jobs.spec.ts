import { inProcessJobs } from '../../src/adapters/in-process/jobs.ts';
import { jobsContract, runningClock } from './jobs.contract.ts';

jobsContract('in process', async (onFault) => inProcessJobs(runningClock, onFault));
