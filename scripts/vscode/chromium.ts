import { installPackages, onPath } from './debian.js'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A browser of the Chromium family; `PROVISO_CHROMIUM` names one by its path. */
export function findChromium(): string | undefined {
  return process.env.PROVISO_CHROMIUM ?? named() ?? (installPackages(['chromium']) ? named() : undefined)
}

const named = (): string | undefined => NAMES.map(onPath).find((path) => path !== undefined)

/** What a browser without a display needs, and what keeps it from talking to anybody but the server under test. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
