// Where the journeys find the app and put what they make.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The top folder of the clone. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** The app, built with its `e2e` feature: `cargo xtask test e2e` says where it put it. */
export function binary(): string {
  const path = process.env.FARLED_BINARY ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug/farled-e2e');
  if (!existsSync(path)) throw new Error(`${path} is missing: build it with cargo xtask test e2e`);
  return path;
}

/** A folder for pictures that a person looks at afterwards, made when first asked for. */
export function pictures(name: string): string {
  const folder = join(ROOT, 'target/e2e', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A folder that only this run uses. */
export function scratch(name: string): string {
  return mkdtempSync(join(tmpdir(), `farled-${name}-`));
}

/** Removes a folder, also while a process that is just ending still writes into it. */
export async function clearAway(folder: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (tries === 50) throw error;
      await pause(100);
    }
  }
}
