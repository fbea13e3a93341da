// Vaults that can't be opened here.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { addPerson, begin, holding, lock, PASSPHRASE, type Stage, unlock, visit } from '../ways.ts';
import { type Act, needed, scene } from './scene.ts';

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

const FILES = ['vault.db', 'vault.header', 'vault.header.copy'];

/** Puts back a locked vault's files as they were earlier. */
export async function putBack(stage: Stage, meanwhile: () => Promise<void>): Promise<void> {
  const { vault } = stage.app;
  const old = join(vault, '..', 'old');
  const take = (from: string, to: string) => FILES.forEach((name) => cpSync(join(from, name), join(to, name)));
  mkdirSync(old, { recursive: true });
  take(vault, old);
  await meanwhile();
  take(old, vault);
}

/** Damages a locked vault's salt: whatever else is damaged, unlocking refuses it in the same way. */
export function damageSalt(vault: string): Buffer {
  const path = join(vault, 'vault.db');
  const bytes = readFileSync(path);
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  writeFileSync(path, bytes);
  return bytes;
}

/** Types the passphrase at a door behind which something is wrong. */
export async function knock({ app, say }: Stage): Promise<void> {
  await (await app.field(say('vault-passphrase'))).fill(PASSPHRASE);
  await app.press('Enter');
}

/** An older copy that was put back, and a damaged vault that is read. */
export const RESCUE: Act = {
  name: 'rescue',
  scenes: [
    needed('vault-older', async (stage) => {
      await begin(stage);
      await addPerson(stage, 'Tall');
      await lock(stage);
      await putBack(stage, async () => {
        await unlock(stage);
        await addPerson(stage, 'Gran');
        await lock(stage);
      });
      await knock(stage);
      await stage.app.patiently(() => stage.app.heading(stage.say('vault-older')));
    }),
    needed('rescue-offer', async (stage) => {
      const { app, say } = stage;
      await (await app.button(say('vault-older-accept'))).click();
      await app.patiently(() => app.role('navigation', say('shell-navigation')));
      await lock(stage);
      damageSalt(app.vault);
      await knock(stage);
      await app.patiently(() => app.button(say('rescue-do')));
    }),
    scene('rescue', async (stage) => {
      const { app, say } = stage;
      await (await app.button(say('rescue-do'))).click();
      await app.patiently(() => app.text(say('rescue-title')));
      await visit(stage, 'people');
      await app.text('Tall');
    }),
  ],
};
