// Runs `npm ci` when the lock has changed since it last ran; `npm ci` always begins by deleting everything.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const stamp = path.join(here, 'node_modules/.watchword-lock');
const lock = createHash('sha256').update(readFileSync(path.join(here, 'package-lock.json'))).digest('hex');

if (installed() !== lock) {
  // A shell finds npm on every system; nothing here comes from outside.
  const run = spawnSync('npm ci --ignore-scripts --loglevel=error', { cwd: here, shell: true, stdio: 'inherit' });
  if (run.status === 0) writeFileSync(stamp, lock);
  else process.exitCode = 1;
}

function installed() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return 'nothing';
    throw error;
  }
}
