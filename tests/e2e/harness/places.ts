// Where the journeys find the app and put what they make.

import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

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
