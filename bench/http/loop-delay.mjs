// Loaded into a measured process before anything else: tells over IPC how late its event loop was.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
const resolution = 5;
delay.enable();
process.on('message', (message) => {
  if (message === 'reset delay') delay.reset();
  // The histogram counts the whole interval between two looks; the delay is what it took longer than asked.
  if (message === 'tell delay')
    process.send?.({ delayP99: Math.max(0, delay.percentile(99) / 1e6 - resolution) });
});
process.channel?.unref();
