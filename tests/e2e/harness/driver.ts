// One WebKitWebDriver process, which starts one app with the environment it is given itself.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Driver {
  port: number;
  /** What the driver and the app wrote to their error output. */
  said(): string;
  /** The display that the app is on. */
  display: string;
  /** The processes that the driver started: the app. */
  children(): number[];
  stop(): Promise<void>;
}

/** `after` is done once driver and app have ended. */
export async function startDriver(env: NodeJS.ProcessEnv, after: () => Promise<void>): Promise<Driver> {
  const port = await freePort();
  const child = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (text: Buffer) => (said += text.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  await ready(child, port, () => said);
  return {
    port,
    display: env['DISPLAY'] ?? '',
    said: () => said,
    children: () => childrenOf(child.pid ?? -1),
    async stop() {
      const left = childrenOf(child.pid ?? -1);
      if (child.exitCode === null && child.signalCode === null) {
        child.kill();
        await once(child, 'exit');
      }
      for (const pid of left) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended by itself.
        }
      }
      await after();
    },
  };
}

async function ready(child: ChildProcess, port: number, said: () => string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`WebKitWebDriver ended: ${said()}`);
    try {
      if ((await fetch(`http://127.0.0.1:${port}/status`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(25);
  }
  child.kill();
  throw new Error(`WebKitWebDriver did not answer: ${said()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** The living processes whose parent is `parent`. */
export function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => {
    try {
      // The fields after the name, which stands in parentheses and may hold anything.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
      return fields?.[0] !== 'Z' && Number(fields?.[1]) === parent;
    } catch {
      return false;
    }
  });
}
