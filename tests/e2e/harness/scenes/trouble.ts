// Vaults that can't be opened here.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { holding } from '../ways.ts';
import { type Act, scene } from './scene.ts';

/** A header that nothing can be made of. */
export function damage(vault: string): void {
  mkdirSync(vault, { recursive: true });
  writeFileSync(join(vault, 'vault.header'), 'FARLEDVH, or what is left of it');
}

/** The header of a version that is yet to come: only its format can be read. */
export function comeFromLater(vault: string): void {
  mkdirSync(vault, { recursive: true });
  const header = Buffer.alloc(256, 7);
  header.write('FARLEDVH', 0, 'latin1');
  header.writeUInt32LE(900, 8);
  writeFileSync(join(vault, 'vault.header'), header);
}

export const DAMAGED: Act = {
  name: 'damaged',
  prepare: damage,
  scenes: [
    scene('vault-damaged', async ({ app, say }) => {
      await app.heading(holding(say('error-vault-header-damaged')));
    }),
  ],
};

export const NEWER: Act = {
  name: 'newer',
  prepare: comeFromLater,
  scenes: [
    scene('vault-newer', async ({ app, say }) => {
      await app.heading(holding(say('error-vault-newer')));
    }),
  ],
};
