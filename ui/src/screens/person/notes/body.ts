// A note's text as it is read: paragraphs, and lines that begin with "- " as bullets.
export type Block = { kind: 'text'; lines: string[] } | { kind: 'list'; items: string[] };

export function blocks(body: string): Block[] {
  const found: Block[] = [];
  let fresh = true;
  for (const raw of body.split(/\r?\n/)) {
    const line = raw.trimEnd();
    if (line.trim() === '') {
      fresh = true;
      continue;
    }
    const bullet = /^\s*- (.*)$/.exec(line);
    const last = found.at(-1);
    if (bullet) {
      const item = bullet[1] ?? '';
      if (last?.kind === 'list' && !fresh) last.items.push(item);
      else found.push({ kind: 'list', items: [item] });
    } else if (last?.kind === 'text' && !fresh) {
      last.lines.push(line);
    } else {
      found.push({ kind: 'text', lines: [line] });
    }
    fresh = false;
  }
  return found;
}
