// A display that one app has to itself: two windows on one display would take the focus from each other.

import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Display {
  /** What `DISPLAY` must be. */
  name: string;
  stop(): Promise<void>;
}

/** Starts a virtual display whose number it chooses itself. */
export async function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended before it was ready')));
    server.stdio[3]?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.endsWith('\n')) resolve(said.trim());
    });
  });
  server.removeAllListeners('exit');
  return {
    name: `:${number}`,
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill();
      await once(server, 'exit');
    },
  };
}
