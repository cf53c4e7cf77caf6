import { stateOf } from '../../engine/waivers/waiver.js'
import { counted } from '../reports/totals.js'
import type { Notices } from '../terminal/notices.js'
import { printable } from '../terminal/printable.js'
import type { World } from '../world.js'
import type { WaiversOfRun } from './waivers-of.js'

/** Claims whose waiver has expired, or has no reason, are found again: this says why. */
export function sayStale({ files }: WaiversOfRun, world: World, notices: Notices): void {
  for (const { shown, waivers } of files) {
    for (const state of ['expired', 'without a reason'] as const) {
      const many = waivers.filter((one) => stateOf(one, world.today()) === state).length
      if (many > 0)
        notices.warning(printable(`${shown}: ${counted(many, 'waiver')} ${state}: proviso waivers lists them`))
    }
  }
}
