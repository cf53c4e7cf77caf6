import type { GuardId } from '../../findings/finding.js'
import type { Guard } from '../scene.js'
import { attributed } from './attributed.js'
import { bounded } from './bounded.js'
import { elsewhere } from './elsewhere.js'
import { hypothetical } from './hypothetical.js'
import { limited } from './limited.js'
import { negated } from './negated.js'
import { normative } from './normative.js'
import { quoted } from './quoted.js'

/** The guards of the specification, in the order in which they are asked: the surest and cheapest first. */
export const guards: Readonly<Record<GuardId, Guard>> = {
  N3: hypothetical,
  N1: negated,
  N4: normative,
  N7: quoted,
  N2: attributed,
  N5: bounded,
  N6: limited,
  N8: elsewhere,
}
