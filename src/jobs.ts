import type { Log } from './shared/log.ts';

/** Work the clock asks for. It finds out by itself whether something is due, so that running it once more changes nothing. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<void>;
}

export interface Beat {
  /** Runs a job now, or once more when it is running. */
  wake(name: string): void;
  /** No job starts any more; resolves when those that run have ended. */
  stop(): Promise<void>;
}

/** A job never runs twice at once; one that fails is logged and comes again at its next beat. */
export function startBeat(jobs: readonly Job[], log: Log): Beat {
  const beats = jobs.map((job) => startJob(job, log));
  return {
    wake: (name) => beats.find((beat) => beat.name === name)?.wake(),
    stop: async () => {
      await Promise.all(beats.map((beat) => beat.stop()));
    },
  };
}

function startJob({ name, everySeconds, run }: Job, log: Log) {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  let isStopped = false;

  const runOnce = async () => {
    do {
      isAskedAgain = false;
      try {
        await run();
      } catch (error) {
        log.error('a job failed', error, { job: name });
      }
    } while (isAskedAgain && !isStopped);
    running = undefined;
  };
  const wake = () => {
    if (isStopped) return;
    if (running) isAskedAgain = true;
    else running = runOnce();
  };
  const beatOnce = () => {
    if (!running) wake();
  };
  const timer = setInterval(beatOnce, everySeconds * 1000);
  beatOnce();
  return {
    name,
    wake,
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
