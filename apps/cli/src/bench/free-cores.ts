import { availableParallelism, cpus } from 'node:os';

/**
 * Watches how many cores the rest of the machine leaves to this process: what it returns tells the average since it was called. Between 0 and the
 * number of cores that this process may use.
 */
export function watchFreeCores(): () => number {
  const [busy, own, wall] = [busyMilliseconds(), process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(own);
    const others = (busyMilliseconds() - busy - (user + system) / 1000) / (performance.now() - wall);
    return Math.max(0, availableParallelism() - Math.max(0, others));
  };
}

/** Of all cores together, since the machine started. */
const busyMilliseconds = (): number =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
