/**
 * What a plain check does not need: reading configurations and rules, with YAML and schemas. The build makes it a bundle of its own
 * beside the command, so that the command starts faster.
 */

export { sayProblem } from '../engine/config/config-problem.js'
export { configuredProject } from '../engine/config/configured-project.js'
export { loadConfig } from '../engine/config/load-config.js'
export { originsOf } from '../engine/config/origins.js'
export { readWaivers } from '../engine/waivers/read-waivers.js'
export { claims } from './commands/claims.js'
export { review } from './commands/review.js'
export { testRules } from './commands/test-rules.js'
export { configFiles } from './config/config-files.js'
export { fixTasks } from './fix/fix-tasks.js'
export { baseOf } from './git/base.js'
export { mergeParts } from './merge/merge.js'
export { readParts } from './merge/parts.js'
export { baselineSieve } from './only-new/baseline.js'
export { newSince } from './only-new/diff-base.js'
export { listWaivers } from './waivers/list-waivers.js'
export { waive } from './waivers/waive.js'
