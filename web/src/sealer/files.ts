import { el } from '../form/dom.ts';
import type { World } from '../form/send.ts';
import { COURIER_DAYS } from '../seal/bundle.ts';
import { hex, random, type Bytes } from '../seal/bytes.ts';
import { STOP_PATH } from '../seal/stop.ts';

/** Nothing in a name tells what it is, whose, or when it was made; two on one card do not collide. */
const NAME_BYTES = 4;

/**
 * Stands for the hub where there is none: it hands out the block's own bundle, and what the form posts becomes a file to save.
 * Nothing here can reach a network; the page's policy forbids it besides.
 */
export class Files {
  private made: { readonly name: string; readonly address: string }[] = [];

  constructor(private readonly bundle: Bytes, private readonly label: () => string) {}

  /** Lets go of what an earlier report left. */
  forget(): void {
    for (const { address } of this.made) URL.revokeObjectURL(address);
    this.made = [];
  }

  world(): World {
    return {
      days: COURIER_DAYS,
      get: (path) => Promise.resolve(path === STOP_PATH ? { status: 404, bytes: new Uint8Array() } : { status: 200, bytes: this.bundle }),
      post: (_path, body) => {
        this.add(body);
        return Promise.resolve(204);
      },
      handed: () => this.links(),
      now: () => Date.now(),
      sleep: (millis) => ({ done: new Promise((resolve) => { setTimeout(resolve, millis); }), wake: () => {} }),
      random: () => Math.random(),
    };
  }

  private add(body: Bytes): void {
    const address = URL.createObjectURL(new Blob([body], { type: 'application/octet-stream' }));
    this.made.push({ name: `${hex(random(NAME_BYTES))}.sealed`, address });
  }

  private links(): readonly Node[] {
    return this.made.map(({ name, address }) =>
      el('p', {}, el('a', { class: 'action save', href: address, download: name }, `${this.label()}: ${name}`)));
  }
}
