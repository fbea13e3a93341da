// The window itself: that it opens, and that the page in it is cut off from everything but the app.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';

import { type App } from '../harness/app.ts';
import { beginning, open, openSample, type Stage, visit } from '../harness/ways.ts';

let stage: Stage;
let app: App;
before(async () => {
  stage = await open({ name: 'window' });
  app = stage.app;
});
after(() => app?.end());

test('the window opens with the app in it and tells nothing but its name', async () => {
  await app.all({ by: 'role', role: 'heading' });
  assert.equal(await app.run(() => location.protocol), 'tauri:');
  assert.match(await app.browser.getTitle(), /Farled/);
  await app.screenshot('first');
});

test('the page can not reach a server on this machine', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The control: from outside the page the server answers. (This build has no network filter, so that
  // what holds the page back here is its content policy alone; tests/network shows the filter alone.)
  await fetch(`${address}/control`);

  const answer = await app.browser.executeAsyncScript(
    `const [address, done] = arguments;
     new Image().src = address + '/image';
     const frame = document.createElement('iframe');
     frame.src = address + '/frame';
     document.body.append(frame);
     fetch(address + '/fetch').then(() => done('answered'), (error) => setTimeout(() => { frame.remove(); done(error.name); }, 1000));`,
    [address],
  );

  server.close();
  assert.equal(answer, 'TypeError', 'fetch must be refused');
  assert.deepEqual(asked, ['/control'], 'nothing of the page may arrive');
});

test('the page keeps nothing and can change no built-in of the language', async () => {
  assert.equal(await app.run(() => Object.isFrozen(Object.prototype)), true);
  assert.equal(await app.run(() => '__TAURI__' in window), false, 'commands are reached through the typed bridge alone');
  assert.equal(await app.run(() => localStorage.length + sessionStorage.length), 0);
});

test('a list that opens in a dialog lies above it from its first moment', async () => {
  const { say } = stage;
  await openSample(stage);
  await visit(stage, 'people');
  await (await app.button(beginning(say('people-add')))).click();
  await app.role('dialog', say('people-add'));
  // Noted as soon as it is in the page, before a frame is drawn: where a quick click would go.
  await app.run(() => {
    const noted: string[] = [];
    const layer = (element: Element) => Number(getComputedStyle(element).zIndex) || 0;
    new MutationObserver(() => {
      const list = document.querySelector('[data-bits-floating-content-wrapper]');
      if (list) noted.push(`${layer(list) > layer(document.querySelector('[role=dialog]')!)}`);
    }).observe(document.body, { childList: true, subtree: true });
    Object.assign(window, { noted });
  });
  await (await app.role('combobox', beginning(say('people-phase')))).click();
  await app.all({ by: 'role', role: 'option' });
  const noted = await app.run(() => (window as unknown as { noted: string[] }).noted);
  assert(noted.length > 0, 'the list has come');
  assert.deepEqual(noted.filter((above) => above !== 'true'), []);
});
