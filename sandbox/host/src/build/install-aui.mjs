// Installs the locked npm packages once: npm ci always starts from nothing, so a build that needs nothing new skips it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const stamp = 'node_modules/.installed';
const locked = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== locked) {
    const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
        { stdio: 'inherit', shell: process.platform === 'win32' });
    if (npm.status !== 0) {
        console.error('npm ci could not install AUI into sandbox/host/node_modules; Node 18 or newer and npm are needed.');
        process.exit(1);
    }
    writeFileSync(stamp, locked);
}
