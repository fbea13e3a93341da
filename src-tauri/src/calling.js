// How the page calls a command: by a request, whose answer goes to whoever asked and to nobody else.
//
// Tauri's own script does the same, but once a request has failed it has all answers run as scripts, in
// whichever page is there then. After a lock that is the next one, which must not learn what the last asked.
(() => {
  const key = __INVOKE_KEY__;
  const internals = window.__TAURI_INTERNALS__;

  async function call({ cmd, callback, error, payload, options }) {
    const headers = new Headers(options?.headers ?? {});
    headers.set('Content-Type', 'application/json');
    headers.set('Tauri-Callback', callback);
    headers.set('Tauri-Error', error);
    headers.set('Tauri-Invoke-Key', key);
    const body = JSON.stringify(payload ?? {});
    const response = await fetch(internals.convertFileSrc(cmd, 'ipc'), { method: 'POST', body, headers });
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const data = isJson ? await response.json() : await response.text();
    internals.runCallback(response.headers.get('Tauri-Response') === 'ok' ? callback : error, data);
  }

  Object.defineProperty(internals, 'postMessage', {
    value: (message) => {
      call(message).catch(() => internals.runCallback(message.error, { code: 'unexpected', params: {} }));
    },
  });
})();
