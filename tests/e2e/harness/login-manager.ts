// A login manager (org.freedesktop.login1) on a bus of the test's own, in the place of the system's. It
// speaks as much of D-Bus (specification 0.43) as that takes: it owns the name, tells, and answers whose
// session it is. It refuses to wait for anybody, since descriptors can't be handed over from here.

import { createConnection, type Socket } from 'node:net';
import { once } from 'node:events';

const PATH = '/org/freedesktop/login1';
const MANAGER = 'org.freedesktop.login1.Manager';
const SESSION = 'org.freedesktop.login1.Session';

/** The numbers of the header's fields, and what each is of. */
const FIELDS = { path: [1, 'o'], interface: [2, 's'], member: [3, 's'], error: [4, 's'], reply: [5, 'u'], to: [6, 's'], signature: [8, 'g'] } as const;
const NUMBERS: Record<number, keyof Message> = { 3: 'member', 7: 'from' };

interface Message {
  kind: number;
  serial: number;
  member: string;
  from: string;
}

/** Bytes in little-endian order, each value at a multiple of its size. */
class Bytes {
  bytes: number[] = [];

  align(to: number): this {
    while (this.bytes.length % to !== 0) this.bytes.push(0);
    return this;
  }

  byte(...values: number[]): this {
    this.bytes.push(...values);
    return this;
  }

  number(value: number): this {
    this.align(4);
    return this.byte(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  }

  text(value: string): this {
    const bytes = Buffer.from(value);
    return this.number(bytes.length).byte(...bytes, 0);
  }

  signature(value: string): this {
    return this.byte(value.length, ...Buffer.from(value), 0);
  }
}

function message(kind: number, serial: number, fields: Partial<Record<keyof typeof FIELDS, string | number>>, body = new Bytes()): Buffer {
  const list = new Bytes();
  for (const [name, value] of Object.entries(fields)) {
    const [number, type] = FIELDS[name as keyof typeof FIELDS];
    list.align(8).byte(number).signature(type);
    if (typeof value === 'number') list.number(value);
    else if (type === 'g') list.signature(value);
    else list.text(value);
  }
  const head = new Bytes().byte(0x6c, kind, 0, 1).number(body.bytes.length).number(serial).number(list.bytes.length);
  return Buffer.from([...head.bytes, ...list.bytes, ...new Bytes().byte(...head.bytes, ...list.bytes).align(8).bytes.slice(head.bytes.length + list.bytes.length), ...body.bytes]);
}

/** The message that the bytes begin with, and how long it is. */
function read(bytes: Buffer): [Message, number] | undefined {
  if (bytes.length < 16) return undefined;
  const end = 16 + bytes.readUInt32LE(12);
  const length = Math.ceil(end / 8) * 8 + bytes.readUInt32LE(4);
  if (bytes.length < length) return undefined;
  const found: Message = { kind: bytes[1] ?? 0, serial: bytes.readUInt32LE(8), member: '', from: '' };
  for (let at = 16; at < end; ) {
    at = Math.ceil(at / 8) * 8;
    const number = bytes[at] ?? 0;
    const type = String.fromCharCode(bytes[at + 2] ?? 0);
    at += 4;
    if (type === 'u') at += 4;
    else {
      const size = type === 'g' ? (bytes[at] ?? 0) : bytes.readUInt32LE(at);
      const start = at + (type === 'g' ? 1 : 4);
      const name = NUMBERS[number];
      if (name === 'member' || name === 'from') found[name] = bytes.toString('utf8', start, start + size);
      at = start + size + 1;
    }
  }
  return [found, length];
}

export class LoginManager {
  /** What it was asked, by the names of its methods. */
  readonly asked: string[] = [];
  private serial = 1;
  private unread = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {}

  /** Comes to the bus at this path and takes its name. */
  static async start(path: string): Promise<LoginManager> {
    const socket = createConnection(path);
    await once(socket, 'connect');
    socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`);
    await once(socket, 'data');
    socket.write('BEGIN\r\n');
    const manager = new LoginManager(socket);
    socket.on('data', (bytes: Buffer) => manager.hear(bytes));
    manager.bus('Hello');
    manager.bus('RequestName', 'su', new Bytes().text('org.freedesktop.login1').number(0));
    return manager;
  }

  /** The computer goes to sleep, or has woken. */
  prepareForSleep(begins: 0 | 1): void {
    this.send(4, { path: PATH, interface: MANAGER, member: 'PrepareForSleep', signature: 'b' }, new Bytes().number(begins));
  }

  /** The session is locked. */
  lock(): void {
    this.send(4, { path: `${PATH}/session/own`, interface: SESSION, member: 'Lock' });
  }

  stop(): void {
    this.socket.destroy();
  }

  private bus(member: string, signature?: string, body?: Bytes): void {
    const name = 'org.freedesktop.DBus';
    this.send(1, { path: '/org/freedesktop/DBus', interface: name, member, to: name, ...(signature ? { signature } : {}) }, body);
  }

  private send(kind: number, fields: Parameters<typeof message>[2], body?: Bytes): void {
    this.socket.write(message(kind, this.serial++, fields, body));
  }

  private hear(bytes: Buffer): void {
    this.unread = Buffer.concat([this.unread, bytes]);
    for (let next = read(this.unread); next; next = read(this.unread)) {
      const [{ kind, serial, member, from }, length] = next;
      this.unread = this.unread.subarray(length);
      if (kind !== 1) continue;
      this.asked.push(member);
      const answer = { reply: serial, to: from };
      if (member === 'Get') {
        // Whose session it is: a variant of number and path.
        const user = new Bytes().signature('(uo)').align(8).number(process.getuid?.() ?? 0).text('/user');
        this.send(2, { ...answer, signature: 'v' }, user);
      } else this.send(3, { ...answer, error: 'org.freedesktop.DBus.Error.NotSupported' });
    }
  }
}
